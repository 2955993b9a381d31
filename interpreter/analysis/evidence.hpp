// SPDX-License-Identifier: MIT
// Owns what was seen: for each condition and state, a day on which it was so of somebody. Most questions about single
// conditions are answered by it, without the solver.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "interpreter/analysis/variables.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

class Evidence {
 public:
  Evidence(const program::Program& program, const LookedAt& days);

  /// Looks at everything that is so of somebody on a day, under the law of that day.
  void see(const eval::Profile& profile, types::Date day);
  [[nodiscard]] bool was_seen(program::NodeId condition, builtins::Truth::State state,
                              const std::vector<program::DayRange>& days) const;

 private:
  void see_at_random(const LookedAt& days);

  const program::Program& program_;
  std::vector<program::NodeId> nodes_;
  std::vector<std::array<std::vector<std::int32_t>, 4>> days_;  // by condition and state: few of them
  eval::Scratch scratch_;
};

}  // namespace eligo::analysis
