// SPDX-License-Identifier: MIT
// Owns how a mistake is said, once, and what is passed over after it.
#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

// A letter of another alphabet than ASCII's, as in `règle`: to its end; p itself where there is none.
const char* over_letter(const char* p, const char* last) {
  const auto lead = static_cast<unsigned char>(p == last ? '\0' : *p);
  if (lead < 0xc3 || lead > 0xc9 || p + 1 == last) return p;
  const std::string_view letter(p, 2);
  return letter == "×" || letter == "÷" ? p : p + 2;
}

constexpr std::size_t longest_quote = 40;

}  // namespace

std::string in_backticks(const char* b, const char* e) {
  if (static_cast<std::size_t>(e - b) <= longest_quote) return "`" + std::string(b, e) + "`";
  e = b + longest_quote;
  while (e != b && (static_cast<unsigned char>(*e) & 0xc0u) == 0x80u) --e;
  return "`" + std::string(b, e) + "…`";
}

const char* over_letters(const char* p, const char* last) {
  for (const char* next = p;; p = next) {
    next = p != last && is_name_char(*p) ? p + 1 : over_letter(p, last);
    if (next == p) return p;
  }
}

std::size_t no_break_space(string_view text) {
  for (const string_view one : {string_view("\u00a0"), string_view("\u202f")})
    if (text.substr(0, one.size()) == one) return one.size();
  return 0;
}

Found Scan::found(const char* p) const {
  if (p == last) return {p, p, "the end of the file"};
  if (*p == '\n' || *p == '\r' || *p == '#') return {p, p, "the end of the line"};
  const char* e = p + word_at(p).size();
  if (const char* const letters = over_letters(p, last); letters > e && !is_digit(*p))
    return {p, letters, in_backticks(p, letters)};
  if (e != p) {
    while (e != last && *e == '.' && e + 1 != last && is_name_begin(e[1])) e += 1 + word_at(e + 1).size();
    return {p, e, in_backticks(p, e)};
  }
  if (*p == '"') {
    e = after_text(p);
    return {p, e, "the text " + in_backticks(p, e)};
  }
  if (is_digit(*p)) {
    while (e != last &&
           (is_digit(*e) || ((*e == '.' || *e == '-' || *e == '/') && e + 1 != last && is_digit(e[1]))))
      ++e;
    return {p, e, in_backticks(p, e)};
  }
  const string_view rest(p, static_cast<std::size_t>(last - p));
  if (const std::size_t bytes = no_break_space(rest); bytes != 0) return {p, p + bytes, "a no-break space"};
  if (const Foreign* foreign = foreign_symbol(rest))
    return {p, p + foreign->spelling.size(), in_backticks(p, p + foreign->spelling.size())};
  ++e;
  while (e != last && (static_cast<unsigned char>(*e) & 0xc0u) == 0x80u) ++e;
  return {p, e, in_backticks(p, e)};
}

text::Diagnostic* Scan::push(Code code, const char* b, const char* e, std::string message) {
  if (said.size() >= limits.diagnostics) {
    ++unsaid;
    return nullptr;
  }
  said.push_back(text::say(code, span(b, e), std::move(message)));
  return &said.back();
}

text::Diagnostic* Scan::say_soft(Code code, const char* b, const char* e, std::string message) {
  return hurt(b) ? nullptr : push(code, b, e, std::move(message));
}

text::Diagnostic* Scan::say(Code code, const char* b, const char* e, std::string message) {
  if (hurt(b)) return nullptr;
  hurt_line(b);
  return push(code, b, e, std::move(message));
}

void Scan::hurt_line(const char* p) {
  hurt_begin_ = line_begin(p);
  hurt_end_ = line_stop(p);
  if (const char* const closing = brackets != 0 ? closing_bracket(p) : nullptr; closing > hurt_end_)
    hurt_end_ = closing;  // a call or list in brackets is one item, over however many lines
}

void Scan::fix(text::Diagnostic* d, std::string title, const char* b, const char* e,
               std::string replacement) const {
  if (d != nullptr) d->fixes.push_back({std::move(title), {{span(b, e), std::move(replacement)}}});
}

void Scan::stop(Code code, const char* b, const char* e, std::string message) {
  push(code, b, e, std::move(message));
  throw LimitPassed{b, code == Code::limit_nesting};
}

void Scan::expected(const char* p, string_view what, std::span<const string_view> near, bool here) {
  if (hurt(p)) return;
  const char* end_before = trimmed(p);
  Found f = found(p);
  if ((p != statement && !here && first_on_line(p)) || at_line_end(p))
    f = {end_before, end_before, p == last ? "the end of the file" : "the end of the line"};
  if (stray_quote_at(f.begin)) {
    said_stray_quote(f.begin);
    return;
  }
  if (said_other_closing_quote(p)) return;
  if (f.begin != f.end && is_twice_at(p) && !(is_word_at(p, "end") && joined_line_at(p))) {
    said_twice(p);
    hurt_line(p);
    return;
  }
  const string_view word = word_at(f.begin == f.end ? last : f.begin);
  if (said_misspelt_column(p, what)) return;
  const string_view near_one = near_keyword(word, what, near);
  const string_view meant = differs_in_case(word, near_one) ? near_one : reserved_but_for_case(word);
  const Foreign* foreign = word.empty()
                               ? (f.begin == f.end ? nullptr : foreign_symbol({p, std::size_t(last - p)}))
                               : foreign_word(word);
  const string_view hint = f.begin == f.end ? string_view{} : hint_at(f.begin, what);
  if (!hint.empty()) foreign = nullptr;
  const Code code = !meant.empty()       ? Code::syntax_capitals
                    : foreign != nullptr ? Code::syntax_foreign
                    : !near_one.empty()  ? Code::syntax_unknown_word
                                         : Code::syntax_expected;
  text::Diagnostic* d = say(code, f.begin, f.end, "expected " + std::string(what) + ", found " + f.words);
  if (d == nullptr) return;
  if (!meant.empty()) {
    d->help.push_back("keywords are written in small letters: `" + std::string(meant) + "`");
    fix(d, "write `" + std::string(meant) + "`", f.begin, f.begin + word.size(), std::string(meant));
  } else if (foreign != nullptr && foreign->spelling == ";" && at_line_end(over_spaces(p + 1))) {
    d->help.emplace_back("a line ends without `;`");
    fix(d, "remove `;`", p, p + 1, "");
  } else if (foreign != nullptr) {
    d->help.push_back(instead(*foreign));
  } else if (!near_one.empty()) {
    d->help.push_back("did you mean `" + std::string(near_one) + "`?");
    fix(d, "write `" + std::string(near_one) + "`", f.begin, f.begin + word.size(), std::string(near_one));
  } else if (!hint.empty()) {
    d->help.emplace_back(hint);
  }
}

// -- passing over --

const char* Scan::closing_bracket(const char* p) const {
  int inside = 0;
  for (;;) {
    for (; !at_line_end(p); p = *p == '"' ? after_text(p) : p + 1) {
      if (*p == '(') ++inside;
      if (*p == ')' && inside-- == 0) return p;
    }
    p = next_line(p);
    const string_view word = word_at(p);
    const bool continues = !is_reserved(word) || is_value_word(word) || word == "and" || word == "or" ||
                           word == "not" || word == "where";
    if (p == last || !continues || sure_head_at(p) || lone_text_at(p)) return nullptr;
  }
}

void Scan::lose(const char* b, const char* e) {
  if (b != e) lost.push_back(span(b, e));
}

const char* Scan::over_line(const char* p) const {
  while (!at_line_end(p)) p = *p == '"' ? after_text(p) : p + 1;
  return p;
}

const char* Scan::skip_line(const char* p) {
  const char* const stop = over_line(p);
  lose(p, stop);
  return stop;
}

bool Scan::goes_on(const char* line_end) const {
  const char* e = line_end;
  const char* begin = line_begin(e);
  while (e != begin && (e[-1] == ' ' || e[-1] == '\t')) --e;
  if (e == begin) return false;
  if (string_view(",:<>=+-*/(").find(e[-1]) != string_view::npos) return true;
  const char* b = e;
  while (b != begin && is_name_char(b[-1])) --b;
  const string_view word(b, static_cast<std::size_t>(e - b));
  return word == "and" || word == "or" || word == "not" || word == "is";
}

const char* Scan::opener_at_line_end(const char* p) const {
  const char* begin = line_begin(p);
  const char* e = p;
  while (!at_line_end(e)) e = *e == '"' ? after_text(e) : e + 1;
  const auto word_before = [&](const char*& b) {
    while (b != begin && (b[-1] == ' ' || b[-1] == '\t' || b[-1] == '"')) --b;
    const char* stop = b;
    while (b != begin && is_name_char(b[-1])) --b;
    return string_view(b, static_cast<std::size_t>(stop - b));
  };
  if (word_before(e) != "of") return nullptr;
  const char* b = e;
  const string_view before = word_before(b);
  if (before == "all" || before == "any" || before == "none") return b;
  if (!before.empty() && is_digit(before[0])) {
    const char* least = b;
    if (word_before(least) == "least") return least;
    return b;
  }
  return e;
}

const char* Scan::skip_statement(const char* p) {
  const char* begin = p;
  bool all_closed = true;  // where one bracket is not, no further one is looked for
  for (;;) {
    for (; !at_line_end(p); p = *p == '"' ? after_text(p) : p + 1) {
      if (*p != '(' || !all_closed) continue;
      const char* const closing = closing_bracket(p + 1);
      all_closed = closing != nullptr;
      if (all_closed) p = closing;
    }
    const char* line_end = p;
    const char* next = over_lines(p);
    if (next == last || top_word_at(next)) break;
    const string_view word = word_at(next);
    const bool belongs = word == "and" || word == "or" || word == "then" || word == "else";
    const bool broken_off = goes_on(line_end) && !is_reserved(word) && !sure_head_at(next);
    if (!belongs && !broken_off) break;
    p = next;
  }
  lose(begin, p);
  return p;
}

const char* Scan::next_top(const char* p) {
  while (p != last) {
    while (!at_line_end(p)) p = *p == '"' ? after_text(p) : p + 1;
    p = over_lines(p);
    if (p == last || top_word_at(p)) break;
    // A misspelt keyword stands at the margin, with a name or a text after it.
    const string_view word = word_at(p);
    if (word.size() < 3 || is_reserved(word) || p != line_begin(p)) continue;
    const char* next = over_spaces(p + word.size());
    if (next != last && (*next == '"' || is_name_begin(*next)) &&
        !text::nearest(word, top_level_words()).empty())
      break;
  }
  return p;
}

const char* Scan::skip_to_top(const char* p) {
  const char* const stop = next_top(p);
  lose(p, stop);
  return stop;
}

}  // namespace eligo::grammar
