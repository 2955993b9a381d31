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
  explicit Evaluator(const program::Program& program);

  /// From now on the fact, or the day, is in this region: exact where that is a point. Axes are always the same.
  void tell(std::uint32_t slot, const Region& region, const Axes& axes);
  /// From now on a condition that is not evaluated has this truth.
  void assume(NodeId condition, builtins::Truth truth);
  /// Sees to it that these are evaluated: children come before what is made of them; a child that is not among them is assumed.
  /// Whatever they ask has been told.
  void run(std::span<const NodeId> nodes);

  /// What the last runs came to. The values stay where they are for as long as the evaluator.
  [[nodiscard]] const eval::Scratch& scratch() const { return scratch_; }

 private:
  using Time = std::uint32_t;  // a run; 0: never

  [[nodiscard]] bool is_outdated(NodeId id) const;

  const program::Program& program_;
  eval::Profile profile_;
  eval::Scratch scratch_;
  Time now_ = 1;
  std::vector<Region> regions_;  // by slot
  std::vector<Time> told_;       // by slot: when it was told something else
  struct Done {
    Time evaluated = 0, changed = 0;
  };
  std::vector<Done> done_;  // by node
  std::vector<NodeId> outdated_;
};

}  // namespace eligo::analysis
