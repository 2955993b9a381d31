// SPDX-License-Identifier: MIT
// Owns the times of changes, by which is seen what has to be evaluated anew.
#include "interpreter/analysis/evaluator.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

namespace {

types::Date date(Int128 days) {
  return types::Date{static_cast<std::int32_t>(days)};
}

}  // namespace

Evaluator::Evaluator(const program::Program& program)
    : program_(program),
      profile_(program),
      regions_(program.slots.size()),
      told_(program.slots.size()),
      done_(program.nodes.size()) {
  scratch_.truths.resize(program.nodes.size());
}

void Evaluator::tell(std::uint32_t slot, const Region& region, const Axes& axes) {
  if (told_[slot] != 0 && regions_[slot] == region) return;
  regions_[slot] = region;
  told_[slot] = now_;
  if (slot == program_.today())
    scratch_.days = eval::Days::any_of(program_, date(region.lo), date(region.hi));
  else
    profile_.tell(slot, region.is_point() ? axes.point(slot, region) : axes.spread(slot, region));
}

void Evaluator::assume(NodeId condition, builtins::Truth truth) {
  builtins::Truth& known = scratch_.truths[condition];
  const bool same = known.state == truth.state && known.may_be_invalid == truth.may_be_invalid;
  if (same && done_[condition].changed != 0) return;
  known = truth;
  done_[condition] = {0, now_};
}

bool Evaluator::is_outdated(NodeId id) const {
  const Node& n = program_.nodes[id];
  const Time evaluated = done_[id].evaluated;
  if (evaluated == 0) return true;
  if (program::asks_slot(n.op) && told_[std::min(n.payload, program_.today())] > evaluated) return true;
  const bool dated = n.op == Op::value_versions || n.op == Op::condition_versions;
  if (dated && told_[program_.today()] > evaluated) return true;
  for (std::uint32_t i = 0; i < n.count; ++i)
    if (done_[program_.child(n, i)].changed > evaluated) return true;
  return false;
}

void Evaluator::run(std::span<const NodeId> nodes) {
  outdated_.clear();
  for (const NodeId id : nodes) {
    if (!is_outdated(id)) continue;
    done_[id] = {now_, now_};
    outdated_.push_back(id);
  }
  eval::run(outdated_, profile_, scratch_);
  ++now_;
}

}  // namespace eligo::analysis
