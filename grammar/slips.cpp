// SPDX-License-Identifier: MIT
// Owns which slip shows where a value is followed by neither an operator nor an end: `a adn b`, `d + 3 moths`,
// `wehn a then b`, `smoe m in list`.
#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/suggest.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

constexpr string_view junctions[] = {"and", "or"};
constexpr string_view operators[] = {"is", "starts"};
constexpr string_view ways[] = {"up", "down", "half"};
constexpr string_view units[] = {"days", "months", "years"};
constexpr string_view several[] = {"days", "months", "years"};
constexpr string_view single[] = {"day", "month", "year"};
constexpr string_view periods[] = {"months", "years"};
constexpr string_view quantifiers[] = {"some", "every"};
constexpr string_view later[] = {"then", "else", "otherwise", "cites", "to"};

// One letter too many, missing or wrong, two swapped, or capitals.
bool one_slip_apart(string_view a, string_view b) {
  const auto same = [](char x, char y) { return x == y || (x >= 'A' && x <= 'Z' && x - 'A' + 'a' == y); };
  while (!a.empty() && !b.empty() && same(a.front(), b.front())) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && same(a.back(), b.back())) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() <= 1 && b.size() <= 1) return true;
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

bool is_one_of(string_view word, std::span<const string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

string_view Scan::misspelt_at(const char* p, std::span<const string_view> keywords) const {
  const string_view word = word_at(p);
  return word.size() < 2 || is_reserved(word) ? string_view{} : text::nearest(word, keywords);
}

const char* Scan::word_before(const char* p) const {
  const char* b = trimmed(p);
  if (over_spaces(b) != p) return p;
  while (b != first && is_name_char(b[-1])) --b;
  return b != first && b[-1] == '.' ? p : b;
}

bool Scan::junction_meant_at(const char* p) const {
  const string_view word = word_at(p);
  const string_view meant = misspelt_at(p, junctions);
  if (meant.empty() || word.size() < meant.size() || (brackets == 0 && first_on_line(p)) || is_habit(word))
    return false;
  const char* const next = over_spaces(p + word.size());
  return at_line_end(next) || operand_at(next) || is_word_at(next, "not");
}

std::size_t Scan::misspelt_junction(const char* p, bool& is_or) {
  if (!junction_meant_at(p)) return 0;
  const string_view meant = misspelt_at(p, junctions);
  is_or = meant == "or";
  said_misspelt(p, "`" + std::string(meant) + "`", meant);
  return word_at(p).size();
}

string_view Scan::part_meant_at(const char* p, const char* from) const {
  static constexpr string_view on_its_line[] = {"private", "ask", "can", "cost", "cites"};
  static constexpr string_view below[] = {"ask", "can", "cites"};
  if (p == last || !is_name_begin(*p)) return {};
  if (p == from) return misspelt_at(p, on_its_line);
  return indent(p) > indent(statement) ? misspelt_at(p, below) : string_view{};
}

// `kind is nto other`, `kind is oen of a`: the misspelt word reads as the value.
bool Scan::said_slip_behind_is(const char* p) {
  const bool list = is_word_at(p, "of");
  if (!list && !operand_at(p) && !is_word_at(p, "one")) return false;
  const char* const word = word_before(p);
  if (word == p || !is_misspelt_at(word, list ? "one" : "not")) return false;
  said_misspelt(word, list ? "`one of`" : "`not`", list ? "one" : "not");
  return true;
}

bool Scan::said_misspelt_yes(const char* no) {
  const char* const first_word = word_before(word_before(no));
  if (!is_word_at(no, "no") || !is_misspelt_at(first_word, "yes")) return false;
  said_misspelt(first_word, "`yes or no`", "yes");
  return true;
}

// p: the `from` or `to` of a range.
bool Scan::said_misspelt_scalar(const char* p) {
  static constexpr string_view scalars[] = {"whole", "decimal", "money", "date", "version"};
  if (!is_word_at(p, "from") && !is_word_at(p, "to")) return false;
  const char* const type = word_before(p);
  const string_view meant = misspelt_at(type, scalars);
  if (type == p || meant.empty()) return false;
  said_misspelt(type, "`" + std::string(meant) + "`", meant);
  return true;
}

bool Scan::said_misspelt_range(const char* value) {
  static constexpr string_view words[] = {"from", "to"};
  if (!operand_at(value) && *value != '-') return false;
  const char* const word = word_before(value);
  const string_view meant = misspelt_at(word, words);
  if (word == value || meant.empty()) return false;
  said_misspelt(word, "`" + std::string(meant) + "`", meant);
  return true;
}

bool Scan::said_misspelt_one(const char* of) {
  if (!is_word_at(of, "of")) return false;
  const char* const word = word_before(of);
  if (word == of || !is_misspelt_at(word, "one")) return false;
  said_misspelt(word, "`one of`", "one");
  return true;
}

// `kye code : text`, `shwon as name`, `citse guide`: the first word reads as the name of a column.
bool Scan::said_misspelt_column(const char* p, string_view what) {
  static constexpr string_view words[] = {"key", "shown", "cites"};
  if (what != "`:` and a type") return false;
  const char* const name = word_before(p);
  if (is_word_at(name, "key") && is_twice_at(name)) {
    said_twice(name);
    hurt_line(p);
    return true;
  }
  if (name != statement) return false;
  const string_view meant = misspelt_at(statement, words);
  const bool has_type = sure_head_at(p);
  if (meant.empty() || (meant == "key") != has_type || (meant == "shown") != is_word_at(p, "as"))
    return false;
  said_misspelt(statement, "`" + std::string(meant) + "`", meant);
  hurt_line(p);
  return true;
}

string_view Scan::entry_word_meant_at(const char* p) const {
  static constexpr string_view words[] = {"ask", "can", "yes", "no", "otherwise", "steps"};
  const string_view meant = misspelt_at(p, words);
  if (meant.empty()) return {};
  const char* const next = over_spaces(p + word_at(p).size());
  const bool right = meant == "steps" ? at_line_end(next)
                     : meant == "can" ? is_word_at(next, "change")
                                      : lone_text_at(next) && closed_text(next) != nullptr;
  return right ? meant : string_view{};
}

bool Scan::everyone_meant_at(const char* p) const {
  return is_misspelt_at(p, "everyone") && is_word_at(over_spaces(p + word_at(p).size()), "in");
}

// `nto covered`, `not coverd`, also before `if`: after the words, or p where none are meant.
const char* Scan::over_misspelt_not_covered(const char* p, bool before_if) {
  const bool negated = is_word_at(p, "not");
  const char* covered = over_spaces(p + word_at(p).size());
  const bool doubled = negated && is_word_at(covered, "not");
  if (doubled) covered = over_spaces(covered + 3);
  const bool right = is_word_at(covered, "covered");
  if (!(negated || one_slip_apart(word_at(p), "not")) ||
      !(right || one_slip_apart(word_at(covered), "covered")))
    return p;
  const char* const e = over_spaces(covered + word_at(covered).size());
  if (before_if ? !is_word_at(e, "if") : !at_line_end(e)) return p;
  if (doubled) said_twice(over_spaces(p + 3));
  if (!negated) said_misspelt(p, "`not covered`", "not");
  if (!right) said_misspelt(covered, "`not covered`", "covered");
  return e;
}

// What a later production goes on with: it is said there.
bool Scan::later_keyword_meant_at(const char* p) const {
  const string_view meant = misspelt_at(p, later);
  const char* const next = over_spaces(p + word_at(p).size());
  if (meant == "otherwise") return next != last && *next == '"';
  return !meant.empty() && !at_line_end(next);
}

bool Scan::list_ends_at(const char* p) const {
  return junction_meant_at(p) || later_keyword_meant_at(p);
}

const char* Scan::over_misspelt_unit(const char* p) {
  if (is_reserved(word_at(p))) return p;
  const char* const number = word_before(p);
  if (number == p || !is_digit(*number)) return p;
  const bool is_one = string_view(number, static_cast<std::size_t>(trimmed(p) - number)) == "1";
  const string_view unit = misspelt_at(p, is_one ? std::span<const string_view>(single) : several);
  if (unit.empty()) return p;
  said_misspelt(p, "`" + std::string(unit) + "`", unit);
  return over_blanks(p + word_at(p).size());
}

// `dyas from`, `full yaers from`, `days form`: what stands before p reads as a name.
bool Scan::counting_meant_at(const char* p) const {
  const char* const unit = word_before(p);
  if (unit == p) return false;
  if (is_word_at(p, "from")) return !misspelt_at(unit, units).empty();
  return is_misspelt_at(p, "from") && (is_word_at(unit, "days") || (is_one_of(word_at(unit), periods) &&
                                                                    is_word_at(word_before(unit), "full")));
}

// `then` stands on p's line, or begins the next one.
bool Scan::then_follows(const char* p) const {
  for (const char* const stop = over_line(p); p != stop; ++p)
    if (*p == ' ' && (is_word_at(p + 1, "then") || is_misspelt_at(p + 1, "then"))) return true;
  return is_word_at(next_line(p), "then");
}

bool Scan::right_side_at(const char* p) const {
  return operand_at(p) || is_word_at(p, "not") || is_word_at(p, "one") || is_word_at(p, "with") ||
         is_misspelt_at(p, "with");
}

Slip Scan::slip_after_value(const char* p) const {
  const char* const before = word_before(p);
  const string_view word = word_at(p);
  const char* const next = over_spaces(p + word.size());
  if (before != p && brackets != 0 && word.size() == 2 && is_misspelt_at(p, "in") && is_name_begin(*next))
    return {Slip::Kind::binding, nullptr, {}, before};
  if (const string_view op = misspelt_at(p, operators); !op.empty() && right_side_at(next))
    return {Slip::Kind::comparison, p, op, next};
  if (is_misspelt_at(p, "rounded") && (is_one_of(word_at(next), ways) || !misspelt_at(next, ways).empty()))
    return {Slip::Kind::rounding, p, "rounded", next};
  if (before == p) return {};
  if (counting_meant_at(p)) {
    const string_view unit = misspelt_at(before, units);
    return {Slip::Kind::counting, unit.empty() ? nullptr : before, unit, p};
  }
  const bool period = is_one_of(word, periods);
  if (const string_view unit = misspelt_at(p, periods);
      word_at(before) == "full" && !unit.empty() && is_word_at(next, "from"))
    return {Slip::Kind::counting, p, unit, next};
  if (period && is_misspelt_at(before, "full")) return {Slip::Kind::counting, before, "full", next};
  if (is_word_at(next, "in"))
    if (const string_view some = misspelt_at(before, quantifiers); !some.empty())
      return {Slip::Kind::quantifier, before, some, p};
  if (is_misspelt_at(before, "not") && operand_at(p)) return {Slip::Kind::negation, before, "not", p};
  if (is_misspelt_at(before, "when") && then_follows(p)) return {Slip::Kind::cases, before, "when", p};
  return {};
}

void Scan::said_slip(const Slip& slip) {
  if (slip.at != nullptr) said_misspelt(slip.at, "`" + std::string(slip.meant) + "`", slip.meant);
}

}  // namespace eligo::grammar
