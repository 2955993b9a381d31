// SPDX-License-Identifier: MIT
// Dates of those who are shown: none in their future, ages next to where they turn.
#include <catch2/catch.hpp>

#include "interpreter/analysis/turn.hpp"

namespace eligo::tests {
namespace {

using analysis::at_turn;
using types::Int128;

constexpr program::GridRange calendar{-719'162, 2'932'896};

std::int64_t turned(Int128 told, Int128 day, bool counted_from, const std::function<bool(Int128)>& is_so) {
  return static_cast<std::int64_t>(at_turn(told, day, calendar, counted_from, is_so));
}

TEST_CASE("nobody is shown who was born after the day on which they ask") {
  const auto young = [](Int128 born) { return born > 14'390; };
  CHECK(turned(20'785, 20'233, true, young) == 14'391);
  CHECK(turned(20'785, 20'233, false, young) == 20'233);
}

TEST_CASE("a date stays where something turns, in the future where it must be") {
  const auto from_on = [](Int128 date) { return date >= 20'300; };
  CHECK(turned(20'785, 20'233, false, from_on) == 20'785);
  CHECK(turned(20'300, 20'233, true, from_on) == 20'300);
  const auto up_to = [](Int128 date) { return date <= 13'000; };
  CHECK(turned(13'000, 20'233, true, up_to) == 13'000);
  CHECK(turned(12'000, 20'233, true, up_to) == 12'000);  // nothing turns on the way back
}

TEST_CASE("dates stay within what the fact can be") {
  const auto always = [](Int128) { return true; };
  CHECK(at_turn(20'785, 20'233, {20'500, 20'785}, true, always) == 20'785);
  CHECK(at_turn(20'785, 20'233, {20'000, 20'785}, true, always) == 20'233);
}

}  // namespace
}  // namespace eligo::tests
