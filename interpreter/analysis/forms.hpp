// SPDX-License-Identifier: MIT
// Owns the reading of leaves as "this day is not after that one".
#pragma once

#include <optional>
#include <vector>

#include "interpreter/analysis/axes.hpp"

namespace eligo::analysis {

struct Step {
  std::int64_t n = 0;
  grammar::Unit unit = grammar::Unit::nothing;
};
/// A day and what is added to it, in this order.
struct Day {
  Var var = 0;
  std::vector<Step> steps;
};
/// before + steps <= after + steps (strict: <); `denied`: the leaf says the opposite.
struct Form {
  Day before, after;
  bool strict = false, denied = false;
  types::MissingDays missing_days = types::MissingDays::roll_forward;
};

/// Reads one program.
class Forms {
 public:
  Forms(const program::Program& program, const Axes& axes) : program_(program), axes_(axes) {}
  /// Of a leaf that is such a comparison and nothing else.
  [[nodiscard]] std::optional<Form> of(const Leaf& leaf) const;

  /// A whole that is written.
  [[nodiscard]] std::optional<std::int64_t> whole_of(NodeId id) const;
  [[nodiscard]] std::optional<Day> day_of(NodeId id) const;

 private:
  [[nodiscard]] std::optional<Form> between_form(NodeId between, NodeId number, bool number_first,
                                                 bool strict) const;

  const program::Program& program_;
  const Axes& axes_;
};

}  // namespace eligo::analysis
