// SPDX-License-Identifier: MIT
// Owns conditions as literals: two for each, that it is yes and that it is no; neither: invalid. Facts are told
// exactly, so nothing is open. A value is yes where it can be calculated, and never no.
#pragma once

#include <functional>
#include <vector>

#include "interpreter/analysis/axes.hpp"

namespace eligo::analysis {

using builtins::Truth;

struct Sides {
  Lit yes = 0, no = 0;
};

class Encoder {
 public:
  Encoder(const program::Program& program, Axes& axes, Space& space);

  [[nodiscard]] Sides of(NodeId condition);
  /// Asks with other parts than there are: while `ask` runs, this condition is as if that part of it were so, and those
  /// above it, which stand on it, follow.
  void with(NodeId condition, NodeId part, Truth::State state, const std::vector<NodeId>& above,
            const std::function<void()>& ask);
  [[nodiscard]] Lit is(NodeId condition, Truth::State state);
  /// Today is one of these days.
  [[nodiscard]] Lit on(const std::vector<program::DayRange>& days);
  /// In the last model; the condition must have been asked for before.
  [[nodiscard]] Truth::State state(NodeId condition) const;
  /// Adds to a clause what holds exactly when the condition is not in that state.
  void add_other(NodeId condition, Truth::State state, std::vector<Lit>& clause);

 private:
  [[nodiscard]] Sides make(const program::Node& n);
  [[nodiscard]] Sides made_of_value(const program::Node& n);
  [[nodiscard]] Sides at_least(const program::Node& n);
  [[nodiscard]] Sides when(const program::Node& n);
  [[nodiscard]] Sides versions(const program::Node& n);
  [[nodiscard]] Lit count_reaches(const std::vector<Lit>& of, std::uint32_t needed);

  const program::Program& program_;
  Axes& axes_;
  Space& space_;
  Sat& sat_;
  std::vector<Sides> made_;  // by node; 0 where not made yet
};

}  // namespace eligo::analysis
