// SPDX-License-Identifier: MIT
// Owns the sense of layout: what is open, which line is its end, and where a forgotten `end` belongs.
#include <algorithm>

#include "grammar/inside.hpp"
#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

constexpr string_view end_alone[] = {"end"};
constexpr std::size_t longest_slip = 5;  // of those that are taken for an end, also of other languages

// p: where a line stops.
const char* over_line_end(const char* p, const char* last) {
  if (p == last) return p;
  return p + (*p == '\r' && p + 1 != last && p[1] == '\n' ? 2 : 1);
}

}  // namespace

void Scan::begin_declaration(const char* b, const char* e) {
  opener_begin = b;
  opener_end = e;
  statement = b;
  open_.clear();
  suspects_.clear();
  if (outline != nullptr) outline->push_back({at(b), 0, false});
}

void Scan::open() {
  Open o;
  o.begin = opener_begin;
  o.end = opener_end;
  o.statement = statement;
  o.indent = std::min(indent(statement), indent(opener_begin));
  open_.push_back(o);
}

void Scan::suspect(const char* p, Open& o) {
  o.suspected = true;
  suspects_.push_back({trimmed(p), p, o});
}

void Scan::begin_statement(const char* p) {
  statement = p;
  corrected_at = nullptr;
  deeper_than_before = false;
  if (outline != nullptr) outline->push_back({at(p), static_cast<std::uint32_t>(open_.size()), false});
  if (open_.empty()) return;
  Open& o = open_.back();
  if (o.flat || o.suspected) return;
  const std::uint32_t here = indent(p);
  if (here <= o.indent) {
    if (!o.any)
      o.flat = true;
    else
      suspect(p, o);
  }
  if (!o.any) o.inner = here;
  deeper_than_before = here > o.inner;
  o.any = true;
}

void Scan::close() {
  statement = open_.back().statement;
  open_.pop_back();
}

// Such a line stands deeper than its item: one that does not follows a block whose `end` is missing.
void Scan::belongs(const char* p) {
  if (open_.empty()) return;
  Open& o = open_.back();
  if (!o.flat && !o.suspected && o.any && indent(p) <= indent(statement)) suspect(p, o);
}

void Scan::closed_by_end(const char* p) {
  Open& o = open_.back();
  if (!o.flat && !o.suspected && indent(p) < o.indent) suspect(p, o);
  close();
  if (outline != nullptr) outline->push_back({at(p), static_cast<std::uint32_t>(open_.size()), true});
}

std::pair<const char*, const char*> Scan::place_of(const Suspect& s) {
  const char* line = line_stop(s.previous_end);
  while (line != last) {
    line = over_line_end(line, last);
    if (line >= s.p) break;
    const char* token = over_spaces(line);
    if (token == last) break;
    if (*token == '#' && indent(token) <= s.open.indent) return {token, token};
    line = line_stop(token);
  }
  if (s.p == last) {
    const char* const next = over_line_end(line_stop(s.previous_end), last);
    return {next, next};
  }
  return {s.p, found(s.p).end};
}

// Where an `end` was forgotten of those that are missing at p: where layout shows it first, which is told once.
Scan::Suspect Scan::likeliest_suspect(const char* p) {
  Suspect s{trimmed(p), p, open_.back()};
  std::size_t at = suspects_.size();
  for (std::size_t i = 0; i < suspects_.size(); ++i) {
    const Suspect& one = suspects_[i];
    if (one.p > s.p || (one.p == s.p && one.open.begin <= s.open.begin)) continue;
    s = one;
    at = i;
  }
  if (at != suspects_.size()) suspects_.erase(suspects_.begin() + static_cast<std::ptrdiff_t>(at));
  return s;
}

void Scan::missing_end(const char* p) {
  if (missing_end_said_at_ == p && open_.back().flat) return;
  const char* const opener = open_.back().begin;
  const char* const said_last = said.empty() ? nullptr : first + said.back().span.begin;
  if (!open_.back().any && said_last >= opener && said_last <= line_stop(opener))
    return;  // its lines were lost with that
  missing_end_said_at_ = p;
  const Suspect s = likeliest_suspect(p);
  const auto [b, e] = place_of(s);
  const char* opener_stop = s.open.end;
  if (is_top_level({s.open.begin, static_cast<std::size_t>(opener_stop - s.open.begin)}))
    opener_stop = s.open.begin + with_its_name(*this, s.open.begin).size();
  const std::string shown(s.open.begin, opener_stop);
  std::string message = "`" + shown + "` has no `end`: expected it ";
  message += b == e ? "here" : "before " + found(s.p).words;
  text::Diagnostic* d = push(Code::syntax_missing_end, b, e, std::move(message));
  if (d == nullptr) return;
  d->labels.push_back({span(s.open.begin, opener_stop), "`" + shown + "` begins here"});
  const std::string pad(s.open.indent, ' ');
  const char* after = line_stop(s.previous_end);
  fix(d, "add `end`", after, after, "\n" + pad + "end");
}

bool Scan::opener_again_at(const char* p) const {
  if (p == last || open_.size() != 1 || open_.back().any) return false;
  const Open& o = open_.back();
  const auto line_at = [&](const char* b) {
    return string_view(b, static_cast<std::size_t>(trimmed(over_line(b)) - b));
  };
  const string_view opener = line_at(o.begin);
  return *p == opener.front() && line_at(p) == opener;
}

void Scan::opener_again(const char* p) {
  const Open& o = open_.back();
  const char* const stop = trimmed(over_line(p));
  text::Diagnostic* d = push(Code::syntax_expected, p, stop, "this line stands twice");
  if (d == nullptr) return;
  d->labels.push_back({span(o.begin, trimmed(over_line(o.begin))), "the first time"});
  fix(d, "take it out", line_begin(p), over_line_end(line_stop(p), last), "");
}

// -- lines that are meant as an end --

bool Scan::ends_in_end(const char* p) const {
  const char* b = p;
  const char* const begin = line_begin(p);
  while (b != begin && (b[-1] == ' ' || b[-1] == '\t')) --b;
  return b - begin > 3 && is_word_at(b - 3, "end") && !is_name_char(b[-4]);
}

// `'end'`, where a text can hardly be meant: it stands beside what it ends.
const char* Scan::end_in_quotes(const char* p) const {
  if (p == last || open_.empty() || !open_.back().any || open_.back().flat) return nullptr;
  if (*p != '"' && !other_quote_at(p)) return nullptr;
  const char* inside = p;
  while (inside != last && !is_name_begin(*inside) && inside - p < 4) ++inside;
  if (!is_word_at(inside, "end") || indent(p) > open_.back().indent) return nullptr;
  const char* const e = *p == '"' ? closed_text(p) : in_other_quotes(p).after;
  if (e == nullptr || e - inside > 6 || !at_line_end(over_spaces(e))) return nullptr;
  const char* const next = next_line(p);
  const bool is_step =
      *p == '"' && next != last && (*next == '"' || (is_word_at(next, "end") && indent(next) >= indent(p)));
  return is_step ? nullptr : e;
}

// `End` among the values of an enum that has its `end` below.
bool Scan::is_last_value(const char* p) const {
  if (open_.empty() || open_.back().flat || !is_word_at(open_.back().begin, "enum")) return false;
  const char* const next = next_line(p);
  return indent(p) > open_.back().indent && is_word_at(next, "end") && indent(next) <= open_.back().indent;
}

const char* Scan::over_end(const char* p) const {
  if (*p == '}') return p + 1;
  const string_view word = word_at(p);
  return word.empty() ? end_in_quotes(p) : p + word.size();
}

bool Scan::other_end_at(const char* p) {
  const string_view word = word_at(p);
  if (const char* const e = word.empty() ? end_in_quotes(p) : nullptr) {
    text::Diagnostic* d = say_soft(Code::syntax_quotes, p, e, "expected `end`, found " + in_backticks(p, e));
    if (d != nullptr) d->help.emplace_back("keywords stand without quotes");
    fix(d, "write `end`", p, e, "end");
    return true;
  }
  if (p != last && *p == '}' && at_line_end(over_spaces(p + 1))) {
    said_foreign(p, {"}", "end"});
    return true;
  }
  if (word.empty() || word.size() > longest_slip || is_refused(word) || is_last_value(p)) return false;
  const char* const next = over_spaces(p + word.size());
  if (!at_line_end(next) && !is_word_at(next, "otherwise") && !is_word_at(next, "cites")) return false;
  if (differs_in_case(word, "end")) {
    said_capitals(p, word, "end");
    return true;
  }
  if (const Foreign* f = foreign_word(word); f != nullptr && f->ours == "end") {
    said_foreign(p, *f);
    return true;
  }
  const bool is_beside =
      !open_.empty() && open_.back().any && !open_.back().flat && indent(p) <= open_.back().indent;
  if (word == "fin" && is_beside) {
    said_foreign(p, {"fin", "end"});
    return true;
  }
  if (!end_meant_at(p, word)) return false;
  said_misspelt(p, "`end`", "end");
  return true;
}

// A word nearly like `end` is no name where it stands beside what is open, or where that would have no `end`.
bool Scan::end_meant_at(const char* p, string_view word) const {
  if (open_.empty() || !open_.back().any) return false;
  if (is_reserved(word) || text::nearest(word, end_alone).empty()) return false;
  if (!open_.back().flat && indent(p) <= open_.back().indent) return true;
  const char* const next = next_line(p);
  return word.size() > 2 && open_.size() == 1 && (next == last || top_word_at(next));
}

}  // namespace eligo::grammar
