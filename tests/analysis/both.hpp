// SPDX-License-Identifier: MIT
// Owns two rulesets side by side: asked about the same people, and who is in a class.
#pragma once

#include <set>

#include "interpreter/analysis/difference.hpp"
#include "tests/analysis/ruleset.hpp"

namespace eligo::tests {

/// Two rulesets with the same facts.
[[nodiscard]] analysis::Compared compared(const Ruleset& before, const Ruleset& after,
                                          std::uint32_t decision = 0);

/// One ruleset, asked about one person and day.
struct Side {
  const program::Program& program;
  std::uint32_t decision;
  eval::Scratch scratch;
  std::vector<program::NodeId> nodes;

  explicit Side(const program::Program& p, std::uint32_t d = 0);
  eval::Verdict ask(const eval::Profile& profile, types::Date day);
  /// Of the one who was asked about last.
  [[nodiscard]] types::Possible value() const;
};

/// What is told of somebody, told to the other one of two rulesets with the same facts.
[[nodiscard]] eval::Profile told_to(const program::Program& other, const eval::Profile& told);

/// Whether somebody who was asked about on a day is in the class, verdicts apart.
[[nodiscard]] bool is_in(const analysis::Class& one, const eval::Profile& profile, types::Date day,
                         const Side& before, const Side& after);

/// Whether the example of a class is in it by what is told of them alone, and gets both answers.
[[nodiscard]] bool has_its_example(const analysis::Class& one, Side& before, Side& after);

/// The days on which somebody in each class was met who gets another answer.
class DaysMet {
 public:
  DaysMet(const analysis::Compared& both, std::size_t classes, types::Date first, types::Date last);
  void meet(std::size_t which, types::Date day) { met_[which].insert(day.days); }
  /// At each end of the days that the class says there was somebody; where they go on as far as days were asked about, under
  /// the law of that end.
  [[nodiscard]] bool are_as_said(const analysis::Class& one, std::size_t which) const;

 private:
  [[nodiscard]] bool is_met(std::size_t which, std::int32_t from, std::int32_t to) const;

  std::int32_t first_, last_;
  std::set<std::int32_t> changes_;
  std::vector<std::set<std::int32_t>> met_;
};

/// Whether the class says this of somebody, given the verdicts and values of both.
[[nodiscard]] bool says(const analysis::Class& one, eval::Verdict was, const types::Possible& before,
                        eval::Verdict is, const types::Possible& after);

}  // namespace eligo::tests
