// SPDX-License-Identifier: MIT
// Owns what a decision of two programs can answer, as literals: verdicts, and outcomes that are written in the rules.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

struct Compared;

/// A verdict; of outcomes that are written in the rules, which one: the same number is the same outcome in both programs.
struct Reply {
  eval::Verdict verdict = eval::Verdict::no;
  std::uint32_t outcome = 0;
  friend bool operator==(const Reply& a, const Reply& b) {
    return a.verdict == b.verdict && a.outcome == b.outcome;
  }
  friend bool operator!=(const Reply& a, const Reply& b) { return !(a == b); }
  friend bool operator<(const Reply& a, const Reply& b) {
    return std::tie(a.verdict, a.outcome) < std::tie(b.verdict, b.outcome);
  }
};

/// What calculates a value: nothing where it is one of the outcomes that stand in the rules (values of a choice, numbers,
/// texts, cells of tables), or an item that is told.
[[nodiscard]] std::optional<NodeId> calculation_in(const program::Program& program, NodeId value);

/// Numbers are compared as numbers, whether whole, decimal or money.
[[nodiscard]] Possible as_number(const Possible& exact);
/// Of exact values, as numbers where they are some. Items are numbered by each program for itself.
[[nodiscard]] bool is_same_value(const Compared& compared, const Possible& before, const Possible& after);

class Replies {
 public:
  Replies(const Compared& compared, std::array<Subject*, 2> subjects, Space& space);

  /// Both decisions give a value, and one of them calculates it.
  [[nodiscard]] bool are_calculated() const { return calculated_; }
  /// Where values are calculated, whether there is one: learnt by who compares them.
  void set_valid(std::size_t p, Lit valid) { valid_[p] = valid; }

  /// Every answer that one of the two can give.
  [[nodiscard]] const std::vector<Reply>& all() const { return all_; }
  [[nodiscard]] Lit is(std::size_t p, const Reply& answer);
  /// Of somebody whom the decision was just evaluated for, with this verdict.
  [[nodiscard]] Reply of(std::size_t p, eval::Verdict verdict, const eval::Scratch& scratch);
  [[nodiscard]] const program::Decision& decision(std::size_t p) const;

 private:
  using Cases = std::vector<std::pair<std::uint32_t, Lit>>;  // by outcome

  [[nodiscard]] std::uint32_t number(std::size_t p, const Possible& exact);
  [[nodiscard]] bool is_same(std::size_t p, const Possible& a, std::size_t q, const Possible& b) const;
  [[nodiscard]] const Cases& cases_of(std::size_t p, NodeId value);
  [[nodiscard]] Cases make_cases(std::size_t p, NodeId value);
  [[nodiscard]] Cases cases_of_items(std::size_t p, const program::Node& n);
  void add_alternatives(std::size_t p, NodeId value, Lit here, Cases& to);
  [[nodiscard]] Cases joined(const Cases& cases);
  void find_cases();
  [[nodiscard]] Lit make(std::size_t p, const Reply& answer);

  const Compared& compared_;
  std::array<Subject*, 2> subjects_;
  Space& space_;
  Sat& sat_;
  bool calculated_ = false;
  struct Outcome {
    std::size_t p;
    Possible value;  // as the program says it that had it first
  };
  std::vector<Outcome> outcomes_;
  std::map<NodeId, Cases> cases_[2];  // by value
  std::array<Lit, 2> valid_ = {Sat::always(), Sat::always()};
  std::vector<Reply> all_;
  std::map<Reply, Lit> lits_[2];
};

}  // namespace eligo::analysis
