// SPDX-License-Identifier: MIT
// Owns the choice of a value in each region of a model, so that leaves come out as the model has them.
#pragma once

#include <vector>

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

class Chooser {
 public:
  Chooser(Space& space, const std::vector<Asked>& leaves, Places& places);

  /// Makes a point of each region, the day first: one with which each leaf can still be as the last model has it,
  /// where there is one among what is preferred, where leaves turn, and the ends.
  void choose();

 private:
  /// A leaf as the last model has it, over the places.
  struct Believed {
    Asked asked;
    Box box;
    Truth::State state;
  };
  /// A leaf that asks about a variable: at this place in its box.
  struct Asking {
    std::size_t leaf, slot;
  };

  [[nodiscard]] bool fits(const Asking& asking, Int128 point);
  [[nodiscard]] std::vector<bool> all_fit(Var var, Int128 point);
  void choose(Var var);

  Space& space_;
  Places& places_;
  std::vector<Believed> leaves_;
  std::vector<std::vector<Asking>> asking_;  // by variable
};

}  // namespace eligo::analysis
