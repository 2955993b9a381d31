// SPDX-License-Identifier: MIT
// Owns two calculated values, one of each program, as the solver sees them: whether they are made the same way, which one
// is greater, whether each exists; and what it learns of that by evaluating both over boxes.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "interpreter/analysis/evaluator.hpp"
#include "interpreter/analysis/likeness.hpp"

namespace eligo::analysis {

/// How the value after stands to the one before. `level`: made in different ways, and one by chance (by rounding).
enum class Relation : std::uint8_t { none, same, level, less, more };

class Twins {
 public:
  using Pair = Likeness::Pair;
  enum Question : std::uint8_t { same, less, more, valid_before, valid_after };
  static constexpr std::size_t questions = 5;

  Twins(std::array<Subject*, 2> subjects, std::array<NodeId, 2> values, Alike& written, Space& space);

  /// Conditions by which both choose at the same place: worth proving to be one.
  [[nodiscard]] std::vector<Pair> candidates() const;
  void join(std::vector<Pair> proved);

  /// Of values that both exist; where these are no numbers and no days, `more` is any other value.
  [[nodiscard]] Lit lit(Question question) const { return lits_[question]; }
  [[nodiscard]] bool have_direction() const { return directed_; }

  struct Lesson {
    std::vector<Region> places;            // by variable
    std::vector<Truth::State> conditions;  // in the order of `conditions_`
    Question question = same;
    bool is_so = true;
  };
  /// What shows that the last model is wrong, all over the regions that it stands for, or at the point chosen in them; the
  /// solver must be as the model left it.
  [[nodiscard]] std::optional<Lesson> against_model(const std::vector<Region>& regions,
                                                    const std::vector<Region>& point);
  void learn(Lesson lesson);

  /// Of somebody, with the truths that evaluation gave.
  [[nodiscard]] Relation relation(const std::vector<Region>& point,
                                  const std::array<const eval::Scratch*, 2>& evaluated);

 private:
  struct Side {
    Subject* subject;
    NodeId value;
    Leaf leaf;
    Evaluator evaluator;
    std::vector<bool> rounded;
  };
  struct Condition {
    std::size_t p;
    NodeId node;
  };

  void run(const std::vector<Region>& places, const std::vector<Truth::State>& conditions);
  [[nodiscard]] Truth::State truth(Question question, const std::vector<Region>& places);
  [[nodiscard]] Truth::State compared(Question question, const std::vector<Region>& places);
  [[nodiscard]] bool is_so(const Lesson& lesson);
  [[nodiscard]] std::optional<Lesson> against(const std::vector<Region>& places,
                                              const std::vector<Truth::State>& conditions);
  void widen(Lesson& lesson);
  void widen_side(Lesson& lesson, Var var, bool up);
  [[nodiscard]] const Possible& value(std::size_t p) const;

  std::array<Side, 2> sides_;
  Alike& written_;
  Space& space_;
  std::vector<Var> vars_;              // that either value asks about, sorted
  std::vector<std::int32_t> changes_;  // days on which a version of either begins, sorted
  std::vector<Condition> conditions_;  // by which either chooses
  std::vector<Pair> joined_;           // of them, proved to be one
  std::array<Lit, questions> lits_{};
  bool directed_ = false;
};

}  // namespace eligo::analysis
