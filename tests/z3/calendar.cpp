// SPDX-License-Identifier: MIT
// Owns the equations between days, months and years.
#include "tests/z3/calendar.hpp"

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace eligo::z3_agree {

namespace {

constexpr int first_year = 1800, last_year = 2311;
constexpr std::array no_leap_years{1800, 1900, 2100, 2200, 2300};  // of those that 4 divides
constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr unsigned day_bits = 5, month_bits = 4, year_bits = 9;
static_assert(day_bits + month_bits + year_bits < bits);  // and none is below zero

constexpr bool is_leap_year(int year) {
  for (const int y : no_leap_years)
    if (y == year) return false;
  return year % 4 == 0;
}

constexpr int length(int year, int month) {
  return lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap_year(year) ? 1 : 0);
}

constexpr int days_before_1970() {
  int days = 0;
  for (int year = first_year; year < 1970; ++year) days += is_leap_year(year) ? 366 : 365;
  return days;
}

}  // namespace

std::int64_t Calendar::written(std::int32_t days) const {
  int left = days + days_before_1970(), year = first_year, month = 1;
  for (; year <= last_year && left >= (is_leap_year(year) ? 366 : 365); ++year)
    left -= is_leap_year(year) ? 366 : 365;
  if (left < 0 || year > last_year) throw std::runtime_error("a day of a year that is not looked at");
  for (; left >= length(year, month); ++month) left -= length(year, month);
  return ((year - first_year) << (month_bits + day_bits)) + (month << day_bits) + left + 1;
}

std::int32_t Calendar::counted(std::int64_t written) const {
  const int day = written & ((1 << day_bits) - 1), month = (written >> day_bits) & ((1 << month_bits) - 1),
            until = first_year + static_cast<int>(written >> (month_bits + day_bits));
  int days = day - 1 - days_before_1970();
  for (int m = 1; m < month; ++m) days += length(until, m);
  for (int year = first_year; year < until; ++year) days += is_leap_year(year) ? 366 : 365;
  return days;
}

z3::expr Calendar::unknown(const char* name, std::int32_t least, std::int32_t largest) {
  const z3::expr day = definitions_.unknown(name, written(least), written(largest));
  const Civil there = read(day);
  definitions_.require(there.month >= 1 && there.month <= 12 && there.day >= 1 && !is_missing(there));
  return day;
}

Calendar::Civil Calendar::read(const z3::expr& day) const {
  const auto part = [&](unsigned from, unsigned wide) {
    return z3::zext(day.extract(from + wide - 1, from), bits - wide);
  };
  return {part(day_bits + month_bits, year_bits), part(day_bits, month_bits), part(0, day_bits)};
}

z3::expr Calendar::write(const Civil& day) const {
  z3::expr_vector parts(context_);
  parts.push_back(context_.bv_val(0, bits - year_bits - month_bits - day_bits));
  parts.push_back(day.year.extract(year_bits - 1, 0));
  parts.push_back(day.month.extract(month_bits - 1, 0));
  parts.push_back(day.day.extract(day_bits - 1, 0));
  return z3::concat(parts);
}

z3::expr Calendar::one_if(const z3::expr& condition) const {
  return z3::ite(condition, definitions_.number(1), definitions_.number(0));
}

z3::expr Calendar::is_leap(const z3::expr& year) const {
  z3::expr is_leap = year.extract(1, 0) == context_.bv_val(0, 2);
  for (const int y : no_leap_years) is_leap = is_leap && year != y - first_year;
  return is_leap;
}

z3::expr Calendar::is_missing(const Civil& day) const {
  z3::expr missing = day.month == 2 && (day.day >= 30 || (day.day == 29 && !is_leap(day.year)));
  for (int month = 1; month <= 12; ++month)
    if (lengths[static_cast<std::size_t>(month - 1)] == 30)
      missing = missing || (day.day == 31 && day.month == month);
  return missing;
}

// A missing day is none of December.
z3::expr Calendar::rolled(const Civil& day) const {
  const z3::expr last = z3::ite(day.month == 2, 28 + one_if(is_leap(day.year)), definitions_.number(30));
  const z3::expr other = rolls_ == Rolls::forward ? write({day.year, day.month + 1, definitions_.number(1)})
                                                  : write({day.year, day.month, last});
  return z3::ite(is_missing(day), other, write(day));
}

z3::expr Calendar::before(const z3::expr& month, const z3::expr& is_leap) const {
  const z3::expr extra = one_if(is_leap);
  z3::expr before = definitions_.number(0);
  int days = 0;
  for (int m = 2; m <= 12; ++m) {
    days += lengths[static_cast<std::size_t>(m - 2)];
    before = z3::ite(month >= m, m == 2 ? definitions_.number(days) : days + extra, before);
  }
  return before;
}

z3::expr Calendar::in_year(const Civil& day) const {
  return before(day.month, is_leap(day.year)) + day.day;
}

// The day of the year, carried over as many ends of years as there may be.
z3::expr Calendar::plus_days(const z3::expr& day, std::int64_t n) const {
  const Civil from = read(day);
  z3::expr year = from.year, left = in_year(from) + definitions_.number(n);
  for (std::int64_t carries = std::abs(n) / 365 + 1; carries > 0; --carries) {
    if (n > 0) {
      const z3::expr is_beyond = left > length_of(year);
      left = z3::ite(is_beyond, left - length_of(year), left);
      year = z3::ite(is_beyond, year + 1, year);
    } else {
      const z3::expr is_before = left < 1;
      year = z3::ite(is_before, year - 1, year);
      left = z3::ite(is_before, left + length_of(year), left);
    }
  }
  z3::expr month = definitions_.number(1);
  for (int m = 2; m <= 12; ++m)
    month = z3::ite(left > before(definitions_.number(m), is_leap(year)), definitions_.number(m), month);
  return write({year, month, left - before(month, is_leap(year))});
}

// Whole years, and less than twelve months more.
z3::expr Calendar::plus_months(const z3::expr& day, std::int64_t n) const {
  const Civil from = read(day);
  const std::int64_t more = ((n % 12) + 12) % 12;
  const z3::expr month = from.month + definitions_.number(more), is_next = month > 12;
  return rolled({from.year + definitions_.number((n - more) / 12) + one_if(is_next),
                 z3::ite(is_next, month - 12, month), from.day});
}

z3::expr Calendar::plus_years(const z3::expr& day, std::int64_t n) const {
  const Civil from = read(day);
  return rolled({from.year + definitions_.number(n), from.month, from.day});
}

// From the first year on. Before a year N years after 1800 there were (N - 1) / 4 that 4 divides, not counting 1800 itself.
z3::expr Calendar::days(const z3::expr& from, const z3::expr& to) const {
  const auto number = [&](const Civil& day) {
    z3::expr n = 365 * day.year + z3::lshr(day.year + 3, definitions_.number(2)) + in_year(day);
    for (const int y : no_leap_years)
      if (y != first_year) n = n - one_if(day.year > y - first_year);
    return n;
  };
  return number(read(to)) - number(read(from));
}

// N months later is N months later in the calendar, or the first of the month behind that. So one more than the months from the
// one date to the other in the calendar is beyond `to`, one less is not, and only they themselves must be looked at.
z3::expr Calendar::full_months(const z3::expr& from, const z3::expr& to) const {
  const Civil a = read(from), b = read(to);
  const z3::expr months = 12 * (b.year - a.year) + b.month - a.month;
  return months - one_if(rolled({b.year, b.month, a.day}) > to);
}

// Likewise: what rolls forward from February stays in its year.
z3::expr Calendar::full_years(const z3::expr& from, const z3::expr& to) const {
  const Civil a = read(from), b = read(to);
  return b.year - a.year - one_if(rolled({b.year, a.month, a.day}) > to);
}

}  // namespace eligo::z3_agree
