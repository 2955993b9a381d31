// SPDX-License-Identifier: MIT
// Owns questions about a whole ruleset: can it be so for anybody, on any day, and for whom. Exact: what is denied holds
// for nobody; what is confirmed comes with a person and a day for whom the evaluator said so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "interpreter/analysis/claim.hpp"
#include "interpreter/analysis/list.hpp"
#include "interpreter/analysis/omission.hpp"
#include "interpreter/eval/evaluate.hpp"
#include "interpreter/eval/profile.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::analysis {

/// Within these days nobody needs the ends of the calendar: rules are made for people who live.
inline constexpr types::Date first_of_interest{-25'567}, last_of_interest{84'005};  // 1900-01-01, 2199-12-31

struct Options {
  types::Date about;  // witnesses live near this day where they can: today, as the caller knows it
  types::Date first = types::Date{types::Date::min_days}, last = types::Date{types::Date::max_days};
  std::uint32_t conflicts = 100'000;  // of the solver, a question
  std::uint32_t rounds = 1'000;       // in which the solver learns about leaves, a question
  std::vector<List> lists = {};       // of members nothing can be told without the list
};

/// Items of a fact that nothing in the program tells apart: one of `Analysis::classes`.
struct ItemClass {
  std::uint32_t slot = program::nowhere;
  std::size_t number = 0;
};

/// All claims together, on one of the days, of somebody whose fact is of that class, where one is named.
struct Question {
  std::vector<Claim> claims;
  std::vector<program::DayRange> days = {program::DayRange{}};
  std::optional<ItemClass> of = std::nullopt;
};

/// Somebody, on some day, under the law of that day. Told is only what the claims need.
struct Witness {
  eval::Profile profile;
  types::Date day;
};

struct Answer {
  enum class Kind : std::uint8_t { no, yes, not_analysed } kind = Kind::no;
  std::optional<Witness> witness;  // of yes, but not of `could`
  std::optional<NodeId>
      obstacle;  // of not_analysed: a condition that could not be settled, where it is known
};

/// One thread at a time. The program must outlive it.
class Analysis {
 public:
  Analysis(const program::Program& program, const Options& options);
  ~Analysis();
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  [[nodiscard]] Answer can(const Question& question);
  /// The same without a witness where one was seen before, or need not be made plain: much quicker, where many
  /// questions are asked.
  [[nodiscard]] Answer could(const Question& question);
  /// Of a fact that is a value of an enum or a key of a table: its items by class.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& classes(std::uint32_t slot) const;
  /// Whether a decision can have that verdict.
  [[nodiscard]] Answer can(const program::Decision& decision, eval::Verdict verdict);
  /// Whether anybody would get another verdict if the line did not stand in its block.
  [[nodiscard]] Answer matters(const program::Decision& decision, const Omission& omission);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace eligo::analysis
