// SPDX-License-Identifier: MIT
// Owns how a TOML text is read: keys and values with their places, in the order of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace eligo::lint {

/// Bytes [begin, end) of the text.
struct TomlPlace {
  std::uint32_t begin = 0, end = 0;
};

struct TomlEntry;

struct TomlValue {
  enum class Kind : std::uint8_t { text, number, table, other } kind = Kind::other;
  std::string text;         // of a text
  std::int64_t number = 0;  // of a whole number
  std::vector<TomlEntry> entries;
  TomlPlace place;
};

struct TomlEntry {
  std::string key;
  TomlPlace place;  // of the key
  TomlValue value;
};

struct TomlResult {
  TomlValue root;
  struct Error {
    std::string message;
    TomlPlace place;
  };
  std::optional<Error> error;
};

[[nodiscard]] TomlResult read_toml(const std::string& text);

}  // namespace eligo::lint
