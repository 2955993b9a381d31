// SPDX-License-Identifier: MIT
// Owns arithmetic on possible values: the smallest range that holds all combinations (language.md 3.5), and
// when the result might be, or is, invalid (3.10). The readings taken where the text leaves room are listed
// in oracle.hpp.
#include <algorithm>
#include <limits>
#include <vector>

#include "tests/oracle/values.hpp"

namespace eligo::oracle {

namespace {

using grammar::Op;
using grammar::Rounding;
using grammar::Unit;
using types::Decimal;

int sign_of(const End& e) {
  if (e.infinite != 0) return e.infinite;
  if (e.count != 0) return e.count < 0 ? -1 : 1;
  return e.number.is_zero() ? 0 : (e.number.is_negative() ? -1 : 1);
}

End infinity(int sign) {
  End e;
  e.infinite = sign;
  return e;
}

// A number that does not fit is beyond the end on its side: whatever has such an end may be invalid anyway.
End fitted(const std::optional<Decimal>& number, int sign) {
  if (!number) return infinity(sign);
  End e;
  e.number = *number;
  return e;
}

Possible range(Base base, End from, End to) {
  Possible p;
  p.base = base;
  p.ranged = true;
  p.from = from;
  p.to = to;
  return p;
}

Possible hull(Base base, const std::vector<End>& ends) {
  const bool decimal = base == Base::decimal || base == Base::money;
  Possible p = range(base, ends.front(), ends.front());
  for (const End& e : ends) {
    if (compare(e, p.from, decimal) < 0) p.from = e;
    if (compare(p.to, e, decimal) < 0) p.to = e;
  }
  return p;
}

// What the type cannot hold is invalid; the rest of the range stays possible.
Possible clipped(Possible p, Int128 least, Int128 largest) {
  if (p.to.count < least || p.from.count > largest) return invalid(p.base);
  if (p.from.count < least || p.to.count > largest) p.may_be_invalid = true;
  p.from.count = std::max(p.from.count, least);
  p.to.count = std::min(p.to.count, largest);
  return p;
}

// `exact`: both operands are single values, so that the result is known: it fits or it does not.
Possible checked_decimal(Possible p, int places, bool exact) {
  if (exact) {
    if (p.from.infinite != 0) return invalid(p.base);
    p.places = p.from.number.places();
    return p;
  }
  p.places = places;
  if (p.from.infinite != 0 || p.to.infinite != 0) {
    p.may_be_invalid = true;
  } else {
    const int digits = std::max(p.from.number.integer_digits(), p.to.number.integer_digits());
    if (digits + places > Decimal::max_digits) p.may_be_invalid = true;
  }
  return p;
}

Possible with_doubts(Possible result, const Possible& a, const Possible& b) {
  result.may_be_invalid = result.may_be_invalid || a.may_be_invalid || b.may_be_invalid;
  return result;
}

End add(const End& a, const End& b) {
  if (a.infinite != 0) return a;
  if (b.infinite != 0) return b;
  return fitted(Decimal::add(a.number, b.number), sign_of(a));
}

End multiply(const End& a, const End& b) {
  const int sign = sign_of(a) * sign_of(b);
  if (sign == 0) return End{};
  if (a.infinite != 0 || b.infinite != 0) return infinity(sign);
  return fitted(Decimal::multiply(a.number, b.number), sign);
}

End opposite(const End& e) {
  End out;
  out.infinite = -e.infinite;
  out.count = -e.count;
  out.number = -e.number;
  return out;
}

Possible whole_arithmetic(Op op, Base base, const Possible& a, const Possible& b) {
  const Int128 a1 = a.from.count, a2 = a.to.count, b1 = b.from.count, b2 = b.to.count;
  Possible p;
  if (op == Op::add) {
    p = range(base, counted(a1 + b1), counted(a2 + b2));
  } else if (op == Op::subtract) {
    p = range(base, counted(a1 - b2), counted(a2 - b1));
  } else {
    p = hull(base, {counted(a1 * b1), counted(a1 * b2), counted(a2 * b1), counted(a2 * b2)});
  }
  return clipped(p, least_whole, largest_whole);
}

Possible decimal_arithmetic(Op op, Base base, const Possible& a, const Possible& b) {
  const bool exact = a.is_single() && b.is_single();
  if (op == Op::add) {
    return checked_decimal(range(base, add(a.from, b.from), add(a.to, b.to)), std::max(a.places, b.places),
                           exact);
  }
  if (op == Op::subtract) {
    return checked_decimal(range(base, add(a.from, opposite(b.to)), add(a.to, opposite(b.from))),
                           std::max(a.places, b.places), exact);
  }
  const Possible product = hull(
      base, {multiply(a.from, b.from), multiply(a.from, b.to), multiply(a.to, b.from), multiply(a.to, b.to)});
  return checked_decimal(product, a.places + b.places, exact);
}

types::RoundMode mode_of(Rounding rounding) {
  if (rounding == Rounding::up) return types::RoundMode::up;
  return rounding == Rounding::down ? types::RoundMode::down : types::RoundMode::half_up;
}

struct Rounder {
  Op op;
  types::RoundMode mode;
  Decimal step;

  // Rounding never turns the order of two numbers, so the ends of the exact range give those of the rounded
  // one. A quotient by what has no end comes as near to 0 as one likes without being 0: rounded up, that is
  // one step.
  [[nodiscard]] End operator()(const End& a, const End& b) const {
    const int sign = sign_of(a) * sign_of(b);
    if (sign == 0) return End{};
    if (op == Op::divide && b.infinite != 0) {
      if (mode != types::RoundMode::up) return End{};
      return fitted(sign < 0 ? -step : step, sign);
    }
    if (a.infinite != 0 || b.infinite != 0) return infinity(sign);
    return fitted(op == Op::divide ? Decimal::round_quotient(a.number, b.number, step, mode)
                                   : Decimal::round_product(a.number, b.number, step, mode),
                  sign);
  }
};

// What is divided by each end of the divisor but 0, and by its neighbours: 1 and -1 of wholes; of decimals there is none next
// to 0, so the quotients of all but 0 itself have no end on that side.
Possible around_zero(const Rounder& round, const Possible& left, const Possible& right, bool wholes) {
  std::vector<End> ends;
  for (const int side : {-1, 1}) {
    const End& outer = side < 0 ? right.from : right.to;
    if (sign_of(outer) != side) continue;
    for (const End& x : {left.from, left.to}) {
      ends.push_back(round(x, outer));
      End one;
      one.number = Decimal(side);
      if (wholes)
        ends.push_back(round(x, one));
      else
        ends.push_back(sign_of(x) == 0 ? End{} : infinity(sign_of(x) * side));
    }
  }
  return hull(Base::decimal, ends);
}

// The same as wholes: what is not a 64-bit number lies outside, on the side of its sign.
Possible whole_from(const Possible& p) {
  constexpr Int128 outside = Int128{1} << 70;
  const auto to_count = [](const End& e) {
    if (e.infinite != 0) return e.infinite * outside;
    if (const auto whole = e.number.to_whole()) return static_cast<Int128>(*whole);
    return e.number.is_negative() ? -outside : outside;
  };
  return clipped(range(Base::whole, counted(to_count(p.from)), counted(to_count(p.to))), least_whole,
                 largest_whole);
}

}  // namespace

Possible negate(const Possible& a) {
  if (a.is_invalid()) return invalid(a.base);
  Possible p = range(a.base, opposite(a.to), opposite(a.from));
  p.places = a.places;
  if (a.base == Base::whole) p = clipped(p, least_whole, largest_whole);
  return with_doubts(p, a, a);
}

Possible arithmetic(Op op, Base base, const Possible& a, const Possible& b) {
  if (a.is_invalid() || b.is_invalid()) return invalid(base);
  if (base == Base::whole) return with_doubts(whole_arithmetic(op, base, a, b), a, b);
  return with_doubts(decimal_arithmetic(op, base, as_base(base, a), as_base(base, b)), a, b);
}

Possible rounded(Op op, Rounding rounding, Base base, const Possible& a, const Possible& b,
                 const Possible& step) {
  if (a.is_invalid() || b.is_invalid() || step.is_invalid()) return invalid(base);
  const Possible left = as_base(Base::decimal, a);
  const Possible right = as_base(Base::decimal, b);
  const Possible unit = as_base(Base::decimal, step);
  if (unit.is_single() && sign_of(unit.from) <= 0) return invalid(base);
  if (op == Op::divide && right.is_zero()) return invalid(base);
  if (!unit.is_single()) {
    Possible p = everything(base);
    p.places = unit.places;
    p.may_be_invalid = true;
    return p;
  }
  const Rounder round{op, mode_of(rounding), unit.from.number};
  const bool divides_by_zero = op == Op::divide && sign_of(right.from) <= 0 && sign_of(right.to) >= 0;
  Possible p = divides_by_zero
                   ? around_zero(round, left, right, b.base == Base::whole)
                   : hull(Base::decimal, {round(left.from, right.from), round(left.from, right.to),
                                          round(left.to, right.from), round(left.to, right.to)});
  if (base == Base::whole) {
    p = whole_from(p);
  } else {
    p.base = base;
    p = checked_decimal(p, unit.from.number.places(), left.is_single() && right.is_single());
  }
  if (divides_by_zero) p.may_be_invalid = true;
  return with_doubts(with_doubts(p, a, b), step, step);
}

namespace {

constexpr Int128 before_all_days = Int128{types::Date::min_days} - 1;
constexpr Int128 after_all_days = Int128{types::Date::max_days} + 1;

// The day `count` units after `day`; beyond the calendar on the side where it left.
Int128 shift_day(Unit unit, Int128 day, Int128 count, types::MissingDays rule) {
  const types::Date date{static_cast<std::int32_t>(day)};
  const auto n = static_cast<std::int64_t>(std::clamp(count, least_whole, largest_whole));
  const std::optional<types::Date> result = unit == Unit::days     ? types::add_days(date, n)
                                            : unit == Unit::months ? types::add_months(date, n, rule)
                                                                   : types::add_years(date, n, rule);
  if (result) return result->days;
  return n < 0 ? before_all_days : after_all_days;
}

std::int64_t count_between(Unit unit, const End& from, const End& to, types::MissingDays rule) {
  const types::Date a{static_cast<std::int32_t>(from.count)};
  const types::Date b{static_cast<std::int32_t>(to.count)};
  if (unit == Unit::days) return types::days_between(a, b);
  return unit == Unit::months ? types::full_months(a, b, rule) : types::full_years(a, b, rule);
}

}  // namespace

Possible shifted(Op op, Unit unit, const Possible& date, const Possible& count, types::MissingDays rule) {
  if (date.is_invalid() || count.is_invalid()) return invalid(Base::date);
  const Int128 least = op == Op::subtract ? -count.to.count : count.from.count;
  const Int128 largest = op == Op::subtract ? -count.from.count : count.to.count;
  const Possible p = range(Base::date, counted(shift_day(unit, date.from.count, least, rule)),
                           counted(shift_day(unit, date.to.count, largest, rule)));
  return with_doubts(clipped(p, types::Date::min_days, types::Date::max_days), date, count);
}

Possible between(Unit unit, const Possible& from, const Possible& to, types::MissingDays rule) {
  if (from.is_invalid() || to.is_invalid()) return invalid(Base::whole);
  const Possible p = range(Base::whole, counted(count_between(unit, from.to, to.from, rule)),
                           counted(count_between(unit, from.from, to.to, rule)));
  return with_doubts(p, from, to);
}

// Walks day by day to where the month is another one.
Possible of_calendar(std::string_view function, const Possible& date) {
  const bool number = function == "year_of";
  if (date.is_invalid()) return invalid(number ? Base::whole : Base::date);
  const auto asked = [&](const End& end) -> Int128 {
    types::Date day{static_cast<std::int32_t>(end.count)};
    const int year = day.civil().year;
    if (number) return year;
    if (function == "start_of_year") return types::Date::of(year, 1, 1)->days;
    if (function == "end_of_year") return types::Date::of(year, 12, 31)->days;
    const int month = day.civil().month, step = function == "start_of_month" ? -1 : 1;
    for (;;) {
      const types::Date next{day.days + step};
      const bool beyond = next.days < types::Date::min_days || next.days > types::Date::max_days;
      if (beyond || next.civil().month != month) return day.days;
      day = next;
    }
  };
  const Possible p =
      range(number ? Base::whole : Base::date, counted(asked(date.from)), counted(asked(date.to)));
  return with_doubts(p, date, date);
}

Possible extreme(bool largest, const Possible& a, const Possible& b) {
  if (a.is_invalid() || b.is_invalid()) return invalid(a.base);
  const auto choose = [&](const End& x, const End& y) {
    return (compare(x, y, a.is_decimal()) < 0) == largest ? y : x;
  };
  Possible p = range(a.base, choose(a.from, b.from), choose(a.to, b.to));
  p.places = p.is_decimal() && p.is_single() ? p.from.number.places() : std::max(a.places, b.places);
  return with_doubts(p, a, b);
}

}  // namespace eligo::oracle
