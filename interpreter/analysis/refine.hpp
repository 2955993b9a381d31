// SPDX-License-Identifier: MIT
// Owns what the solver learns about leaves: clauses "where its facts are in these regions, it is so", each found by
// evaluating the leaf over the regions, and made as wide as it stays true.
#pragma once

#include <vector>

#include "interpreter/analysis/encode.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

/// Where each input of a leaf is: a region a slot, a state a condition, in the leaf's order.
struct Box {
  std::vector<Region> slots;
  std::vector<Truth::State> conditions;
};

class Refiner {
 public:
  Refiner(const program::Program& program, Axes& axes, Encoder& encoder, Space& space)
      : program_(program), axes_(axes), encoder_(encoder), space_(space), profile_(program) {}

  /// What the leaf is all over the box; open where that is not known.
  [[nodiscard]] Truth::State evaluate(const Leaf& leaf, const Box& box);
  /// The clauses for a box all over which the leaf is in this state.
  void learn(const Leaf& leaf, Box box, Truth::State state);

 private:
  void widen(const Leaf& leaf, Box& box, Truth::State state);
  void widen_side(const Leaf& leaf, Box& box, std::size_t slot, Truth::State state, bool up);

  const program::Program& program_;
  Axes& axes_;
  Encoder& encoder_;
  Space& space_;
  eval::Profile profile_;
  eval::Scratch scratch_;
};

}  // namespace eligo::analysis
