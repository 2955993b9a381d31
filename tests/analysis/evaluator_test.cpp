// SPDX-License-Identifier: MIT
// Owns the evaluation time and again beside one that begins anew each time, and points of the grid as decimals and back.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

#include "interpreter/analysis/evaluator.hpp"
#include "interpreter/analysis/subject.hpp"
#include "tests/analysis/ruleset.hpp"

namespace eligo::tests {
namespace {

using analysis::Evaluator;
using analysis::Leaf;
using analysis::Region;
using builtins::Truth;
using types::Int128;

constexpr const char* rules_of_leaves = R"(ruleset r
  currency EUR
  missing days roll forward
end
fact a : whole from 0 to 9
fact b : whole from 0 to 9
fact m : money from 0 to 100
fact c : yes or no
fact born : date
value base : whole
  until 2024-12-31 : a + b
  since 2025-01-01 : a * 2
end
value paid : money
  when c and a > 3 then m * 10 %
  else when base > b then min(m, 20)
  else 0
end
decision d
  any of
    sums : base + b > 11
    money : paid + m * 1.5 <= 12
    age : full years from born to today >= base
    both : base > 4 and not (paid > 3)
  end
end
)";

/// A region of every variable, small ones and points among them.
std::vector<Region> drawn(const analysis::Space& space, std::mt19937& random) {
  std::vector<Region> places;
  for (analysis::Var var = 0; var < space.count(); ++var) {
    const Region all = space.everywhere(var);
    const auto width = static_cast<std::uint64_t>(all.hi - all.lo) + 1;
    const Int128 one = all.lo + static_cast<Int128>(random() % width),
                 other = random() % 2 == 0 ? one : all.lo + static_cast<Int128>(random() % width);
    places.push_back({false, std::min(one, other), std::max(one, other)});
  }
  // A version holds all over it.
  places[analysis::day_variable].hi = places[analysis::day_variable].lo;
  return places;
}

}  // namespace

TEST_CASE("what is evaluated again where something changed is as what is evaluated anew") {
  const std::unique_ptr<Ruleset> made = ruleset_of_text(rules_of_leaves);
  const program::Program& program = made->program;
  analysis::Sat sat;
  analysis::Space space(sat);
  analysis::Order order(space);
  analysis::Subject subject(program, space, order);
  analysis::Axes* const axes[] = {&subject.axes()};
  const program::Program* const programs[] = {&program};
  const auto date = [](int year) { return *types::Date::of(year, 1, 1); };
  analysis::make_variables(space, axes, programs, analysis::all_facts(program),
                           {date(2020), date(2030), date(2025)});
  const std::shared_ptr<const analysis::Leaves> all = analysis::leaves_of(program);
  const std::vector<Leaf>& leaves = all->all;
  REQUIRE(leaves.size() >= 5);

  std::mt19937 random{1};
  Evaluator again(program);
  std::vector<Region> places = drawn(space, random);
  for (int i = 0; i < 4'000; ++i) {
    // Mostly one thing changes; leaves share what they are made of, and some ask others as conditions.
    const std::vector<Region> other = drawn(space, random);
    if (i % 50 == 0) places = other;
    const auto var = random() % places.size();
    places[var] = other[var];
    const Leaf& leaf = leaves[random() % leaves.size()];
    Evaluator anew(program);
    Evaluator::Time newest = 0;
    for (const std::uint32_t slot : leaf.slots) {
      const Region& region = places[subject.axes().var(slot)];
      newest = std::max(newest, again.tell(slot, region, subject.axes()));
      static_cast<void>(anew.tell(slot, region, subject.axes()));
    }
    for (const program::NodeId condition : leaf.conditions) {
      const Truth truth{std::array{Truth::yes, Truth::no, Truth::open}[random() % 3], false};
      newest = std::max(newest, again.assume(condition, truth));
      static_cast<void>(anew.assume(condition, truth));
    }
    random() % 2 == 0 ? again.run(leaf.run, newest) : again.run(leaf.run);
    anew.run(leaf.run);
    for (const program::NodeId id : leaf.run) {
      const Truth one = analysis::truth_of(program, again.scratch(), id),
                  two = analysis::truth_of(program, anew.scratch(), id);
      CHECK((one.state == two.state && one.may_be_invalid == two.may_be_invalid));
      const program::Node& n = program.nodes[id];
      if (program::is_condition(n.op)) continue;
      const types::Possible &x = *again.scratch().values[n.value], &y = *anew.scratch().values[n.value];
      CHECK((x.lo == y.lo && x.hi == y.hi && x.decimal_lo == y.decimal_lo && x.decimal_hi == y.decimal_hi));
      CHECK((x.some == y.some && x.none == y.none && x.has_lo == y.has_lo && x.has_hi == y.has_hi));
    }
  }
}

TEST_CASE("points of the grid are decimals with ten digits after the point, and back") {
  const types::Type decimal{types::Base::decimal, false, 0};
  Int128 power = 1;
  for (int digits = 0; digits < 30; ++digits, power *= 10) {
    for (const Int128 near : {Int128{-1}, Int128{0}, Int128{1}, Int128{7}}) {
      for (const Int128 sign : {Int128{-1}, Int128{1}}) {
        const Int128 point = sign * (power + near);
        CHECK((program::grid_ceil(program::at_grid(decimal, point)) == point));
      }
    }
  }
  const auto at = [&](const char* number) {
    return program::grid_ceil(types::exactly(*types::Decimal::parse(number), decimal, 0));
  };
  CHECK(program::at_grid(decimal, 15'000'000'000).decimal_lo.str() == "1.5");
  CHECK(program::at_grid(decimal, -1).decimal_lo.str() == "-0.0000000001");
  // Rounded up, whatever stands behind the tenth digit.
  CHECK((at("0.00000000005") == 1));
  CHECK((at("-0.00000000015") == -1));
  CHECK((at("1.00000000001") == Int128{10'000'000'001}));
  CHECK((at("-1.00000000001") == Int128{-10'000'000'000}));
  CHECK((at("98765432109876543210.5") / 1'000'000'000 == Int128{98'765'432'109'876'543} * 10'000 + 2'105));
}

}  // namespace eligo::tests
