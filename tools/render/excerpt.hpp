// SPDX-License-Identifier: MIT
// The line of a file that a finding is about, with its place underlined.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace eligo::render {

struct Excerpt {
  std::string line;  // as a terminal shows it; parts of a long line that are far from the place are "…"
  std::string underline;  // spaces, then one '^' for each column of the place
};

/// The excerpt for the bytes [begin, end) of a text, at most `columns` wide. A place of several lines is
/// underlined on its first; an empty one, or one at the end of the line, gets one '^'. `begin` beyond the
/// text counts as its end.
[[nodiscard]] Excerpt excerpt(std::string_view text, std::uint32_t begin, std::uint32_t end, int columns);

/// The line (without its end) that holds a byte of the text.
[[nodiscard]] std::string_view line_at(std::string_view text, std::uint32_t offset);
/// Where the line after this byte begins, or the end of the text.
[[nodiscard]] std::size_t next_line(std::string_view text, std::size_t offset);
/// How many lines the bytes [begin, end) end.
[[nodiscard]] std::uint32_t lines_between(std::string_view text, std::uint32_t begin, std::uint32_t end);
/// The character (from 1) within its line at which a byte of the text stands.
[[nodiscard]] std::size_t character_column(std::string_view text, std::uint32_t offset);

}  // namespace eligo::render
