// SPDX-License-Identifier: MIT
// Owns the times of changes, by which is seen what has to be evaluated anew.
#include "interpreter/analysis/evaluator.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

Evaluator::Evaluator(const program::Program& program)
    : program_(program),
      profile_(program),
      regions_(program.slots.size()),
      evaluated_(program.nodes.size()),
      changed_(program.nodes.size() + program.slots.size()) {
  scratch_.truths.resize(program.nodes.size());
  const auto slots = static_cast<std::uint32_t>(program.nodes.size());
  const std::uint32_t day = slots + program.today();
  for (const Node& n : program.nodes) {
    first_.push_back(static_cast<std::uint32_t>(asked_.size()));
    if (program::asks_slot(n.op)) asked_.push_back(std::min(slots + n.payload, day));
    if (n.op == Op::value_versions || n.op == Op::condition_versions) asked_.push_back(day);
    for (std::uint32_t i = 0; i < n.count; ++i)
      if (program.nodes[program.child(n, i)].op != Op::constant) asked_.push_back(program.child(n, i));
  }
  first_.push_back(static_cast<std::uint32_t>(asked_.size()));
}

Evaluator::Time Evaluator::tell(std::uint32_t slot, const Region& region, const Axes& axes) {
  Time& changed = changed_[program_.nodes.size() + slot];
  if (changed != 0 && regions_[slot] == region) return changed;
  regions_[slot] = region;
  const auto date = [](Int128 days) { return types::Date{static_cast<std::int32_t>(days)}; };
  if (slot == program_.today())
    scratch_.days = eval::Days::any_of(program_, date(region.lo), date(region.hi));
  else
    profile_.tell(slot, region.is_point() ? axes.point(slot, region) : axes.spread(slot, region));
  return changed = now_;
}

Evaluator::Time Evaluator::assume(NodeId condition, builtins::Truth truth) {
  builtins::Truth& known = scratch_.truths[condition];
  const bool same = known.state == truth.state && known.may_be_invalid == truth.may_be_invalid;
  if (same && changed_[condition] != 0) return changed_[condition];
  known = truth;
  evaluated_[condition] = 0;
  return changed_[condition] = now_;
}

void Evaluator::run(std::span<const NodeId> nodes) {
  outdated_.clear();
  for (const NodeId id : nodes) {
    if (!is_outdated(id)) continue;
    evaluated_[id] = changed_[id] = now_;
    outdated_.push_back(id);
  }
  eval::run(outdated_, profile_, scratch_);
  ++now_;
}

}  // namespace eligo::analysis
