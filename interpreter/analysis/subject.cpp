// SPDX-License-Identifier: MIT
// Owns the gathering of leaves, and the making of profiles.
#include "interpreter/analysis/subject.hpp"

#include <algorithm>
#include <utility>

#include "interpreter/analysis/folds.hpp"

namespace eligo::analysis {

Subject::Subject(const program::Program& program, std::shared_ptr<const Leaves> leaves,
                 std::shared_ptr<Lone> lone, Space& space, Order& order)
    : program_(program),
      space_(space),
      leaves_(std::move(leaves)),
      lone_(std::move(lone)),
      introduced_(leaves_->all.size()),
      axes_(program, leaves_->all, space),
      encoder_(program, axes_, space),
      refiner_(program, axes_, encoder_, space),
      order_(order),
      paired_(program, axes_, encoder_, space, order) {}

std::vector<const Leaf*> Subject::leaves_below(std::span<const NodeId> conditions) {
  std::vector<NodeId> open(conditions.begin(), conditions.end());
  std::vector<bool> seen(program_.nodes.size());
  std::vector<const Leaf*> found;
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    const std::uint32_t leaf = leaves_->of[id];
    if (leaf == program::nowhere) {
      for (const NodeId part : parts_of(program_, id)) open.push_back(part);
      continue;
    }
    introduce(leaf);
    found.push_back(&leaves_->all[leaf]);
    open.insert(open.end(), leaves_->all[leaf].conditions.begin(), leaves_->all[leaf].conditions.end());
  }
  return found;
}

void Subject::introduce(std::uint32_t leaf) {
  if (introduced_[leaf]) return;
  introduced_[leaf] = true;
  const NodeId node = leaves_->all[leaf].node;
  if (!program::is_condition(program_.nodes[node].op) && !may_be_invalid(program_, node, days()))
    return space_.sat().add({encoder_.of(node).yes});
  if (const Stretches* stretches = lone_->of(leaf, axes_)) return define(leaves_->all[leaf], *stretches);
  for (const std::int32_t day : leaves_->all[leaf].changes)
    static_cast<void>(space_.at_least(day_variable, day));
  if (!order_.add(program_, axes_, encoder_, leaves_->all[leaf])) paired_.add(leaves_->all[leaf]);
}

void Subject::learn(const Leaf& leaf, Box box, Lesson lesson) {
  if (!paired_.learn(leaf, box)) refiner_.learn(leaf, std::move(box), lesson);
}

LookedAt Subject::days() const {
  const auto day = [](Int128 days) { return types::Date{static_cast<std::int32_t>(days)}; };
  return {day(space_.lo(day_variable)), day(space_.hi(day_variable)), day(space_.near(day_variable))};
}

// As exact as a condition about one fact and constants.
void Subject::define(const Leaf& leaf, const Stretches& stretches) {
  const Var var = axes_.var(stretches.slot);
  const Sides sides = encoder_.of(leaf.node);
  Sat& sat = space_.sat();
  for (const Truth::State state : {Truth::yes, Truth::no}) {
    std::vector<Lit> pieces;
    for (const Stretch& s : stretches.numbers)
      if (s.state == state) pieces.push_back(space_.within(var, s.from, s.to));
    if (stretches.none == state) pieces.push_back(space_.is_none(var));
    sat.equate(state == Truth::yes ? sides.yes : sides.no, sat.any(pieces));
  }
}

Box Subject::box_of(const Leaf& leaf, const Places& places) const {
  Box box;
  for (const std::uint32_t slot : leaf.slots) box.slots.push_back(places[axes_.var(slot)]);
  for (const NodeId condition : leaf.conditions) box.conditions.push_back(encoder_.state(condition));
  return box;
}

std::vector<NodeId> Subject::conditions_of(const program::Decision& decision) {
  std::vector<NodeId> conditions{decision.root};
  if (decision.has_coverage) conditions.push_back(decision.coverage);
  return conditions;
}

Lit Subject::verdict(const program::Decision& decision, eval::Verdict verdict) {
  using eval::Verdict;
  Sat& sat = space_.sat();
  const Lit gap = encoder_.on(decision.uncovered);
  const Sides coverage =
      decision.has_coverage ? encoder_.of(decision.coverage) : Sides{-Sat::always(), Sat::always()};
  if (verdict == Verdict::not_covered) {
    const Lit either[] = {gap, coverage.yes};
    return sat.any(either);
  }
  const Sides body = encoder_.of(decision.root);
  if (verdict == Verdict::invalid) {
    const Lit unclear[] = {-gap, -coverage.yes, -coverage.no},
              broken[] = {-gap, coverage.no, -body.yes, -body.no};
    const Lit either[] = {sat.all(unclear), sat.all(broken)};
    return sat.any(either);
  }
  if (verdict == Verdict::value) {
    const Lit either[] = {body.yes, body.no};
    const Lit all[] = {-gap, coverage.no, sat.any(either)};
    return sat.all(all);
  }
  const Lit all[] = {-gap, coverage.no, verdict == Verdict::yes ? body.yes : body.no};
  return sat.all(all);
}

eval::Profile Subject::profile(const Places& places) const {
  eval::Profile profile(program_);
  for (std::uint32_t slot = 0; slot < program_.today(); ++slot)
    if (has_values(program_.slots[slot])) profile.tell(slot, axes_.point(slot, places[axes_.var(slot)]));
  return profile;
}

}  // namespace eligo::analysis
