// SPDX-License-Identifier: MIT
// Writes JSON: layout and the escaping of strings.
#include "tools/render/json.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "grammar/text/unseen.hpp"

namespace eligo::render {
namespace {

/// One of the 16 bits of UTF-16.
void append_unit(std::string& out, std::uint32_t unit) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 15u];
}

// What nobody sees, or a terminal would obey, is escaped: it is the same to programs.
void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < value.size();) {
    std::int32_t code = 0;
    const auto rest = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(value.size() - at, 4));
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(value.data() + at);
    const utf8proc_ssize_t length = utf8proc_iterate(bytes, rest, &code);
    const std::uint32_t point = length > 0 ? static_cast<std::uint32_t>(code) : 0xFFFD;
    const std::size_t size = length > 0 ? static_cast<std::size_t>(length) : 1;
    if (point == '"' || point == '\\') {
      (out += '\\') += static_cast<char>(point);
    } else if (point == '\n') {
      out += "\\n";
    } else if (length <= 0) {
      out += "\xEF\xBF\xBD";
    } else if (!text::is_unseen(point, before)) {
      out.append(value, at, size);
    } else if (point <= 0xFFFF) {
      append_unit(out, point);
    } else {
      append_unit(out, 0xD7C0 + (point >> 10));
      append_unit(out, 0xDC00 + (point & 0x3FFu));
    }
    before = point;
    at += size;
  }
  out += '"';
}

}  // namespace

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(levels_.size() * 2, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
}

JsonWriter& JsonWriter::open(char opener, char closer) {
  before_value();
  out_ += opener;
  levels_.push_back({closer});
  return *this;
}

JsonWriter& JsonWriter::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) new_line();
  out_ += level.closer;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  append_quoted(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  append_quoted(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  return raw(std::to_string(value));
}

JsonWriter& JsonWriter::yes_no(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
  return *this;
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace eligo::render
