// SPDX-License-Identifier: MIT
// Owns what comparisons of the same amounts imply: who is within the lower ceiling is within the higher one, who is 64 is 62.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "interpreter/analysis/likeness.hpp"

namespace eligo::analysis {

/// Comparisons of which one side is the same and the other surely not below, on the days between changes of versions.
class Ladder {
 public:
  /// On these days the first variable is never above the second one.
  struct Known {
    Var low, high;
    program::DayRange days;
  };
  Ladder(Space& space, std::vector<Known> known) : space_(space), known_(std::move(known)) {}

  /// Tells the solver which of two comparisons follows from the other one; `written` is of their two programs.
  void add(const Asked& one, const Asked& other, Alike& written);

 private:
  struct Stretch {
    Int128 from, to;
  };
  [[nodiscard]] std::vector<Stretch> stretches(const Leaf& one, const Leaf& other) const;
  /// What was evaluated of one program; the scratch refers to the profile.
  struct Side {
    explicit Side(const program::Program& program) : profile(program), rounded(program.nodes.size(), true) {}
    eval::Profile profile;
    eval::Scratch scratch;
    std::vector<bool> rounded;
  };
  [[nodiscard]] std::vector<Region> run(const Asked& asked, const Stretch& stretch, Side& side) const;
  void add_known(const Asked& one, const Asked& other, std::uint32_t open);
  void imply(const Asked& one, const Asked& other, bool strictly_above, const Stretch& stretch);

  Space& space_;
  std::vector<Known> known_;
};

}  // namespace eligo::analysis
