// SPDX-License-Identifier: MIT
// Owns what is said where something may be none, and what to write instead: each advice is one that compiles.
#include <algorithm>

#include "interpreter/check/typing.hpp"

namespace eligo::check {

using grammar::ExprKind;
using types::Base;

// Facts, fields and columns that are declared `text or none`: whoever tells `none`, and the cell `none`, mean none.
bool Typing::holds_no_text_none(std::span<const ExprId> nodes) const {
  return std::any_of(nodes.begin(), nodes.end(), [&](ExprId e) {
    const Type type = declared(e);
    return type.base == Base::text && type.or_none;
  });
}

// The type as it stands in the declaration: of a column without what its owner may be.
Type Typing::declared(ExprId e) const {
  const Ref& ref = c_.out.refs[e];
  const auto column_of = [&](Type key, Index column) { return c_.out.tables[key.of].columns[column].type; };
  switch (ref.kind) {
    case Ref::Kind::fact:
      return c_.out.facts[ref.index].type;
    case Ref::Kind::column:
      return column_of(c_.out.facts[ref.index].type, ref.second);
    case Ref::Kind::member: {
      const ListDef& list = c_.out.lists[c_.out.variables[ref.index].list];
      const Type field = c_.out.records[list.record].fields[ref.second].type;
      return ref.third == nowhere ? field : column_of(field, ref.third);
    }
    default:
      return {};
  }
}

void Typing::refuse_text_none(std::span<const ExprId> nodes) {
  for (const ExprId e : nodes) {
    const Value* value = e == 0 || node(e).kind != ExprKind::text ? nullptr : c_.out.constant(e);
    const auto* characters = value == nullptr ? nullptr : std::get_if<std::string>(value);
    if (characters == nullptr || *characters != "none") continue;
    auto& d = c_.say(Code::type_literal, node(e).span, "expected a text or none, found " + quote(e));
    d.help.push_back("nobody could tell such a text from none: write `none` without quotes");
    d.fixes.push_back({"leave the quotes out", {{node(e).span, "none"}}});
    fail(e);
  }
}

// "declare `pension` without `or none`"; of the greatest or least of a list alone, what else there is. Nothing where it is
// made from several.
std::string Typing::advice_without_none(ExprId e) const {
  if (node(e).kind == ExprKind::call) {
    const Base base = type(e).base;
    const std::string other = base == Base::date ? "today" : base == Base::version ? "1.0" : "0";
    std::string call(c_.sources.view(node(e).span));
    call.insert(std::min(call.rfind(')'), call.size()), ", " + other);
    return "say what holds for no members, as in " +
           (call.find('\n') == std::string::npos ? "`" + call + "`" : "`max(…, " + other + ")`");
  }
  std::string names;
  const auto name = [&](NameId id, Type type) {
    if (type.or_none) names += (names.empty() ? "" : " and ") + c_.tick(id);
  };
  const auto column = [&](Type key, Index which) {
    const TableDef::Column& of = c_.out.tables[key.of].columns[which];
    name(of.name, of.type);
  };
  const Ref& ref = c_.out.refs[e];
  if (ref.kind == Ref::Kind::fact || ref.kind == Ref::Kind::column) {
    const FactDef& fact = c_.out.facts[ref.index];
    name(fact.name, fact.type);
    if (ref.kind == Ref::Kind::column) column(fact.type, ref.second);
  } else if (ref.kind == Ref::Kind::value) {
    name(c_.out.values[ref.index].name, c_.out.values[ref.index].type);
  } else if (ref.kind == Ref::Kind::member) {
    const RecordDef::Field& field =
        c_.out.records[c_.out.lists[c_.out.variables[ref.index].list].record].fields[ref.second];
    name(field.name, field.type);
    if (ref.third != nowhere) column(field.type, ref.third);
  }
  return names.empty() ? "" : "declare " + names + " without `or none`";
}

void Typing::cannot_be_calculated_with(ExprId e) {
  auto& d =
      c_.say(Code::type_may_be_none, node(e).span, quote(e) + " may be none: it cannot be calculated with");
  const std::string advice = advice_without_none(e);
  if (node(e).kind == ExprKind::call)
    d.help.push_back(advice);
  else
    d.help.push_back("compare it directly" + (advice.empty() ? "" : ", or " + advice));
}

// A line that is just a fact has its name: it keeps it. `not` takes brackets.
void Typing::ask_yes(ExprId e, const ConditionPlace& place) {
  const Span span = node(e).span;
  auto& d = c_.say(Code::type_may_be_none, span, quote(e) + " may be none, which is neither yes nor no");
  const std::string written(c_.sources.view(span));
  const Span begin{span.source, span.begin, span.begin}, end{span.source, span.end, span.end};
  if (place.is_behind_not) {
    d.help.push_back("ask `not (" + written + " is yes)`, or `" + written + " is no`");
    d.fixes.push_back({"ask `not (" + written + " is yes)`", {{begin, "("}, {end, " is yes)"}}});
    return;
  }
  const bool takes_name =
      c_.out.refs[e].kind == Ref::Kind::fact || (place.line != nullptr && place.line->otherwise != 0);
  if (place.line == nullptr || place.line->name || !takes_name || node(e).kind != ExprKind::name) {
    d.help.push_back("ask " + c_.quote(span) + " with `is yes` or `is no`");
    d.fixes.push_back({"ask `is yes`", {{end, " is yes"}}});
    return;
  }
  std::string name = written;
  std::replace(name.begin(), name.end(), '.', '_');
  d.help.push_back("ask with `is yes` or `is no`, and name the line: `" + name + " : " + written +
                   " is yes`");
  const std::string_view before = c_.sources.bytes(span.source).substr(0, span.begin);
  const std::size_t last = before.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos || before[last] != '(')
    d.fixes.push_back({"ask `is yes`", {{begin, name + " : "}, {end, " is yes"}}});
}

}  // namespace eligo::check
