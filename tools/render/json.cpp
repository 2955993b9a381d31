// SPDX-License-Identifier: MIT
// Writes JSON: layout and the escaping of strings.
#include "tools/render/json.hpp"

#include <utf8proc.h>

namespace eligo::render {
namespace {

void append_quoted(std::string& out, std::string_view value) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0; at < value.size();) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += value[at++];
    } else if (byte == '\n') {
      out += "\\n";
      ++at;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
      ++at;
    } else if (byte < 0x80) {
      out += value[at++];
    } else {
      std::int32_t code = 0;
      const auto rest = static_cast<utf8proc_ssize_t>(value.size() - at);
      const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(value.data() + at);
      const utf8proc_ssize_t length = utf8proc_iterate(bytes, rest, &code);
      if (length > 0 && code < 0xA0) {  // C1: a terminal would obey it
        out += "\\u00";
        out += digits[static_cast<unsigned>(code) >> 4];
        out += digits[static_cast<unsigned>(code) & 15];
        at += static_cast<std::size_t>(length);
      } else if (length > 0) {
        out.append(value, at, static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
      } else {
        out += "\xEF\xBF\xBD";
        ++at;
      }
    }
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
