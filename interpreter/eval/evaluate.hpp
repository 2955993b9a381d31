// SPDX-License-Identifier: MIT
// Owns the evaluation of one profile: every node of a plan in order, once (language.md 3.5 to 3.7).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interpreter/eval/profile.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::eval {

using builtins::Truth;
using program::NodeId;

enum class Verdict : std::uint8_t { yes, no, value, undetermined, not_covered, invalid };

/// The memory of evaluations of one program after another; allocates only while it grows. One thread at a time.
struct Scratch {
  std::vector<Truth> truths;                        // by node
  std::vector<const types::Possible*> values;       // by Node::value
  std::vector<types::Possible> made;                // by Node::value, of those that are computed
  std::vector<const types::Possible*> pointers;
};


/// Makes `today` and the law day known in a profile.
void set_days(Profile& profile, types::Date as_of, types::Date law_day);

/// The plan of a decision for the law day that the profile tells.
[[nodiscard]] const program::Plan& plan_of(const program::Decision& decision, types::Date law_day);
[[nodiscard]] bool is_uncovered(const program::Decision& decision, types::Date law_day);

/// Evaluates nodes in the order given; children that are not among them must have been evaluated before with the same scratch.
void run(std::span<const NodeId> nodes, const Profile& profile, Scratch& scratch);

/// The law day that a profile tells.
[[nodiscard]] types::Date law_day_of(const Profile& profile);

/// Evaluates a decision and gives its verdict (language.md 3.7).
[[nodiscard]] Verdict decide(const program::Decision& decision, const Profile& profile, Scratch& scratch);
/// The possible values of a typed decision after `decide`.
[[nodiscard]] types::Possible value_of(const program::Decision& decision, const program::Program& program, const Scratch& scratch);

}  // namespace eligo::eval
