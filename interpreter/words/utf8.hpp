// SPDX-License-Identifier: MIT
// Owns the reading of UTF-8 one character at a time, for measuring and escaping what people told.
#pragma once

#include <cstddef>
#include <string_view>

namespace eligo::words {

struct CodePoint {
  char32_t value = 0;    // U+FFFD for a byte that starts no well-formed character
  std::size_t size = 1;  // in bytes
};

/// The character that starts at `at`, which is inside. Ill-formed bytes are taken one by one.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t value = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {0xFFFD, 1};
    value = (value << 6) | (byte(at + i) & 0x3Fu);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool outside = value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  if (overlong || outside) return {0xFFFD, 1};
  return {value, size};
}

}  // namespace eligo::words
