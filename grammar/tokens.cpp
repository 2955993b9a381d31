// SPDX-License-Identifier: MIT
// Owns where one token ends and the next begins, as the productions of lexical.hpp say it.
#include "grammar/tokens.hpp"

#include <utility>

#include "grammar/scan.hpp"

namespace eligo::grammar {
namespace {

using std::string_view;

class Cutter {
 public:
  explicit Cutter(string_view bytes) : bytes_(bytes) {}

  std::vector<Token> all() {
    if (bytes_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
    while (skip_gap()) {
      begin_ = at_;
      add(cut());
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t more = 0) const {
    return at_ + more < bytes_.size() ? bytes_[at_ + more] : '\0';
  }

  // False at the end of the file.
  bool skip_gap() {
    lines_ = 0;
    for (; at_ < bytes_.size(); ++at_) {
      const char c = bytes_[at_];
      if (c == '\r' && peek(1) == '\n') continue;
      if (c == '\n' || c == '\r')
        ++lines_;
      else if (c != ' ' && c != '\t')
        return true;
    }
    return false;
  }

  Token::Kind cut() {
    const char c = peek();
    if (c == '#') {
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
      return Token::Kind::comment;
    }
    if (c == '"') {
      for (++at_; at_ < bytes_.size() && bytes_[at_] != '"'; ++at_)
        if (bytes_[at_] == '\\') ++at_;
      ++at_;
      return Token::Kind::text;
    }
    if (is_name_begin(c)) {
      while (is_name_char(peek()) || (peek() == '.' && is_name_begin(peek(1)))) ++at_;
      return Token::Kind::word;
    }
    if (is_digit(c)) return number();
    at_ += (c == '<' || c == '>') && peek(1) == '=' ? 2 : 1;
    return Token::Kind::sign;
  }

  Token::Kind number() {
    constexpr string_view form = "dddd-dd-dd";
    std::size_t n = 0;
    while (n < form.size() && (form[n] == 'd' ? is_digit(peek(n)) : peek(n) == '-')) ++n;
    if (n == form.size() && !is_name_char(peek(n)) && peek(n) != '-') {
      at_ += n;
      return Token::Kind::day;
    }
    while (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) ++at_;
    return Token::Kind::number;
  }

  void add(Token::Kind kind) {
    Token t;
    t.kind = kind;
    t.begin = static_cast<std::uint32_t>(begin_);
    t.end = static_cast<std::uint32_t>(at_);
    if (kind == Token::Kind::comment)
      while (bytes_[t.end - 1] == ' ' || bytes_[t.end - 1] == '\t') --t.end;
    const string_view written = bytes_.substr(t.begin, t.end - t.begin);
    if (written == ")" || written == "]") depth_ -= depth_ == 0 ? 0 : 1;
    t.depth = depth_;
    if (written == "(" || written == "[") ++depth_;
    t.lines_before = out_.empty() ? 1 : lines_ > 2 ? 2 : static_cast<std::uint8_t>(lines_);
    for (const char c : written) t.width += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
    out_.push_back(t);
  }

  string_view bytes_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::uint32_t depth_ = 0;
  std::uint32_t lines_ = 0;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokens_of(string_view bytes) {
  return Cutter(bytes).all();
}

}  // namespace eligo::grammar
