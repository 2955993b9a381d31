// SPDX-License-Identifier: MIT
// Owns what decided about the members of lists: blocks over their positions (language.md 3.11).
#include "tests/oracle/explain.hpp"

namespace eligo::oracle {

using grammar::Expr;
using grammar::ExprKind;

Explainer Explainer::about(Index variable, std::uint32_t member) const {
  return {program_, profile_, walk_.about(variable, member), answer_};
}

// Each position is a block of two: there (or, of `every`, not there), and the condition.
void Explainer::quantifier(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  const bool some = e.op == grammar::Op::some;
  const State everything = some ? State::no : State::yes;  // of the positions
  const State both = some ? State::yes : State::no;        // of the two of one position
  const check::ListDef& list = walk_.list_of(id);
  const ExprId asked = program_.ast->child(e, 0);
  const std::optional<State> due = deciding_state(walk_.condition(id).state, everything);
  for (std::uint32_t m = 0; m < list.at_most; ++m) {
    const Explainer member = about(program_.refs[id].index, m);
    const Condition is_there = walk_.is_there(list, m);
    const Condition there = some ? is_there : negated(is_there);
    const Condition c = member.walk_.condition(asked);
    const State result = of_member(is_there, c, some ? State::no : State::yes).state;
    if (due && result != *due) continue;
    const std::optional<State> part = deciding_state(result, both);
    if (!part || there.state == *part) leaf(list.fact);
    if (!part || c.state == *part) member.condition(asked);
  }
}

void Explainer::aggregate(const Expr& e) const {
  const bool counted = program_.names->view(program_.ast->paths[e.value].id) == "count";
  for (std::uint32_t i = 0; i < e.count; ++i) {
    const ExprId argument = program_.ast->child(e, i);
    if ((*program_.ast)[argument].kind == ExprKind::each) {
      each(argument, counted);
    } else {
      value(argument);
    }
  }
}

// There, and the condition if there is one, as a block of two; then what is taken, unless it is not.
void Explainer::each(ExprId id, bool counted) const {
  const Expr& e = (*program_.ast)[id];
  const check::ListDef& list = walk_.list_of(id);
  const bool asks = counted || e.count > 1;
  for (std::uint32_t m = 0; m < list.at_most; ++m) {
    const Explainer member = about(program_.refs[id].index, m);
    const Condition there = walk_.is_there(list, m);
    const ExprId asked = program_.ast->child(e, 0);
    const Condition c = asks ? member.walk_.condition(asked) : Condition{State::yes, false};
    const State result = of_member(there, c, State::no).state;
    const std::optional<State> part = deciding_state(result, State::yes);
    if (!part || there.state == *part) leaf(list.fact);
    if (asks && (!part || c.state == *part)) member.condition(asked);
    const bool taken = result == State::yes || result == State::open;
    if (!counted && taken) member.value(program_.ast->child(e, e.count - 1));
  }
}

}  // namespace eligo::oracle
