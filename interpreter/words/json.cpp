// SPDX-License-Identifier: MIT
// Owns the writing of JSON: commas, escapes, layout.
#include "interpreter/words/json.hpp"

#include "grammar/text/unseen.hpp"
#include "interpreter/words/utf8.hpp"

namespace eligo::words {
namespace {

// One of the 16 bits of UTF-16.
std::string unit(char32_t c) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex[(c >> shift) & 0xFu];
  return out;
}

std::string escaped(char32_t c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (c <= 0xFFFF) return unit(c);
  return unit(0xD7C0 + (c >> 10)) + unit(0xDC00 + (c & 0x3FFu));
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out = "\"";
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == '"' || c.value == '\\' || text::is_unseen(c.value, before)) {
      out += escaped(c.value);
    } else if (c.value == 0xFFFD) {
      out += "\uFFFD";
    } else {
      out += text.substr(at, c.size);
    }
    before = c.value;
    at += c.size;
  }
  return out += '"';
}

Json& Json::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) new_line();
  out_ += level.closer;
  return *this;
}

Json& Json::key(std::string_view name) {
  place();
  (out_ += json_text(name)) += indent_ > 0 ? ": " : ":";
  after_key_ = true;
  return *this;
}

std::string Json::take() {
  if (indent_ > 0) out_ += '\n';
  return std::move(out_);
}

Json& Json::open(char bracket) {
  place();
  out_ += bracket;
  levels_.push_back({bracket == '{' ? '}' : ']'});
  return *this;
}

Json& Json::item(std::string_view spelled) {
  place();
  out_ += spelled;
  return *this;
}

void Json::place() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
}

void Json::new_line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(levels_.size() * static_cast<std::size_t>(indent_), ' ');
}

}  // namespace eligo::words
