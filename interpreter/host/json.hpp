// SPDX-License-Identifier: MIT
// Owns the strict reading of JSON (RFC 8259): one document, every value with its place, numbers as the digits
// they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/limits.hpp"

namespace eligo::host {

/// Line and column from 1; the column counts characters (code points). LF, CRLF and a lone CR end a line.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Turns byte offsets of one text into places. Cheap where they are asked for in rising order.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text) : text_(text) {}
  [[nodiscard]] TextPlace at(std::uint32_t offset);

 private:
  std::string_view text_;
  std::uint32_t offset_ = 0;
  TextPlace place_;
};

/// Why a text is not a document. `code` is one of profile_codes.def.
struct JsonError {
  std::string_view code;
  std::string message;
  std::string help;
  std::uint32_t offset = 0;  // in bytes
  std::string path = "$";    // of a name that stands twice: `$.id.kind`; else of the whole
};

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };
/// "a text", "a list": as messages call it.
[[nodiscard]] std::string_view words_of(JsonKind kind);

/// A document that was read. Values stand in one flat list in the order of the text, each before what it
/// holds; 0 is the whole. Refers to the text, which must outlive it.
class Json {
 public:
  using Id = std::uint32_t;

  [[nodiscard]] JsonKind kind(Id value) const;
  /// The bytes of the value as they stand in the text: the digits of a number, a string with its quotes.
  [[nodiscard]] std::string_view raw(Id value) const {
    return text_.substr(values_[value].begin, values_[value].end - values_[value].begin);
  }
  [[nodiscard]] std::uint32_t offset(Id value) const { return values_[value].begin; }
  /// Where the member's name stands, for a value in an object.
  [[nodiscard]] std::uint32_t name_offset(Id value) const { return values_[value].name; }
  [[nodiscard]] bool truth(Id value) const { return text_[values_[value].begin] == 't'; }
  /// The characters of a string, or of the member's name.
  [[nodiscard]] std::string string(Id value) const;
  [[nodiscard]] std::string name(Id value) const;

  /// `for (Id child = first(v); child != end(v); child = next(child))`
  [[nodiscard]] Id first(Id value) const { return value + 1; }
  [[nodiscard]] Id next(Id value) const { return values_[value].next; }
  [[nodiscard]] Id end(Id value) const { return values_[value].next; }

 private:
  friend class JsonReader;
  struct Entry {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t name = 0;  // offset of the member's name; 0 (never a name's place) where there is none
    Id next = 0;             // the entry behind everything that this one holds
  };
  std::string_view text_;
  std::vector<Entry> values_;
};

struct JsonResult {
  Json json;
  std::optional<JsonError> error;  // then the document is not to be used
};

/// Appends the step to the member of an object: `.kind`, or `["a b"]`.
void write_path_step(std::string& to, std::string_view name);

/// Reads a whole text. Refuses what is not UTF-8, a byte order mark, unpaired surrogates, equal names in one
/// object (after their escapes), more levels than `limits.profile_nesting`, more bytes than
/// `limits.source_bytes`, anything after the document. Its work grows with the text as n log n; no recursion.
/// Never shows a value in a message.
[[nodiscard]] JsonResult read_json(std::string_view text, const Limits& limits);

/// Appends the text as a JSON string, with its quotes. It is UTF-8; controls and U+007F are escaped.
void write_json_string(std::string& to, std::string_view text);

}  // namespace eligo::host
