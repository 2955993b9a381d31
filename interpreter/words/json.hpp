// SPDX-License-Identifier: MIT
// Owns the writing of JSON: commas, escapes, layout. Keys stand in the order in which they are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eligo::words {

/// A text as JSON spells it, quotes included: pure ASCII but for printable characters; controls, DEL, C1 and
/// marks of direction are escaped, ill-formed bytes are U+FFFD.
[[nodiscard]] std::string json_text(std::string_view text);

/// Writes one value. The caller opens and closes in pairs, and gives each member of an object its key first.
class Json {
 public:
  /// Lines indented by so many spaces a level; 0: all on one line.
  explicit Json(int indent = 2) : indent_(indent) {}

  Json& object() { return open('{'); }
  Json& array() { return open('['); }
  /// Ends the innermost object or array.
  Json& end();
  Json& key(std::string_view name);

  Json& text(std::string_view value) { return item(json_text(value)); }
  /// A text, or null where it is empty.
  Json& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  Json& number(std::int64_t value) { return item(std::to_string(value)); }
  Json& boolean(bool value) { return item(value ? "true" : "false"); }
  Json& null() { return item("null"); }

  /// The value, with a line end where it is indented.
  [[nodiscard]] std::string take();

 private:
  Json& open(char bracket);
  Json& item(std::string_view spelled);
  void place();
  void new_line();

  struct Level {
    char closer;
    bool empty = true;
  };
  std::string out_;
  std::vector<Level> levels_;
  int indent_;
  bool after_key_ = false;
};

}  // namespace eligo::words
