// SPDX-License-Identifier: MIT
// Owns the search for proof that a fact is needed: two completions that differ in it alone and in the verdict.
// For what diagrams cannot tell exactly. Finding a pair is proof; not finding one is none.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "interpreter/eval/evaluate.hpp"
#include "interpreter/solve/regions.hpp"
#include "interpreter/solve/search.hpp"

namespace eligo::solve {

/// Walks among completions, each fact being one of the values beside which a difference can show. A condition
/// that is not as it should be is followed down to a leaf, and one fact of the leaf is changed; so the walk
/// comes to completions in which all depends on one leaf.
class Contrast {
 public:
  Contrast(const program::Program& program, const program::Decision& decision, const eval::Profile& profile,
           const eval::Days& days, Regions& regions, const Asking& asking, std::uint32_t nodes);

  /// By place in `slots`: whether the fact is proved to be needed. Of the slots of one question one proof is enough.
  [[nodiscard]] std::vector<bool> prove(std::span<const std::uint32_t> slots);

 private:
  struct Goal {
    NodeId node = 0;
    bool yes = false;
  };
  struct Move {
    std::size_t fact = 0, candidate = 0;
  };
  struct Fact {
    std::uint32_t slot = 0;
    std::vector<Possible> candidates;
    std::size_t at = 0;  // of candidates: what the walk has told
  };
  struct Question {
    std::uint32_t asked = 0;
    std::vector<std::size_t> facts;  // of facts_
    std::optional<std::size_t> proof;
  };

  [[nodiscard]] std::size_t random(std::size_t below);
  [[nodiscard]] bool is_spent() const { return left_ == 0; }
  void spend(std::size_t nodes) { left_ -= nodes < left_ ? nodes : left_; }
  [[nodiscard]] std::size_t fact_of(std::uint32_t slot) const;
  void put(Move move);
  void shuffle();
  Settled evaluate();
  [[nodiscard]] bool is_other(const Settled& a, const Settled& b) const;
  [[nodiscard]] builtins::Truth::State state(NodeId id) const { return scratch_.truths[id].state; }

  void try_all(std::vector<Question>& questions, std::size_t most_candidates);
  [[nodiscard]] bool flips(std::size_t fact, std::size_t most_candidates);
  void try_on_paths(std::vector<Question>& questions);
  [[nodiscard]] bool try_on_path(std::size_t fact);
  void try_at_random(std::vector<Question>& questions);

  // Walking (contrast_walk.cpp).
  [[nodiscard]] std::vector<bool> nodes_with(std::uint32_t slot) const;
  /// Goals beside a way down to a leaf, and that leaf.
  struct Path {
    std::vector<Goal> goals;
    std::optional<std::size_t> leaf;  // of Regions::leaves
  };
  [[nodiscard]] Path path_to(const std::vector<bool>& marked);
  void tune(const OpenLeaf& leaf, std::size_t fact);
  [[nodiscard]] bool turns(const OpenLeaf& leaf, std::size_t fact);
  void beside(const program::Node& n, std::span<const NodeId> children, std::size_t taken,
              std::vector<Goal>& goals);
  void split(std::vector<Goal>& goals) const;
  [[nodiscard]] bool walk_to(std::vector<Goal> goals);
  [[nodiscard]] std::size_t missed(std::span<const Goal> goals) const;
  [[nodiscard]] std::optional<Goal> leaf_below(Goal goal);
  [[nodiscard]] std::optional<Goal> leaf_below_cases(const program::Node& n, Goal goal);
  [[nodiscard]] std::vector<Move> moves_for(Goal goal);
  [[nodiscard]] double gap(const OpenLeaf& leaf) const;

  const program::Program& program_;
  const program::Decision& decision_;
  eval::Profile work_;
  Regions& regions_;
  const Asking& asking_;
  eval::Scratch scratch_;
  std::vector<Fact> facts_;
  std::unordered_map<NodeId, std::size_t> leaves_;  // index of Regions::leaves
  std::size_t cost_ = 0;                            // nodes of one evaluation
  std::uint64_t left_;                              // nodes that may still be evaluated
  std::uint64_t random_ = 0x2545f4914f6cdd1dull;
};

}  // namespace eligo::solve
