// SPDX-License-Identifier: MIT
// Owns what the solver learns about leaves: clauses "where its facts are in these regions, it is so", each found by
// evaluating the leaf over the regions, and made as wide as it stays true.
#pragma once

#include <optional>
#include <vector>

#include "interpreter/analysis/encode.hpp"
#include "interpreter/analysis/evaluator.hpp"

namespace eligo::analysis {

/// Where each input of a leaf is: a region a slot, a state a condition, in the leaf's order.
struct Box {
  std::vector<Region> slots;
  std::vector<Truth::State> conditions;
};

/// What is learnt of a leaf over a box; `valid`: that it is yes or no, whichever.
enum class Lesson : std::uint8_t { yes, no, invalid, valid };

class Refiner {
 public:
  Refiner(const program::Program& program, Axes& axes, Encoder& encoder, Space& space)
      : program_(program), axes_(axes), encoder_(encoder), space_(space), evaluator_(program) {}

  /// What the leaf is all over the box; open where that is not known.
  [[nodiscard]] Truth evaluate(const Leaf& leaf, const Box& box);
  /// What shows that the leaf is not in this state somewhere in the box; nothing where it may be.
  [[nodiscard]] std::optional<Lesson> against(const Leaf& leaf, const Box& box, Truth::State state);
  /// Adds the clauses for a box all over which this is so.
  void learn(const Leaf& leaf, Box box, Lesson lesson);

 private:
  [[nodiscard]] bool is_so(const Leaf& leaf, const Box& box, Lesson lesson);
  void widen(const Leaf& leaf, Box& box, Lesson lesson);
  void widen_side(const Leaf& leaf, Box& box, std::size_t slot, Lesson lesson, bool up);

  const program::Program& program_;
  Axes& axes_;
  Encoder& encoder_;
  Space& space_;
  Evaluator evaluator_;
};

}  // namespace eligo::analysis
