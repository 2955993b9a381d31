// SPDX-License-Identifier: MIT
// Owns the walk that finds the deciding lines and the facts at their leaves.
#include "tests/oracle/explain.hpp"

namespace eligo::oracle {

namespace {

using grammar::Expr;
using grammar::ExprKind;

}  // namespace

std::optional<State> deciding_state(State result, State everything) {
  if (result == everything) return std::nullopt;
  return result;
}

void Explainer::own_line(Index index) const {
  answer_.own.insert(program_.lines[index].id);
  line(index);
}

void Explainer::own_definition(const check::VersionDef& version, const std::vector<Index>& unless) const {
  for (const Index index : deciding_lines(version, unless)) own_line(index);
}

void Explainer::line(Index index) const {
  answer_.all.insert(program_.lines[walk_.instance(index)].id);
  condition(program_.lines[index].condition);
}

std::vector<Index> Explainer::deciding_lines(const check::VersionDef& version,
                                             const std::vector<Index>& unless) const {
  const std::optional<State> due =
      deciding_state(walk_.with_exceptions(version.body, unless).state, State::yes);
  std::vector<Index> out;
  if (!due || walk_.condition(version.body).state == *due) {
    if ((*program_.ast)[version.body].kind == ExprKind::block) {
      out = deciding_lines_of_block(version.body);
    } else {
      out.push_back(version.line);
    }
  }
  for (const Index exception : unless) {
    if (!due || negated(walk_.line(exception)).state == *due) out.push_back(exception);
  }
  return out;
}

std::vector<Index> Explainer::deciding_lines_of_block(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  const grammar::Block& block = program_.ast->blocks[e.value];
  const State result = walk_.condition(id).state;
  std::optional<State> due = result;
  if (block.kind == grammar::BlockKind::all_of) due = deciding_state(result, State::yes);
  if (block.kind == grammar::BlockKind::any_of) due = deciding_state(result, State::no);
  if (block.kind == grammar::BlockKind::none_of) {
    due = deciding_state(result, State::yes);
    if (due == State::no) due = State::yes;  // of the lines themselves, which are negated
  }
  std::vector<Index> out;
  for (Index i = 0; i < block.lines.size(); ++i) {
    const Index index = program_.block_lines[e.value] + i;
    if (!due || walk_.line(index).state == *due) out.push_back(index);
  }
  return out;
}

void Explainer::condition(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  if (e.kind == ExprKind::block) {
    for (const Index index : deciding_lines_of_block(id)) line(index);
    return;
  }
  if (e.kind == ExprKind::quantifier) return quantifier(id);
  if (e.kind != ExprKind::logical_and && e.kind != ExprKind::logical_or) return value(id);
  const State everything = e.kind == ExprKind::logical_and ? State::yes : State::no;
  const std::optional<State> due = deciding_state(walk_.condition(id).state, everything);
  for (std::uint32_t i = 0; i < e.count; ++i) {
    const ExprId part = program_.ast->child(e, i);
    if (!due || walk_.condition(part).state == *due) condition(part);
  }
}

void Explainer::operands(const Expr& e) const {
  for (std::uint32_t i = 0; i < e.count; ++i) value(program_.ast->child(e, i));
}

// The conditions that may be asked, in turn until one is yes (or invalid), and the branches that may be
// taken.
void Explainer::when(const Expr& e) const {
  for (std::uint32_t i = 0; i + 1 < e.count; i += 2) {
    const ExprId asked = program_.ast->child(e, i);
    const State state = walk_.condition(asked).state;
    condition(asked);
    if (state == State::invalid) return;
    if (state != State::no) value(program_.ast->child(e, i + 1));
    if (state == State::yes) return;
  }
  value(program_.ast->child(e, e.count - 1));
}

void Explainer::value(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  switch (e.kind) {
    case ExprKind::block:
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::quantifier:
      return condition(id);
    case ExprKind::when:
      return when(e);
    case ExprKind::call:
      return asks_members(program_, e) ? aggregate(e) : operands(e);
    case ExprKind::name:
      break;
    default:
      return operands(e);
  }
  const check::Ref& ref = program_.refs[id];
  if (ref.kind == check::Ref::Kind::fact || ref.kind == check::Ref::Kind::column) {
    leaf(ref.index);
  } else if (ref.kind == check::Ref::Kind::member) {
    leaf(walk_.fact_of(ref));
  } else if (ref.kind == check::Ref::Kind::rule) {
    const check::RuleDef& rule = program_.rules[ref.index];
    for (const Index index : deciding_lines(in_force(rule.versions, profile_.law_day), rule.unless))
      line(index);
  } else if (ref.kind == check::Ref::Kind::value) {
    value(in_force(program_.values[ref.index].versions, profile_.law_day).body);
  }
}

}  // namespace eligo::oracle
