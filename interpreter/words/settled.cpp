// SPDX-License-Identifier: MIT
// Owns why a settled answer is what it is, although the lines that it rests on are open.
#include "interpreter/words/settled.hpp"

#include <algorithm>

#include "interpreter/words/answer.hpp"

namespace eligo::words {
namespace {

using check::Checked;
using check::DecisionDef;
using grammar::BlockKind;

/// The block that a decision is on a law day; `all of` where it is one condition.
BlockKind block_of(const Checked& checked, const DecisionDef& decision, const Date& law_day) {
  const std::optional<types::Date> day = types::Date::of(law_day.year, law_day.month, law_day.day);
  for (const check::VersionDef& version : decision.versions) {
    if (!day || version.from.days > day->days || version.to.days < day->days) continue;
    const grammar::Expr& body = (*checked.ast)[version.body];
    if (body.kind == grammar::ExprKind::block) return checked.ast->blocks[body.value].kind;
  }
  return BlockKind::all_of;
}

bool is_exception(const DecisionDef& decision, Index line) {
  return std::find(decision.unless.begin(), decision.unless.end(), line) != decision.unless.end();
}

Together how_they_lead(BlockKind kind, bool yes, std::size_t lines, bool exceptions) {
  if (lines == 1) return Together::each;  // all else is decided: the answer is this line's
  if (exceptions && kind != BlockKind::all_of && kind != BlockKind::none_of) return Together::all;
  switch (kind) {
    case BlockKind::all_of:
      if (yes) return Together::each;
      return exceptions ? Together::all : Together::some_not_met;
    case BlockKind::any_of:
      return yes ? Together::some_met : Together::each;
    case BlockKind::none_of:
      return yes ? Together::each : Together::all;
    case BlockKind::at_least:
      break;
  }
  return Together::all;
}

}  // namespace

SettledReasons settled_reasons(const Checked& checked, const Outcome& outcome) {
  SettledReasons out;
  out.lines = first_reasons(outcome);
  const Verdict verdict = told_verdict(outcome);
  const Index index = decision_of(checked, outcome);
  if (index == check::nowhere || (verdict != Verdict::yes && verdict != Verdict::no)) return out;
  const DecisionDef& decision = checked.decisions[index];
  const auto line_of = [&](ReasonId id) { return outcome.reasons[id].line; };
  bool exceptions = false;
  for (const ReasonId id : out.lines) {
    if (line_of(id) == decision.coverage) return out;  // open coverage hides what the other lines say
    exceptions = exceptions || is_exception(decision, line_of(id));
  }
  const bool yes = verdict == Verdict::yes;
  const BlockKind kind = block_of(checked, decision, outcome.law_day);
  out.how = how_they_lead(kind, yes, out.lines.size(), exceptions);
  if (out.how != Together::each) return out;
  out.decided = outcome;
  for (const ReasonId id : out.lines) {
    const bool negated = kind == BlockKind::none_of || is_exception(decision, line_of(id));
    Reason& reason = out.decided.reasons[id];
    reason.state = yes != negated ? State::yes : State::no;
    reason.below.clear();
  }
  return out;
}

}  // namespace eligo::words
