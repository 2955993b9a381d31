// SPDX-License-Identifier: MIT
// Owns the choice of a value in each region of a model, so that leaves come out as the model has them.
#pragma once

#include <vector>

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

class Chooser {
 public:
  Chooser(Space& space, const std::vector<Asked>& leaves, Places& places)
      : space_(space), leaves_(leaves), places_(places) {}

  /// Makes a point of each region, the day first: one with which each leaf can still be as the last model has it,
  /// where there is one among what is preferred, where leaves turn, and the ends.
  void choose();

 private:
  [[nodiscard]] bool fits(const Asked& asked, Var var, Int128 point);
  void choose(Var var);

  Space& space_;
  const std::vector<Asked>& leaves_;
  Places& places_;
};

}  // namespace eligo::analysis
