// SPDX-License-Identifier: MIT
// Owns the leaves of an analysis: conditions about more than one fact, or about what is calculated from facts; and values that
// may be invalid, of which is asked whether they can be calculated. The solver sees each as a literal of its own, and learns what
// it depends on where that matters.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "interpreter/eval/evaluate.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::analysis {

using program::NodeId;

struct Leaf {
  NodeId node = 0;
  std::vector<NodeId> run;            // the values it is made of, children first, itself last
  std::vector<std::uint32_t> slots;   // the facts and days among them, sorted; the law day is `today`
  std::vector<NodeId> conditions;     // those that its values ask: `when C then …`
  std::vector<std::int32_t> changes;  // law days on which a version of a value begins, sorted
};

/// A condition that is neither logic, nor known, nor about one fact and constants.
[[nodiscard]] inline bool is_leaf(program::Op op) {
  return program::is_condition(op) && !program::is_logic(op) && op != program::Op::truth &&
         op != program::Op::atom;
}
/// A value that other values are chosen by, or that is a condition: whether it can be calculated is a matter of logic.
[[nodiscard]] inline bool chooses(program::Op op) {
  return op == program::Op::value_when || op == program::Op::value_versions || op == program::Op::condition;
}
/// Values which, when they can be calculated, this value can be: parts that may be invalid and choose nothing.
[[nodiscard]] std::vector<NodeId> calculations_of(const program::Program& program, NodeId value);
/// What the last evaluation found of a leaf; of a value: yes where it can be calculated, else invalid.
[[nodiscard]] builtins::Truth truth_of(const program::Program& program, const eval::Scratch& scratch,
                                       NodeId leaf);
[[nodiscard]] Leaf leaf_of(const program::Program& program, NodeId node);

/// All leaves of a program, and values that are looked at as if they were some.
struct Leaves {
  std::vector<Leaf> all;
  std::vector<std::uint32_t> of;  // by node: which of them it is, or nowhere
};
[[nodiscard]] std::shared_ptr<const Leaves> leaves_of(const program::Program& program,
                                                      std::span<const NodeId> values = {});

/// False of a key whose table has no rows: nothing can be told of such a fact, and nothing is decided by it.
[[nodiscard]] inline bool has_values(const program::Slot& slot) {
  return slot.anything.some || slot.anything.none;
}

/// All that conditions are made of, in whatever version, themselves too; sorted.
[[nodiscard]] std::vector<NodeId> all_below(const program::Program& program, std::vector<NodeId> conditions);

/// Law days on which a version of one of these nodes begins, sorted.
[[nodiscard]] std::vector<std::int32_t> law_changes(const program::Program& program,
                                                    const std::vector<NodeId>& nodes);

/// A condition among these nodes about which a no of the solver says nothing: its facts have no values, or it compares
/// texts with one another, of which there are more than stand for them.
[[nodiscard]] std::optional<NodeId> beyond_proof(const program::Program& program,
                                                 const std::vector<NodeId>& nodes);

/// What a condition, or a value of which is asked whether it can be calculated, is made of, on any day: of a leaf, the
/// conditions that its values ask.
[[nodiscard]] std::vector<NodeId> parts_of(const program::Program& program, NodeId id);

}  // namespace eligo::analysis
