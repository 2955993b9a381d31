// SPDX-License-Identifier: MIT
// Owns `X rounded up|down|half up to STEP` on possible values (language.md 2.8).
#include <algorithm>
#include <limits>

#include "interpreter/builtins/bounds.hpp"
#include "interpreter/builtins/operations.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {

using grammar::Rounding;
using types::Base;
using types::Decimal;
using types::RoundMode;

namespace {

RoundMode mode_of(Rounding how) {
  switch (how) {
    case Rounding::up:
      return RoundMode::up;
    case Rounding::down:
      return RoundMode::down;
    case Rounding::half_up:
    case Rounding::nothing:
      break;
  }
  return types::fault(types::Fault::half_rounds_down) ? RoundMode::down : RoundMode::half_up;
}

Possible as_number(const Possible& p) {
  return p.base == Base::whole ? types::as_decimal(p, Base::decimal) : p;
}

// A range of decimals read as wholes: clipped to 64 bits, a missing side is the end of 64 bits.
Possible as_whole(const Possible& decimals, Type of) {
  if (!decimals.some) return types::surely_invalid(of);
  constexpr auto least_whole = std::numeric_limits<std::int64_t>::min();
  constexpr auto greatest_whole = std::numeric_limits<std::int64_t>::max();
  if ((decimals.has_hi && decimals.decimal_hi < Decimal(least_whole)) ||
      (decimals.has_lo && Decimal(greatest_whole) < decimals.decimal_lo))
    return types::surely_invalid(of);
  Possible p;
  p.base = of.base;
  p.some = true;
  const auto lo = decimals.has_lo ? decimals.decimal_lo.to_whole() : std::nullopt;
  const auto hi = decimals.has_hi ? decimals.decimal_hi.to_whole() : std::nullopt;
  p.lo = lo.value_or(least_whole);
  p.hi = hi.value_or(greatest_whole);
  p.invalid = decimals.invalid || !lo || !hi;
  return p;
}

Possible unbounded(Type of) {
  if (of.base == Base::whole) of.base = Base::decimal;
  return decimal_range(Bound::none(), Bound::none(), 0, true, of);
}

Possible finish(const Possible& p, Type of) {
  return of.base == Base::whole ? as_whole(p, of) : p;
}

Type decimal_type(Type of) {
  if (of.base == Base::whole) of.base = Base::decimal;
  return of;
}

// Whether a value above 0, or 0 itself (`strictly`: not), may be among them.
bool may_be_above(const Possible& p, bool strictly) {
  return !p.has_hi || !(p.decimal_hi.is_negative() || (strictly && p.decimal_hi.is_zero()));
}
bool may_be_below(const Possible& p, bool strictly) {
  return !p.has_lo || p.decimal_lo.is_negative() || (!strictly && p.decimal_lo.is_zero());
}

Bound lower(Bound a, Bound b) {
  if (a.kind == Bound::Kind::missing || b.kind == Bound::Kind::missing) return Bound::none();
  return b.value < a.value ? b : a;
}
Bound higher(Bound a, Bound b) {
  if (a.kind == Bound::Kind::missing || b.kind == Bound::Kind::missing) return Bound::none();
  return a.value < b.value ? b : a;
}

// The quotients by what of b is on one side of 0: of wholes to 1 or -1, of decimals as near to 0 as one likes.
template <typename Op, typename Far>
Corners by_one_side(const Possible& a, const Possible& b, bool above, bool wholes, Op op, Far far) {
  const bool outer = above ? b.has_hi : b.has_lo;
  Possible part = b;
  (above ? part.has_lo : part.has_hi) = true;
  (above ? part.decimal_lo : part.decimal_hi) = wholes || !outer ? Decimal(above ? 1 : -1)
                                                : above          ? b.decimal_hi
                                                                 : b.decimal_lo;
  Corners corners = corners_of(a, part, op, far);
  if (wholes) return corners;
  if (may_be_above(a, true)) (above ? corners.hi : corners.lo) = Bound::none();
  if (may_be_below(a, true)) (above ? corners.lo : corners.hi) = Bound::none();
  return corners;
}

// A divisor that may be 0, and something else.
template <typename Op, typename Far>
Corners by_both_sides(const Possible& a, const Possible& b, bool wholes, Op op, Far far) {
  const bool above = may_be_above(b, true), below = may_be_below(b, true);
  if (!below) return by_one_side(a, b, true, wholes, op, far);
  if (!above) return by_one_side(a, b, false, wholes, op, far);
  const Corners up = by_one_side(a, b, true, wholes, op, far),
                down = by_one_side(a, b, false, wholes, op, far);
  return {lower(up.lo, down.lo), higher(up.hi, down.hi), up.beyond == down.beyond ? up.beyond : 0};
}

template <typename Op, typename Far = BeyondAllEnds>
Possible rounded(const Possible& a, const Possible& b, const Possible& step, Type of, Op op, Far far = {}) {
  const Type as = decimal_type(of);
  const bool invalid = a.invalid || b.invalid || step.invalid;
  if (is_single(a) && is_single(b)) return exact_decimal(op(a.decimal_lo, b.decimal_lo), invalid, as);
  const Corners corners = corners_of(a, b, op, far);
  if (of.base == Base::whole && corners.beyond != 0) return types::surely_invalid(as);
  return decimal_range(corners.lo, corners.hi, step.places, invalid, as);
}

}  // namespace

Possible round_product(const Possible& left, const Possible& right, const Possible& by, Rounding how,
                       Type of) {
  if (!left.some || !right.some || !by.some) return types::surely_invalid(of);
  const Possible a = as_number(left), b = as_number(right), step = as_number(by);
  if (!is_single(step)) return finish(unbounded(of), of);
  if (step.decimal_lo.is_negative() || step.decimal_lo.is_zero()) return types::surely_invalid(of);
  const auto op = [&](const Decimal& x, const Decimal& y) {
    return Decimal::round_product(x, y, step.decimal_lo, mode_of(how));
  };
  return finish(rounded(a, b, step, of, op), of);
}

Possible round_quotient(const Possible& left, const Possible& right, const Possible& by, Rounding how,
                        Type of) {
  if (!left.some || !right.some || !by.some) return types::surely_invalid(of);
  const Possible a = as_number(left), b = as_number(right), step = as_number(by);
  if (!is_single(step)) return finish(unbounded(of), of);
  if (step.decimal_lo.is_negative() || step.decimal_lo.is_zero()) return types::surely_invalid(of);
  if (is_single(b) && b.decimal_lo.is_zero()) return types::surely_invalid(of);
  const auto op = [&](const Decimal& x, const Decimal& y) {
    return Decimal::round_quotient(x, y, step.decimal_lo, mode_of(how));
  };
  // A divisor without an end brings the quotient as near to 0 as one likes: 0, or one step where it is
  // rounded up.
  const auto far = [&](int sign) -> std::optional<Decimal> {
    if (how != Rounding::up) return Decimal();
    return sign < 0 ? -step.decimal_lo : step.decimal_lo;
  };
  if (may_be_above(b, false) && may_be_below(b, false)) {
    const Corners corners = by_both_sides(a, b, right.base == Base::whole, op, far);
    if (of.base == Base::whole && corners.beyond != 0) return types::surely_invalid(of);
    return finish(decimal_range(corners.lo, corners.hi, step.places, true, decimal_type(of)), of);
  }
  return finish(rounded(a, b, step, of, op, far), of);
}

}  // namespace eligo::builtins
