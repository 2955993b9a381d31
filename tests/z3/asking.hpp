// SPDX-License-Identifier: MIT
// Owns the questions about one ruleset: what analysis and Z3 answer to each, and how what they say of people is confirmed.
#pragma once

#include <z3++.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "interpreter/analysis/analysis.hpp"
#include "tests/analysis/ruleset.hpp"
#include "tests/oracle/random.hpp"
#include "tests/z3/formula.hpp"

namespace eligo::z3_agree {

struct Counts {
  std::size_t rulesets = 0, questions = 0, yes = 0, no = 0;
  std::size_t unknown = 0;       // Z3 needed longer than it may
  std::size_t not_analysed = 0;  // and so said analysis
  std::size_t witnesses = 0, models = 0;
  std::string unanswered;  // as lines
};

class Asking {
 public:
  Asking(const tests::Ruleset& rules, std::uint64_t seed, Counts& counts);

  /// Asks all questions. What the two do not agree in, as lines; empty where they agree.
  [[nodiscard]] std::string run();

 private:
  struct Condition {
    std::string name;  // of the line or rule
    program::NodeId node = 0;
    check::Index line = check::nowhere, rule = check::nowhere;
  };
  /// As both sides put it: claims, or the verdict of the decision.
  struct Question {
    std::string words;
    z3::expr formula;
    std::vector<analysis::Claim> claims;
    eval::Verdict verdict = eval::Verdict::undetermined;  // where there are no claims
  };

  void collect_conditions();
  [[nodiscard]] z3::expr formula(const Condition& condition);
  [[nodiscard]] Question about(const std::vector<std::pair<const Condition*, bool>>& claims);
  [[nodiscard]] Question about(eval::Verdict verdict, check::VerdictWord word, const char* words);

  void ask(const Question& question);
  void about_invalid(const Condition& condition);
  void compare(const Question& question, analysis::Answer::Kind kind, z3::check_result result);
  void confirm_witness(const Question& question, const analysis::Witness& witness);
  void confirm_model(const Question& question, const Person& person);
  /// Whether all of these can be so; and, where it is asked for, of whom.
  [[nodiscard]] z3::check_result z3_says(const std::vector<z3::expr>& conditions,
                                         std::optional<Person>* model = nullptr);
  [[nodiscard]] bool evaluator_says(const Question& question, const Person& person) const;
  void differs(const Question& question, const std::string& how);
  [[nodiscard]] std::string words(const Person& person) const;

  const tests::Ruleset& rules_;
  oracle::Random random_;
  Counts& counts_;
  z3::context context_;
  Definitions definitions_;
  Formula formula_;
  std::optional<z3::solver> solver_;
  std::size_t told_ = 0;  // definitions that it has
  analysis::Analysis analysis_;
  std::vector<Condition> conditions_;
  std::string differences_;
};

}  // namespace eligo::z3_agree
