// SPDX-License-Identifier: MIT
// Owns the evaluation of one program time and again: only what depends on something that has changed since is evaluated anew.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interpreter/analysis/axes.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

class Evaluator {
 public:
  /// When something became what it is.
  using Time = std::uint32_t;

  explicit Evaluator(const program::Program& program);

  /// From now on the fact, or the day, is in this region: exact where that is a point. Axes are always the same.
  Time tell(std::uint32_t slot, const Region& region, const Axes& axes);
  /// From now on a condition that is not evaluated has this truth.
  Time assume(NodeId condition, builtins::Truth truth);
  /// Sees to it that these are evaluated: children come before what is made of them; a child that is not among them is
  /// assumed. Whatever they ask has been told.
  void run(std::span<const NodeId> nodes);
  /// The same of a node and all that it is made of, where the newest of what these ask is known.
  void run(std::span<const NodeId> nodes, Time newest) {
    const Time evaluated = evaluated_[nodes.back()];
    if (evaluated == 0 || evaluated < newest) run(nodes);
  }

  /// What the last runs came to. The values stay where they are for as long as the evaluator.
  [[nodiscard]] const eval::Scratch& scratch() const { return scratch_; }

 private:
  [[nodiscard]] bool is_outdated(NodeId id) const {
    const Time evaluated = evaluated_[id];
    if (evaluated == 0) return true;
    for (std::uint32_t i = first_[id]; i < first_[id + 1]; ++i)
      if (changed_[asked_[i]] > evaluated) return true;
    return false;
  }

  const program::Program& program_;
  eval::Profile profile_;
  eval::Scratch scratch_;
  Time now_ = 1;
  std::vector<Region> regions_;               // by slot, of those that were told
  std::vector<Time> evaluated_;               // by node; 0: never, or it was assumed to be something since
  std::vector<Time> changed_;                 // by node, and by slot behind the nodes; 0: never
  std::vector<std::uint32_t> asked_, first_;  // by node: whose changes make it outdated
  std::vector<NodeId> outdated_;
};

}  // namespace eligo::analysis
