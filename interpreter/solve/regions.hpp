// SPDX-License-Identifier: MIT
// Owns the cutting of open facts into regions: within one, no open condition of the decision changes,
// whatever the others are.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "interpreter/eval/evaluate.hpp"
#include "interpreter/solve/search.hpp"
#include "interpreter/solve/values.hpp"

namespace eligo::solve {

constexpr std::uint32_t most_together = 20'000;  // combinations of values of several facts

using program::NodeId;
using types::Int128;
using types::Possible;

/// A condition (or value) that is not decided and is not made of others by logic: what the regions must not
/// cut through.
struct OpenLeaf {
  NodeId node = 0;
  std::vector<NodeId> below;           // the undecided nodes to evaluate for it, itself last
  std::vector<std::uint32_t> support;  // open slots it depends on, sorted
  bool plain =
      true;  // no logic below: what is invalid stays so whatever is still told (3.6 does not distribute)
  bool exact = true;  // false: its regions were too many to find; it counts as a variable of its own
};

/// One open fact and a value of each of its regions.
struct OpenFact {
  std::uint32_t slot = 0;
  std::vector<Possible> regions;
};

class Regions {
 public:
  Regions(const program::Program& program, const program::Decision& decision, const eval::Profile& profile,
          const eval::Days& days, const Budget& budget);

  [[nodiscard]] const std::vector<OpenLeaf>& leaves() const { return leaves_; }
  [[nodiscard]] const std::vector<OpenFact>& facts() const { return facts_; }
  [[nodiscard]] bool are_exact() const {
    return std::all_of(leaves_.begin(), leaves_.end(), [](const OpenLeaf& leaf) { return leaf.exact; });
  }
  /// The nodes of pure logic above the leaves, children first, and the state of each node for the profile as
  /// it is.
  [[nodiscard]] const std::vector<NodeId>& logic() const { return logic_; }
  [[nodiscard]] const eval::Scratch& known() const { return known_; }
  /// Evaluates a leaf with some facts set; `work` is a copy of the profile that the caller changes.
  void evaluate(const OpenLeaf& leaf, const eval::Profile& work);
  [[nodiscard]] builtins::Truth truth(const OpenLeaf& leaf) const { return scratch_.truths[leaf.node]; }
  [[nodiscard]] const Possible& value(const OpenLeaf& leaf) const {
    return *scratch_.values[program_.nodes[leaf.node].value];
  }
  /// The value of a node of the leaf that was evaluated last, or of one that is decided.
  [[nodiscard]] const Possible& value_of(NodeId id) const {
    return *scratch_.values[program_.nodes[id].value];
  }
  [[nodiscard]] std::vector<NodeId> children_in_force(NodeId id) const;
  /// Yes, no or one value: no completion changes it.
  [[nodiscard]] bool is_decided(NodeId id) const;
  [[nodiscard]] bool spend(std::uint32_t n = 1);
  /// Values of a fact at the borders of its regions and beside them: where a difference shows if there is
  /// one.
  [[nodiscard]] std::vector<Possible> candidates(std::uint32_t slot) const;

 private:
  void find_leaves(const std::vector<NodeId>& roots);
  void make_leaf(NodeId id);
  [[nodiscard]] std::vector<NodeId> open_children(NodeId id) const;
  [[nodiscard]] std::vector<NodeId> open_below(NodeId root) const;
  [[nodiscard]] bool is_open_slot(std::uint32_t slot) const;
  void cut(OpenFact& fact);
  void cut_ordered(OpenFact& fact);
  void cut_items(OpenFact& fact);
  void cut_texts(OpenFact& fact);
  struct Texts {
    std::vector<std::string> texts;
    bool complete = false;  // no open leaf tells apart more than these
  };
  [[nodiscard]] const Texts& told_apart(std::uint32_t slot);
  [[nodiscard]] std::vector<std::uint32_t> texts_beside(std::uint32_t slot) const;
  void give_up(OpenFact& fact);
  [[nodiscard]] std::string signature_of(const OpenLeaf& leaf, const eval::Profile& work, Values& values);
  struct Piece {
    Int128 lo, hi;
  };
  [[nodiscard]] int state_on(const OpenLeaf& leaf, std::uint32_t slot, const Possible& range, Piece on,
                             eval::Profile& work);
  bool find_borders(const OpenLeaf& leaf, std::uint32_t slot, eval::Profile& work,
                    std::vector<Int128>& borders);
  void cut_together();
  [[nodiscard]] bool has_items(const std::vector<std::uint32_t>& support) const;
  bool cut_pair(OpenLeaf& leaf);
  [[nodiscard]] Possible whole_range(std::uint32_t slot) const;
  [[nodiscard]] std::vector<const OpenLeaf*> leaves_on(std::uint32_t slot) const;

  const program::Program& program_;
  const eval::Profile& profile_;
  Budget left_;
  types::Date law_day_;
  eval::Scratch known_, scratch_;
  std::vector<NodeId> logic_;
  std::vector<OpenLeaf> leaves_;
  std::vector<OpenFact> facts_;
  std::unordered_map<std::uint32_t, Texts> told_apart_;  // by slot
  std::unordered_map<std::uint32_t, std::vector<Int128>>
      borders_;  // by slot: grid points where a region begins
};

}  // namespace eligo::solve
