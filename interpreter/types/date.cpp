// SPDX-License-Identifier: MIT
// Owns the calendar's arithmetic: days to year, month and day and back, and the two rules for missing days.
#include "interpreter/types/date.hpp"

namespace eligo::types {
namespace {

// Months counted from January of the year 0.
std::int64_t month_index(const Date::Civil& c) {
  return std::int64_t{c.year} * 12 + (c.month - 1);
}

bool read_digits(std::string_view text, int& out) {
  out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    out = out * 10 + (c - '0');
  }
  return true;
}

void put_digits(std::string& out, std::size_t at, std::size_t width, int value) {
  for (std::size_t i = width; i > 0; --i) {
    out[at + i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

}  // namespace

Date::Civil Date::civil() const {
  const int shifted = days + Date::days_to_epoch;
  const int era = shifted / Date::period;
  const int day_of_era = shifted % Date::period;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return Civil{year, month, day};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!read_digits(text.substr(0, 4), year) || !read_digits(text.substr(5, 2), month) ||
      !read_digits(text.substr(8, 2), day)) {
    return std::nullopt;
  }
  return of(year, month, day);
}

std::string Date::iso() const {
  const Civil c = civil();
  std::string out = "0000-00-00";
  put_digits(out, 0, 4, c.year);
  put_digits(out, 5, 2, c.month);
  put_digits(out, 8, 2, c.day);
  return out;
}

std::optional<Date> add_days(Date d, std::int64_t n) {
  if (n < std::int64_t{Date::min_days} - d.days || n > std::int64_t{Date::max_days} - d.days)
    return std::nullopt;
  return Date{static_cast<std::int32_t>(d.days + n)};
}

std::optional<Date> add_months(Date d, std::int64_t n, MissingDays rule) {
  constexpr std::int64_t first = Date::min_year * 12;
  constexpr std::int64_t last = Date::max_year * 12 + 11;
  const Date::Civil c = d.civil();
  const std::int64_t from = month_index(c);
  if (n < first - from || n > last - from) return std::nullopt;
  const int year = static_cast<int>((from + n) / 12);
  const int month = static_cast<int>((from + n) % 12) + 1;
  const int length = Date::days_in_month(year, month);
  if (c.day <= length) return Date::from_civil(year, month, c.day);
  const Date end = Date::from_civil(year, month, length);
  // A month with missing days is never December, so the next day is in the same year.
  return rule == MissingDays::roll_forward ? Date{end.days + 1} : end;
}

std::optional<Date> add_years(Date d, std::int64_t n, MissingDays rule) {
  if (n < -Date::max_year || n > Date::max_year) return std::nullopt;
  return add_months(d, n * 12, rule);
}

std::int64_t days_between(Date from, Date to) {
  return std::int64_t{to.days} - from.days;
}

// from + N months stands in the Nth month after, or is the first of the one behind it. So it grows strictly
// with N, and only the difference of the two months or one less can be the greatest N. Where `to` is earlier
// in its month than `from` was, the shifted day is beyond it, but for a missing day that rolled back to the
// month's last.
std::int64_t full_months(Date from, Date to, MissingDays rule) {
  const Date::Civil a = from.civil();
  const Date::Civil b = to.civil();
  const std::int64_t difference = month_index(b) - month_index(a);
  const bool rolled_back = rule == MissingDays::roll_back && b.day == Date::days_in_month(b.year, b.month);
  return b.day >= a.day || rolled_back ? difference : difference - 1;
}

std::int64_t full_years(Date from, Date to, MissingDays rule) {
  return floor_div(full_months(from, to, rule), 12);
}

}  // namespace eligo::types
