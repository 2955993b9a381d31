// SPDX-License-Identifier: MIT
// Owns the choice of a value in each region of a model, so that leaves come out as the model has them.
#pragma once

#include <vector>

#include "interpreter/analysis/refine.hpp"

namespace eligo::analysis {

/// A region for each slot of the program, points in the end.
using Places = std::vector<Region>;

class Chooser {
 public:
  Chooser(const program::Program& program, Axes& axes, Encoder& encoder, Refiner& refiner)
      : program_(program), axes_(axes), encoder_(encoder), refiner_(refiner) {}

  /// Makes a point of each region that these leaves ask about, the day first: one with which each of them can still
  /// be as the model has it, where there is one among the ends, what lies nearest to `about`, and where leaves turn.
  void choose(const std::vector<const Leaf*>& leaves, Places& places, Int128 about);
  [[nodiscard]] Box box_of(const Leaf& leaf, const Places& places) const;

 private:
  [[nodiscard]] bool fits(const std::vector<const Leaf*>& leaves, std::uint32_t slot, Int128 point, Places& places);
  [[nodiscard]] bool fits(const Leaf& leaf, std::uint32_t slot, Int128 point, Places& places);
  void choose(const std::vector<const Leaf*>& leaves, std::uint32_t slot, Places& places, Int128 about);

  const program::Program& program_;
  Axes& axes_;
  Encoder& encoder_;
  Refiner& refiner_;
};

}  // namespace eligo::analysis
