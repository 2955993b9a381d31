// SPDX-License-Identifier: MIT
// Owns leaves about one fact alone, or about the day alone: on which of its values each is yes, no or invalid, exactly.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "interpreter/analysis/axes.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

struct Stretch {
  Int128 from = 0, to = 0;
  builtins::Truth::State state = builtins::Truth::no;
};

/// Of everyone: in order and without gaps over the numbers, and what it is where the fact is none.
struct Stretches {
  std::uint32_t slot = program::nowhere;
  std::vector<Stretch> numbers;
  std::optional<builtins::Truth::State> none;
};

class Lone {
 public:
  Lone(const program::Program& program, std::shared_ptr<const Leaves> leaves)
      : program_(program), leaves_(std::move(leaves)), profile_(program) {}

  /// Kept for the next one who asks, who must have the same ranges. Nothing of a leaf about several facts, about one that is
  /// neither a day nor a small number, of one that changes too often, or takes too long to be gone through.
  [[nodiscard]] const Stretches* of(std::uint32_t leaf, const Axes& axes);

 private:
  const program::Program& program_;
  std::shared_ptr<const Leaves> leaves_;
  std::map<std::uint32_t, std::optional<Stretches>> known_;
  std::size_t evaluations_ = 0;  // of all leaves so far
  eval::Profile profile_;
  eval::Scratch scratch_;
};

}  // namespace eligo::analysis
