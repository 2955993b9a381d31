// SPDX-License-Identifier: MIT
// Owns the leaves of an analysis: conditions about more than one fact, or about what is calculated from facts. The
// solver sees each as a literal of its own, and learns what it depends on where that matters.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

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

/// The conditions that a condition is made of, on any day: of a leaf, those that its values ask.
[[nodiscard]] std::vector<NodeId> parts_of(const program::Program& program, NodeId condition);

}  // namespace eligo::analysis
