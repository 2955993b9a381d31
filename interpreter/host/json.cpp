// SPDX-License-Identifier: MIT
// Owns the reader of JSON: one pass, the open objects and arrays on a list of its own.
#include "interpreter/host/json.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "interpreter/host/characters.hpp"
#include "interpreter/host/json_string.hpp"
#include "interpreter/host/profile_codes.hpp"
#include "interpreter/host/shown.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::host {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The one character at an offset, as a message shows it.
std::string shown_at(std::string_view text, std::uint32_t at) {
  std::size_t size = 1;
  while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80) ++size;
  return "`" + visible(text.substr(at, size)) + "`";
}

// Advice for what other notations would have there.
std::string advice(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (rest[0] == '\'') return "texts and names stand in double quotes";
  for (const std::string_view quote : {"“", "”", "„", "«", "»", "‘", "’"})
    if (rest.substr(0, quote.size()) == quote) return "texts and names stand in straight double quotes: `\"`";
  if (rest[0] == '/' || rest[0] == '#') return "JSON has no comments";
  if (rest[0] == '+') return "a number has no `+` before it";
  if (rest[0] == '(') return "this is read as JSON: a member of a list is written as in `{\"age\": 3}`";
  if (rest[0] == '.') return "a number has a digit before its point";
  for (const std::string_view word : {"True", "False", "None", "NULL", "TRUE", "FALSE", "undefined"})
    if (rest.substr(0, word.size()) == word) return "write `true`, `false` or `null`";
  for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
    if (rest.substr(0, word.size()) == word)
      return "every number has digits; leave the fact out where there is none";
  if (is_letter(rest[0])) return "texts and names stand in double quotes";
  return "";
}

}  // namespace

class JsonReader {
 public:
  JsonReader(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {
    json_.text_ = text;
  }

  JsonResult run() {
    JsonResult result;
    if (usable()) read();
    result.json = std::move(json_);
    result.error = std::move(error_);
    return result;
  }

 private:
  using Id = Json::Id;

  bool refuse(std::string_view code, std::uint32_t at, std::string message, std::string help = "") {
    error_ = JsonError{code, std::move(message), std::move(help), at};
    return false;
  }
  // Something is due at the place reached, and something else stands there, or nothing.
  bool refuse_here(const std::string& due) {
    if (at_end())
      return refuse(profile_code::cut_short, at_, "expected " + due + ", found the end of the text");
    const bool lacks_comma = due.starts_with("`,`") && (here() == '"' || here() == '{' || here() == '[');
    return refuse(profile_code::json, at_, "expected " + due + ", found " + shown_at(text_, at_),
                  lacks_comma ? "a comma is missing before it" : advice(text_, at_));
  }
  bool at_end() const { return at_ == text_.size(); }
  char here() const { return text_[at_]; }
  bool is_here(char c) const { return !at_end() && here() == c; }
  void skip_blanks() {
    while (!at_end() && (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t')) ++at_;
  }

  bool usable();
  bool read();
  bool value(bool& complete);
  bool after_value(bool& complete);
  bool open(bool& complete);
  bool close();
  bool member_name();
  bool no_name_twice(Id object);
  std::string path_to(Id object, std::string_view name) const;
  bool word(std::string_view word);
  bool number();
  bool digits(const char* due);
  bool string();
  bool escape();
  bool code_unit(std::uint32_t& unit);

  std::string_view text_;
  const Limits& limits_;
  Json json_;
  std::optional<JsonError> error_;
  std::uint32_t at_ = 0;
  std::uint32_t name_ = 0;  // of the member whose value is due
  std::vector<Id> open_;    // objects and arrays, the innermost last
};

bool JsonReader::usable() {
  if (text_.size() > limits_.source_bytes)
    return refuse(profile_code::too_large, 0,
                  "the profile has more than " + std::to_string(limits_.source_bytes) +
                      " bytes (limit `source_bytes`)");
  std::size_t bad = 0;
  if (!types::is_utf8(text_, &bad))
    return refuse(profile_code::encoding, static_cast<std::uint32_t>(bad),
                  "expected UTF-8, found a byte that is none", "save the profile as UTF-8");
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;  // editors leave a byte order mark; so do rule files
  return true;
}

bool JsonReader::read() {
  skip_blanks();
  if (at_end())
    return refuse(profile_code::cut_short, at_, "expected a JSON object, found an empty text",
                  "an empty profile is `{}`");
  for (bool complete = false; !complete;) {
    if (!value(complete)) return false;
    while (complete && !open_.empty())
      if (!after_value(complete)) return false;
  }
  skip_blanks();
  if (at_end()) return true;
  return refuse(profile_code::json, at_, "expected the end of the text, found " + shown_at(text_, at_),
                "a text holds one JSON value, and nothing after it");
}

// A value is due. `complete` says whether it was read to its end: of an object or array, only if it is empty.
bool JsonReader::value(bool& complete) {
  skip_blanks();
  if (at_end()) return refuse_here("a value");
  const auto id = static_cast<Id>(json_.values_.size());
  json_.values_.push_back({at_, at_, std::exchange(name_, 0), id + 1});
  complete = true;
  bool good = false;
  switch (here()) {
    case '{':
    case '[':
      return open(complete);
    case '"':
      good = string();
      break;
    case 't':
      good = word("true");
      break;
    case 'f':
      good = word("false");
      break;
    case 'n':
      good = word("null");
      break;
    default:
      good = is_digit(here()) || here() == '-' ? number() : refuse_here("a value");
      break;
  }
  json_.values_[id].end = at_;
  return good;
}

bool JsonReader::open(bool& complete) {
  if (open_.size() >= limits_.profile_nesting)
    return refuse(profile_code::nesting, at_,
                  "the profile has more than " + std::to_string(limits_.profile_nesting) +
                      " levels (limit `profile_nesting`)");
  open_.push_back(static_cast<Id>(json_.values_.size() - 1));
  const bool is_object = here() == '{';
  ++at_;
  skip_blanks();
  if (is_here(is_object ? '}' : ']')) return close();
  complete = false;
  return !is_object || member_name();
}

// The value before is complete: a comma and the next one, or the end of what holds it.
bool JsonReader::after_value(bool& complete) {
  skip_blanks();
  const bool in_object = text_[json_.values_[open_.back()].begin] == '{';
  if (is_here(in_object ? '}' : ']')) return close();
  if (!is_here(',')) return refuse_here(in_object ? "`,` or `}`" : "`,` or `]`");
  const std::uint32_t comma = at_++;
  skip_blanks();
  if (is_here('}') || is_here(']'))
    return refuse(profile_code::json, comma,
                  "expected a value after the last `,`, found " + shown_at(text_, at_),
                  "leave out the last comma");
  complete = false;
  return !in_object || member_name();
}

bool JsonReader::close() {
  ++at_;
  const Id id = open_.back();
  open_.pop_back();
  json_.values_[id].end = at_;
  json_.values_[id].next = static_cast<Id>(json_.values_.size());
  return text_[json_.values_[id].begin] == '[' || no_name_twice(id);
}

bool JsonReader::member_name() {
  const std::uint32_t begin = at_;
  if (!is_here('"')) return refuse_here("a name in double quotes");
  if (!string()) return false;
  skip_blanks();
  if (!is_here(':')) return refuse_here("`:` after the name");
  ++at_;
  name_ = begin;
  return true;
}

// Sorted, not hashed: nobody can choose names that make this slow.
bool JsonReader::no_name_twice(Id object) {
  std::vector<std::pair<std::string_view, std::uint32_t>> names;
  std::deque<std::string> unescaped;
  for (Id child = json_.first(object); child != json_.end(object); child = json_.next(child)) {
    const std::uint32_t begin = json_.name_offset(child);
    const std::string_view plain = json_string_if_plain(text_, begin);
    names.emplace_back(
        plain.data() != nullptr ? plain : std::string_view(unescaped.emplace_back(json_.name(child))), begin);
  }
  std::sort(names.begin(), names.end());
  const std::pair<std::string_view, std::uint32_t>* first = nullptr;
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i - 1].first == names[i].first && (!first || names[i].second < (first + 1)->second))
      first = &names[i - 1];
  if (!first) return true;
  const TextPlace before = TextPlaces(text_).at(first->second);
  refuse(profile_code::duplicate_key, (first + 1)->second,
         "the name `" + shortly(first->first) + "` stands twice in one object, first at " +
             std::to_string(before.line) + ":" + std::to_string(before.column));
  error_->path = path_to(object, first->first);
  return false;
}

// The objects and arrays that are open hold it, each as the last of what it holds so far.
std::string JsonReader::path_to(Id object, std::string_view name) const {
  std::string path = "$";
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const Id inner = i + 1 < open_.size() ? open_[i + 1] : object;
    if (text_[json_.values_[open_[i]].begin] == '{') {
      write_path_step(path, json_.name(inner));
      continue;
    }
    std::size_t position = 0;
    for (Id child = json_.first(open_[i]); child != inner; child = json_.next(child)) ++position;
    path += "[" + std::to_string(position) + "]";
  }
  write_path_step(path, name);
  return path;
}

bool JsonReader::word(std::string_view word) {
  const std::uint32_t begin = at_;
  for (const char c : word) {
    if (at_end()) return refuse_here("`" + std::string(word) + "`");
    if (here() != c) {
      at_ = begin;
      return refuse_here("a value");
    }
    ++at_;
  }
  return true;
}

bool JsonReader::number() {
  const std::uint32_t begin = at_;
  if (is_here('-')) ++at_;
  if (is_here('0')) {
    ++at_;
    if (!at_end() && is_digit(here()))
      return refuse(profile_code::json, begin, "expected a number without a zero before it",
                    "write it in quotes where the zero belongs to it: \"01\"");
  } else if (!digits("a digit")) {
    return false;
  }
  if (is_here('.')) {
    ++at_;
    if (!digits("a digit after the point")) return false;
  }
  if (is_here('e') || is_here('E')) {
    ++at_;
    if (is_here('+') || is_here('-')) ++at_;
    if (!digits("a digit of the exponent")) return false;
  }
  return true;
}

bool JsonReader::digits(const char* due) {
  if (at_end() || !is_digit(here())) return refuse_here(due);
  while (!at_end() && is_digit(here())) ++at_;
  return true;
}

bool JsonReader::string() {
  for (++at_; !at_end(); ++at_) {
    if (here() == '"') {
      ++at_;
      return true;
    }
    if (static_cast<unsigned char>(here()) < 0x20)
      return refuse(
          profile_code::json, at_,
          "expected the end of a text (`\"`), found " +
              std::string(here() == '\n' || here() == '\r' ? "the end of the line" : "a control character"),
          "write control characters as escapes: `\\n`, `\\t`");
    if (here() == '\\' && !escape()) return false;
  }
  return refuse_here("the end of a text (`\"`)");
}

// Leaves the place at the last character of the escape.
bool JsonReader::escape() {
  const std::uint32_t begin = at_++;
  if (at_end()) return refuse_here("the rest of an escape");
  if (here() != 'u') {
    if (std::string_view("\"\\/bfnrt").find(here()) != std::string_view::npos) return true;
    at_ = begin;
    return refuse(profile_code::json, begin,
                  "expected an escape of JSON, found `\\` before " + shown_at(text_, begin + 1),
                  "a backslash itself is written `\\\\`");
  }
  std::uint32_t unit = 0;
  if (!code_unit(unit)) return false;
  if (unit < 0xD800 || unit > 0xDFFF) return true;
  std::uint32_t second = 0;
  const std::string_view after = text_.substr(at_ + 1, 2);
  if (unit <= 0xDBFF && after == "\\u") {
    at_ += 2;
    if (!code_unit(second)) return false;
  } else if (unit <= 0xDBFF && (after.empty() || after == "\\")) {
    at_ = static_cast<std::uint32_t>(text_.size());
    return refuse_here("the second half of a character (`\\u`)");
  }
  if (second >= 0xDC00 && second <= 0xDFFF) return true;
  return refuse(profile_code::json, begin,
                "expected a whole character, found half of one (an unpaired surrogate)");
}

bool JsonReader::code_unit(std::uint32_t& unit) {
  for (int i = 0; i < 4; ++i) {
    ++at_;
    if (at_end()) return refuse_here("four hexadecimal digits");
    const int digit = hex_value(here());
    if (digit < 0) return refuse_here("four hexadecimal digits");
    unit = unit * 16 + static_cast<std::uint32_t>(digit);
  }
  return true;
}

JsonResult read_json(std::string_view text, const Limits& limits) {
  return JsonReader(text, limits).run();
}

}  // namespace eligo::host
