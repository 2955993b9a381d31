// SPDX-License-Identifier: MIT
// Owns what Z3 is told once, whatever it is asked: which unknowns there are, within which ends, and what has which name.
#pragma once

#include <z3++.h>

#include <cstdint>
#include <vector>

namespace eligo::z3_agree {

/// Numbers are bit-vectors with a sign, wide enough for all days and amounts of these rulesets, so that nothing wraps around.
/// Over unbounded integers Z3 needs minutes for one question about birthdays.
inline constexpr unsigned bits = 19;

/// None of them rules anybody out: unknowns are who can be, and a name is what it stands for.
class Definitions {
 public:
  explicit Definitions(z3::context& context) : context_(context) {}
  [[nodiscard]] z3::context& context() const { return context_; }

  /// Throws where it is too large.
  [[nodiscard]] z3::expr number(std::int64_t n) const;
  /// The number that a numeral says.
  [[nodiscard]] static std::int64_t number(const z3::expr& numeral);
  /// An unknown from `least` to `largest`.
  [[nodiscard]] z3::expr unknown(const char* name, std::int64_t least, std::int64_t largest);
  /// About unknowns: who is otherwise is nobody.
  void require(const z3::expr& is_so) { all_.push_back(is_so); }
  /// A constant that is true exactly where the condition is: what has a name is taken apart once, not with each question.
  [[nodiscard]] z3::expr named(const z3::expr& condition);

  /// All of them, in the order in which they were made.
  [[nodiscard]] const std::vector<z3::expr>& all() const { return all_; }

 private:
  z3::context& context_;
  std::vector<z3::expr> all_;
};

}  // namespace eligo::z3_agree
