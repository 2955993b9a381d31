// SPDX-License-Identifier: MIT
// Owns the answers to signs that are too many, or others than ours: `given age = 4`, `one of a; b`.
#include "grammar/days.hpp"
#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

// The bytes of `is`, `=`, `==` or `:` at p, or 0.
std::size_t equality_at(const Scan& scan, const char* p) {
  const string_view word = scan.word_at(p);
  if (word == "is" || differs_in_case(word, "is")) return word.size();
  const Foreign* const f = scan.foreign_comparison_at(p);
  if (f != nullptr && f->ours == "is") return f->spelling.size();
  return p != scan.last && *p == ':' ? 1 : 0;
}

// A name and its value, as they stand side by side.
std::string side_by_side(const Scan& scan, const char* name, const char* name_end, const char* value) {
  const char* const e = scan.found(*value == '-' ? scan.over_spaces(value + 1) : value).end;
  const bool goes_on = scan.is_word_at(value, "from") || scan.is_word_at(value, "one");
  return std::string(name, name_end) + " " + std::string(value, e) + (goes_on ? " …" : "");
}

}  // namespace

const char* Scan::needless_sign_end(const char* p) const {
  return p + equality_at(*this, p);
}

void Scan::said_needless_sign(const char* b, const char* e) {
  if (at_line_end(over_spaces(e))) return;  // the value is missing, which is said next
  const std::string sign = "`" + std::string(b, e) + "`";
  text::Diagnostic* d = say_soft(Code::syntax_expected, b, e, "expected a value, found " + sign);
  if (d == nullptr) return;
  const char* const name_end = trimmed(b);
  const char* name = name_end;
  while (name != first && (is_name_char(name[-1]) || name[-1] == '.')) --name;
  const char* const value = over_spaces(e);
  d->help.push_back("leave " + sign + " out: `" + side_by_side(*this, name, name_end, value) + "`");
  fix(d, "remove " + sign, name_end, value, " ");
}

// `;` ends no line here: what follows it is the next item.
bool Scan::comma_meant_at(const char* p) const {
  const char* next = over_spaces(p + 1);
  if (at_line_end(next)) {
    next = next_line(next);
    if (sure_head_at(next)) return false;
  }
  return operand_at(next) || is_word_at(next, "but") || (next != last && *next == '-');
}

void said_other_date(Scan& scan, const char* b, const char* e) {
  text::Diagnostic* d = scan.say_soft(Code::syntax_date_form, b, e,
                                      "expected a date as year-month-day, found `" + std::string(b, e) + "`");
  if (d == nullptr) return;
  std::string plain;
  bool has_other_dash = false;
  for (const char* p = b; p != e;) {
    const std::size_t other = other_dash({p, static_cast<std::size_t>(e - p)});
    has_other_dash = has_other_dash || other != 0;
    plain += other != 0 ? '-' : *p;
    p += other != 0 ? other : 1;
  }
  const bool is_day = looks_like_day(plain) && plain.find_first_not_of("0123456789-") == std::string::npos;
  if (!has_other_dash || !is_day || !day_of(plain)) {
    const auto days = days_meant(plain);
    d->help.push_back(days ? day_help(*days) : "a date has four digits, two and two: `2025-05-26`");
    if (days && days->size() == 1) scan.fix(d, "write `" + days->front() + "`", b, e, days->front());
    return;
  }
  d->help.push_back("a dash in it is not `-`: write `" + plain + "`");
  scan.fix(d, "write `" + plain + "`", b, e, plain);
}

void Scan::said_other_comma(const char* p) {
  text::Diagnostic* d = say_soft(Code::syntax_foreign, p, p + 1, "expected `,`, found `;`");
  if (d != nullptr) d->help.emplace_back("write `,`");
  fix(d, "write `,`", p, p + 1, ",");
}

// `=` or `;` between a name and what is of it: a block, or what holds a comparison already.
bool Scan::colon_meant_at(const char* p) const {
  if (p == last || (*p != '=' && *p != ';') || p + 1 == last || p[1] == '=' || p[1] == '>' || p[1] == '<')
    return false;
  const char* const b = over_spaces(p + 1);
  if (block_opener_at(b)) return true;
  for (const char* q = b; !at_line_end(q); q = *q == '"' ? after_text(q) : q + 1)
    if (*q == '<' || *q == '>' || (*q == ' ' && is_word_at(q + 1, "is"))) return true;
  return false;
}

void Scan::said_other_colon(const char* p) {
  const std::string found(1, *p);
  text::Diagnostic* d = say_soft(Code::syntax_expected, p, p + 1, "expected `:`, found `" + found + "`");
  if (d != nullptr) d->help.emplace_back("write `:`");
  fix(d, "write `:`", p, p + 1, ":");
}

const char* Scan::listed_yes_or_no_end(const char* p) const {
  const char* q = p;
  const auto take = [&](string_view token) {
    const bool taken = is_name_begin(token[0]) ? is_word_at(q, token) : q != last && *q == token[0];
    if (taken) q = over_spaces(q + token.size());
    return taken;
  };
  if (!take("one") || !take("of")) return p;
  const bool yes_first = take("yes");
  if (!yes_first && !take("no")) return p;
  if (!take(",") && !take(";") && !take("or")) return p;
  if (!take(yes_first ? "no" : "yes")) return p;
  return q != last && *q == ',' ? p : trimmed(q);
}

void Scan::said_listed_yes_or_no(const char* b, const char* e) {
  text::Diagnostic* d =
      say_soft(Code::syntax_expected, b, e, "expected `yes or no`, found `" + std::string(b, e) + "`");
  if (d != nullptr) d->help.emplace_back("the type of what is either is written `yes or no`");
  fix(d, "write `yes or no`", b, e, "yes or no");
}

}  // namespace eligo::grammar
