// SPDX-License-Identifier: MIT
// Owns how a marked sheet falls into rows, and where the columns of the rows stand.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/sheet.hpp"

namespace eligo::grammar {

/// Where a line should end, in characters. Comments may go beyond, and texts, which cannot be broken.
inline constexpr std::uint32_t line_width = 120;
/// What is wider than this stands out of its column.
inline constexpr std::uint32_t cell_width = 40;
inline constexpr std::uint32_t indent_width = 2;

/// What stands on one line if it fits: a statement, an `end`, a part of a statement, or a comment alone.
struct Row {
  std::size_t first = 0, last = 0;  // tokens, both included; the comment behind them is not among them
  std::size_t comment = 0;   // the comment behind the row; 0 is none, since it is never the first token
  std::uint32_t indent = 0;  // in characters
  bool blank_before = false;
};

[[nodiscard]] std::vector<Row> rows_of(const Sheet& sheet);

/// How wide tokens are on one line.
class Widths {
 public:
  explicit Widths(const Sheet& sheet);
  [[nodiscard]] std::uint32_t gap(std::size_t i) const { return gaps_[i]; }  // blanks before the token
  /// From the beginning of one token to the end of another on the same line. Comments take no room.
  [[nodiscard]] std::uint32_t flat(std::size_t first, std::size_t last) const {
    return last < first ? 0 : ends_[last] - ends_[first] + sheet_.tokens[first].width;
  }
  [[nodiscard]] bool comment_in(std::size_t first, std::size_t last) const {
    return last > first && comments_[last] != comments_[first];
  }

 private:
  const Sheet& sheet_;
  std::vector<std::uint8_t> gaps_;
  std::vector<std::uint32_t> ends_;      // if the whole file were one line
  std::vector<std::uint32_t> comments_;  // how many stand before each token
};

/// Where each token that begins a column stands on its line; 0 for all others, and for those that stand out.
[[nodiscard]] std::vector<std::uint32_t> columns_of(const Sheet& sheet, const Widths& widths,
                                                    const std::vector<Row>& rows);

}  // namespace eligo::grammar
