// SPDX-License-Identifier: MIT
// Owns "did you mean" for keywords: which of those that could stand at a place is meant by the word that stands there.
#include <algorithm>
#include <vector>

#include "grammar/near.hpp"
#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

bool begins_with(string_view text, string_view with) {
  return text.substr(0, with.size()) == with;
}

bool is_nearly(string_view word, string_view keyword) {
  return !text::nearest(word, {&keyword, 1}).empty();
}

}  // namespace

std::vector<string_view> keywords_in(string_view what) {
  std::vector<string_view> out;
  for (std::size_t b = what.find('`'); b != string_view::npos;) {
    const std::size_t e = what.find('`', b + 1);
    if (e == string_view::npos) break;
    const string_view shown = what.substr(b + 1, e - b - 1);
    std::size_t n = 0;
    while (n < shown.size() && is_name_char(shown[n])) ++n;
    const bool example = shown.find(':') != string_view::npos;
    if (n > 1 && is_name_begin(shown[0]) && !example) out.push_back(shown.substr(0, n));
    b = what.find('`', e + 1);
  }
  return out;
}

string_view Scan::near_keyword(string_view word, string_view what, std::span<const string_view> near) const {
  if (begins_with(what, "a declaration")) return {};
  if (word.size() < 2 || is_reserved(word) || is_habit(word) || foreign_word(word) != nullptr) return {};
  std::vector<string_view> candidates = keywords_in(what);
  candidates.insert(candidates.end(), near.begin(), near.end());
  const bool may_cite = begins_with(what, "a label in quotes") && statement != nullptr &&
                        (is_word_at(statement, "rule") || is_word_at(statement, "decision"));
  if (may_cite) candidates.emplace_back("cites");
  const string_view nearest = text::nearest(word, candidates);
  return nearest == "end" && !at_line_end(over_spaces(word.data() + word.size())) ? string_view{} : nearest;
}

bool Scan::is_misspelt_at(const char* p, string_view keyword) const {
  const string_view word = word_at(p);
  const bool same_letters =
      word.size() == keyword.size() && std::is_permutation(word.begin(), word.end(), keyword.begin());
  return word.size() > 1 && !is_reserved(word) && (same_letters || !is_habit(word)) &&
         is_nearly(word, keyword);
}

void Scan::said_misspelt(const char* p, string_view what, string_view meant) {
  const string_view word = word_at(p);
  if (differs_in_case(word, meant)) {
    said_capitals(p, word, meant);
    return;
  }
  text::Diagnostic* d = say_soft(Code::syntax_unknown_word, p, p + word.size(),
                                 "expected " + std::string(what) + ", found `" + std::string(word) + "`");
  if (d != nullptr) d->help.push_back("did you mean `" + std::string(meant) + "`?");
  fix(d, "write `" + std::string(meant) + "`", p, p + word.size(), std::string(meant));
}

const char* Scan::over_misspelt(const char* p, string_view keyword) {
  if (!is_misspelt_at(p, keyword)) return p;
  said_misspelt(p, "`" + std::string(keyword) + "`", keyword);
  return over_blanks(p + word_at(p).size());
}

// -- twice --

// The keyword, comma or colon at p stands before p too.
bool Scan::is_twice_at(const char* p) const {
  const char* const before = trimmed(p);
  if (p == last || before == first || over_spaces(before) != p) return false;
  if (*p == ',' || *p == ':') return before[-1] == *p;
  const string_view word = word_at(p);
  if (!is_keyword(word) || before < first + word.size()) return false;
  // The second one of `needs needs` is a fact's name, where no other follows.
  const char* const next = over_spaces(p + word.size());
  if (word == "needs" && (at_line_end(next) || *next == ',')) return false;
  const char* const b = before - word.size();
  return is_word_at(b, word) && (b == first || (!is_name_char(b[-1]) && b[-1] != '.'));
}

void Scan::said_twice(const char* p) {
  const Found f = found(p);
  text::Diagnostic* d =
      say_soft(Code::syntax_twice, f.begin, f.end, "expected one " + f.words + " here, found a second one");
  fix(d, "remove " + f.words, trimmed(p), f.end, "");
}

const char* Scan::over_twice(const char* p) {
  if (!is_twice_at(p)) return p;
  said_twice(p);
  const char* const e = over_blanks(found(p).end);
  const char* const next = is_name_begin(*p) ? e : continuation(e);
  return sure_head_at(next) ? e : next;
}

}  // namespace eligo::grammar
