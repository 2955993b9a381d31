// SPDX-License-Identifier: MIT
// Owns what was seen: of people on days, drawn at random or found by the solver, which conditions were so. Most
// questions are answered by it, without the solver.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "interpreter/analysis/claim.hpp"
#include "interpreter/analysis/variables.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

class Evidence {
 public:
  Evidence(const program::Program& program, const LookedAt& days);

  /// Looks at everything that is so of somebody on a day, under the law of that day; when there is no more room for
  /// that, at what is asked about.
  void see(const eval::Profile& profile, types::Date day, std::span<const Claim> claims);
  /// All of it of one person, on one of the days.
  [[nodiscard]] bool was_seen(std::span<const Claim> claims,
                              const std::vector<program::DayRange>& days) const;

 private:
  static constexpr std::size_t words = 4, most_seen = 64 * words;
  using Seen = std::array<std::uint64_t, words>;  // a bit for each who was seen

  void see_at_random(const LookedAt& days);
  [[nodiscard]] Seen seen_on(const std::vector<program::DayRange>& days) const;

  const program::Program& program_;
  std::vector<program::NodeId> nodes_;
  std::vector<std::array<Seen, 3>> seen_;  // by node: yes, no, invalid
  std::vector<std::int32_t> days_;         // of those who were seen
  std::size_t room_ = 0;                   // for so many
  std::unordered_map<std::uint64_t, std::vector<std::int32_t>>
      later_;  // by node and state: days, few of them
  eval::Scratch scratch_;
};

}  // namespace eligo::analysis
