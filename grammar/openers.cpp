// SPDX-License-Identifier: MIT
// Owns what people write for the opener of a block: `All of`, `any fo`, `either of`, `at lest 2 of`.
#include <vector>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

constexpr string_view kinds[] = {"all", "any", "none"};
constexpr string_view in_one_word[] = {"allof", "anyof", "noneof"};  // of the same kinds
constexpr string_view at_least_in_one_word[] = {"atleast"};
constexpr string_view of_alone[] = {"of"};
constexpr string_view at_alone[] = {"at"};
constexpr string_view least_alone[] = {"least"};
constexpr string_view numbers[] = {"zero", "one", "two", "three", "four", "five", "six"};

constexpr Foreign other_kinds[] = {{"either", "any"},  {"one", "any"},    {"each", "all"},
                                   {"every", "all"},   {"both", "all"},   {"neither", "none"},
                                   {"no", "none"},     {"toutes", "all"}, {"tous", "all"},
                                   {"aucune", "none"}, {"aucun", "none"}};

bool is_near(string_view word, std::span<const string_view> to) {
  return word == to.front() || !text::nearest(word, to).empty();
}

string_view other_kind(string_view word) {
  for (const Foreign& one : other_kinds)
    if (one.spelling == word || differs_in_case(word, one.spelling)) return one.ours;
  return {};
}

string_view kind_of(string_view word) {
  for (const string_view kind : kinds)
    if (kind == word) return kind;
  if (const string_view other = other_kind(word); !other.empty()) return other;
  return text::nearest(word, kinds);
}

// `2`, `two` as a number; "" where it is none.
std::string number_of(string_view word) {
  bool all_digits = !word.empty();
  for (const char c : word) all_digits = all_digits && is_digit(c);
  if (all_digits) return std::string(word);
  for (std::size_t i = 1; i < std::size(numbers); ++i)
    if (numbers[i] == word) return std::to_string(i);
  return {};
}

// The words of the rest of a line, or none where it holds anything else.
std::vector<string_view> words_of_line(const Scan& scan, const char* p) {
  constexpr std::size_t longest_opener = 4;
  std::vector<string_view> out;
  while (!scan.at_line_end(p)) {
    const char* e = p;
    while (e != scan.last && is_name_char(*e)) ++e;
    if (e == p || out.size() == longest_opener) return {};
    out.emplace_back(p, static_cast<std::size_t>(e - p));
    p = scan.over_spaces(e);
  }
  return out;
}

std::string with_of(string_view kind) {
  return kind.empty() ? std::string() : std::string(kind) + " of";
}

std::string at_least(string_view number) {
  const std::string found = number_of(number);
  return found.empty() ? found : "at least " + found + " of";
}

string_view kind_in_one_word(string_view word) {
  for (std::size_t i = 0; i < std::size(kinds); ++i)
    if (is_near(word, {in_one_word + i, 1})) return kinds[i];
  return kind_of(word);
}

// The opener that a line of these words was to be, or "".
std::string meant_by(const std::vector<string_view>& words) {
  if (words.size() == 1) return with_of(kind_in_one_word(words[0]));
  if (words.empty() || !is_near(words.back(), of_alone)) return {};
  if (words.size() == 2) return with_of(kind_of(words[0]));
  if (words.size() == 3) return is_near(words[0], at_least_in_one_word) ? at_least(words[1]) : std::string();
  return is_near(words[0], at_alone) && is_near(words[1], least_alone) ? at_least(words[2]) : std::string();
}

}  // namespace

MeantOpener Scan::meant_opener_at(const char* b) const {
  const std::vector<string_view> words = words_of_line(*this, b);
  if (words.empty()) return {};
  MeantOpener out{b, words.back().data() + words.back().size(), meant_by(words)};
  const string_view written(out.begin, static_cast<std::size_t>(out.end - out.begin));
  return out.ours.empty() || written == out.ours ? MeantOpener{} : out;
}

const char* Scan::condition_begin(const char* p) const {
  const char* b = over_spaces(line_begin(p));
  for (const char* q = b; q < p; q = *q == '"' ? after_text(q) : q + 1)
    if (*q == ':') b = over_spaces(q + 1);
  if (is_word_at(b, "unless")) b = over_spaces(b + string_view("unless").size());
  return b;
}

bool Scan::block_meant_at(const char* p) const {
  if (brackets != 0 || p == last || (!at_line_end(p) && words_of_line(*this, p).empty())) return false;
  return !meant_opener_at(condition_begin(p)).ours.empty();
}

MeantOpener Scan::said_meant_opener(const char* p) {
  MeantOpener meant = meant_opener_at(condition_begin(p));
  const string_view found(meant.begin, static_cast<std::size_t>(meant.end - meant.begin));
  const string_view first_word = word_at(meant.begin);
  const bool synonym = other_kind(first_word) == word_at(meant.ours.data()) && !first_word.empty();
  const bool capitals = differs_in_case(found, meant.ours);
  text::Diagnostic* d =
      say_soft(capitals  ? Code::syntax_capitals
               : synonym ? Code::syntax_foreign
                         : Code::syntax_unknown_word,
               meant.begin, meant.end, "expected `" + meant.ours + "`, found `" + std::string(found) + "`");
  if (d != nullptr)
    d->help.push_back(capitals  ? "keywords are written in small letters: `" + meant.ours + "`"
                      : synonym ? "write `" + meant.ours + "`"
                                : "did you mean `" + meant.ours + "`?");
  fix(d, "write `" + meant.ours + "`", meant.begin, meant.end, meant.ours);
  opener_begin = meant.begin;
  opener_end = meant.end;
  return meant;
}

bool Scan::said_number_in_letters(const char* p) {
  const string_view word = word_at(p);
  const std::string digits = number_of(word);
  if (digits.empty()) return false;
  text::Diagnostic* d = say_soft(Code::syntax_expected, p, p + word.size(),
                                 "expected a number in digits, found `" + std::string(word) + "`");
  if (d != nullptr) d->help.push_back("write `" + digits + "`");
  fix(d, "write `" + digits + "`", p, p + word.size(), digits);
  return true;
}

// `allof` alone reads as a name: what stands deeper below it, up to an `end` beside it, shows what is meant.
bool Scan::unopened_block_at(const char* p) const {
  const char* const above = trimmed(p);
  if (!block_meant_at(above)) return false;
  const std::uint32_t outer = indent(above);
  const char* line = p;
  while (line != last && indent(line) > outer && !top_word_at(line)) line = next_line(line);
  return line != last && indent(line) == outer && is_word_at(line, "end");
}

// Without its `all of` a block stands deeper than its `end`, and that deeper than the declaration around.
bool Scan::lost_opener_at(const char* p) const {
  const std::uint32_t here = indent(p);
  if (open_.empty() || !is_name_char(*p) || here >= stop_below_.size()) return false;
  const char*& stop = stop_below_[here];  // while it lies ahead, it is that of each line before it
  if (stop == nullptr || stop <= p)
    for (stop = p; stop != last && indent(stop) >= here && !top_word_at(stop);) stop = next_line(stop);
  return stop != last && indent(stop) < here && indent(stop) > open_.back().indent && is_word_at(stop, "end");
}

const char* Scan::over_unopened_block(const char* p) {
  const std::uint32_t here = indent(p);
  while (p != last && indent(p) >= here) p = over_lines(skip_line(p));
  return over_lines(skip_line(over_end(p)));
}

}  // namespace eligo::grammar
