// SPDX-License-Identifier: MIT
// Counts in English sentences.
#pragma once

#include <cstddef>
#include <string>

namespace eligo::render {

/// "1 error", "2 errors".
[[nodiscard]] inline std::string plural(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace eligo::render
