// SPDX-License-Identifier: MIT
// Owns breaks of lines that are lost, or one too many: where a statement begins on the line of the one before, and where one
// goes on in the next.
#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

constexpr std::size_t longest_line = 2000;  // that may be two: behind so much of one, nothing begins

bool ends_line(const Scan& scan, const char* p) {
  return scan.at_line_end(scan.over_spaces(p));
}

// `since 2025-05-26 …`, `until 2025-05-26 …`
bool is_version(const Scan& scan, const char* p) {
  if (!scan.is_word_at(p, "since") && !scan.is_word_at(p, "until")) return false;
  const char* const day = scan.over_spaces(p + 5);
  return day != scan.last && is_digit(*day);
}

// `yes "…"`, `no "…"`
bool is_sentence(const Scan& scan, const char* p) {
  const bool yes = scan.is_word_at(p, "yes");
  if (!yes && !scan.is_word_at(p, "no")) return false;
  const char* const text = scan.over_spaces(p + (yes ? 3 : 2));
  return text != scan.last && *text == '"';
}

// `rule adult`, `test "…"`, `texts fr`
bool is_declaration(const Scan& scan, const char* p) {
  const string_view word = scan.word_at(p);
  if (!is_top_level(word)) return false;
  const char* const next = scan.over_spaces(p + word.size());
  if (next == scan.last || !(is_name_begin(*next) || *next == '"')) return false;
  string_view rest(next, std::min(longest_line, static_cast<std::size_t>(scan.last - next)));
  rest = rest.substr(0, rest.find_first_of("\r\n"));
  return std::count(rest.begin(), rest.end(), '"') % 2 ==
         0;  // odd: … group fare", a label that lost its first quote
}

// `activate steps`, which is translated
bool is_entry_of_steps(const Scan& scan, const char* p) {
  const char* const next = scan.over_spaces(p + scan.word_at(p).size());
  return is_name_begin(*p) && scan.is_word_at(next, "steps") && ends_line(scan, next + 5);
}

// `adult`, with its `otherwise` or `cites` on the next line.
bool is_named_line(const Scan& scan, const char* p) {
  if (!is_name_begin(*p) || !ends_line(scan, p + scan.word_at(p).size())) return false;
  const char* const next = scan.next_line(p);
  return scan.is_word_at(next, "otherwise") || scan.is_word_at(next, "cites");
}

}  // namespace

bool Scan::joined_line_at(const char* p) const {
  if (p == last || first_on_line(p) || brackets != 0) return false;
  const string_view before(p - std::min(longest_line, static_cast<std::size_t>(p - first)), p);
  if (before.size() == longest_line && before.find_first_of("\r\n") == string_view::npos) return false;
  const char* const behind = over_spaces(p + word_at(p).size());
  if (is_word_at(p, "end")) {
    const char* const word = word_before(p);
    if (word == p || !is_word_at(word, "end"))
      return at_line_end(behind) || is_word_at(behind, "otherwise") || is_word_at(behind, "cites");
    const char* const next =
        next_line(p);  // rather written twice, but where what is open would have no `end`
    if (open_.empty() || open_.back().flat) return false;
    return next == last || top_word_at(next) || indent(next) < open_.back().indent;
  }
  if (is_word_at(p, "steps") || is_word_at(p, "rows")) return at_line_end(behind);
  if (is_word_at(p, "given") || is_word_at(p, "expect")) return !at_line_end(behind);
  if (block_opener_at(p)) {
    const char* const of = over_spaces(p + word_at(p).size());
    return ends_line(*this, of + word_at(of).size()) || is_word_at(p, "at");
  }
  return is_version(*this, p) || is_sentence(*this, p) || sure_head_at(p) || is_declaration(*this, p) ||
         is_entry_of_steps(*this, p) || is_named_line(*this, p);
}

const char* broken_line_at(const Scan& scan, const char* p, string_view what) {
  if (scan.brackets != 0 || p == scan.last || scan.hurt(p) || !scan.at_line_end(p)) return nullptr;
  const char* const next = scan.next_line(p);
  if (next == scan.last) return nullptr;
  if (string_view("\":,=<>").find(*next) != string_view::npos || is_digit(*next)) return next;
  static constexpr string_view never_first[] = {"is", "of",      "by",    "change", "from", "to",
                                                "or", "as",      "in",    "no",     "most", "cost",
                                                "if", "covered", "least", "starts", "with"};
  const string_view word = scan.word_at(next);
  if (std::find(std::begin(never_first), std::end(never_first), word) != std::end(never_first)) return next;
  if (word.empty() || is_reserved(word) || !what.starts_with("the name of ")) return nullptr;
  const char* behind = next + word.size();
  while (behind != scan.last && (*behind == '.' || is_name_char(*behind))) ++behind;
  behind = scan.over_spaces(behind);
  return scan.at_line_end(behind) || *behind == '"' || *behind == ':' || *behind == ',' ? next : nullptr;
}

bool label_below(const Scan& scan, const char* p) {
  const std::size_t bytes = scan.word_at(p).size();
  if (bytes == 0 || scan.brackets != 0 || !ends_line(scan, p + bytes)) return false;
  const char* const label = scan.next_line(p);
  if (label == scan.last || *label != '"') return label != scan.last && *label == ':';
  const char* const colon = scan.over_spaces(scan.after_text(label));
  return colon != scan.last && *colon == ':';
}

void said_broken_line(Scan& scan, const char* p, string_view what) {
  const std::size_t before = scan.said.size();
  scan.expected(p, what);
  if (scan.said.size() != before) scan.said.back().help = {"the line goes on below: write it as one"};
}

}  // namespace eligo::grammar
