// SPDX-License-Identifier: MIT
// Owns how a tidy text is made untidy.
#include "tests/grammar/untidy.hpp"

#include "grammar/tokens.hpp"

namespace eligo::tests {
namespace {

using grammar::Token;

constexpr std::string_view comments[] = {"# why", "#", "# Größe: 80 %, \"quoted\", end", "#no blank",
                                         "# \t tab  "};

class Mess {
 public:
  Mess(std::string_view text, oracle::Random& random)
      : text_(text), tokens_(grammar::tokens_of(text)), random_(random) {}

  std::string make() {
    // Each text is bad in its own way: how often, of a hundred gaps.
    comments_ = random_.below(12);
    breaks_ = random_.below(30);
    blanks_ = random_.below(100);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      gap(i);
      out_ += view(i);
    }
    if (random_.below(3) != 0) end_line();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  [[nodiscard]] bool percent(std::size_t n) { return random_.below(100) < n; }
  void blanks(unsigned least) {
    const unsigned n = percent(blanks_) ? static_cast<unsigned>(random_.below(5)) : 1;
    for (unsigned k = 0; k < (n < least ? least : n); ++k) out_ += percent(5) ? '\t' : ' ';
  }
  void comment() { out_ += comments[random_.below(std::size(comments))]; }
  void end_line() { out_ += percent(10) ? "\r\n" : "\n"; }

  // A line end, with what people put around it.
  void line() {
    if (percent(comments_) &&
        (tokens_.empty() || out_.empty() || out_.find('#', out_.rfind('\n') + 1) == out_.npos)) {
      out_ += percent(50) ? "  " : "";
      comment();
    }
    end_line();
    while (percent(15)) end_line();
    if (percent(comments_)) {
      blanks(0);
      comment();
      end_line();
      while (percent(15)) end_line();
    }
    if (percent(blanks_)) blanks(0);
  }

  void gap(std::size_t i) {
    if (i == 0) return;
    const bool was_comment = tokens_[i - 1].kind == Token::Kind::comment;
    const std::string_view last = view(i - 1), next = view(i);
    if (tokens_[i].kind == Token::Kind::comment && tokens_[i].lines_before == 0) return blanks(1);
    if (tokens_[i].lines_before != 0) {
      const bool may_join = last == "," || last == "and" || last == "or" || tokens_[i].depth != 0;
      if (may_join && !was_comment && tokens_[i].kind != Token::Kind::comment && percent(breaks_))
        return blanks(1);
      return line();
    }
    const bool touching = tokens_[i - 1].end == tokens_[i].begin;
    const std::string_view beyond = i + 1 < tokens_.size() ? view(i + 1) : "";
    const bool type =
        next == "none" || next == "no" || (next == "or" && (beyond == "none" || beyond == "no"));
    const bool inside = tokens_[i].depth != 0 || next == ")";
    const bool may_break = last == "," || last == ":" || last == "and" || last == "or" || last == "<=" ||
                           last == ">=" || last == "+" || last == "*" || next == "then" || next == "else" ||
                           next == "cites" || next == "otherwise" || next == "and" || next == "or" || inside;
    if (last == "/" || last == "@" || next == "/" || next == "@" || next == "%") {
      if (!touching) out_ += ' ';
    } else if (may_break && !type && percent(breaks_)) {
      line();
    } else if (touching || next == "," || last == "(" || next == ")") {
      if (percent(10)) blanks(0);
    } else {
      blanks(1);
    }
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  oracle::Random& random_;
  std::string out_;
  std::size_t comments_ = 0, breaks_ = 0, blanks_ = 0;
};

}  // namespace

std::string untidy(std::string_view text, oracle::Random& random) {
  return Mess(text, random).make();
}

std::string damaged(std::string_view text, oracle::Random& random) {
  const std::vector<Token> tokens = grammar::tokens_of(text);
  if (tokens.empty()) return std::string(text);
  const Token& t = tokens[random.below(tokens.size())];
  std::string out(text.substr(0, t.begin));
  if (random.below(2) == 0)
    out.append(text.substr(t.begin, t.end - t.begin)).append(" ").append(text.substr(t.begin));
  else
    out.append(text.substr(t.end));
  return out;
}

}  // namespace eligo::tests
