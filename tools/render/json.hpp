// SPDX-License-Identifier: MIT
// Writes JSON for people and programs: indented, keys in the order given, every string exact and escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::render {

/// Build a document by calls in reading order: `object()`, `key("a")`, `text("b")`, `end()`. Each value
/// follows its key or stands in an array. Bytes of a string that are not UTF-8 become U+FFFD, since JSON
/// cannot hold them.
class JsonWriter {
 public:
  JsonWriter& object() { return open('{', '}'); }
  JsonWriter& array() { return open('[', ']'); }
  JsonWriter& end();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& yes_no(bool value);
  JsonWriter& null();
  /// A value that is JSON already (a number's exact digits).
  JsonWriter& raw(std::string_view json);
  /// The finished document, with a line end.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    char closer;
    bool empty = true;
  };
  JsonWriter& open(char opener, char closer);
  void before_value();
  void new_line();

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace eligo::render
