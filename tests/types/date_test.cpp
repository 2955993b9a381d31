// SPDX-License-Identifier: MIT
// Owns the boundary tables of dates: which days there are, missing days, the ends of the calendar, whole
// years between.
#include "interpreter/types/date.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace eligo::types;

namespace {

constexpr MissingDays forward = MissingDays::roll_forward;
constexpr MissingDays back = MissingDays::roll_back;
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Date day(const std::string& text) {
  const std::optional<Date> d = Date::parse(text);
  INFO(text);
  REQUIRE(d);
  return *d;
}

std::string shown(const std::optional<Date>& d) {
  return d ? d->iso() : "nothing";
}

}  // namespace

TEST_CASE("days are read exactly as they are printed") {
  const auto [text, days] = GENERATE(table<std::string, std::int32_t>({
      {"1970-01-01", 0},
      {"1969-12-31", -1},
      {"2000-02-29", 11016},
      {"2000-03-01", 11017},
      {"1900-02-28", -25509},
      {"1900-03-01", -25508},
      {"0001-01-01", Date::min_days},
      {"9999-12-31", Date::max_days},
  }));
  CHECK(day(text).days == days);
  CHECK(Date{days}.iso() == text);
}

TEST_CASE("there is no such day") {
  const std::string text =
      GENERATE(as<std::string>(), "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31",
               "2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32", "0000-12-31", "10000-01-01",
               "-001-01-01", "2024-1-01", "2024-01-1", "20240101", "2024/01/01", "2024-01-01 ", " 2024-01-01",
               "2024-01-0a", "+024-01-01", "24-01-01", "", "2024-01-01T00:00", "2024-W01-1");
  CHECK(shown(Date::parse(text)) == "nothing");
}

TEST_CASE("days are made of year, month and day") {
  CHECK(shown(Date::of(2024, 2, 29)) == "2024-02-29");
  CHECK(shown(Date::of(2023, 2, 29)) == "nothing");
  CHECK(shown(Date::of(0, 1, 1)) == "nothing");
  CHECK(shown(Date::of(10000, 1, 1)) == "nothing");
  CHECK(shown(Date::of(2024, 0, 1)) == "nothing");
  CHECK(shown(Date::of(2024, 13, 1)) == "nothing");
  CHECK(shown(Date::of(std::numeric_limits<int>::min(), 1, 1)) == "nothing");
  CHECK(shown(Date::of(2024, std::numeric_limits<int>::max(), 1)) == "nothing");
  CHECK(shown(Date::of(2024, 1, std::numeric_limits<int>::max())) == "nothing");
}

TEST_CASE("every day of the calendar follows the one before it") {
  Date::Civil last{0, 12, 31};
  std::size_t wrong = 0;
  for (std::int32_t days = Date::min_days; days <= Date::max_days; ++days) {
    const Date::Civil c = Date{days}.civil();
    const bool next_day = c.year == last.year && c.month == last.month && c.day == last.day + 1;
    const bool next_month = c.year == last.year && c.month == last.month + 1 && c.day == 1 && last.day >= 28;
    const bool next_year =
        c.year == last.year + 1 && c.month == 1 && c.day == 1 && last.month == 12 && last.day == 31;
    const std::optional<Date> same = Date::of(c.year, c.month, c.day);
    if (!(next_day || next_month || next_year) || !same || same->days != days) ++wrong;
    last = c;
  }
  CHECK(wrong == 0);
  CHECK(last.year == 9999);
}

TEST_CASE("days are added up to the ends of the calendar and not beyond") {
  CHECK(shown(add_days(day("2024-02-28"), 1)) == "2024-02-29");
  CHECK(shown(add_days(day("2023-02-28"), 1)) == "2023-03-01");
  CHECK(shown(add_days(day("9999-12-30"), 1)) == "9999-12-31");
  CHECK(shown(add_days(day("9999-12-31"), 1)) == "nothing");
  CHECK(shown(add_days(day("0001-01-01"), -1)) == "nothing");
  CHECK(shown(add_days(day("0001-01-01"), Date::max_days - Date::min_days)) == "9999-12-31");
  CHECK(shown(add_days(day("2024-01-01"), most)) == "nothing");
  CHECK(shown(add_days(day("2024-01-01"), least)) == "nothing");
  CHECK(shown(add_days(day("1950-01-01"), most)) == "nothing");
  CHECK(shown(add_days(day("1950-01-01"), least)) == "nothing");
}

TEST_CASE("a missing day rolls forward to the first of the next month or back to the last of its own") {
  const auto [from, months, rolled_forward, rolled_back] =
      GENERATE(table<std::string, std::int64_t, std::string, std::string>({
          {"2023-01-31", 1, "2023-03-01", "2023-02-28"},
          {"2024-01-31", 1, "2024-03-01", "2024-02-29"},
          {"2024-01-30", 1, "2024-03-01", "2024-02-29"},
          {"2024-01-29", 1, "2024-02-29", "2024-02-29"},
          {"2023-01-29", 1, "2023-03-01", "2023-02-28"},
          {"2023-01-28", 1, "2023-02-28", "2023-02-28"},
          {"2023-01-31", 2, "2023-03-31", "2023-03-31"},
          {"2023-03-31", 1, "2023-05-01", "2023-04-30"},
          {"2023-10-31", 1, "2023-12-01", "2023-11-30"},
          {"2023-03-31", -1, "2023-03-01", "2023-02-28"},
          {"2023-12-31", 1, "2024-01-31", "2024-01-31"},
          {"2024-01-31", -1, "2023-12-31", "2023-12-31"},
          {"2024-02-29", 12, "2025-03-01", "2025-02-28"},
          {"2024-02-29", -12, "2023-03-01", "2023-02-28"},
          {"2024-02-29", 48, "2028-02-29", "2028-02-29"},
          {"2024-05-15", 0, "2024-05-15", "2024-05-15"},
          {"9999-11-30", 1, "9999-12-30", "9999-12-30"},
          {"9999-12-01", 1, "nothing", "nothing"},
          {"0001-01-31", -1, "nothing", "nothing"},
          {"0001-01-31", 119987, "9999-12-31", "9999-12-31"},
          {"9999-12-31", -119987, "0001-01-31", "0001-01-31"},
          {"2024-05-15", most, "nothing", "nothing"},
          {"2024-05-15", least, "nothing", "nothing"},
      }));
  INFO(from << " + " << months << " months");
  CHECK(shown(add_months(day(from), months, forward)) == rolled_forward);
  CHECK(shown(add_months(day(from), months, back)) == rolled_back);
}

TEST_CASE("years are added like twelve months each") {
  const auto [from, years, rolled_forward, rolled_back] =
      GENERATE(table<std::string, std::int64_t, std::string, std::string>({
          {"2000-02-29", 18, "2018-03-01", "2018-02-28"},
          {"2000-02-29", 20, "2020-02-29", "2020-02-29"},
          {"2000-02-29", 100, "2100-03-01", "2100-02-28"},
          {"2000-02-29", -100, "1900-03-01", "1900-02-28"},
          {"2000-02-28", 18, "2018-02-28", "2018-02-28"},
          {"2000-01-01", 7999, "9999-01-01", "9999-01-01"},
          {"2000-01-01", 8000, "nothing", "nothing"},
          {"2000-01-01", -1999, "0001-01-01", "0001-01-01"},
          {"2000-01-01", -2000, "nothing", "nothing"},
          {"2000-01-01", most, "nothing", "nothing"},
          {"2000-01-01", least, "nothing", "nothing"},
          // times 12 this would come round to a small number
          {"2000-01-01", most / 6 + 1, "nothing", "nothing"},
      }));
  INFO(from << " + " << years << " years");
  CHECK(shown(add_years(day(from), years, forward)) == rolled_forward);
  CHECK(shown(add_years(day(from), years, back)) == rolled_back);
}

TEST_CASE("whole years and months between two days, as the rule for missing days has it") {
  const auto [from, to, years_forward, years_back, months_forward, months_back] =
      GENERATE(table<std::string, std::string, int, int, int, int>({
          {"2000-02-29", "2018-02-27", 17, 17, 215, 215},
          {"2000-02-29", "2018-02-28", 17, 18, 215, 216},
          {"2000-02-29", "2018-03-01", 18, 18, 216, 216},
          {"2000-02-29", "2020-02-28", 19, 19, 239, 239},
          {"2000-02-29", "2020-02-29", 20, 20, 240, 240},
          {"2000-02-29", "2000-02-29", 0, 0, 0, 0},
          {"2000-02-29", "2000-02-28", -1, -1, -1, -1},
          {"2000-02-29", "1999-03-01", -1, -1, -12, -12},
          {"2000-02-29", "1999-02-28", -2, -1, -13, -12},
          {"2000-02-29", "1999-02-27", -2, -2, -13, -13},
          {"2007-06-15", "2025-06-14", 17, 17, 215, 215},
          {"2007-06-15", "2025-06-15", 18, 18, 216, 216},
          {"2023-01-31", "2023-02-28", 0, 0, 0, 1},
          {"2023-01-31", "2023-03-01", 0, 0, 1, 1},
          {"2023-01-31", "2023-03-30", 0, 0, 1, 1},
          {"2023-01-31", "2023-03-31", 0, 0, 2, 2},
          {"0001-01-01", "9999-12-31", 9998, 9998, 119987, 119987},
          {"9999-12-31", "0001-01-01", -9999, -9999, -119988, -119988},
          {"9999-12-31", "0001-01-31", -9999, -9999, -119987, -119987},
          {"9999-01-01", "0001-01-01", -9998, -9998, -119976, -119976},
          {"0001-01-15", "0001-01-10", -1, -1, -1, -1},
      }));
  INFO(from << " to " << to);
  CHECK(full_years(day(from), day(to), forward) == years_forward);
  CHECK(full_years(day(from), day(to), back) == years_back);
  CHECK(full_months(day(from), day(to), forward) == months_forward);
  CHECK(full_months(day(from), day(to), back) == months_back);
}

TEST_CASE("days between two days") {
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2024-03-01"), day("2024-02-28")) == -2);
  CHECK(days_between(day("0001-01-01"), day("9999-12-31")) == 3652058);
}
