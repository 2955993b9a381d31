// SPDX-License-Identifier: MIT
// Owns the answers to newcomers' mistakes: spellings of other languages, forgotten words, blocks on one line.
#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

string_view rest(const char* p, const char* last) {
  return {p, static_cast<std::size_t>(last - p)};
}

constexpr string_view otherwise_alone[] = {"otherwise"};
constexpr string_view steps_alone[] = {"steps"};
constexpr string_view tests_alone[] = {"tests"};
constexpr string_view texts_alone[] = {"texts"};
constexpr string_view parts_of_test[] = {"given", "expect"};

}  // namespace

// -- values and operators --

const char* Scan::foreign_value_end(const char* p) const {
  if (p == last) return p;
  switch (*p) {
    case '\'':
    case '`':
    case '\xe2':
    case '\xc2':
      return other_quote_at(p) ? other_text_end(p) : p;
    case 't':
    case 'T':
    case 'f':
    case 'F':
    case 'n':
    case 'N':
    case 'u': {
      const string_view word = word_at(p);
      if (word.size() > 9) return p;
      const Foreign* f = is_refused(word) ? nullptr : foreign_word(word);
      return f != nullptr && is_value_word(f->ours) && meant_opener_at(p).ours.empty() ? p + word.size() : p;
    }
    default:
      return p;
  }
}

void Scan::said_foreign_value(const char* b, const char* e) {
  if (!is_name_begin(*b)) {
    said_other_text(b, e);
    return;
  }
  said_foreign(b, *foreign_word(word_at(b)));
}

void Scan::said_foreign(const char* p, const Foreign& f) {
  const std::string ours(f.ours);
  const char* const e = p + f.spelling.size();
  text::Diagnostic* d = say_soft(Code::syntax_foreign, p, e,
                                 "expected `" + ours + "`, found `" + std::string(f.spelling) + "`");
  if (d == nullptr) return;
  d->help.push_back(instead(f));
  const bool letters = is_name_begin(f.ours[0]);
  const std::string after = letters && e != last && *e != ' ' && *e != '\n' && *e != '\r' ? " " : "";
  fix(d, "write `" + ours + "`", p, e,
      (letters && p != first && is_name_char(p[-1]) ? " " : "") + ours + after);
}

void Scan::said_capitals(const char* p, string_view word, string_view small) {
  const std::string ours(small);
  text::Diagnostic* d = say_soft(Code::syntax_capitals, p, p + word.size(),
                                 "expected `" + ours + "`, found `" + std::string(word) + "`");
  if (d == nullptr) return;
  d->help.push_back("keywords are written in small letters: `" + ours + "`");
  fix(d, "write `" + ours + "`", p, p + word.size(), ours);
}

const Foreign* Scan::foreign_comparison_at(const char* p) const {
  if (p == last) return nullptr;
  if (*p != '=' && *p != '!' && *p != '<' && *p != '\xe2' && *p != ':' && *p != '/') return nullptr;
  const Foreign* f = foreign_symbol(rest(p, last));
  if (f == nullptr || f->spelling == "!" || f->spelling == "//") return nullptr;
  const string_view ours = f->ours;
  return ours == "is" || ours == "is not" || ours == "<=" || ours == ">=" ? f : nullptr;
}

std::size_t Scan::foreign_junction(const char* p, bool& is_or, bool say_it) {
  const string_view word = word_at(p);
  if (!word.empty()) {
    is_or = differs_in_case(word, "or");
    if ((!is_or && !differs_in_case(word, "and")) || is_refused(word)) return 0;
    if (say_it) said_capitals(p, word, is_or ? "or" : "and");
    return word.size();
  }
  const Foreign* f = foreign_symbol(rest(p, last));
  if (f == nullptr || (f->ours != "and" && f->ours != "or")) return 0;
  is_or = f->ours == "or";
  if (say_it) said_foreign(p, *f);
  return f->spelling.size();
}

bool Scan::operator_missing_at(const char* p) const {
  if (p == last || first_on_line(p)) return false;
  if (is_word_at(p, "not") || is_word_at(p, "one") || is_word_at(p, "with") || is_word_at(p, "of"))
    return true;
  const string_view word = word_at(p);
  if (word.empty()) return operand_at(p) && *p != '(';
  if (differs_in_case(word, "of")) return block_meant_at(p);
  if (word == "from") return counting_meant_at(p);
  if (differs_in_case(word, "rounded") || differs_in_case(word, "starts")) return true;
  return operand_at(p) && reserved_but_for_case(word).empty() && foreign_word(word) == nullptr &&
         !junction_meant_at(p) && !later_keyword_meant_at(p);
}

void Scan::expected_operator(const char* p) {
  const bool after_first_word = trimmed(p) == statement + word_at(statement).size();
  static constexpr string_view parts[] = {"since", "until", "unless", "steps",
                                          "cites", "given", "expect", "otherwise"};
  const bool is_except = word_at(statement) == "except";  // as near as can be to another keyword
  const string_view meant = !after_first_word ? string_view{}
                            : is_except       ? "unless"
                                              : text::nearest(word_at(statement), parts);
  if (!meant.empty()) {  // the word before is the slip
    const string_view word = word_at(statement);
    text::Diagnostic* d = say(Code::syntax_unknown_word, statement, statement + word.size(),
                              "expected `" + std::string(meant) + "`, found `" + std::string(word) + "`");
    if (d != nullptr) d->help.push_back("did you mean `" + std::string(meant) + "`?");
    fix(d, "write `" + std::string(meant) + "`", statement, statement + word.size(), std::string(meant));
    return;
  }
  text::Diagnostic* d = say(Code::syntax_expected, found(p).begin, found(p).end,
                            "expected an operator such as `is` or `>=`, found " + found(p).words);
  if (d == nullptr) return;
  if (const string_view hint = hint_at(p, {}); !hint.empty()) {
    d->help.emplace_back(hint);
  } else if (const string_view before = hint_at(statement, {}); after_first_word && !before.empty()) {
    d->help.emplace_back(before);
  } else if (after_first_word) {
    d->help.push_back("if `" + std::string(word_at(statement)) +
                      "` is the name of the line, a `:` follows it");
  }
}

void Scan::expected_operand(const char* p, string_view what) {
  const bool here = p == statement || !first_on_line(p);
  const string_view word = here ? word_at(p) : string_view{};
  if (!word.empty() && (block_opener_at(p) || word == "when")) {
    const Found f = found(p);
    text::Diagnostic* d =
        say(Code::syntax_block_place, f.begin, f.end, "expected " + std::string(what) + ", found " + f.words);
    if (d == nullptr) return;
    d->help.push_back(word == "when"
                          ? "cases give a value and are no condition: use `all of`, `any of` and lines"
                          : "a block is a whole condition: give it a line of its own");
    return;
  }
  const std::size_t said_before = said.size();
  expected(p, what);
  if (said.size() == said_before || word.empty() || !is_top_level(word)) return;
  said.back().help.push_back("`" + std::string(word) +
                             "` is a reserved word and cannot be a name: choose another one, such as `" +
                             std::string(word) + "_`");
}

void Scan::said_chained(const char* p) {
  const Found f = found(p);
  text::Diagnostic* d =
      say(Code::syntax_chained, p, f.end, "expected one comparison, found a second one: " + f.words);
  if (d != nullptr) d->help.push_back("write two comparisons with `and`: `a <= b and b <= c`");
}

void Scan::said_not(const char* b, const char* e, string_view what) {
  text::Diagnostic* d = say_soft(Code::syntax_not, b, e, "expected " + std::string(what));
  if (d != nullptr)
    d->help.push_back(
        "`not` stands before a yes-or-no name or a bracket; otherwise write `is not`, `is not one of` or "
        "`none of`");
}

void Scan::said_second_not(const char* b, const char* e) {
  const std::size_t before = said.size();
  said_not(b, e, "one `not` only, found two in a row");
  if (said.size() != before) fix(&said.back(), "remove `not`", trimmed(b), e, "");
}

// -- cases and messages --

const char* Scan::other_else_when(const char* p) {
  const string_view word = word_at(p);
  const char* const e = p + word.size();
  if (word == "when") {
    text::Diagnostic* d =
        say_soft(Code::syntax_expected, p, e, "expected `else` before the next case, found `when`");
    fix(d, "add `else`", p, p, "else ");
    return e;
  }
  if (const Foreign* f = foreign_word(word); f != nullptr && f->ours == "else when") {
    said_foreign(p, *f);
    return e;
  }
  const char* const second = over_spaces(e);
  if ((word == "else" && is_word_at(second, "if")) || (word == "otherwise" && is_word_at(second, "when"))) {
    const char* const stop = second + word_at(second).size();
    text::Diagnostic* d =
        say_soft(Code::syntax_foreign, p, stop, "expected `else when`, found `" + std::string(p, stop) + "`");
    if (d != nullptr) d->help.push_back("cases go on with `else when`");
    fix(d, "write `else when`", p, stop, "else when");
    return stop;
  }
  return p;
}

const char* Scan::other_else(const char* p, const char* from) {
  const string_view word = word_at(p);
  if (word == "otherwise") {
    const char* const e = p + word.size();
    const char* const next = over_spaces(e);
    if (next != last && *next == '"') return nullptr;
    text::Diagnostic* d = say_soft(Code::syntax_foreign, p, e, "expected `else`, found `otherwise`");
    if (d != nullptr) d->help.push_back("cases end with `else`; `otherwise` is for messages");
    fix(d, "write `else`", p, e, "else");
    return e;
  }
  const bool below = p != from && first_on_line(p);
  if (!below || !operand_at(p) || *p == '"' || head_at(p)) return nullptr;
  const char* const next = over_spaces(p + word.size());
  if ((word == "yes" || word == "no") && next != last && *next == '"') return nullptr;
  expected(p, "`else` before the last value", {}, true);
  return p;
}

void Scan::expected_when(const char* p) {
  expected(p, "`when` after `else`, or the end of the line");
}

bool Scan::else_text_at(const char* p) const {
  if (!is_word_at(p, "else")) return false;
  const char* const q = over_spaces(p + 4);
  return q != last && *q == '"';
}

// `otherwhise "…"` below a line: nothing else begins with two words like these and ends there.
bool Scan::misspelt_otherwise_at(const char* p) const {
  const string_view word = word_at(p);
  const char* const q = over_spaces(p + word.size());
  return word.size() > 5 && !is_reserved(word) && lone_text_at(q) &&
         !text::nearest(word, otherwise_alone).empty();
}

const char* Scan::other_otherwise(const char* p, const char* from) {
  if (else_text_at(p)) {
    text::Diagnostic* d = say_soft(Code::syntax_foreign, p, p + 4, "expected `otherwise`, found `else`");
    if (d != nullptr) d->help.push_back("messages stand after `otherwise`; `else` is for cases");
    fix(d, "write `otherwise`", p, p + 4, "otherwise");
    return over_spaces(p + 4);
  }
  const bool below = p != from && first_on_line(p);
  if (below && misspelt_otherwise_at(p)) {
    (void)correct(p, "`otherwise` before the message", otherwise_alone);
    return over_spaces(p + word_at(p).size());
  }
  if (!below || open_.size() < 2 || !lone_text_at(p)) return nullptr;
  expected(p, "`otherwise` before the message", {}, true);
  return p;
}

// -- blocks and lines --

void Scan::said_one_line_block(const char* p) {
  if (rest(p, last).starts_with("//")) return expected(p, "the end of the line", {}, true);
  const Found f = found(p);
  text::Diagnostic* d = say(
      Code::syntax_one_line_block, f.begin, f.end,
      "expected the end of the line after `" + std::string(opener_begin, opener_end) + "`, found " + f.words);
  if (d != nullptr) d->help.push_back("each condition of a block has a line of its own, and `end` too");
}

bool Scan::body_at(const char* p) const {
  const string_view word = word_at(p);
  if (word.empty()) return true;
  const char* const next = over_spaces(p + word.size());
  if (is_reserved(word))
    return is_value_word(word) || word == "not" || word == "all" || word == "any" || word == "of" ||
           word == "when" || word == "some" || word == "every" || !meant_opener_at(p).ours.empty();
  if (at_line_end(next) && steps_at(next_line(next)) && !text::nearest(word, steps_alone).empty())
    return false;
  // `sicne 2025-05-26`, `yse "…"`: a misspelt part, unless it is `at least 2 of` or a count.
  if (next == last || block_opener_at(p) || word == "least") return true;
  return (*next != '"' || stray_quote_at(next)) && !(is_digit(*next) && next + 4 < last && next[4] == '-');
}

bool Scan::misspelt_part_of_test_at(const char* p) const {
  return !text::nearest(word_at(p), parts_of_test).empty();
}

void Scan::expected_given(const char* p) {
  text::Diagnostic* d = say(Code::syntax_expected, found(p).begin, found(p).end,
                            "expected `given`, `expect` or `end`, found " + found(p).words);
  if (d == nullptr) return;
  d->help.push_back("is a comma missing at the end of the line above?");
}

// -- amendments --

void Scan::expected_amendment(const char* p) {
  const std::size_t before = said.size();
  expected(p, "`cites` or the end of the line");
  if (said.size() == before || !said.back().help.empty()) return;
  said.back().help.emplace_back(
      *p == '"' || *p == ':' ? string_view("label and type stand where it is declared") : amendment_help);
}

bool Scan::refused_in_amendment(const char* p) {
  const string_view word = word_at(p);
  const char* const next = over_spaces(p + word.size());
  const bool sentence = (word == "yes" || word == "no") && next != last && *next == '"';
  const bool coverage = word == "not" && is_word_at(next, "covered");
  if (!sentence && !coverage && word != "unless" && word != "steps") return false;
  const std::size_t before = said.size();
  expected(p, "`since`, `until`, `cites` or `end`");
  if (said.size() == before) return true;
  said.back().help.push_back(word == "unless"
                                 ? "exceptions apply to all versions: they stand where the rule is declared"
                                 : "it belongs to the decision itself: write it where that is declared");
  return true;
}

bool Scan::correct(const char* p, string_view what, std::span<const string_view> words) {
  const string_view word = word_at(p);
  string_view meant = word.size() < 2 || is_reserved(word) ? string_view{} : text::nearest(word, words);
  if (meant == "end" && !at_line_end(over_spaces(p + word.size()))) meant = {};
  if (meant.empty()) {
    expected(p, what);
    return false;
  }
  said_misspelt(p, what, meant);
  corrected_at = p;
  corrected = meant;
  return true;
}

bool Scan::said_tests_for_test(const char* p) {
  if (!is_word_at(p, "tests")) return false;
  const char* const title = over_spaces(p + 5);
  const char* const e = title != last && *title == '"' ? closed_text(title) : nullptr;
  if (e == nullptr) return false;
  const char* const next = over_spaces(e);
  const string_view below = at_line_end(next) ? word_at(next_line(next)) : string_view{};
  if (!is_word_at(next, "as") && below != "given" && below != "expect") return false;
  said_misspelt(p, "`test`", "test");
  corrected_at = p;
  corrected = "test";
  return true;
}

bool Scan::correct_top(const char* p) {
  if (is_word_at(p, "end")) {
    text::Diagnostic* d =
        say(Code::syntax_extra_end, p, p + 3, "expected a declaration, found an `end` that ends nothing");
    if (d != nullptr) d->help.push_back("everything above it has its `end` already");
    return false;
  }
  // Before a text stands `use` or `test`, or the name of something whose keyword is missing; before a name alone
  // neither of them.
  static constexpr string_view before_text[] = {"use", "test"};
  const char* const next = over_spaces(p + word_at(p).size());
  const bool text = next != last && *next == '"';
  if (is_word_at(next, "from") && is_misspelt_at(p, "tests"))
    return correct(p, "a declaration such as `rule`, `fact` or `decision`", tests_alone);
  if ((is_word_at(p, "text") || is_misspelt_at(p, "texts")) && !text &&
      at_line_end(over_spaces(over_name(next))))
    return correct(p, "a declaration such as `rule`, `fact` or `decision`", texts_alone);
  return correct(p, "a declaration such as `rule`, `fact` or `decision`",
                 text ? std::span<const string_view>(before_text) : top_level_words());
}

}  // namespace eligo::grammar
