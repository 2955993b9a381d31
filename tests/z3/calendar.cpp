// SPDX-License-Identifier: MIT
// Owns the equations between days, months and years.
#include "tests/z3/calendar.hpp"

#include <array>

namespace eligo::z3_agree {

namespace {

constexpr int first_year = 1801, last_year = 2299;
constexpr std::array no_leap_years{1900, 2100, 2200};  // of those that 4 divides
constexpr int epoch = 1970, fourths_before_epoch = 1969 / 4, no_leap_years_before_epoch = 1;
constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

}  // namespace

// Before a year there were (year - 1) / 4 that 4 divides.
Calendar::Month Calendar::month(const z3::expr& year, const z3::expr& month) const {
  const auto number = [&](int n) { return definitions_.number(n); };
  const z3::expr zero = number(0), one = number(1);
  const z3::expr fourths = z3::lshr(year - 1, number(2));
  z3::expr is_leap = year.extract(1, 0) == context_.bv_val(0, 2);
  z3::expr first = 365 * (year - epoch) + fourths - (fourths_before_epoch - no_leap_years_before_epoch);
  for (const int y : no_leap_years) {
    is_leap = is_leap && year != y;
    first = first - z3::ite(year > y, one, zero);
  }
  const z3::expr extra = z3::ite(is_leap, one, zero);
  z3::expr length = number(lengths[0]), before = zero;
  int days = 0;
  for (int m = 2; m <= 12; ++m) {
    const z3::expr this_one = number(lengths[static_cast<std::size_t>(m - 1)]);
    days += lengths[static_cast<std::size_t>(m - 2)];
    before = z3::ite(month >= m, m == 2 ? number(days) : number(days) + extra, before);
    length = z3::ite(month == m, m == 2 ? this_one + extra : this_one, length);
  }
  return {first + before, length};
}

const Calendar::Civil& Calendar::civil(const z3::expr& day) {
  const auto known = civil_.find(day.id());
  if (known != civil_.end()) return known->second;
  const z3::expr year = definitions_.unknown("year", first_year, last_year);
  const z3::expr in_year = definitions_.unknown("month", 1, 12);
  const z3::expr in_month = definitions_.unknown("day", 1, 31);
  const Month there = month(year, in_year);
  const z3::expr is_so = in_month <= there.length && day == there.first + in_month - 1;
  // Any of the three may be asked for without the others.
  for (const z3::expr& part : {year, in_year, in_month}) definitions_.define(part, is_so);
  return civil_.emplace(day.id(), Civil{year, in_year, in_month}).first->second;
}

// The first of the next month is as many days after the first of this one as it is long.
z3::expr Calendar::day_of(const Month& month, const z3::expr& day) const {
  const z3::expr last = rolls_ == Rolls::forward ? month.length + 1 : month.length;
  return month.first - 1 + z3::ite(day <= month.length, day, last);
}

z3::expr Calendar::plus_months(const z3::expr& day, const z3::expr& months) {
  const Civil& from = civil(day);
  const z3::expr year = definitions_.unknown("year", first_year, last_year);
  const z3::expr in_year = definitions_.unknown("month", 1, 12);
  const z3::expr is_so = 12 * year + in_year == 12 * from.year + from.month + months;
  for (const z3::expr& part : {year, in_year}) definitions_.define(part, is_so);
  return day_of(month(year, in_year), from.day);
}

z3::expr Calendar::plus_years(const z3::expr& day, const z3::expr& years) {
  const Civil& from = civil(day);
  return day_of(month(from.year + years, from.month), from.day);
}

z3::expr Calendar::less_one_if(const z3::expr& condition, const z3::expr& n) const {
  return z3::ite(condition, n - 1, n);
}

// N months later is N months later in the calendar, or the first of the month behind that. So one more than the months from the
// one date to the other in the calendar is beyond `to`, one less is not, and only they themselves must be looked at.
z3::expr Calendar::full_months(const z3::expr& from, const z3::expr& to) {
  const Civil a = civil(from), b = civil(to);
  const z3::expr months = 12 * (b.year - a.year) + b.month - a.month;
  return less_one_if(day_of(month(b.year, b.month), a.day) > to, months);
}

// Likewise: what rolls forward from February stays in its year.
z3::expr Calendar::full_years(const z3::expr& from, const z3::expr& to) {
  const Civil a = civil(from), b = civil(to);
  return less_one_if(day_of(month(b.year, a.month), a.day) > to, b.year - a.year);
}

}  // namespace eligo::z3_agree
