// SPDX-License-Identifier: MIT
// Owns the tests of possible values that are joined.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "interpreter/types/possible.hpp"

using namespace eligo::types;

TEST_CASE("one of many texts is each of them once, in the order in which they were told") {
  const Type text{Base::text, true, 0};
  std::vector<Value> told = {std::string("b"), std::string("a"), std::string("b"), std::string("")};
  const Possible few = one_of(told, text, 0);
  CHECK(few.texts == std::vector<std::string>{"b", "a", ""});
  CHECK(few.some);
  CHECK_FALSE(few.none);
  told.push_back(None{});
  CHECK(one_of(told, text, 0).none);
  told.clear();
  for (int i = 0; i < 60'000; ++i) told.push_back(std::string("t" + std::to_string(i)));
  const Possible many = one_of(told, text, 0);
  REQUIRE(many.texts.size() == told.size());
  CHECK(many.texts.back() == "t59999");
}

TEST_CASE("one of some numbers is the range around them, as when they are joined one by one") {
  const Type whole{Base::whole, false, 0};
  Possible joined = exactly(Value(std::int64_t{5}), whole, 0);
  for (const int each : {-3, 7}) joined = unite(joined, exactly(Value(std::int64_t{each}), whole, 0));
  const std::vector<Value> told = {Value(std::int64_t{5}), Value(std::int64_t{-3}), Value(std::int64_t{7})};
  const Possible all = one_of(told, whole, 0);
  CHECK((all.lo == joined.lo && all.hi == joined.hi && all.lo == -3 && all.hi == 7));
}
