// SPDX-License-Identifier: MIT
// Owns the greater or the lesser of two possible values, also where either may be none.
#include "interpreter/builtins/pick.hpp"

#include <algorithm>

#include "interpreter/builtins/bounds.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {

namespace {

using types::Decimal;

// As a value of the result's type that is not none.
Possible valued(const Possible& p, Type of) {
  const bool widen = (of.base == types::Base::decimal || of.base == types::Base::money) && !p.is_decimal();
  Possible out = widen ? types::as_decimal(p, of.base) : p;
  out.none = false;
  return out;
}

}  // namespace

Possible pick(const Possible& left, const Possible& right, Type of, Picked which) {
  const int sign = static_cast<int>(which);
  if (!left.some || !right.some) return types::surely_invalid(of);
  const Possible a = valued(left, of);
  const Possible b = valued(right, of);
  Possible p = a;
  p.invalid = a.invalid || b.invalid;
  if (!a.is_decimal()) {
    p.lo = sign > 0 ? std::max(a.lo, b.lo) : std::min(a.lo, b.lo);
    p.hi = sign > 0 ? std::max(a.hi, b.hi) : std::min(a.hi, b.hi);
    return p;
  }
  const auto choose = [sign](const Decimal& x, const Decimal& y) {
    return (Decimal::compare(x, y) * sign >= 0) ? x : y;
  };
  // A missing lower side is below everything, a missing upper side above.
  const bool a_lo = a.has_lo, b_lo = b.has_lo, a_hi = a.has_hi, b_hi = b.has_hi;
  p.has_lo = sign > 0 ? (a_lo || b_lo) : (a_lo && b_lo);
  p.has_hi = sign > 0 ? (a_hi && b_hi) : (a_hi || b_hi);
  if (p.has_lo)
    p.decimal_lo = !a_lo ? b.decimal_lo : !b_lo ? a.decimal_lo : choose(a.decimal_lo, b.decimal_lo);
  if (p.has_hi)
    p.decimal_hi = !a_hi ? b.decimal_hi : !b_hi ? a.decimal_hi : choose(a.decimal_hi, b.decimal_hi);
  p.places = is_single(p) ? p.decimal_lo.places() : std::max(a.places, b.places);
  return p;
}

Possible pick_present(const Possible& a, const Possible& b, Type of, Picked which) {
  if (a.surely_invalid() || b.surely_invalid()) return types::surely_invalid(of);
  Possible result;
  bool first = true;
  const auto take = [&](const Possible& p) {
    result = first ? p : types::unite(result, p);
    first = false;
  };
  if (a.some && b.some) take(pick(valued(a, of), valued(b, of), of, which));
  const bool both_only = types::fault(types::Fault::open_member_surely_counts) && a.some && b.some;
  if (!both_only && a.some && b.none) take(valued(a, of));
  if (!both_only && b.some && a.none) take(valued(b, of));
  if (a.none && b.none) {
    Possible none;
    none.base = of.base;
    none.of = of.of;
    none.none = true;
    take(none);
  }
  result.invalid = a.invalid || b.invalid;
  return result;
}

}  // namespace eligo::builtins
