// SPDX-License-Identifier: MIT
// How text of users is shown on a terminal: nothing in it can move the cursor, hide or reorder what a reader
// sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::render {

/// One character as a terminal shows it.
struct Cell {
  std::string shown;  // what is printed: the character itself, or a glyph in its place
  int width = 1;  // in terminal columns: 0 (combining), 1, 2, or more for a written-out code such as <U+202E>
  std::size_t offset = 0;  // its first byte in the text
};

/// The characters of a text. Tabs become spaces up to the next multiple of four columns (where
/// `expand_tabs`), control characters their pictures (␛), bidirectional and invisible ones their codes
/// (<U+202E>), bytes that are not UTF-8 �.
[[nodiscard]] std::vector<Cell> cells(std::string_view text, bool expand_tabs = true);

/// A text on one line, safe to print: each character as in `cells`.
[[nodiscard]] std::string visible(std::string_view text);
/// The same, but ends of lines stay.
[[nodiscard]] std::string visible_lines(std::string_view text);
/// The columns that `visible(text)` takes.
[[nodiscard]] int width(std::string_view text);
/// `visible(text)`, cut to a number of columns; what is cut off shows as "…".
[[nodiscard]] std::string shortened(std::string_view text, int columns);
/// A text without the accents of its letters: "rentrée" gives "rentree". As it is where it is not UTF-8.
[[nodiscard]] std::string without_accents(std::string_view text);
/// The number of characters (code points; a byte that is not UTF-8 counts as one) in a text.
[[nodiscard]] std::size_t characters(std::string_view text);

}  // namespace eligo::render
