// SPDX-License-Identifier: MIT
// Owns which bytes make names and words.
#pragma once

namespace eligo::grammar {

/// Letters, digits and `_` of ASCII.
[[nodiscard]] constexpr bool is_name_begin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_name_char(char c) {
  return is_name_begin(c) || is_digit(c) || c == '_';
}
/// A letter or digit, of Latin scripts too.
[[nodiscard]] constexpr bool is_latin_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_name_char(c) || (byte >= 0xC3 && byte <= 0xCB);
}

}  // namespace eligo::grammar
