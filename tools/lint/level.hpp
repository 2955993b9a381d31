// SPDX-License-Identifier: MIT
// Owns how much a finding weighs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "eligo/eligo.hpp"

namespace eligo::lint {

/// An error is never a false alarm; what is only likely, or comes with the passing of time, is a note.
enum class Level : std::uint8_t { off, note, warning, error };

[[nodiscard]] std::string_view to_string(Level level);
[[nodiscard]] std::optional<Level> level_of(std::string_view word);
/// Of a level that is not `off`.
[[nodiscard]] Severity severity_of(Level level);
[[nodiscard]] Level level_of(Severity severity);

}  // namespace eligo::lint
