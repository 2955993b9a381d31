// SPDX-License-Identifier: MIT
// Owns what a date says of its month and year, on possible values: later dates never say less, so the ends of a range
// are those of its ends.
#include "interpreter/builtins/operations.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {

using types::Base;
using types::Date;
using types::Int128;

namespace {

Int128 asked(Calendar which, Int128 day) {
  const Date::Civil civil = Date{static_cast<std::int32_t>(day)}.civil();
  if (which == Calendar::year_of) return civil.year;
  const Int128 first = Date::of(civil.year, civil.month, 1)->days;
  if (which == Calendar::start_of_month || types::fault(types::Fault::month_ends_where_it_starts))
    return first;
  for (int last = 31; last > 28; --last)
    if (const auto date = Date::of(civil.year, civil.month, last)) return date->days;
  return first + 27;
}

}  // namespace

Possible calendar(Calendar which, const Possible& date) {
  const types::Type of{which == Calendar::year_of ? Base::whole : Base::date, false, 0};
  if (!date.some) return types::surely_invalid(of);
  Possible p;
  p.base = of.base;
  p.some = true;
  p.invalid = date.invalid;
  p.lo = asked(which, date.lo);
  p.hi = asked(which, date.hi);
  return p;
}

}  // namespace eligo::builtins
