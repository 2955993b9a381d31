// SPDX-License-Identifier: MIT
// Owns the tokens of a rule file that was read without a mistake, comments among them: what a layout moves and
// never changes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace eligo::grammar {

struct Token {
  enum class Kind : std::uint8_t { word, number, day, text, sign, comment } kind = Kind::sign;
  std::uint32_t begin = 0, end = 0;  // of bytes; blanks at the end of a comment are none of it
  std::uint32_t depth = 0;           // brackets around it; a bracket itself stands outside its own
  std::uint8_t lines_before = 0;     // line ends between it and the token before it; 2 is "two or more"
  std::uint32_t width = 0;           // in characters
};

/// Names with dots (`id.kind`) are one word, `2025-05-26` is a day, `80` and `%` are two tokens.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view bytes);

}  // namespace eligo::grammar
