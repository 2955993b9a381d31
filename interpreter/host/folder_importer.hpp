// SPDX-License-Identifier: MIT
// Owns what both ways into the file system share: which of them is built, and how large a file may be.
#pragma once

#include <string>

#include "grammar/limits.hpp"

// ELIGO_PORTABLE_FILES asks for the portable way where both would do, so that it is tested too.
#if (defined(__unix__) || defined(__APPLE__)) && !defined(__EMSCRIPTEN__) && !defined(ELIGO_PORTABLE_FILES)
#define ELIGO_HOLDS_FOLDERS_OPEN 1
#else
#define ELIGO_HOLDS_FOLDERS_OPEN 0
#endif

namespace eligo::host {

/// The default of the limit `source_bytes`; a compile with a smaller one refuses what is above it itself.
inline constexpr std::uint32_t largest_file = Limits{}.source_bytes;

[[nodiscard]] inline std::string too_large() {
  return "larger than " + std::to_string(largest_file) + " bytes";
}

}  // namespace eligo::host
