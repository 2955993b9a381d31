// SPDX-License-Identifier: MIT
// Owns the reading of cells of a table of tests.
#include "interpreter/check/test_cells.hpp"

#include <algorithm>

#include "interpreter/check/cells.hpp"
#include "interpreter/check/facts.hpp"

namespace eligo::check {
namespace {

using std::string_view;
using types::Told;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_name(string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !word.empty() && letter(word[0]) && std::all_of(word.begin(), word.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

// What follows the word and blanks; npos where the text does not begin so.
std::size_t after_word(string_view text, string_view word) {
  if (text.substr(0, word.size()) != word) return string_view::npos;
  std::size_t at = word.size();
  while (at < text.size() && is_blank(text[at])) ++at;
  return at == word.size() && at < text.size() ? string_view::npos : at;
}

/// Cut at the commas that stand in no quotes, each part without blanks around it.
std::vector<Piece> at_commas(const Piece& list) {
  std::vector<Piece> parts;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= list.text.size(); ++i) {
    if (i < list.text.size() && list.text[i] == '"') quoted = !quoted;
    if (i < list.text.size() && (quoted || list.text[i] != ',')) continue;
    parts.push_back(list.part(begin, i).trimmed());
    begin = i + 1;
  }
  return parts;
}

}  // namespace

Piece Piece::part(std::size_t begin, std::size_t end) const {
  Piece out{text.substr(begin, end - begin), span, is_exact};
  if (is_exact)
    out.span = {span.source, span.begin + static_cast<std::uint32_t>(begin),
                span.begin + static_cast<std::uint32_t>(end)};
  return out;
}

Piece Piece::trimmed() const {
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return part(begin, end);
}

Piece piece_of(const grammar::CsvCell& cell) {
  const std::uint32_t quotes = cell.quoted ? 1 : 0;
  const bool exact = cell.span.size() == cell.value.size() + 2 * quotes;
  if (!exact) return {cell.value, cell.span, false};
  return {cell.value, {cell.span.source, cell.span.begin + quotes, cell.span.end - quotes}, true};
}

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
  CellProblem problem;
  std::optional<Value> found = read_cell(c_, written.text, written.span, type, false, problem);
  if (found || c_.is_open_ended(type)) return found;
  auto* d = findings_.say(Code::test_cell, column_, written.span, problem.message);
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

std::optional<Told> TestCells::told(Index fact, const Piece& cell) {
  const Type type = c_.out.facts[fact].type;
  const bool is_text = type.base == types::Base::text;
  if (const std::size_t list = after_word(cell.text, "one of"); list != string_view::npos) {
    const bool brackets = list + 1 < cell.text.size() && cell.text[list] == '(' && cell.text.back() == ')';
    if (brackets) return one_of(fact, cell.part(list + 1, cell.text.size() - 1));
    if (!is_text) {
      refuse(cell, "expected `(`, values and `)` after `one of`, found " + c_.quote(cell.span),
             "several possible values are written `one of (a, b)`");
      return std::nullopt;
    }
  }
  const bool range_words =
      after_word(cell.text, "from") != string_view::npos || after_word(cell.text, "to") != string_view::npos;
  if (range_words && !is_text && type.base != types::Base::error) return range(fact, cell);
  Told told;
  const std::optional<Value> exactly = value_of(fact, cell);
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
std::optional<Told> TestCells::one_of(Index fact, const Piece& inside) {
  Told told;
  told.kind = Told::Kind::one_of;
  const std::vector<Piece> parts = at_commas(inside);
  for (const Piece& part : parts) {
    const bool quoted = part.text.size() > 1 && part.text.front() == '"' && part.text.back() == '"';
    if (auto one = value_of(fact, quoted ? part.part(1, part.text.size() - 1) : part))
      told.values.push_back(std::move(*one));
  }
  if (told.values.size() != parts.size()) return std::nullopt;
  return told;
}

// -- what is expected --

Word TestCells::word(const Piece& written) {
  return {c_.names.intern(written.text), written.span};
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

// [rule/]line[@day]
void TestCells::line(const Piece& written, TestDef::Expectation& to) {
  grammar::LineRef ref;
  ref.span = written.span;
  const std::size_t at = std::min(written.text.find('@'), written.text.size());
  const std::size_t slash = written.text.substr(0, at).find('/');
  const std::size_t name = slash == string_view::npos ? 0 : slash + 1;
  const Piece owner = written.part(0, name == 0 ? 0 : slash), line = written.part(name, at);
  if (!is_name(line.text) || (name != 0 && !is_name(owner.text))) {
    refuse(written, "expected names of lines separated by commas, found " + c_.quote(written.span),
           "several lines stand in quotes: `\"line, rule/line\"`");
    return;
  }
  if (at < written.text.size()) {
    const auto since = day(written.part(at + 1, written.text.size()));
    if (!since) return;
    ref.since = since->days;
  }
  if (name != 0) ref.owner = word(owner);
  ref.line = word(line);
  expectations_.because(ref, to.decision, to.because);
}

void TestCells::needs(const Piece& cell, TestDef::Expectation& to) {
  to.has_needs = true;
  for (const Piece& part : at_commas(cell)) {
    Path path;
    path.span = part.span;
    bool sound = true;
    for (std::size_t begin = 0; begin <= part.text.size();) {
      const std::size_t dot = std::min(part.text.find('.', begin), part.text.size());
      const Piece one = part.part(begin, dot);
      sound = sound && is_name(one.text);
      path.parts.push_back(word(one));
      begin = dot + 1;
    }
    if (!sound) {
      refuse(part, "expected names of facts separated by commas, found " + c_.quote(part.span),
             "several facts stand in quotes: `\"age, income\"`");
      continue;
    }
    path.joined = c_.names.intern(part.text);
    if (const Index fact = find_fact(c_, path); fact != nowhere) to.needs.push_back(fact);
  }
}

}  // namespace eligo::check
