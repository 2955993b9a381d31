// SPDX-License-Identifier: MIT
// Owns the page: paragraphs and lists of plain text, wrapped by display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eligo::words {

inline constexpr std::size_t page_width = 100;

/// Without control characters: tabs and line ends become spaces, the rest U+FFFD.
[[nodiscard]] std::string clean(std::string_view text);

/// Columns on a terminal or in a fixed-width font: 0 for combining marks, 2 for wide East Asian characters.
[[nodiscard]] std::size_t display_width(std::string_view text);

class Page {
 public:
  /// An empty line before what comes next, unless the page is empty.
  void gap();
  void paragraph(std::string_view text) { wrap("", "", text); }
  void item(std::string_view text) { wrap("- ", "  ", text); }
  void numbered(std::size_t number, std::string_view text);
  void below_item(std::string_view text) { wrap("  ", "  ", text); }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void wrap(std::string_view first, std::string_view rest, std::string_view text);

  std::string text_;
  bool gap_ = false;
};

}  // namespace eligo::words
