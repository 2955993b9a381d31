// SPDX-License-Identifier: MIT
// Owns the arithmetic: a side that would need too many digits is not known.
#include "interpreter/analysis/bounds.hpp"

#include <limits>

namespace eligo::analysis {

using types::Base;
using types::Decimal;

namespace {

using Side = std::optional<Decimal>;

Side side_of(types::Int128 whole) {
  const auto number = static_cast<std::int64_t>(whole);
  return number == whole ? Side(Decimal(number)) : std::nullopt;
}

Side both(const Side& a, const Side& b, std::optional<Decimal> (*of)(const Decimal&, const Decimal&)) {
  return a && b ? of(*a, *b) : std::nullopt;
}

const Decimal& less_of(const Decimal& a, const Decimal& b) {
  return b < a ? b : a;
}

const Decimal& more_of(const Decimal& a, const Decimal& b) {
  return a < b ? b : a;
}

}  // namespace

Bounds bounds_of(const types::Possible& p) {
  if (!p.some || p.none) return {};
  if (p.base == Base::whole) return {side_of(p.lo), side_of(p.hi)};
  if (!p.is_decimal()) return {};
  return {p.has_lo ? Side(p.decimal_lo) : std::nullopt, p.has_hi ? Side(p.decimal_hi) : std::nullopt};
}

Bounds exactly_zero() {
  return {Decimal(), Decimal()};
}

Bounds sum(const Bounds& a, const Bounds& b) {
  return {both(a.lo, b.lo, Decimal::add), both(a.hi, b.hi, Decimal::add)};
}

Bounds opposite(const Bounds& a) {
  return {a.hi ? Side(-*a.hi) : std::nullopt, a.lo ? Side(-*a.lo) : std::nullopt};
}

Bounds product(const Bounds& a, const Bounds& b) {
  if (a.is_never_negative() && b.is_never_negative())
    return {both(a.lo, b.lo, Decimal::multiply), both(a.hi, b.hi, Decimal::multiply)};
  if (a.is_never_positive() && b.is_never_negative()) return opposite(product(opposite(a), b));
  if (a.is_never_negative() && b.is_never_positive()) return opposite(product(a, opposite(b)));
  Bounds all;
  bool first = true;
  for (const Side& x : {a.lo, a.hi}) {
    for (const Side& y : {b.lo, b.hi}) {
      const Side corner = both(x, y, Decimal::multiply);
      if (!corner) return {};
      all = first ? Bounds{corner, corner} : hull(all, {corner, corner});
      first = false;
    }
  }
  return all;
}

Bounds hull(const Bounds& a, const Bounds& b) {
  return {a.lo && b.lo ? Side(less_of(*a.lo, *b.lo)) : std::nullopt,
          a.hi && b.hi ? Side(more_of(*a.hi, *b.hi)) : std::nullopt};
}

Bounds meet(const Bounds& a, const Bounds& b) {
  return {a.lo && b.lo ? Side(more_of(*a.lo, *b.lo)) : (a.lo ? a.lo : b.lo),
          a.hi && b.hi ? Side(less_of(*a.hi, *b.hi)) : (a.hi ? a.hi : b.hi)};
}

}  // namespace eligo::analysis
