// SPDX-License-Identifier: MIT
// Owns the rungs: how far one side of a comparison is above that of another, over all people.
#include "interpreter/analysis/ladder.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

namespace {

bool is_comparison(const Asked& asked) {
  const Op op = asked.subject->program().nodes[asked.leaf->node].op;
  return op == Op::less || op == Op::less_equal;
}

NodeId side_of(const Asked& asked, std::uint32_t i) {
  const program::Program& program = asked.subject->program();
  return program.child(program.nodes[asked.leaf->node], i);
}

bool is_above(const Bounds& step) {
  return step.lo && !step.lo->is_negative() && !step.lo->is_zero();
}

}  // namespace

std::vector<Ladder::Stretch> Ladder::stretches(const Leaf& one, const Leaf& other) const {
  std::vector<std::int32_t> changes = one.changes;
  changes.insert(changes.end(), other.changes.begin(), other.changes.end());
  std::sort(changes.begin(), changes.end());
  std::vector<Stretch> all;
  Int128 from = space_.lo(day_variable);
  for (const std::int32_t day : changes) {
    if (day <= from || day > space_.hi(day_variable)) continue;
    all.push_back({from, Int128{day} - 1});
    from = day;
  }
  all.push_back({from, space_.hi(day_variable)});
  return all;
}

// Everybody, on any day of the stretch: the places that were looked at.
std::vector<Region> Ladder::run(const Asked& asked, const Stretch& stretch, Side& side) const {
  const program::Program& program = asked.subject->program();
  const Axes& axes = asked.subject->axes();
  std::vector<Region> places;
  for (Var var = 0; var < space_.count(); ++var) places.push_back(space_.everywhere(var));
  places[day_variable] = {false, stretch.from, stretch.to};
  for (const std::uint32_t slot : asked.leaf->slots)
    if (slot != program.today()) side.profile.tell(slot, axes.spread(slot, places[axes.var(slot)]));
  eval::Scratch& scratch = side.scratch;
  scratch.truths.resize(program.nodes.size());
  for (const NodeId condition : asked.leaf->conditions)
    scratch.truths[condition] = {Truth::open, program.nodes[condition].can_be_invalid};
  scratch.days = eval::Days::any_of(program, types::Date{static_cast<std::int32_t>(stretch.from)},
                                    types::Date{static_cast<std::int32_t>(stretch.to)});
  eval::run(asked.leaf->run, side.profile, scratch);
  return places;
}

// Whoever meets the first one does not fail the second.
void Ladder::imply(const Asked& one, const Asked& other, bool strictly_above, const Stretch& stretch) {
  const bool strict = one.subject->program().nodes[one.leaf->node].op == Op::less;
  const bool wants_strict = other.subject->program().nodes[other.leaf->node].op == Op::less;
  if (wants_strict && !strict && !strictly_above) return;
  const Lit within = space_.within(day_variable, stretch.from, stretch.to);
  space_.sat().add({-within, -one.subject->encoder().of(one.leaf->node).yes,
                    -other.subject->encoder().of(other.leaf->node).no});
}

// Of sides that are facts it may be known how they stand.
void Ladder::add_known(const Asked& one, const Asked& other, std::uint32_t open) {
  const auto var_of = [&](const Asked& asked) -> std::optional<Var> {
    const Node& n = asked.subject->program().nodes[side_of(asked, open)];
    return n.op == Op::slot ? std::optional(asked.subject->axes().var(n.payload)) : std::nullopt;
  };
  const std::optional<Var> first = var_of(one), second = var_of(other);
  if (!first || !second) return;
  for (const Known& known : known_) {
    const bool up = known.low == *first && known.high == *second,
               down = known.low == *second && known.high == *first;
    const Stretch stretch{std::max<Int128>(known.days.from, space_.lo(day_variable)),
                          std::min<Int128>(known.days.to, space_.hi(day_variable))};
    // The lower the left side, the more meet it.
    if (up) open == 1 ? imply(one, other, false, stretch) : imply(other, one, false, stretch);
    if (down) open == 1 ? imply(other, one, false, stretch) : imply(one, other, false, stretch);
  }
}

void Ladder::add(const Asked& one, const Asked& other, Alike& written) {
  if (!is_comparison(one) || !is_comparison(other)) return;
  const std::array<bool, 2> same = {written.same(side_of(one, 0), side_of(other, 0)),
                                    written.same(side_of(one, 1), side_of(other, 1))};
  if (same[0] == same[1]) return;  // all the same is known otherwise
  const std::uint32_t open = same[0] ? 1 : 0;
  add_known(one, other, open);
  Side sides[] = {Side(one.subject->program()), Side(other.subject->program())};
  const std::vector<Likeness::Pair> joined;
  for (const Stretch& stretch : stretches(*one.leaf, *other.leaf)) {
    const std::vector<Region> places = run(one, stretch, sides[0]);
    static_cast<void>(run(other, stretch, sides[1]));
    Likeness likeness({{{one.subject, &sides[0].scratch, &sides[0].rounded},
                        {other.subject, &sides[1].scratch, &sides[1].rounded}}},
                      written, joined, places);
    Bounds step = likeness.step(side_of(one, open), side_of(other, open));
    if (open == 0) step = opposite(step);  // the lower the left side, the more meet it
    if (step.is_never_negative()) imply(one, other, is_above(step), stretch);
    if (step.is_never_positive()) imply(other, one, is_above(opposite(step)), stretch);
  }
}

}  // namespace eligo::analysis
