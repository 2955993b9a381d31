// SPDX-License-Identifier: MIT
// Owns civil days and what can be counted between them (language reference, 2.9). No clock, no zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace eligo::types {

/// What becomes of 29 Feb + 1 year: forward is 1 March, back is 28 February. Every missing day of a month
/// likewise.
enum class MissingDays : std::uint8_t { roll_forward, roll_back };

/// A day of the proleptic Gregorian calendar, years 1 to 9999, counted from 1970-01-01 = 0.
struct Date {
  std::int32_t days = 0;

  static constexpr std::int32_t min_days = -719162;  // 0001-01-01
  static constexpr std::int32_t max_days = 2932896;  // 9999-12-31

  static constexpr int min_year = 1, max_year = 9999;
  static constexpr std::int32_t period = 146'097;  // days of 400 years, after which the calendar repeats
  static constexpr int days_to_epoch = 719468;     // from 0000-03-01 to 1970-01-01

  struct Civil {
    int year, month, day;
  };
  [[nodiscard]] Civil civil() const;
  /// Nothing where there is no such day.
  [[nodiscard]] static std::optional<Date> of(int year, int month, int day) {
    if (!exists(year, month, day)) return std::nullopt;
    return from_civil(year, month, day);
  }
  /// Inline, and apart from `of`: hosts tell days by the million, and an optional goes through memory.
  [[nodiscard]] static bool exists(int year, int month, int day) {
    if (year < min_year || year > max_year || month < 1 || month > 12) return false;
    constexpr int in_every_month = 28;
    return day >= 1 && (day <= in_every_month || day <= days_in_month(year, month));
  }
  /// Of a day that there is; years from 0. The year is taken to begin in March, so that the leap day is its last. Nothing
  /// branches: the months of a stream of days cannot be foreseen.
  [[nodiscard]] static Date from_civil(int year, int month, int day) {
    static constexpr int days_before[12] = {306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275};
    const auto shifted_year = static_cast<unsigned>(year) - static_cast<unsigned>(month <= 2);
    const unsigned centuries = shifted_year / 100;
    const unsigned leap_days = shifted_year / 4 - centuries + centuries / 4;
    return Date{static_cast<std::int32_t>(shifted_year * 365 + leap_days) + days_before[month - 1] + day - 1 -
                days_to_epoch};
  }
  [[nodiscard]] static int days_in_month(int year, int month) {
    static constexpr int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && is_leap ? 29 : lengths[month - 1];
  }
  /// Exactly YYYY-MM-DD.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text);
  [[nodiscard]] std::string iso() const;

  friend constexpr bool operator==(Date a, Date b) { return a.days == b.days; }
  friend constexpr bool operator!=(Date a, Date b) { return a.days != b.days; }
  friend constexpr bool operator<(Date a, Date b) { return a.days < b.days; }
  friend constexpr bool operator<=(Date a, Date b) { return a.days <= b.days; }
  friend constexpr bool operator>(Date a, Date b) { return a.days > b.days; }
  friend constexpr bool operator>=(Date a, Date b) { return a.days >= b.days; }
};

/// Each is nothing where the result leaves the years 1 to 9999; n may be any 64-bit number, also negative.
/// Subtracting n months is adding -n.
[[nodiscard]] std::optional<Date> add_days(Date d, std::int64_t n);
[[nodiscard]] std::optional<Date> add_months(Date d, std::int64_t n, MissingDays rule);
[[nodiscard]] std::optional<Date> add_years(Date d, std::int64_t n, MissingDays rule);

[[nodiscard]] std::int64_t days_between(Date from, Date to);
/// The greatest N with from + N months (years) <= to; negative where `to` is before `from`. A shifted day
/// that would leave the years 1 to 9999 counts as beyond the end it would have left by.
[[nodiscard]] std::int64_t full_months(Date from, Date to, MissingDays rule);
[[nodiscard]] std::int64_t full_years(Date from, Date to, MissingDays rule);

}  // namespace eligo::types
