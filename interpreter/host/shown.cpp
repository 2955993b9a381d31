// SPDX-License-Identifier: MIT
// Owns the list of characters that are not shown as they are.
#include "interpreter/host/shown.hpp"

namespace eligo::host {
namespace {

bool is_tail(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// A whole character of more than one byte that changes how others are shown.
bool acts(std::string_view character) {
  if (character.size() == 2)
    return character == "\xD8\x9C" ||
           (character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0);
  if (character.size() != 3 || character[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(character[2]);
  if (character[1] == '\x80') return last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE);
  return character[1] == '\x81' && last >= 0xA6 && last <= 0xA9;
}

std::string shown(std::string_view text, std::size_t most) {
  std::string shown;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (characters == most) return shown + "…";
    std::size_t size = 1;
    while (at + size < text.size() && is_tail(text[at + size])) ++size;
    const std::string_view character = text.substr(at, size);
    const auto byte = static_cast<unsigned char>(character[0]);
    if (byte < 0x20 || byte == 0x7F) {
      shown += "\xE2\x90";
      shown += static_cast<char>(byte == 0x7F ? 0xA1 : 0x80 + byte);
    } else if (acts(character)) {
      shown += "\xEF\xBF\xBD";
    } else {
      shown += character;
    }
    at += size;
  }
  return shown;
}

}  // namespace

std::string visible(std::string_view utf8) {
  return shown(utf8, utf8.size());
}

std::string shortly(std::string_view utf8) {
  return shown(utf8, 40);
}

}  // namespace eligo::host
