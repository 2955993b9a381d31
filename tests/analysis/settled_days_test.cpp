// SPDX-License-Identifier: MIT
// Owns how far the days of a class go, where it is known on which days there is somebody, and where it is not.
#include "interpreter/analysis/settled_days.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace eligo::tests {
namespace {

using analysis::DaySettler;
using analysis::Int128;
using program::DayRange;
using Result = analysis::Sat::Result;

/// Days from 0 to 100, on some of which there is somebody; what is not known is asked in vain.
struct People {
  std::set<std::int32_t> days;
  DayRange unknown{101, 101};
  std::vector<Int128> changes;

  DaySettler::Answer ask(const DayRange& asked) const {
    const auto next = days.lower_bound(asked.from);
    if (next != days.end() && *next <= asked.to) return {Result::yes, *next};
    const bool is_known = asked.to < unknown.from || asked.from > unknown.to;
    return {is_known ? Result::no : Result::unknown, 0};
  }
  std::string settled(const std::vector<DayRange>& ranges, Int128 somebody) const {
    const DaySettler settler({0, 100}, changes, [&](const DayRange& asked) { return ask(asked); });
    const analysis::SettledDays found = settler.settled(ranges, somebody);
    return words(found.days) + (found.seen.empty() ? "" : ", seen " + words(found.seen));
  }
  static std::string words(const std::vector<DayRange>& ranges) {
    std::string all;
    for (const DayRange& days : ranges)
      all += (all.empty() ? "" : " ") + std::to_string(days.from) + "-" + std::to_string(days.to);
    return all;
  }
};

}  // namespace

TEST_CASE("days end where there is somebody") {
  const People some{{20, 25, 60}, {101, 101}, {}};
  CHECK(some.settled({{20, 60}}, 25) == "20-60");
  CHECK(some.settled({{10, 70}}, 25) == "20-60");
  CHECK(some.settled({{10, 30}, {40, 70}, {80, 90}}, 25) == "20-25 60-60");
  CHECK(some.settled({{21, 59}}, 25) == "25-25");
}

TEST_CASE("days that reach an end of the calendar end there where there is somebody") {
  CHECK(People{{20, 60}, {101, 101}, {10, 61}}.settled({{0, 60}}, 20) == "20-60");
  CHECK(People{{9, 60}, {101, 101}, {10, 61}}.settled({{0, 100}}, 60) == "9-60");
  CHECK(People{{0, 9, 100}, {101, 101}, {10, 61}}.settled({{0, 100}}, 9) == "0-100");
  CHECK(People{{50}, {101, 101}, {}}.settled({{0, 100}}, 50) == "50-50");
}

TEST_CASE("where that cannot be settled, somebody under the law of that end is enough") {
  CHECK(People{{9, 60}, {0, 0}, {10, 61}}.settled({{0, 60}}, 60) == "0-60");
  CHECK(People{{9, 61}, {100, 100}, {10, 61}}.settled({{5, 100}}, 9) == "9-100");
  CHECK(People{{50}, {0, 100}, {}}.settled({{0, 100}}, 50) == "0-100");
  CHECK(People{{20}, {0, 9}, {10}}.settled({{0, 20}}, 20) == "0-20, seen 20-20");
}

TEST_CASE("where it is not settled the days between people are said") {
  CHECK(People{{50}, {10, 19}, {}}.settled({{5, 50}}, 50) == "6-50, seen 50-50");
  CHECK(People{{40, 50}, {10, 19}, {20, 40}}.settled({{5, 50}}, 50) == "6-50, seen 40-50");
  CHECK(People{{50}, {10, 19}, {}}.settled({{10, 19}, {40, 50}}, 50) == "10-19 50-50, seen 50-50");
}

}  // namespace eligo::tests
