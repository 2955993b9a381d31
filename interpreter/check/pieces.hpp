// SPDX-License-Identifier: MIT
// Owns what a cell holds, and any part of it with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/table.hpp"

namespace eligo::check {

/// Characters of a cell, with their place.
struct Piece {
  std::string_view text;
  text::Span span;
  bool is_exact = false;  // the place has these very characters: a part of it has its own place

  [[nodiscard]] Piece part(std::size_t begin, std::size_t end) const;
  /// Without blanks at both ends.
  [[nodiscard]] Piece trimmed() const;
};

/// The whole cell, without its quotes.
[[nodiscard]] Piece piece_of(const grammar::CsvCell& cell);

/// Cut at the commas that stand in no quotes and in no brackets, each part without blanks around it.
[[nodiscard]] std::vector<Piece> at_commas(const Piece& list);
[[nodiscard]] bool is_between(const Piece& written, char first, char last);
/// Without its first and its last character.
[[nodiscard]] Piece inside(const Piece& written);

[[nodiscard]] bool is_name(std::string_view word);
/// Names with dots between them.
[[nodiscard]] bool is_path(std::string_view written);
/// `[1][2]`; nothing where it is written otherwise.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> numbers_in_brackets(std::string_view written);
/// Where that begins which follows the word and blanks; npos where the text does not begin so.
[[nodiscard]] std::size_t after_word(std::string_view text, std::string_view word);

}  // namespace eligo::check
