// SPDX-License-Identifier: MIT
// Owns the values of one variable that a class of people may have, as one literal.
#pragma once

#include <vector>

#include "interpreter/analysis/space.hpp"

namespace eligo::analysis {

/// Disjoint ranges in their order, and perhaps none.
struct Portion {
  Var var = 0;
  bool none = false;
  std::vector<std::pair<Int128, Int128>> ranges;

  /// Adds a range, joined with those that it touches.
  void add(Int128 lo, Int128 hi);
  [[nodiscard]] bool has(const Region& point) const;
  [[nodiscard]] bool is_everything(const Space& space) const;
  [[nodiscard]] Lit lit(Space& space) const;
};

/// The values that no cut made so far tells from this one.
[[nodiscard]] Portion around(const Space& space, Var var, const Region& point);

/// Pieces between the cuts made so far that are not in the portion, each as small as can be; those beside it first.
[[nodiscard]] std::vector<Portion> pieces_beyond(const Space& space, const Portion& portion);

}  // namespace eligo::analysis
