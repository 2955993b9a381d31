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
      : program_(program), profile_(profile), walk_(program, profile, nullptr), answer_(answer) {}

  void own_line(Index line) const;
  void own_definition(const check::VersionDef& version, const std::vector<Index>& unless) const;
  void value(ExprId id) const;

 private:
  [[nodiscard]] std::vector<Index> deciding_lines(const check::VersionDef& version,
                                                  const std::vector<Index>& unless) const;
  [[nodiscard]] std::vector<Index> deciding_lines_of_block(ExprId block) const;
  void line(Index line) const;
  void condition(ExprId id) const;
  void operands(const grammar::Expr& e) const;
  void when(const grammar::Expr& e) const;

  const Checked& program_;
  const Profile& profile_;
  Walk walk_;
  Answer& answer_;
};

[[nodiscard]] Ending ending_of(const Condition& c);

}  // namespace eligo::oracle
