// SPDX-License-Identifier: MIT
// Owns the evaluation of one profile: every node of a plan in order, once (language.md 3.5 to 3.7).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "interpreter/eval/profile.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::eval {

using builtins::Truth;
using program::NodeId;

enum class Verdict : std::uint8_t { yes, no, value, undetermined, not_covered, invalid };

/// `today` and the law day of an evaluation, as the program reads facts.
class Days {
 public:
  Days() = default;
  Days(const program::Program& program, types::Date as_of, types::Date law_day);
  /// Any day from `first` to `last`, and the law of that day: for nodes that no version divides in between.
  [[nodiscard]] static Days any_of(const program::Program& program, types::Date first, types::Date last);
  [[nodiscard]] types::Date as_of() const { return as_of_; }
  [[nodiscard]] types::Date law_day() const { return law_day_; }
  [[nodiscard]] const types::Possible& possible(bool law) const { return possible_[law ? 1 : 0]; }
  [[nodiscard]] program::Row row(bool law) const { return rows_[law ? 1 : 0]; }

 private:
  void find_row(const program::Program& program, bool law);
  types::Date as_of_, law_day_;
  types::Possible possible_[2];
  program::Row rows_[2] = {nullptr, nullptr};
  std::shared_ptr<const std::vector<std::uint64_t>>
      made_[2];  // where the days have no codes; copies share it
};

/// The memory of evaluations of one program after another; allocates only while it grows. One thread at a
/// time.
struct Scratch {
  Days days;
  std::vector<Truth> truths;                   // by node
  std::vector<const types::Possible*> values;  // by Node::value
  std::vector<types::Possible> made;           // by Node::value, of those that are computed
  std::vector<const types::Possible*> pointers;
  types::Possible room;
};

/// What is evaluated for a decision on a law day.
[[nodiscard]] const program::Plan& plan_of(const program::Decision& decision, types::Date law_day);
[[nodiscard]] bool is_uncovered(const program::Decision& decision, types::Date law_day);

/// Evaluates nodes in the order given, on the days of the scratch; children that are not among them must have
/// been evaluated before with the same scratch.
void run(std::span<const NodeId> nodes, const Profile& profile, Scratch& scratch);

/// The nodes that a node depends on when this law is in force, itself last: what `run` takes for it alone.
[[nodiscard]] std::vector<NodeId> nodes_below(const program::Program& program, NodeId root,
                                              types::Date law_day);

/// Evaluates a decision on the days of the scratch and gives its verdict (language.md 3.7).
[[nodiscard]] Verdict decide(const program::Decision& decision, const Profile& profile, Scratch& scratch);
/// The verdict by what was evaluated last, on a day that the decision covers.
[[nodiscard]] Verdict verdict_of(const program::Decision& decision, const program::Program& program,
                                 const Scratch& scratch);
/// The possible values of a typed decision after `decide`.
[[nodiscard]] types::Possible value_of(const program::Decision& decision, const program::Program& program,
                                       const Scratch& scratch);

}  // namespace eligo::eval
