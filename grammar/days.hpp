// SPDX-License-Identifier: MIT
// Owns the way from `2025-05-26` to the number of its day (1970-01-01 is 0), years 1 to 9999; and what other forms mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::grammar {

[[nodiscard]] constexpr bool looks_like_day(std::string_view s) {
  return s.size() == 10 && s[4] == '-' && s[7] == '-';
}

/// Nothing where the calendar has no such day. Precondition: looks_like_day(s), the rest digits.
[[nodiscard]] constexpr std::optional<std::int32_t> day_of(std::string_view s) {
  const auto number = [&](std::size_t from, std::size_t n) {
    int x = 0;
    for (std::size_t i = from; i < from + n; ++i) x = x * 10 + (s[i] - '0');
    return x;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > lengths[month - 1] + (month == 2 && leap ? 1 : 0)) return std::nullopt;
  // Years from March, in eras of 400 years of 146097 days.
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

static_assert(day_of("1970-01-01") == 0 && day_of("0001-01-01") == -719162 &&
              day_of("9999-12-31") == 2932896);
static_assert(!day_of("2023-02-29") && !day_of("1900-02-29") && day_of("2000-02-29") == 11016);

/// The days that `26/05/2025`, `26.5.2025` or `2025/05/26` may mean, as they are written here: one where the numbers leave no
/// doubt, two where day and month may be each other, none where the calendar has none. nullopt: it is no such form.
[[nodiscard]] std::optional<std::vector<std::string>> days_meant(std::string_view written);
/// What to write instead.
[[nodiscard]] std::string day_help(const std::vector<std::string>& days);

}  // namespace eligo::grammar
