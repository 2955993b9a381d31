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
BlockKind block_of(const Checked& checked, const DecisionDef& decision, types::Date law_day) {
  const check::VersionDef* const version = check::version_on(decision, law_day);
  if (version == nullptr || version->body == 0) return BlockKind::all_of;
  const grammar::Expr& body = (*checked.ast)[version->body];
  return body.kind == grammar::ExprKind::block ? checked.ast->blocks[body.value].kind : BlockKind::all_of;
}

bool is_exception(const DecisionDef& decision, Index line) {
  return std::find(decision.unless.begin(), decision.unless.end(), line) != decision.unless.end();
}

// Where it is not known of each line what it comes to.
Together how_they_lead(BlockKind kind, bool yes, bool exceptions) {
  if (exceptions) return Together::all;
  if (kind == BlockKind::all_of && !yes) return Together::some_not_met;
  if (kind == BlockKind::any_of && yes) return Together::some_met;
  return Together::all;
}

}  // namespace

SettledReasons settled_reasons(const Context& context, const Outcome& outcome) {
  const Checked& checked = context.checked;
  SettledReasons out;
  if (context.as_settled) out.decided = context.as_settled();
  const Outcome& of = out.decided ? *out.decided : outcome;
  out.lines = first_reasons(of);
  const Index index = decision_of(checked, outcome);
  if (index == check::nowhere || !out.decided) return out;
  const DecisionDef& decision = checked.decisions[index];
  if (std::none_of(out.lines.begin(), out.lines.end(),
                   [&](ReasonId id) { return of.reasons[id].state == State::open; })) {
    out.how = Together::each;
    return out;
  }
  if (of.verdict != Verdict::yes && of.verdict != Verdict::no) return out;
  const bool exceptions = std::any_of(out.lines.begin(), out.lines.end(), [&](ReasonId id) {
    return is_exception(decision, of.reasons[id].line);
  });
  out.how =
      how_they_lead(block_of(checked, decision, law_day_of(outcome)), of.verdict == Verdict::yes, exceptions);
  return out;
}

}  // namespace eligo::words
