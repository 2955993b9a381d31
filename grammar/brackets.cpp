// SPDX-License-Identifier: MIT
// Owns the answers to brackets of the wrong kind, and to those that are missing.
#include "grammar/parse.hpp"
#include "grammar/scan.hpp"

namespace eligo::grammar {

namespace {

std::string bracket_sign(char c) {
  return "`" + std::string(1, c) + "`";
}

}  // namespace

void Scan::enter(const Bracket& bracket) {
  deeper(bracket.at);
  ++brackets;
  if (bracket.opening == '[') ++squares;
  if (!bracket.is_other || lost_bracket == bracket.at || said_bracket_ == bracket.at) return;
  text::Diagnostic* d =
      say_soft(Code::syntax_foreign, bracket.at, bracket.at + 1,
               "expected " + bracket_sign(bracket.opening) + ", found " + bracket_sign(*bracket.at));
  if (d == nullptr) return;
  d->help.push_back(bracket.opening == '('
                        ? "brackets are round; only the members of a list stand in `[` and `]`"
                        : "the members of a list stand in `[` and `]`, each in `(` and `)`");
  fix(d, "write " + bracket_sign(bracket.opening), bracket.at, bracket.at + 1,
      std::string(1, bracket.opening));
}

void Scan::leave(const Bracket& bracket) {
  --brackets;
  --depth;
  if (bracket.opening == '[') --squares;
}

bool Scan::bracket_meant_at(const char* p, char opening) const {
  if (lost_bracket == p) return opening == '(';
  if (opening == '[') {  // `household (( … ), ( … ))`, not `age (3)`
    if (*p != '(') return false;
    const char* next = over_spaces(p + 1);
    if (at_line_end(next)) next = next_line(next);
    return next != last && (*next == '(' || *next == ')');
  }
  if (*p != '[') return false;
  // `household[1].income` names a member.
  const char* next = over_spaces(p + 1);
  while (next != last && is_digit(*next)) ++next;
  const bool is_number = next != over_spaces(p + 1) && next != last && *next == ']';
  return !(is_number && p != first && is_name_char(p[-1]));
}

bool Scan::said_other_closing(const char* p, const Bracket& bracket) {
  if (*p != ')' && *p != ']') return false;
  // `[(age 3), (age 4]`: it closes the list around, unless that has its own further on.
  if (*p == ']' && squares > 0 && closing_square(p + 1) == nullptr) return false;
  if (bracket.is_other && lost_bracket != bracket.at) {
    for (text::Diagnostic& d : said)
      if (d.span.begin == at(bracket.at) && !d.fixes.empty())
        d.fixes[0].edits.push_back({span(p, p + 1), std::string(1, bracket.closing)});
    return true;
  }
  text::Diagnostic* d = say_soft(Code::syntax_foreign, p, p + 1,
                                 "expected " + bracket_sign(bracket.closing) + ", found " + bracket_sign(*p));
  fix(d, "write " + bracket_sign(bracket.closing), p, p + 1, std::string(1, bracket.closing));
  return true;
}

const char* Scan::closing_square(const char* p) const {
  int inside = 0;
  for (;;) {
    for (; !at_line_end(p); p = *p == '"' ? after_text(p) : p + 1) {
      if (*p == '[') ++inside;
      if (*p == ']' && inside-- == 0) return p;
    }
    p = next_line(p);
    const std::string_view word = word_at(p);
    if (p == last || (is_reserved(word) && !sure_head_at(p))) return nullptr;
  }
}

// A member without its `(`: `[(age 3), age 4)]`.
bool Scan::said_lost_bracket(const char* p) {
  if (!given_at(p)) return false;
  expected(p, "`(` and the fields of a member", {}, true);
  lost_bracket = p;
  return true;
}

bool Scan::said_listed_in_brackets(const char* p) {
  if (p == last || (*p != '(' && *p != '[')) return false;
  bool has_comma = false;
  int inside = 0;
  for (const char* q = p + 1; !at_line_end(q); q = *q == '"' ? after_text(q) : q + 1) {
    if (*q == '(' || *q == '[') ++inside;
    if ((*q == ')' || *q == ']') && inside-- == 0) break;
    has_comma = has_comma || (*q == ',' && inside == 0);
  }
  const bool goes_on = has_comma || (*p == '[');
  if (!goes_on) return false;
  text::Diagnostic* d =
      say_soft(Code::syntax_foreign, p, p + 1, "expected values without brackets, found " + bracket_sign(*p));
  if (d != nullptr) d->help.emplace_back("write `is one of a, b`");
  said_bracket_ = p;
  return true;
}

}  // namespace eligo::grammar
