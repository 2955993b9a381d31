// SPDX-License-Identifier: MIT
// Owns what to write instead of words and signs that people bring from elsewhere, where nothing nearer is known.
#include <algorithm>
#include <iterator>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

struct Hint {
  string_view found;
  string_view help;
};

constexpr string_view plain_number =
    "a number is written without blanks and commas, with a point before its decimals: `1200.50`";
constexpr string_view comparisons = "comparisons are written `<`, `<=`, `>`, `>=`";
constexpr string_view two_comparisons = "write two comparisons with `and`: `a <= b and b <= c`";
constexpr string_view amount = "an amount is a number alone: the header names the currency";
constexpr string_view weeks = "there are `days`, `months` and `years`: a week is `7 days`";
constexpr string_view quotes =
    "a text begins and ends with `\"`; other quotes are ordinary characters inside it";
constexpr string_view no_break = "it looks like a blank and is none: write a blank in its place";
constexpr string_view bullets = "lines begin without dots, dashes, letters and numbers";
constexpr string_view braces = "there are no braces here: lines follow, and `end` after them";

// Words, whatever is expected.
constexpr Hint words[] = {
    {"if", "a condition stands alone, without `if`; a choice of values is `when … then … else …`"},
    {"si", "a condition stands alone, without `if`; a choice of values is `when … then … else …`"},
    {"in", "membership is written `is one of a, b`"},
    {"contains", "texts are compared with `is`, `is one of` and `starts with`"},
    {"then", "cases begin with `when`"},
    {"alors", "cases are written `when … then … else …`"},
    {"sinon", "cases are written `when … then … else …`"},
    {"than", comparisons},
    {"least", comparisons},
    {"most", comparisons},
    {"plus", comparisons},
    {"moins", comparisons},
    {"isn", "write `is not`"},
    {"aren", "write `is not`"},
    {"greater", comparisons},
    {"less", comparisons},
    {"between", two_comparisons},
    {"et", "write `and`"},
    {"ou", "write `or`"},
    {"est", "write `is`"},
    {"oui", "write `yes`"},
    {"non", "write `no`, or `not` before a condition"},
    {"fin", "write `end`"},
    {"mois", "write `months`"},
    {"ans", "write `years`"},
    {"jours", "write `days`"},
    {"week", weeks},
    {"weeks", weeks},
    {"semaine", weeks},
    {"semaines", weeks},
    {"de", "a range is written `from 1 to 20`"},
    {"EUR", amount},
    {"eur", amount},
    {"euro", amount},
    {"euros", amount},
    {"depuis", "write `since`"},
    {"jusque", "write `until`"},
    {"sauf", "write `unless`"},
    {"regle", "write `rule`"},
    {"fait", "write `fact`"},
    {"valeur", "write `value`"},
    {"essai", "write `test`"},
    {"except", "write `unless`"},
    {"return", "a body is just its condition or value"},
    {"let", "a figure with a name is a `value`, with `end` after it"},
    {"def", "conditions are declared with `rule`, figures with `value`"},
    {"function", "conditions are declared with `rule`, figures with `value`"},
    {"question", "a question is written `ask \"…\"`"},
    {"import", "other files are brought with `use \"path\"`"},
    {"include", "other files are brought with `use \"path\"`"},
};

// Signs, whatever is expected.
constexpr Hint signs[] = {
    {"règle", "write `rule`"},
    {"décision", "write `decision`"},
    {"étapes", "write `steps`"},
    {"•", bullets},
    {"‣", bullets},
    {"◦", bullets},
    {"▪", bullets},
    {"{", braces},
    {"}", braces},
    {"€", amount},
    {"$", amount},
    {"£", amount},
    {"«", quotes},
    {"»", quotes},
    {"\u00a0", no_break},
    {"\u202f", no_break},
    {"..", "a range is written `from 1 to 20`"},
};

// `> =`: one sign in two pieces.
string_view in_two_pieces(char before) {
  if (before == '<') return "write `<=` in one piece";
  if (before == '>') return "write `>=` in one piece";
  return {};
}

bool is_unit_of_time(string_view word) {
  for (const string_view one : {"year", "years", "an", "ans", "month", "months", "mois", "week", "weeks",
                                "semaine", "semaines", "day", "days", "jour", "jours"})
    if (one == word) return true;
  return false;
}

// `+ 3` or `- 3` ends here: a date is moved, and what follows says by what.
bool is_added(const char* first, const char* end) {
  while (end != first && is_digit(end[-1])) --end;
  while (end != first && end[-1] == ' ') --end;
  return end != first && (end[-1] == '+' || end[-1] == '-');
}

bool is_month(string_view word) {
  static constexpr string_view months[] = {
      "January", "February",  "March",   "April",    "May",       "June",    "July",
      "August",  "September", "October", "November", "December",  "janvier", "mars",
      "avril",   "mai",       "juin",    "juillet",  "septembre", "octobre", "novembre"};
  return std::find(std::begin(months), std::end(months), word) != std::end(months);
}

// `… is not a` stands before p.
bool is_negated_before(const char* begin, const char* p) {
  const string_view line(begin, static_cast<std::size_t>(p - begin));
  const std::size_t is = line.rfind(" is ");
  return is != string_view::npos && line.substr(is + 4).starts_with("not ");
}

// `1. …`, `a) …`, `- name "label"`: p is at the sign, or at the label.
bool is_bullet(const Scan& scan, const char* p) {
  if (*p == '"') return scan.statement != nullptr && *scan.statement == '-';
  if (*p != '.' && *p != ')') return false;
  const char* begin = p;
  while (begin != scan.first && is_name_char(begin[-1])) --begin;
  return begin != p && p - begin <= 2 && scan.first_on_line(begin);
}

}  // namespace

bool is_habit(string_view word) {
  for (const Hint& one : words)
    if (one.found == word) return true;
  return false;
}

string_view Scan::hint_at(const char* p, string_view what) const {
  if (p == last) return {};
  const string_view rest(p, static_cast<std::size_t>(last - p));
  const string_view word = word_at(p);
  const char* const before = trimmed(p);
  const auto is_digit_before = [&](const char* at) { return at != first && is_digit(at[-1]); };
  if (what == "the end of the line" && *p == ',') return "leave it out";
  if (what == "`:`" && (*p == '=' || is_digit(*p))) return "write `:`";
  if (const string_view help = number_hint_at(p); !help.empty()) return help;
  if (const std::size_t bytes = no_break_space(rest); bytes != 0)
    return is_digit_before(p) && bytes < rest.size() && is_digit(rest[bytes]) ? plain_number : no_break;
  if ((*p == '_' || *p == '\'') && is_digit_before(p) && p + 1 != last && is_digit(p[1])) return plain_number;
  if (what.starts_with("`private`") && (word == "from" || word == "to"))
    return "a range stands behind `whole`, `decimal`, `money`, `date` or `version`";
  if (what.find("the end of the line") != string_view::npos && !what.starts_with("`cites`") &&
      joined_line_at(p))
    return "it begins a line of its own";
  if (p != first && is_name_char(p[-1]) && over_letters(p, last) != p)
    return "a name is of letters a to z, digits and `_`: without accents";
  if (what.starts_with("`none`") && (word == "non" || word == "aucun" || word == "rien"))
    return "write `none`";
  if (*p == '=' && before != first && before != p) {
    if (const string_view help = in_two_pieces(before[-1]); !help.empty()) return help;
  }
  if (what.starts_with("a label in quotes") && *p != '{' && !rest.starts_with("//") && !first_on_line(p)) {
    if (*p == ':' && what.ends_with("(one value a line)"))
      return "leave `:` out: a value stands beside its label";
    if (*p == '=' || *p == ':') return "its condition stands on the lines below, and `end` after it";
    return "a name is one word of letters a to z, digits and `_`; what people read is its label, in quotes";
  }
  if (what.starts_with("`:` and a type") && (*p == '-' || *p == '/'))
    return "the parts of a name are joined with `.`, the words of a part with `_`";
  if (what.starts_with("the name of the ") && is_reserved(word) && !first_on_line(p))
    return "it is a reserved word, which cannot be a name: add a letter or `_`";
  if (what.starts_with("the name of the ") && !at_line_end(p))
    return "a name is one word of letters a to z, digits and `_`, and begins with a letter";
  if (figure_on_opener_at(p))
    return what.starts_with("`:`")
               ? "its type stands behind `:`, its figure on the line below, and `end` after it"
               : "its figure stands on the line below, and `end` after it";
  if (what.starts_with("`private`") && *p == '=')
    return "what is presumed stands on a line of its own: `presume age is 18`";
  if (what == "`,`" && *p == '"') return "values with labels stand in an `enum` of their own, one a line";
  if (what == "a word" && *p == '(') return "the values stand without brackets: `one of red, green`";
  if (what.starts_with("`private`") && word == "ou" && word_at(word_before(p)) == "oui")
    return "write `yes or no`";
  if (what.starts_with("a date") && (*p == '"' || is_digit(*p)))
    return "a date has four digits, two and two, without quotes: `2025-05-26`";
  if (what.starts_with("`private`") && (word == "between" || is_digit(*p)))
    return "a range is written `from 1 to 20`";
  if (what.starts_with("a condition,") && lost_opener_at(p))
    return "a line such as `all of` is missing above";
  if (what.find("`since`") != string_view::npos && word == "from") return "versions begin with `since`";
  if (what.starts_with("a declaration") && (word == "since" || word == "until"))
    return "a version belongs to a rule, a value or a decision: is the `end` above it one too many?";
  if (what.starts_with("`and`, `or`") && word == "of")
    return is_word_at(word_before(p), "none") ? "membership is written `is not one of a, b`"
                                              : "membership is written `is one of a, b`";
  if (what.starts_with("`and`, `or`") && is_unit_of_time(word) && !is_added(first, before))
    return "what is counted is a number alone: `full years from birth_date to today >= 18`";
  if (is_word_at(p, "not") && is_word_at(over_spaces(p + 3), "in"))
    return "membership is written `is one of a, b`, or `is not one of a, b`";
  const string_view previous = word_at(word_before(p));
  if (is_digit(*p) &&
      (previous == "over" || previous == "under" || previous == "above" || previous == "below"))
    return comparisons;
  if (word == "at" && (is_word_at(over_spaces(p + 2), "least") || is_word_at(over_spaces(p + 2), "most")))
    return comparisons;
  if ((is_digit(*p) && previous == "between") || (word == "from" && previous == "is")) return two_comparisons;
  if ((*p == '<' || *p == '>') && (previous == "and" || previous == "or"))
    return "each comparison says what it compares: `a > 3 and a < 5`";
  if (is_month(word) && is_digit_before(trimmed(p)))
    return "a date is written as year-month-day: `2025-06-02`";
  if (word == "n" && std::string_view(p, static_cast<std::size_t>(last - p)).substr(1, 4) == "'est")
    return "write `is not`";
  if (word == "in" && is_word_at(word_before(p), "not")) return "membership is written `is not one of a, b`";
  if (what == "the name of a source" && *p == '"')
    return "a source has a name, by which it is cited: `source decree \"Decree 12\"`, `cites decree`";
  if (rest.starts_with("’") || *p == '\'') {
    const string_view broken = word_at(word_before(p));
    if (broken == "aujourd") return "write `today`";
    if (broken == "jusqu") return "write `until`";
  }
  if (is_bullet(*this, p)) return bullets;
  if (what.starts_with("`:` and a type") && !word.empty() && !is_reserved(word) && !first_on_line(p))
    return "a name is one word, its parts joined with `_`: `my_age`";
  if (what == "`,`" && (word == "et" || word == "ou")) return "values stand between commas: `one of a, b, c`";
  if (what.starts_with("the name of what is translated, and"))
    return "a line such as `activate steps` is missing there";
  if (*p == '"' && p != first && first_on_line(p))
    return "nothing begins with a text: it goes on the line above";
  for (const Hint& one : words)
    if (one.found == word) return one.help;
  for (const Hint& one : signs)
    if (rest.starts_with(one.found)) return one.help;
  return {};
}

// `value ceiling = 9`, `value ceiling : whole 9`
bool Scan::figure_on_opener_at(const char* p) const {
  const string_view opener = word_at(statement);
  if (opener != "value" && opener != "decision") return false;
  const char* const figure = *p == '=' ? over_spaces(p + 1) : p;
  return figure != last && (is_digit(*figure) || *figure == '-') && !first_on_line(p);
}

void Scan::unexpected_in_condition(const char* p) {
  string_view help;
  if (*p == ',')
    help = is_negated_before(statement, p)
               ? "several values stand after `is not one of`"
               : "conditions are joined with `and` or `or`; several values stand after `is one of`";
  else if (*p == ':')
    help = trimmed(p)[-1] != '"' ? "one name stands before `:`, at the start of the line"
           : is_word_at(statement, "not")
               ? "its line is called `coverage`: `not covered if coverage \"…\" : …`"
               : "the name of the line stands before its label: `local \"lives here\" : …`";
  else if (*p == '"')
    help = "a message stands after `otherwise`";
  const std::size_t before = said.size();
  static constexpr string_view other_keywords[] = {"rounded", "starts", "is"};
  expected(p, "`and`, `or`, `otherwise`, `cites` or the end of the line", other_keywords);
  if (said.size() == before || help.empty() || !said.back().help.empty()) return;
  said.back().help.emplace_back(help);
}

string_view Scan::number_hint_at(const char* p) const {
  const char* const before = trimmed(p);
  const auto digit_before = [&](const char* at) { return at != first && is_digit(at[-1]); };
  const bool behind_comma = before == p && p != first && p[-1] == ',' && digit_before(p - 1);
  const char* const digits = *p == ',' ? p + 1 : p;
  if ((!digit_before(before) && !behind_comma) || digits == last || !is_digit(*digits)) return {};
  return plain_number;
}

}  // namespace eligo::grammar
