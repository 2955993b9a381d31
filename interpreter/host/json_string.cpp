// SPDX-License-Identifier: MIT
// Owns the escapes of JSON strings, and how names stand in paths.
#include "interpreter/host/json_string.hpp"

#include "interpreter/host/characters.hpp"
#include "interpreter/host/json.hpp"
#include "interpreter/host/shown.hpp"

namespace eligo::host {
namespace {

void append_utf8(std::string& to, std::uint32_t point) {
  const auto tail = [&](int shift) { to += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    to += static_cast<char>(point);
  } else if (point < 0x800) {
    to += static_cast<char>(0xC0 | (point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    to += static_cast<char>(0xE0 | (point >> 12));
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xF0 | (point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::uint32_t unit_at(std::string_view text, std::size_t at) {
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < 4; ++i) unit = unit * 16 + static_cast<std::uint32_t>(hex_value(text[at + i]));
  return unit;
}

}  // namespace

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string json_string_at(std::string_view text, std::uint32_t begin) {
  std::string characters;
  for (std::size_t at = begin + 1; text[at] != '"'; ++at) {
    if (text[at] != '\\') {
      characters += text[at];
      continue;
    }
    ++at;
    switch (text[at]) {
      case 'b':
        characters += '\b';
        break;
      case 'f':
        characters += '\f';
        break;
      case 'n':
        characters += '\n';
        break;
      case 'r':
        characters += '\r';
        break;
      case 't':
        characters += '\t';
        break;
      case 'u': {
        std::uint32_t point = unit_at(text, at + 1);
        at += 4;
        if (point >= 0xD800 && point <= 0xDBFF) {
          point = 0x10000 + ((point - 0xD800) << 10) + (unit_at(text, at + 3) - 0xDC00);
          at += 6;
        }
        append_utf8(characters, point);
        break;
      }
      default:
        characters += text[at];
        break;  // `"`, `\`, `/`
    }
  }
  return characters;
}

std::string_view json_string_if_plain(std::string_view text, std::uint32_t begin) {
  std::size_t end = begin + 1;
  while (text[end] != '"') {
    if (text[end] == '\\') return {};
    ++end;
  }
  return text.substr(begin + 1, end - begin - 1);
}

void write_json_string(std::string& to, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  to += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (c == '\n') {
      to += "\\n";
    } else if (c == '\t') {
      to += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      to += "\\u00";
      to += hex[byte >> 4];
      to += hex[byte & 15];
    } else {
      to += c;
    }
  }
  to += '"';
}

void write_path_step(std::string& to, std::string_view name) {
  bool plain = !name.empty();
  for (const char c : name) plain = plain && (is_letter(c) || (c >= '0' && c <= '9') || c == '_');
  if (plain) {
    (to += '.') += shortly(name);
    return;
  }
  to += '[';
  write_json_string(to, shortly(name));
  to += ']';
}

}  // namespace eligo::host
