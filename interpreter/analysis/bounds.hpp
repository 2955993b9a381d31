// SPDX-License-Identifier: MIT
// Owns numbers that are known from below, from above, or both ways, and what can be said of their sums and products.
#pragma once

#include <optional>

#include "interpreter/types/possible.hpp"

namespace eligo::analysis {

/// The numbers that something lies between; a side that is not known is missing.
struct Bounds {
  std::optional<types::Decimal> lo, hi;

  [[nodiscard]] bool is_never_negative() const { return lo && !lo->is_negative(); }
  [[nodiscard]] bool is_never_positive() const { return hi && (hi->is_negative() || hi->is_zero()); }
  [[nodiscard]] bool excludes_zero() const {
    return (lo && !lo->is_negative() && !lo->is_zero()) || (hi && hi->is_negative());
  }
};

/// Of a number; nothing is known of other values, and of those that may be none.
[[nodiscard]] Bounds bounds_of(const types::Possible& p);
[[nodiscard]] Bounds exactly_zero();
[[nodiscard]] Bounds sum(const Bounds& a, const Bounds& b);
[[nodiscard]] Bounds opposite(const Bounds& a);
[[nodiscard]] Bounds product(const Bounds& a, const Bounds& b);
/// What holds of whatever either holds of.
[[nodiscard]] Bounds hull(const Bounds& a, const Bounds& b);
/// Both hold.
[[nodiscard]] Bounds meet(const Bounds& a, const Bounds& b);

}  // namespace eligo::analysis
