// SPDX-License-Identifier: MIT
// Owns the state of a comparison: two programs in one space, what classes can be described by, and the classes so far.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "interpreter/analysis/difference.hpp"
#include "interpreter/analysis/loop.hpp"
#include "interpreter/analysis/portion.hpp"

namespace eligo::analysis {

using eval::Verdict;

/// One thing that a class asks. Those with a lower rank are given up first: what is kept says most.
struct Demand {
  std::size_t rank = 0;
  Lit lit = 0;
  std::optional<Portion> portion;  // of a variable; else a condition:
  Met met;
};

/// A condition by which classes may be described.
struct Term {
  std::optional<NodeId> nodes[2];
  std::size_t size = 0;   // how much it stands for
  std::vector<Var> vars;  // that it asks about
};

struct Draft {
  std::array<Verdict, 2> verdicts;
  std::vector<Demand> demands;
  Places places;                   // of somebody in it
  std::array<bool, 2> given = {};  // a verdict that is part of what the class says: nothing explains it
  Lit lit = 0;                     // who fits all demands
};

[[nodiscard]] std::vector<Lit> lits_of(const std::vector<Demand>& demands);

class Comparer {
 public:
  Comparer(const Compared& compared, const Options& options);
  Difference run(std::size_t most_classes);

 private:
  [[nodiscard]] Subject& subject(std::size_t p) { return p == 0 ? before_ : after_; }
  [[nodiscard]] const program::Decision& decision(std::size_t p) const {
    return compared_.programs[p]->decisions[compared_.decisions[p]];
  }
  [[nodiscard]] Found find(std::vector<Lit> assumptions, const std::function<bool(const Places&)>& is_so);
  [[nodiscard]] std::array<Verdict, 2> verdicts_of(const Places& places);
  [[nodiscard]] Lit pair(const std::array<Verdict, 2>& of);
  void join_leaves();
  [[nodiscard]] bool are_same(NodeId before, NodeId after);
  [[nodiscard]] std::vector<Var> asked_by(std::size_t p, const std::vector<NodeId>& nodes);
  void find_terms();
  [[nodiscard]] std::vector<bool> told_apart(const std::array<Verdict, 2>& of);
  [[nodiscard]] std::vector<Demand> demands_of(const Places& places, const std::array<Verdict, 2>& of);
  [[nodiscard]] bool fits(const std::vector<Demand>& demands, const Places& places) const;
  [[nodiscard]] bool fits(const Draft& draft, const Places& places, const std::array<Verdict, 2>& of) const;
  void add_given(const Draft& draft, std::vector<Lit>& to);
  [[nodiscard]] bool all_alike(const std::vector<Demand>& demands, const Draft& draft);
  [[nodiscard]] bool is_somebody(const std::vector<Demand>& demands, const Draft& draft);
  void keep_needed(Draft& draft);
  void widen(Draft& draft);
  [[nodiscard]] Draft draft_of(const Places& places);
  void drop_covered();
  [[nodiscard]] Class finished(const Draft& draft);
  void shorten(Class& done);

  const Compared& compared_;
  Options options_;
  Sat sat_;
  Space space_{sat_};
  Order order_{space_};
  Subject before_, after_;
  std::vector<Asked> leaves_;
  std::vector<Term> terms_;
  std::vector<Draft> drafts_;
  std::map<std::array<Verdict, 2>, Lit> pairs_;
  std::vector<NodeId> cones_[2];  // all that the decisions are made of, in whatever version
  eval::Scratch scratch_[2];
};

}  // namespace eligo::analysis
