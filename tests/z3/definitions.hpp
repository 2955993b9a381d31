// SPDX-License-Identifier: MIT
// Owns the unknowns that Z3 looks for, and what is known of each: a question is asked with what concerns it alone.
#pragma once

#include <z3++.h>

#include <cstdint>
#include <unordered_map>

namespace eligo::z3_agree {

/// Numbers are bit-vectors with a sign, wide enough for all days and amounts of these rulesets, so that nothing wraps around.
/// Over unbounded integers Z3 needs minutes for one question about birthdays.
inline constexpr unsigned bits = 18;

class Definitions {
 public:
  explicit Definitions(z3::context& context) : context_(context) {}
  [[nodiscard]] z3::context& context() const { return context_; }

  /// Throws where it is too large.
  [[nodiscard]] z3::expr number(std::int64_t n) const;
  /// An unknown from `least` to `largest`.
  [[nodiscard]] z3::expr unknown(const char* name, std::int64_t least, std::int64_t largest);
  /// It must name what is there whatever the rest is: it rules nobody out.
  void define(const z3::expr& unknown, const z3::expr& is_so);

  /// All that concerns the unknowns in the formula, and those that are defined by them, and so on.
  [[nodiscard]] z3::expr_vector concerning(const z3::expr& formula) const;

 private:
  z3::context& context_;
  std::unordered_map<unsigned, z3::expr> definitions_;  // by the id of the unknown
};

}  // namespace eligo::z3_agree
