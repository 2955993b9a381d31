// SPDX-License-Identifier: MIT
// Owns somebody on a day as both programs answer them, and how far that is from what is wanted.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "interpreter/analysis/comparer.hpp"
#include "interpreter/analysis/evaluator.hpp"

namespace eligo::analysis {

/// What both programs came to. Of two values that are not the same: `more` where they have no order.
struct Came {
  std::array<Verdict, 2> verdicts = {Verdict::no, Verdict::no};
  std::array<std::optional<Possible>, 2> values;
  Relation relation = Relation::none;

  [[nodiscard]] bool is_other() const {
    return verdicts[0] != verdicts[1] || relation == Relation::less || relation == Relation::more;
  }
};

struct Wanted {
  struct Condition {
    std::size_t p;
    NodeId node;
    Truth::State state;
  };
  std::vector<Portion> portions;  // by variable, the day among them
  std::vector<Condition> conditions;
  std::vector<Measured> measures;
  std::optional<Came> came;  // as in a class: values stand there where they must be these
  bool other = false;        // both must come to something else, whatever it is
};

/// What a class asks of whoever is in it.
[[nodiscard]] Wanted wanted_of(const Class& one, const Compared& compared, Comparer& comparer);

/// Asks both about one person after the other.
class Trial {
 public:
  Trial(const Compared& compared, Comparer& comparer);

  void ask(const Places& places);
  // -- of the one who was asked about last ----------------------------------------------------------------------------
  [[nodiscard]] Came came() const;
  /// 0: all of it is so. The less, the nearer.
  [[nodiscard]] double distance(const Wanted& wanted);
  /// How far numbers and days are from where the last `distance` wanted them: on the grid of their type.
  struct Gap {
    types::Base base;
    Int128 by;
    friend bool operator==(const Gap& a, const Gap& b) { return a.base == b.base && a.by == b.by; }
  };
  [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }

 private:
  [[nodiscard]] double missing(std::size_t p, NodeId id, Truth::State state);
  [[nodiscard]] double missing_all(std::size_t p, const program::Node& n, Truth::State state);
  [[nodiscard]] double missing_any(std::size_t p, const program::Node& n, Truth::State state);
  [[nodiscard]] double missing_count(std::size_t p, const program::Node& n, Truth::State state) const;
  void add_gap(types::Base base, Int128 by);
  [[nodiscard]] double missing_order(std::size_t p, const program::Node& n);
  [[nodiscard]] double missing_measure(const Measured& measure);
  [[nodiscard]] double missing_came(const Came& wanted);
  [[nodiscard]] const eval::Scratch& scratch(std::size_t p) const { return evaluators_[p].scratch(); }
  [[nodiscard]] const program::Program& program(std::size_t p) const { return *compared_.programs[p]; }
  [[nodiscard]] Relation relation(const Possible& before, const Possible& after) const;

  const Compared& compared_;
  Comparer& comparer_;
  std::vector<NodeId> cones_[2];
  std::array<Evaluator, 2> evaluators_;
  Places places_;
  std::vector<Gap> gaps_;
};

}  // namespace eligo::analysis
