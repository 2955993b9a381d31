// SPDX-License-Identifier: MIT
// Owns how a cell of a CSV becomes a value, and what is said of the spellings that spreadsheets like.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Why a cell is not a value. `right` is what should stand there, if that can be known.
struct CellProblem {
  std::string message;
  std::string help;
  std::string right;
};

/// The cell (quotes and escapes resolved, not empty) read in the column's type. Nothing where it does not
/// fit.
[[nodiscard]] std::optional<Value> read_cell(Context& c, std::string_view cell, Span span, Type type,
                                             bool is_key, CellProblem& problem);

/// Without blanks, tabs and no-break spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view cell);

/// The key in small letters, and in capitals.
[[nodiscard]] std::array<std::string, 2> in_other_letters(std::string_view key);

}  // namespace eligo::check
