// SPDX-License-Identifier: MIT
// Owns date + n units and the wholes between two dates, on possible values (language.md 2.9).
#include <algorithm>
#include <limits>

#include "interpreter/builtins/operations.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {

using grammar::Unit;
using types::Base;
using types::Date;
using types::Int128;
using types::MissingDays;

namespace {

constexpr Int128 beyond = Int128{1} << 40;  // farther than any day that there is

// Days, or -beyond / +beyond where the result leaves the years 1 to 9999.
Int128 moved(Int128 day, Int128 n, Unit unit, MissingDays rule) {
  const Int128 limit = 4'000'000;  // more units than there are days
  const auto by = static_cast<std::int64_t>(std::clamp(n, -limit, limit));
  const Date from{static_cast<std::int32_t>(day)};
  const auto result = unit == Unit::days     ? types::add_days(from, by)
                      : unit == Unit::months ? types::add_months(from, by, rule)
                                             : types::add_years(from, by, rule);
  if (result) return result->days;
  return by < 0 ? -beyond : beyond;
}

}  // namespace

Possible shift(const Possible& date, const Possible& n, bool backwards, Unit unit, MissingDays rule) {
  const Type of{Base::date, false, 0};
  if (!date.some || !n.some) return types::surely_invalid(of);
  const Int128 lo_by = backwards ? -n.hi : n.lo;
  const Int128 hi_by = backwards ? -n.lo : n.hi;
  const Int128 lo = moved(date.lo, lo_by, unit, rule);
  const Int128 hi = moved(date.hi, hi_by, unit, rule);
  if (lo == beyond || hi == -beyond) return types::surely_invalid(of);
  Possible p;
  p.base = Base::date;
  p.some = true;
  p.invalid = date.invalid || n.invalid || lo == -beyond || hi == beyond;
  p.lo = std::max<Int128>(lo, Date::min_days);
  p.hi = std::min<Int128>(hi, Date::max_days);
  return p;
}

Possible between(const Possible& from, const Possible& to, Unit unit, MissingDays rule) {
  const Type of{Base::whole, false, 0};
  if (!from.some || !to.some) return types::surely_invalid(of);
  const auto count = [&](Int128 a, Int128 b) -> Int128 {
    const Date x{static_cast<std::int32_t>(a)}, y{static_cast<std::int32_t>(b)};
    if (types::fault(types::Fault::birthday_not_counted) && unit == Unit::years)
      return types::full_years(x, Date{std::max(y.days - 1, Date::min_days)}, rule);
    return unit == Unit::days     ? types::days_between(x, y)
           : unit == Unit::months ? types::full_months(x, y, rule)
                                  : types::full_years(x, y, rule);
  };
  Possible p;
  p.base = Base::whole;
  p.some = true;
  p.invalid = from.invalid || to.invalid;
  p.lo = count(from.hi, to.lo);
  p.hi = count(from.lo, to.hi);
  return p;
}

}  // namespace eligo::builtins
