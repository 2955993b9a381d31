// SPDX-License-Identifier: MIT
// Owns what a program says of all members of a list at once (a count, a sum, `some`, `every`), and the program as if each
// of these were a fact. Who compares two such programs need not tell members apart.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "interpreter/analysis/list.hpp"
#include "interpreter/analysis/variables.hpp"

namespace eligo::analysis {

class Folds {
 public:
  Folds(const program::Program& program, const std::vector<List>& lists, const LookedAt& days);

  /// All below these roots, so that nothing else there asks members; nothing where one of them can be no fact: it is of a kind
  /// whose values are not on the grid, or may be none as well as invalid.
  [[nodiscard]] std::optional<std::vector<NodeId>> below(const std::vector<NodeId>& roots) const;
  /// Sums and differences, the greater and the less of two.
  [[nodiscard]] static bool is_linear(program::Op op);
  [[nodiscard]] bool may_fail(NodeId fold) const;
  [[nodiscard]] bool is_field(std::uint32_t slot) const { return field_of_[slot] != 0; }

 private:
  /// What of lists a node asks: nothing, one member (and perhaps how long the list is), or several.
  struct About {
    enum class Kind : std::uint8_t { nothing, length, member, several } kind = Kind::nothing;
    std::uint32_t member = 0;
  };
  [[nodiscard]] static About joined(const About& a, const About& b);
  [[nodiscard]] bool folds_here(NodeId id) const;
  void rise();
  [[nodiscard]] bool can_be_fact(NodeId id) const;

  const program::Program& program_;
  LookedAt days_;
  std::vector<std::uint32_t> field_of_;  // by slot: which member of which list, from 1
  std::vector<bool> is_length_;          // by slot
  std::vector<About> about_;             // by node
  std::vector<bool> is_sum_;             // by node: made of folds by sums and differences alone
};

/// At least all that a value can come to, for anybody on any of these days.
[[nodiscard]] types::Possible range_of(const program::Program& program, NodeId value, const LookedAt& days);
/// False: of a value or condition it is seen at once that it never is.
[[nodiscard]] bool may_be_invalid(const program::Program& program, NodeId node, const LookedAt& days);

/// A fold as a fact. One that may be invalid: of a condition, an item of `fold_states`; of a value, none says it is.
struct FoldedNode {
  NodeId node = 0;
  bool may_fail = false;
};
inline constexpr std::uint32_t fold_is_no = 0, fold_is_yes = 1, fold_is_invalid = 2, fold_states = 3;

struct WithFacts {
  std::unique_ptr<program::Program> program;
  std::vector<NodeId>
      used_again;  // nodes that are others now than in the program it was made from, but for the folds; sorted
};

/// The program with a slot more for each of these folds, which now ask that alone. The slots stand after those of the facts, in
/// this order. Fields of members take no values any more. Refers to the program that it was made from. Only what stands below the
/// roots keeps its meaning. No program where there is no room for what says that folds are invalid.
[[nodiscard]] WithFacts with_facts(const program::Program& program, const Folds& folds,
                                   const std::vector<FoldedNode>& nodes, const std::vector<NodeId>& roots,
                                   const LookedAt& days);

}  // namespace eligo::analysis
