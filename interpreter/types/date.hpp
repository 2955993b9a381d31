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

  struct Civil {
    int year, month, day;
  };
  [[nodiscard]] Civil civil() const;
  /// Nothing where there is no such day.
  [[nodiscard]] static std::optional<Date> of(int year, int month, int day);
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
