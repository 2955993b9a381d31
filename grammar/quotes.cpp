// SPDX-License-Identifier: MIT
// Owns the answers to quotes that are missing, too many or of another kind.
#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

struct Quotes {
  string_view opening;
  string_view closing;
};
constexpr Quotes others[] = {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"'", "'"},
                             {"`", "`"}, {"”", "”"}, {"’", "’"}, {"»", "«"}};

string_view between(const char* p, const char* e) {
  return {p, static_cast<std::size_t>(e - p)};
}

const Quotes* quotes_at(const char* p, const char* e) {
  for (const Quotes& one : others)
    if (between(p, e).starts_with(one.opening)) return &one;
  return nullptr;
}

// An apostrophe has letters on both sides.
bool ends_a_word(const char* p, const char* e) {
  return p == e ||
         (!is_name_char(*p) && (static_cast<unsigned char>(*p) < 0x80 || no_break_space(between(p, e)) != 0));
}

// So much of a line is looked through for the quote that closes a text of another kind.
const char* looked_through(const char* p, const char* e) {
  constexpr std::ptrdiff_t most = 1'000;
  return std::find_if(p, p + std::min(most, e - p), [](char c) { return c == '\n' || c == '\r'; });
}

// What may stand behind a text without a blank.
bool goes_on_behind_a_text(string_view word) {
  static constexpr string_view words[] = {"and",  "as", "ask",       "by", "can",   "cites", "else",
                                          "from", "is", "otherwise", "or", "shown", "then",  "with"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// What may close a text that `"` opened.
constexpr string_view closings[] = {"”", "»", "“"};

// A closing quote of p's line that ends a word: where it begins, or nullptr.
const char* closing_quote(const char* p, const char* e, string_view closing) {
  for (; p < e; ++p)
    if (between(p, e).starts_with(closing) && ends_a_word(p + closing.size(), e) &&
        (closing == "»" || p[-1] != ' '))
      return p;
  return nullptr;
}

// Blanks, also those that may not break.
const char* over_all_blanks(const char* p, const char* e) {
  while (p != e) {
    const std::size_t bytes = *p == ' ' ? 1 : no_break_space(between(p, e));
    if (bytes == 0) break;
    p += bytes;
  }
  return p;
}

// `end`, `all of`, `rule adult`: a line that no text goes on with.
bool is_statement(const Scan& scan, const char* p) {
  const string_view word = scan.word_at(p);
  return (word == "end" && scan.at_line_end(scan.over_spaces(p + word.size()))) || scan.top_word_at(p) ||
         (scan.block_opener_at(p) && scan.is_word_at(scan.over_spaces(p + word.size()), "of"));
}

// The end of a text that is not closed on its line, where the quote that closes it stands on the next or the one after: no text
// is opened there before it. Else nullptr.
const char* text_end_below(const Scan& scan, const char* p) {
  constexpr int most_lines = 2;
  for (const string_view closing : closings)  // it is closed, by a quote of another kind
    if (closing_quote(p + 1, looked_through(p, scan.last), closing) != nullptr) return nullptr;
  const char* line = scan.next_line(p);
  for (int n = 0; n != most_lines && line != scan.last; ++n) {
    const char* const stop = looked_through(line, scan.last);
    const auto quotes = std::count(line, stop, '"');
    const char* const quote = std::find(line, stop, '"');
    if (quotes % 2 == 1) {
      const bool opens = quote[-1] == ' ' || quote[-1] == '\t' || (quote[-1] == ':' || quote[-1] == ',');
      const bool is_over =
          scan.at_line_end(quote + 1) || string_view(" \t:,").find(quote[1]) != string_view::npos;
      return quote != line && !opens && is_over ? quote + 1 : nullptr;
    }
    if (quotes != 0 || is_statement(scan, line)) return nullptr;
    line = scan.next_line(line);
  }
  return nullptr;
}

void said_broken_text(Scan& scan, const char* b, const char* e) {
  const char* const stop = scan.trimmed(scan.next_line(b));
  text::Diagnostic* d = scan.say(Code::syntax_unterminated_text, b, stop,
                                 "expected a closing `\"` on this line, found the end of the line");
  if (d == nullptr) return;
  d->help.push_back("the text goes on below: a text stands on one line, however long it is");
  std::string whole;
  for (const char* p = b; p != e;) {
    const char* const line = looked_through(p, e);
    if (!whole.empty()) whole += ' ';
    whole.append(p, line == e ? e : scan.trimmed(line));
    p = line == e ? e : scan.over_spaces(scan.next_line(line));
  }
  scan.fix(d, "write it on one line", b, e, whole);
}

const char* without_blanks_behind(const char* b, const char* e) {
  const char* stop = b;
  for (const char* p = b; p != e;) {
    const char* const next = over_all_blanks(p, e);
    if (next == e) break;
    p = next + 1;
    stop = p;
  }
  return stop;
}

}  // namespace

bool Scan::other_quote_at(const char* p) const {
  if (p == last || (static_cast<unsigned char>(*p) < 0x80 && *p != '\'' && *p != '`')) return false;
  const bool is_apostrophe =
      p != first && is_name_char(p[-1]) && (*p == '\'' || between(p, last).starts_with("’"));
  return !is_apostrophe && quotes_at(p, last) != nullptr;
}

const char* Scan::unterminated_end(const char* p) const {
  const char* e = line_stop(p);
  for (const string_view closing : closings)
    if (const char* const quote = closing_quote(p + 1, looked_through(p, e), closing))
      return quote + closing.size();
  for (const char* q = e; q-- != p + 1;)
    if (*q == ':' && (q[-1] == ' ' || q[-1] == '\t') && (q + 1 == e || q[1] == ' ' || q[1] == '\t'))
      return trimmed(q);
  while (e != p + 1 && (e[-1] == ' ' || e[-1] == '\t')) --e;
  if (e != p + 1 && e[-1] == ',') --e;
  // Brackets that close more than the text opens are not the text's.
  const auto opened = std::count(p, e, '(') + std::count(p, e, '[');
  auto closed = std::count(p, e, ')') + std::count(p, e, ']');
  for (; brackets > 0 && closed > opened && e != p + 1 && (e[-1] == ')' || e[-1] == ']'); --closed) --e;
  return e;
}

OtherText Scan::in_other_quotes(const char* p) const {
  const char* const stop = looked_through(p, last);
  const Quotes* const quotes = quotes_at(p, stop);
  if (quotes == nullptr) return {p, p, p, false};
  const char* const inside = p + quotes->opening.size();
  const bool straight_closes = std::count(inside, stop, '"') % 2 == 1;
  if (const char* const closing = straight_closes ? nullptr : closing_quote(inside, stop, quotes->closing))
    return {inside, closing, closing + quotes->closing.size(), true};
  const char* const straight = std::find(inside, stop, '"');
  if (straight != stop) return {inside, straight, straight + 1, true};
  const char* const e = unterminated_end(inside - 1);
  return {inside, e, e, false};
}

const char* Scan::other_text_end(const char* p) const {
  if (other_quote_at(p)) return in_other_quotes(p).after;
  const char* const stop = line_stop(p);
  const string_view line = between(p, stop);
  const string_view first_word = word_at(p);
  const std::size_t quote = line.find('"');
  if (is_reserved(first_word) && quote == string_view::npos) return p;
  if (first_word.empty() && static_cast<unsigned char>(*p) < 0x80) return p;
  // An odd number of quotes: the opening one is missing; an even number: a text follows, and this is
  // something else.
  if (quote != string_view::npos)
    return std::count(line.begin(), line.end(), '"') % 2 == 1 ? p + quote + 1 : p;
  const char* e = stop;
  for (const char* q = p; q != stop; ++q)
    if (*q == '#' && q[-1] == ' ') {
      e = q;
      break;
    }
  while (e[-1] == ' ' || e[-1] == '\t') --e;
  return e;
}

bool Scan::other_label_at(const char* p) const {
  if (!other_quote_at(p)) return false;
  const char* const after = over_spaces(in_other_quotes(p).after);
  return after != last && *after == ':';
}

// A quote after which nothing stands on its line: it opens no text.
bool Scan::stray_quote_at(const char* p) const {
  return p != last && *p == '"' && at_line_end(over_spaces(p + 1));
}

// `""abc"` and `"abc""`: one quote of them is too many, as the number of those that follow on the line shows.
const char* Scan::over_text_with_quote_twice(const char* p, const char* e) const {
  if (at_line_end(e) || string_view(" \t,:;)").find(*e) != string_view::npos) return e;
  const char* const stop = looked_through(e, line_stop(e));
  if (std::count(e, stop, '"') % 2 == 0) return e;
  if (*e == '"') return e + 1;
  const char* const closed = e - p == 2 ? closed_text(e - 1) : nullptr;
  return closed != nullptr ? closed : e;
}

// `"Say "please" first."`: a letter stands at once behind what closed the text, and further quotes on the line come in pairs,
// of which the last one closes. nullptr where it is not so.
const char* Scan::text_with_quotes_inside(const char* closed) const {
  const char* const stop = looked_through(closed, line_stop(closed));
  for (const char* e = closed; e != stop && is_latin_char(*e) && !goes_on_behind_a_text(word_at(e));) {
    const char* const inner = std::find(e, stop, '"');
    if (inner == stop) return nullptr;
    const char* const last_quote = std::find(inner + 1, stop, '"');
    if (last_quote == stop) return nullptr;
    e = last_quote + 1;
    if (e == last || at_line_end(e) || string_view(" \t,:;)").find(*e) != string_view::npos) return e;
  }
  return nullptr;
}

const char* Scan::odd_text_end(const char* p, const char* closed, bool say_it) {
  if (closed == nullptr) {
    if (const char* const e = text_end_below(*this, p)) {
      if (say_it) said_broken_text(*this, p, e);
      return e;
    }
    const char* const e = unterminated_end(p);
    if (say_it) unterminated(p, e);
    return e;
  }
  if (const char* const e = text_with_quotes_inside(closed)) {
    if (say_it) said_quotes_inside(p, e);
    return e;
  }
  const char* const e = over_text_with_quote_twice(p, closed);
  if (say_it && e != closed) said_quote_twice(closed - 1);
  return e;
}

// -- saying --

void Scan::unterminated(const char* b, const char* e) {
  const char* other = nullptr;
  for (const string_view closing : closings)
    if (between(b, e).size() > closing.size() && string_view(e - closing.size(), closing.size()) == closing)
      other = e - closing.size();
  text::Diagnostic* d = say(
      Code::syntax_unterminated_text, b, e,
      "expected a closing `\"` on this line, found " + (other != nullptr ? "`" + std::string(other, e) + "`"
                                                        : e == last      ? std::string("the end of the file")
                                                                    : std::string("the end of the line")));
  if (d == nullptr) return;
  d->help.push_back("a text begins and ends with `\"` on one line; a quote inside it is written `\\\"`");
  if (other != nullptr)
    fix(d, "write `\"`", other, e, "\"");
  else
    fix(d, "add `\"`", e, e, "\"");
}

// `"A“ from "x.csv"`: the text before p ends with the quote that was to open the next one.
bool Scan::said_other_closing_quote(const char* p) {
  if (p == first || p == last || p[-1] != '"' || string_view(" \t\n\r,:;)").find(*p) != string_view::npos)
    return false;
  for (const char* q = line_begin(p); q != p; ++q)
    for (const string_view closing : closings)
      if (between(q, p).starts_with(closing) && ends_a_word(q + closing.size(), p)) {
        const char* const e = q + closing.size();
        text::Diagnostic* d =
            say(Code::syntax_quotes, q, e, "expected a closing `\"`, found `" + std::string(closing) + "`");
        if (d != nullptr)
          d->help.push_back(
              "a text begins and ends with `\"`; other quotes are ordinary characters inside it");
        fix(d, "write `\"`", q, e, "\"");
        return true;
      }
  return false;
}

void Scan::said_stray_quote(const char* p) {
  text::Diagnostic* d = say(Code::syntax_unterminated_text, p, p + 1,
                            "expected the end of the line, found a `\"` that opens no text");
  if (d == nullptr) return;
  d->help.emplace_back("remove it, or write the text after it, and a closing `\"`");
  fix(d, "remove `\"`", trimmed(p), p + 1, "");
}

void Scan::said_quote_twice(const char* p) {
  text::Diagnostic* d = say_soft(Code::syntax_twice, p, p + 1, "expected one `\"` here, found a second one");
  if (d != nullptr) d->help.emplace_back("a quote inside a text is written `\\\"`");
  fix(d, "remove `\"`", p, p + 1, "");
}

void Scan::said_quotes_inside(const char* b, const char* e) {
  const char* const quote = std::find(b + 1, e, '"');
  text::Diagnostic* d = say_soft(Code::syntax_quotes, quote, quote + 1,
                                 "expected `\\\"` for a quote inside a text, found `\"`");
  std::string escaped;
  for (const char* p = b + 1; p != e - 1; ++p) {
    if (*p == '"') escaped += '\\';
    escaped += *p;
    if (*p == '\\') escaped += *++p;
  }
  fix(d, "write `\\\"` inside the text", b, e, '"' + escaped + '"');
}

void Scan::said_unquoted_text(const char* b, const char* e) {
  if (const auto day = between(b, e).find(" as of "); day != string_view::npos)
    e = trimmed(b + day + 1);  // the title of a test ends before its day
  text::Diagnostic* d = say(Code::syntax_unquoted_text, b, e,
                            "expected a text in straight quotes, found " + in_backticks(b, e));
  if (d == nullptr) return;
  if (e[-1] == '"') {
    d->help.push_back("the opening `\"` is missing");
    fix(d, "add `\"`", b, b, "\"");
  } else {
    d->help.push_back("a text begins and ends with `\"`");
    fix(d, "put it in quotes", b, e, '"' + std::string(b, e) + '"');
  }
}

void Scan::said_other_text(const char* b, const char* e) {
  if (is_name_begin(*b) || !other_quote_at(b)) {
    said_unquoted_text(b, e);
    return;
  }
  const OtherText text = in_other_quotes(b);
  const std::string message = "expected a text in straight quotes, found " + in_backticks(b, e);
  text::Diagnostic* d =
      text.closed ? say_soft(Code::syntax_quotes, b, e, message) : say(Code::syntax_quotes, b, e, message);
  if (d == nullptr) return;
  d->help.push_back("a text begins and ends with `\"`; other quotes are ordinary characters inside it");
  const char* const begin = over_all_blanks(text.begin, text.end);
  const char* const end = without_blanks_behind(begin, text.end);
  std::string straight = "\"";
  for (const char* p = begin; p != end; ++p) straight.append(*p == '"' ? 1 : 0, '\\').push_back(*p);
  fix(d, "write straight quotes", b, e, straight + "\"");
}

}  // namespace eligo::grammar
