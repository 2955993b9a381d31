// SPDX-License-Identifier: MIT
// Owns the reading of cells of a table of tests.
#include "interpreter/check/test_cells.hpp"

#include <algorithm>

#include "interpreter/check/cells.hpp"
#include "interpreter/check/facts.hpp"

namespace eligo::check {

using std::string_view;
using types::Told;

void TestCells::refuse(const Piece& written, std::string message, std::string help) {
  if (auto* d = findings_.say(Code::test_cell, column_, written.span, std::move(message)); d && !help.empty())
    d->help.push_back(std::move(help));
}

std::optional<Value> TestCells::value(const Piece& written, Type type) {
  if (type.base == types::Base::error) return std::nullopt;
  if (written.text.empty()) {
    refuse(written, "expected " + c_.words(type) + ", found nothing", "");
    return std::nullopt;
  }
  if (type.or_none && written.text == "none") return types::None{};
  if (written.text == "none" && c_.misspells_none(type)) return std::nullopt;
  CellProblem problem;
  std::optional<Value> found = read_cell(c_, written.text, written.span, type, false, problem);
  if (found || c_.is_open_ended(type) || c_.may_be_key(type, written.text)) return found;
  auto* d = findings_.say(Code::test_cell, column_, written.span, problem.message);
  if (type.base == types::Base::enumeration || type.base == types::Base::key)
    findings_.missed(Code::test_cell, column_, value_missed(c_, type, written.text));
  if (d == nullptr) return std::nullopt;
  if (!problem.help.empty()) d->help.push_back(problem.help);
  if (problem.right.empty()) return std::nullopt;
  d->help.push_back("write `" + problem.right + "`");
  d->fixes.push_back({"write `" + problem.right + "`", {{written.span, problem.right}}});
  return std::nullopt;
}

std::optional<Value> TestCells::value_of(Index fact, const Piece& written) {
  std::optional<Value> found = value(written, c_.out.facts[fact].type);
  if (found && !is_within_range(c_, fact, *found, written.span)) return std::nullopt;
  return found;
}

std::optional<types::Date> TestCells::day(const Piece& cell) {
  const std::optional<Value> found = value(cell, {types::Base::date, false, 0});
  return found ? std::optional<types::Date>(std::get<types::Date>(*found)) : std::nullopt;
}

// -- what is told --

void TestCells::tell(Index fact, const Piece& cell, std::vector<TestDef::Telling>& to) {
  if (c_.out.facts[fact].list != nowhere) return tell_list(fact, cell, to);
  if (auto value = told(fact, cell)) to.push_back({fact, std::move(*value)});
}

// `[(field value, …), …]`
void TestCells::tell_list(Index fact, const Piece& cell, std::vector<TestDef::Telling>& to) {
  if (!is_between(cell, '[', ']'))
    return refuse(cell, c_.tick(c_.out.facts[fact].name) + " is a list, expected its members",
                  "write each member in brackets: `[(field value, …), …]`, and `[]` for none");
  const Piece all = inside(cell).trimmed();
  const std::vector<Piece> members = all.text.empty() ? std::vector<Piece>{} : at_commas(all);
  if (!is_length(c_, fact, members.size(), cell.span)) return;
  Told length;
  length.value = static_cast<std::int64_t>(members.size());
  to.push_back({fact, std::move(length)});
  for (std::uint32_t m = 0; m < members.size(); ++m)
    tell_member(c_.out.lists[c_.out.facts[fact].list], m, members[m], to);
}

void TestCells::tell_member(const ListDef& list, std::uint32_t member, const Piece& written,
                            std::vector<TestDef::Telling>& to) {
  if (!is_between(written, '(', ')'))
    return refuse(written, "expected a member in brackets, found " + c_.quote(written.span),
                  "such as `(field value, …)`; of `()` nothing is told");
  const Piece fields = inside(written).trimmed();
  if (fields.text.empty()) return;
  std::vector<bool> given(list.fields);
  for (const Piece& one : at_commas(fields)) {
    const std::size_t name = std::min(one.text.find_first_of(" \t"), one.text.size());
    const Piece value = one.part(name, one.text.size()).trimmed();
    if (value.text.empty()) {
      refuse(one, "expected a field and its value, found " + c_.quote(one.span), "");
      continue;
    }
    const Piece field = one.part(0, name);
    const Index f = find_field(c_, list, path(field));
    if (f == nowhere) continue;
    if (given[f])
      refuse(field, c_.quote(field.span) + " is given twice", "");
    else if (auto known = told(list.member(member, f), value))
      to.push_back({list.member(member, f), std::move(*known)});
    given[f] = true;
  }
}

std::optional<Told> TestCells::told(Index fact, const Piece& written) {
  const Type type = c_.out.facts[fact].type;
  const bool is_text = type.base == types::Base::text;
  if (const std::size_t list = after_word(written.text, "one of"); list != string_view::npos) {
    const Piece values = written.part(list, written.text.size());
    if (is_between(values, '(', ')')) return one_of(fact, inside(values));
    if (!is_text) {
      refuse(written, "expected `(`, values and `)` after `one of`, found " + c_.quote(written.span),
             "several possible values are written `one of (a, b)`");
      return std::nullopt;
    }
  }
  const bool range_words = after_word(written.text, "from") != string_view::npos ||
                           after_word(written.text, "to") != string_view::npos;
  if (range_words && !is_text && type.base != types::Base::error) return range(fact, written);
  Told told;
  const bool of_member = c_.out.facts[fact].member_of != nowhere;
  const std::optional<Value> exactly =
      value_of(fact, of_member && is_between(written, '"', '"') ? inside(written) : written);
  if (!exactly) return std::nullopt;
  told.value = *exactly;
  return told;
}

// `from a`, `to b`, `from a to b`
std::optional<Told> TestCells::range(Index fact, const Piece& cell) {
  if (!has_order(c_, fact, cell.span)) return std::nullopt;
  Told told;
  told.kind = Told::Kind::range;
  Piece rest = cell;
  bool sound = true;
  if (const std::size_t lowest = after_word(cell.text, "from"); lowest != string_view::npos) {
    const std::size_t to = cell.text.find(" to", lowest);
    const bool both =
        to != string_view::npos && after_word(cell.text.substr(to + 1), "to") != string_view::npos;
    told.from = value_of(fact, cell.part(lowest, both ? to : cell.text.size()).trimmed());
    sound = told.from.has_value();
    rest = both ? cell.part(to + 1, cell.text.size()) : cell.part(cell.text.size(), cell.text.size());
  }
  if (const std::size_t highest = after_word(rest.text, "to"); highest != string_view::npos) {
    told.to = value_of(fact, rest.part(highest, rest.text.size()).trimmed());
    sound = sound && told.to.has_value();
  }
  if (!sound || !is_range(c_, fact, told, cell.span)) return std::nullopt;
  return told;
}

// The values may stand in quotes, so that a text can hold a comma.
std::optional<Told> TestCells::one_of(Index fact, const Piece& list) {
  Told told;
  told.kind = Told::Kind::one_of;
  const std::vector<Piece> parts = at_commas(list);
  for (const Piece& part : parts) {
    if (auto one = value_of(fact, is_between(part, '"', '"') ? inside(part) : part))
      told.values.push_back(std::move(*one));
  }
  if (told.values.size() != parts.size()) return std::nullopt;
  return told;
}

// -- what is expected --

Word TestCells::word(const Piece& written) {
  return {c_.names.intern(written.text), written.span};
}

Path TestCells::path(const Piece& written) {
  Path out;
  out.span = written.span;
  out.id = c_.names.intern(written.text);
  if (written.text.find('.') == std::string_view::npos) return out;
  for (std::size_t begin = 0; begin <= written.text.size();) {
    const std::size_t dot = std::min(written.text.find('.', begin), written.text.size());
    out.dotted.push_back(word(written.part(begin, dot)));
    begin = dot + 1;
  }
  return out;
}

Index TestCells::decision(const Piece& name) {
  return expectations_.decision(word(name));
}

bool TestCells::expect(const Piece& cell, Index decision, TestDef::Expectation& to) {
  Piece result = cell;
  if (decision == nowhere) {
    const std::size_t name = std::min(cell.text.find_first_of(" \t"), cell.text.size());
    decision = this->decision(cell.part(0, name));
    if (decision == nowhere) return false;
    result = cell.part(name, cell.text.size()).trimmed();
    if (result.text.empty()) {
      refuse(cell, "expected a decision and its result, found " + c_.quote(cell.span),
             "write `" + std::string(cell.text) + " yes`, or `expect " + std::string(cell.text) +
                 "` in the first row");
      return false;
    }
  }
  to.decision = decision;
  to.span = cell.span;
  const DecisionDef& def = c_.out.decisions[decision];
  if (const auto verdict = verdict_word(result.text)) {
    to.verdict = *verdict;
  } else if (!def.is_typed) {
    to.verdict = result.text == "yes" ? VerdictWord::yes : VerdictWord::no;
    if (result.text == "yes" || result.text == "no") return true;
    expectations_.not_yes_or_no(decision, result.span, result.text);
    return false;
  } else {
    to.verdict = VerdictWord::value;
    std::optional<Value> found = value(result, def.type);
    if (!found) return false;
    to.value = std::move(*found);
  }
  return true;
}

void TestCells::because(const Piece& cell, TestDef::Expectation& to) {
  to.has_because = true;
  for (const Piece& part : at_commas(cell)) line(part, to);
}

// [rule/]line[[member]…][@day]
void TestCells::line(const Piece& written, TestDef::Expectation& to) {
  grammar::LineRef ref;
  ref.span = written.span;
  const std::size_t at = std::min(written.text.find('@'), written.text.size());
  const std::size_t bracket = std::min(written.text.find('['), at);
  const std::size_t slash = written.text.substr(0, bracket).find('/');
  const std::size_t name = slash == string_view::npos ? 0 : slash + 1;
  const Piece owner = written.part(0, name == 0 ? 0 : slash), line = written.part(name, bracket);
  const auto members = numbers_in_brackets(written.text.substr(bracket, at - bracket));
  if (!is_path(line.text) || !members || (name != 0 && !is_name(owner.text)))
    return refuse(written, "expected names of lines separated by commas, found " + c_.quote(written.span),
                  "several lines stand in quotes: `\"line, rule/line\"`");
  if (at < written.text.size()) {
    const auto since = day(written.part(at + 1, written.text.size()));
    if (!since) return;
    ref.since = since->days;
  }
  if (name != 0) ref.owner = word(owner);
  ref.line = word(line);
  ref.members = *members;
  expectations_.because(ref, to.decision, to.because);
}

void TestCells::needs(const Piece& cell, TestDef::Expectation& to) {
  to.has_needs = true;
  for (const Piece& part : at_commas(cell)) {
    const std::size_t bracket = std::min(part.text.find('['), part.text.size());
    const std::size_t close = std::min(part.text.find(']', bracket), part.text.size());
    const std::size_t field = std::min(part.text.find('.', close), part.text.size());
    const bool of_member = bracket < part.text.size();
    const bool sound = is_path(part.text.substr(0, bracket)) &&
                       (!of_member || (numbers_in_brackets(part.text.substr(bracket, field - bracket)) &&
                                       (field == part.text.size() || is_name(part.text.substr(field + 1)))));
    if (!sound) {
      refuse(part, "expected names of facts separated by commas, found " + c_.quote(part.span),
             "several facts stand in quotes: `\"age, income\"`");
      continue;
    }
    if (const Index fact = find_fact(c_, path(part)); fact != nowhere) to.needs.push_back(fact);
  }
}

}  // namespace eligo::check
