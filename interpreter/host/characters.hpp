// SPDX-License-Identifier: MIT
// Owns the classes of characters that readers of text share; whatever the locale.
#pragma once

namespace eligo::host {

[[nodiscard]] constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// What may stand between words of one line.
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace eligo::host
