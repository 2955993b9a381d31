// SPDX-License-Identifier: MIT
// Owns which lines decided (language.md 3.11). What a line came to is asked of the walk again each time.
#pragma once

#include <vector>

#include "tests/oracle/oracle.hpp"
#include "tests/oracle/tally.hpp"

namespace eligo::oracle {

class Explainer {
 public:
  /// Adds to `answer`, which must outlive it.
  Explainer(const Checked& program, const Profile& profile, Answer& answer)
      : Explainer(program, profile, Walk(program, profile, nullptr), answer) {}

  void own_line(Index line) const;
  void own_definition(const check::VersionDef& version, const std::vector<Index>& unless) const;
  void value(ExprId id) const;

 private:
  Explainer(const Checked& program, const Profile& profile, const Walk& walk, Answer& answer)
      : program_(program), profile_(profile), walk_(walk), answer_(answer) {}

  [[nodiscard]] std::vector<Index> deciding_lines(const check::VersionDef& version,
                                                  const std::vector<Index>& unless) const;
  [[nodiscard]] std::vector<Index> deciding_lines_of_block(ExprId block) const;
  void line(Index line) const;
  void condition(ExprId id) const;
  void operands(const grammar::Expr& e) const;
  void when(const grammar::Expr& e) const;
  void quantifier(ExprId id) const;
  void aggregate(const grammar::Expr& e) const;
  void each(ExprId id, bool counted) const;
  [[nodiscard]] Explainer about(Index variable, std::uint32_t member) const;
  void leaf(Index fact) const { answer_.leaves.insert(askable(program_, fact, profile_)); }

  const Checked& program_;
  const Profile& profile_;
  Walk walk_;
  Answer& answer_;
};

/// Which states of its parts decide an `all of` (or, mirrored, an `any of`) that came to `result`. Nothing:
/// all of them.
[[nodiscard]] std::optional<State> deciding_state(State result, State everything);

[[nodiscard]] Ending ending_of(const Condition& c);
[[nodiscard]] Ending ending_of(const Possible& p);

}  // namespace eligo::oracle
