// SPDX-License-Identifier: MIT
// Owns gaps and lookahead of one file.
#include "grammar/scan.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

Scan::Scan(const text::SourceSet& sources, text::SourceId id, const Limits& all_limits)
    : limits(all_limits), first(sources.bytes(id).data()), last(first + sources.bytes(id).size()), id_(id) {
  comments_to_ = first;
}

void Scan::read_instead(string_view bytes) {
  first = comments_to_ = bytes.data();
  last = first + bytes.size();
}

const char* Scan::line_begin(const char* p) const {
  while (p != first && p[-1] != '\n' && p[-1] != '\r') --p;
  return p;
}

const char* Scan::line_stop(const char* p) const {
  while (p != last && *p != '\n' && *p != '\r') ++p;
  return p;
}

std::uint32_t Scan::indent(const char* p) const {
  const char* begin = line_begin(p);
  return static_cast<std::uint32_t>(over_spaces(begin) - begin);
}

// -- gaps --

const char* Scan::over_spaces(const char* p) const {
  while (p != last && (*p == ' ' || *p == '\t')) ++p;
  return p;
}

const char* Scan::over_blanks(const char* p) {
  return brackets == 0 ? over_spaces(p) : over_lines(p);
}

const char* Scan::over_lines(const char* p) {
  for (; p != last; ++p) {
    if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r') continue;
    if (*p != '#') break;
    const char* stop = line_stop(p);
    if (p >= comments_to_) {
      comments.push_back(span(p, stop));
      comments_to_ = stop;
    }
    p = stop;
    if (p == last) break;
  }
  return p;
}

const char* Scan::trimmed(const char* p) const {
  for (;;) {
    bool crossed = false;
    while (p != first && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n' || p[-1] == '\r')) {
      --p;
      if (*p == '\n' || *p == '\r') crossed = true;
    }
    if (!crossed && p != last) return p;
    const auto after = std::upper_bound(comments.begin(), comments.end(), at(p),
                                        [](std::uint32_t x, const Span& c) { return x < c.begin; });
    if (after == comments.begin() || (after - 1)->end != at(p)) return p;
    p = first + (after - 1)->begin;
  }
}

bool Scan::first_on_line(const char* p) const {
  while (p != first && (p[-1] == ' ' || p[-1] == '\t')) --p;
  return p == first || p[-1] == '\n' || p[-1] == '\r';
}

const char* Scan::continuation(const char* p) {
  if (p == last || (*p != '\n' && *p != '\r' && *p != '#')) return p;
  if (p != continued_from_) {
    continued_from_ = p;
    continued_to_ = over_lines(p);
  }
  return continued_to_;
}

// -- tokens --

string_view Scan::word_at(const char* p) const {
  const char* e = p;
  if (e != last && is_name_begin(*e))
    while (e != last && is_name_char(*e)) ++e;
  return {p, static_cast<std::size_t>(e - p)};
}

bool Scan::is_word_at(const char* p, string_view word) const {
  return static_cast<std::size_t>(last - p) >= word.size() && string_view(p, word.size()) == word &&
         (p + word.size() == last || !is_name_char(p[word.size()]));
}

const char* Scan::closed_text(const char* p) const {
  for (++p; p != last && *p != '\n' && *p != '\r'; ++p) {
    if (*p == '"') return p + 1;
    if (*p == '\\' && p + 1 != last && p[1] != '\n' && p[1] != '\r') ++p;
  }
  return nullptr;
}

const char* Scan::after_text(const char* p) const {
  const char* e = closed_text(p);
  return e != nullptr ? e : line_stop(p);
}

const char* Scan::over_name(const char* p) const {
  const string_view word = word_at(p);
  return is_reserved(word) ? p : p + word.size();
}

bool Scan::operand_at(const char* p) const {
  if (p == last) return false;
  if (*p == '"' || *p == '(' || is_digit(*p)) return true;
  const string_view word = word_at(p);
  return !word.empty() && (!is_reserved(word) || is_value_word(word));
}

// `test "passed"` between the values of an enum, as deep as they are.
bool Scan::is_value_of_enum(const char* p) const {
  if (open_.empty() || open_.back().flat || !is_word_at(open_.back().begin, "enum")) return false;
  const char* const q = over_spaces(p + word_at(p).size());
  const bool is_line = at_line_end(q) || (*q == '"' && at_line_end(over_spaces(after_text(q))));
  return is_line && indent(p) > open_.back().indent;
}

bool Scan::top_word_at(const char* p) const {
  const string_view word = word_at(p);
  if (word.empty() || !is_reserved(word) || !is_top_level(word)) return false;
  // `value : condition` and `value "label"` are lines with a reserved word for a name: they close nothing.
  const char* q = over_spaces(p + word.size());
  if (q == last) return true;
  // Nor does `rule is 3`, where somebody uses the word as a name.
  if (string_view("<>=!+*/.").find(*q) != string_view::npos || is_word_at(q, "is")) return false;
  if (is_value_of_enum(p)) return false;
  if (*q != '"') return *q != ':';
  return word == "use" || word == "test" || word == "tests";
}

bool Scan::block_opener_at(const char* p) const {
  const string_view word = word_at(p);
  if (word == "all" || word == "any") return true;
  const char* q = over_spaces(p + word.size());
  if (word == "none") return is_word_at(q, "of");
  if (word == "at") return is_word_at(q, "least") || (q != last && is_digit(*q));
  return false;
}

bool Scan::head_at(const char* p) const {
  const string_view word = word_at(p);
  if (word.empty()) return false;
  const char* q = over_spaces(p + word.size());
  if (q == last) return false;
  if (*q == ':') return true;
  if (is_reserved(word)) return *q == '"' && (q = over_spaces(after_text(q))) != last && *q == ':';
  if (*q == '"') return !stray_quote_at(q);
  // `age at least 3`, with nothing below it, is a comparison.
  if (is_word_at(q, "at") && block_opener_at(q) && indent(next_line(q)) <= indent(p)) {
    const string_view behind(q, static_cast<std::size_t>(line_stop(q) - q));
    if (behind.find(" of") == string_view::npos) return false;
  }
  return (p[word.size()] != '.' && block_opener_at(q)) || other_label_at(q) ||
         (brackets == 0 && colon_meant_at(q));
}

bool Scan::sure_head_at(const char* p) const {
  const std::size_t n = word_at(p).size();
  if (n == 0) return false;
  const char* q = over_spaces(p + n);
  if (q != last && *q == '"') q = over_spaces(after_text(q));
  return q != last && (*q == ':' || other_label_at(q));
}

bool Scan::lone_text_at(const char* p) const {
  return p != last && *p == '"' && at_line_end(over_spaces(after_text(p)));
}

const char* Scan::over_literal(const char* p) const {
  if (p == last) return p;
  if (*p == '"') return after_text(p);
  const char* q = p;
  if (*q == '-') q = over_spaces(q + 1);
  if (q != last && is_digit(*q)) {
    while (q != last && (is_digit(*q) || *q == '.' || *q == '-')) ++q;
    const char* percent = over_spaces(q);
    return percent != last && *percent == '%' ? percent + 1 : q;
  }
  const string_view word = word_at(p);
  if (is_reserved(word) && !is_value_word(word)) return p;
  q = p + word.size();
  while (q != last && *q == '.') q += 1 + word_at(q + 1).size();
  return q;
}

bool Scan::given_at(const char* p) const {
  const char* q = over_name(p);
  if (q == p) return false;
  while (q != last && *q == '.') q += 1 + word_at(q + 1).size();
  q = over_spaces(q);
  if (is_word_at(q, "needs")) return false;
  if (q != last && *q == '[') return true;
  return over_literal(q) != q || is_word_at(q, "from") || is_word_at(q, "to") || is_word_at(q, "one");
}

const char* Scan::next_line(const char* p) const {
  for (;;) {
    p = line_stop(p);
    while (p != last && (*p == '\n' || *p == '\r' || *p == ' ' || *p == '\t')) ++p;
    if (p == last || *p != '#') return p;
  }
}

bool Scan::row_at(const char* p) const {
  const char* q = over_literal(p);
  if (q == p) return false;
  q = over_spaces(q);
  return at_line_end(q) || *q == ',';
}

// Lines that `is` says yes to, then an `end` after which the declaration goes on or ends.
template <typename Is>
bool Scan::lines_to_inner_end(const char* p, Is is) const {
  constexpr int most = 100;  // a longer list is not looked through
  const char* q = p;
  for (int n = 0; n != most && q != last && is(q); ++n) q = next_line(q);
  if (q == p || !is_word_at(q, "end")) return false;
  q = next_line(q);
  const string_view word = word_at(q);
  return word == "end" || (is_reserved(word) && !is_top_level(word));
}

bool Scan::steps_at(const char* p) const {
  return lines_to_inner_end(p, [](const char* q) { return *q == '"'; });
}

bool Scan::rows_at(const char* p) const {
  return lines_to_inner_end(p, [this](const char* q) { return row_at(q); });
}

bool Scan::none_opens_at(const char* p) const {
  if (!is_word_at(p, "none")) return false;
  const char* q = over_spaces(p + 4);
  if (is_word_at(q, "of")) return true;
  if (!at_line_end(q)) return false;
  q = line_stop(q);
  while (q != last && (*q == '\n' || *q == '\r' || *q == ' ' || *q == '\t')) ++q;
  return q != last && indent(q) > indent(p) && !is_word_at(q, "otherwise") && !is_word_at(q, "cites");
}

void Scan::deeper(const char* p) {
  if (++depth <= limits.nesting) return;
  const Found f = found(p);
  stop(Code::limit_nesting, f.begin, f.end,
       "expected at most " + std::to_string(limits.nesting) +
           " levels of brackets, blocks, cases or signs inside one another, found more (limit `nesting`)");
}

}  // namespace eligo::grammar
