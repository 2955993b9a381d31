// SPDX-License-Identifier: MIT
// Owns what each operator makes of possible values: the smallest range or set that holds all combinations
// (language.md 3.5). On exact values the same functions are the ordinary operators, so there is one meaning
// only.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/ast.hpp"
#include "interpreter/types/possible.hpp"

namespace eligo::builtins {

using types::Possible;
using types::Type;

/// What a condition came to, and whether an error could still come of it while it is open.
struct Truth {
  enum State : std::uint8_t { no, invalid, open, yes } state = open;
  bool may_be_invalid = false;  // of `open` only
  friend bool operator==(Truth a, Truth b) {
    return a.state == b.state && a.may_be_invalid == b.may_be_invalid;
  }
};

/// Result types are given by the checker: `of` is the type of the result. Wholes are widened where it is a
/// decimal.
[[nodiscard]] Possible add(const Possible& a, const Possible& b, Type of);
[[nodiscard]] Possible subtract(const Possible& a, const Possible& b, Type of);
[[nodiscard]] Possible multiply(const Possible& a, const Possible& b, Type of);
[[nodiscard]] Possible negate(const Possible& a, Type of);
[[nodiscard]] Possible greatest(const Possible& a, const Possible& b, Type of);
[[nodiscard]] Possible least(const Possible& a, const Possible& b, Type of);

/// The same where either may be none: the other one then, and none of two.
[[nodiscard]] Possible greatest_present(const Possible& a, const Possible& b, Type of);
[[nodiscard]] Possible least_present(const Possible& a, const Possible& b, Type of);

/// `a * b` or `a / b` rounded once to a multiple of `step`.
[[nodiscard]] Possible round_product(const Possible& a, const Possible& b, const Possible& step,
                                     grammar::Rounding how, Type of);
[[nodiscard]] Possible round_quotient(const Possible& a, const Possible& b, const Possible& step,
                                      grammar::Rounding how, Type of);

/// date + n units (n negated by the caller for `-`).
[[nodiscard]] Possible shift(const Possible& date, const Possible& n, bool backwards, grammar::Unit unit,
                             types::MissingDays rule);
[[nodiscard]] Possible between(const Possible& from, const Possible& to, grammar::Unit unit,
                               types::MissingDays rule);

[[nodiscard]] Truth less(const Possible& a, const Possible& b);
[[nodiscard]] Truth less_equal(const Possible& a, const Possible& b);
[[nodiscard]] Truth equal(const Possible& a, const Possible& b);
[[nodiscard]] Truth member(const Possible& a, const std::vector<const Possible*>& list);
[[nodiscard]] Truth is_none(const Possible& a);
[[nodiscard]] Truth starts_with(const Possible& a, const Possible& prefix);

[[nodiscard]] Truth negation(Truth a);

}  // namespace eligo::builtins
