// SPDX-License-Identifier: MIT
// Owns the comparison of rulesets that ask members of lists: what is said of all members together is compared as a fact, and
// people with members are found for each class. Who is in none of the classes gets the same answer: whoever has members has
// these facts, too.
#pragma once

#include <memory>

#include "interpreter/analysis/difference.hpp"
#include "interpreter/analysis/seeker.hpp"

namespace eligo::analysis {

class Folded {
 public:
  Folded(const Compared& compared, const Options& options, Comparer& comparer, Seeker& seeker);

  /// Nothing where no list is asked, or not so that its folds can be facts.
  [[nodiscard]] std::optional<Difference> run(std::size_t most_classes);

 private:
  /// A fact of the folded programs: one that was there, or a fold of both programs or of one.
  struct Fact {
    std::uint32_t known = program::nowhere;  // of Compared::facts
    std::optional<NodeId> nodes[2];
    bool may_fail = false;
  };

  [[nodiscard]] bool find_folds();
  void keep_facts();
  void pair_folds();
  void add_fold(std::optional<NodeId> before, std::optional<NodeId> after);
  [[nodiscard]] std::optional<NodeId> partner(NodeId before) const;
  void relate(NodeId before, NodeId after);
  /// Of a condition or value of program `p`, and one of the other program.
  [[nodiscard]] bool implies(std::size_t p, NodeId one, NodeId other);
  [[nodiscard]] bool is_never_above(std::size_t p, NodeId one, NodeId other, int depth);
  [[nodiscard]] bool is_never_above_case(std::size_t p, const program::Node& one, const program::Node& other);
  [[nodiscard]] bool is_never_above(std::size_t p, NodeId one, NodeId other);
  [[nodiscard]] std::vector<program::DayRange> stretches(NodeId before, NodeId after) const;
  [[nodiscard]] bool are_alike(std::size_t p, NodeId one, NodeId other);
  [[nodiscard]] bool come_to_the_same(NodeId before, NodeId after, int depth = 0);
  [[nodiscard]] NodeId without_nobody(std::size_t p, NodeId sum);
  [[nodiscard]] std::vector<NodeId> open_parts(std::size_t p, NodeId condition);
  [[nodiscard]] bool make_programs();
  [[nodiscard]] std::optional<Class> unfolded(Class one);
  [[nodiscard]] std::vector<Class> translated(Class one) const;
  static void add_condition(const Fact& fact, const Values& values, std::vector<Class>& all);
  static void add_measure(const Fact& fact, Values values, std::vector<Class>& all);
  [[nodiscard]] Wanted like_example(const Class& one) const;
  void add_like(const Fact& fact, const types::Possible& told, Wanted& like) const;
  [[nodiscard]] std::optional<Places> sought(const Wanted& wanted, const Wanted& like);
  void demand(const Measured& measure, std::vector<Lit>& demanded);
  [[nodiscard]] bool is_nobody(const Class& one, const Wanted& wanted, std::optional<Places>& somebody);
  void settle_days(const Wanted& wanted, const Places& somebody, Class& one);

  const Compared& compared_;
  Options options_;
  LookedAt days_;
  Comparer& comparer_;  // of the programs as they are
  Seeker& seeker_;
  std::unique_ptr<Folds> folds_[2];
  std::vector<NodeId> nodes_[2];
  std::vector<Fact> facts_;
  std::vector<Ordered> ordered_;  // of facts_
  program::DayRange stretch_;     // of which is asked what folds have to do with one another
  std::unique_ptr<program::Program> programs_[2];
  Compared folded_;
  std::size_t nobody_found_ = 0;
  bool given_up_ = false;  // the comparison of folds
};

}  // namespace eligo::analysis
