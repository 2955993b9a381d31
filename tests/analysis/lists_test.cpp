// SPDX-License-Identifier: MIT
// Owns the comparison of rulesets that ask members of lists, beside asking both about everybody on every day.
#include <catch2/catch.hpp>
#include <random>

#include "interpreter/program/exact.hpp"
#include "tests/analysis/both.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Class;

/// Two versions of a ruleset with a list of at most two members: some parts are the same in both, some are not.
class Pair {
 public:
  /// `fails`: what some lines ask of members cannot be calculated for all.
  Pair(std::uint64_t seed, bool fails) : random_(seed), fails_(fails) {}

  std::array<std::string, 2> texts() {
    std::array<std::string, 2> both;
    for (std::string& text : both)
      text =
          "ruleset s\nend\nrecord guest\n  age : whole from 0 to 3\n  pays : yes or no\nend\n"
          "fact guests : list of guest, at most 2\nfact rooms : whole from 0 to 2\nfact known : yes or no\n";
    add(both, "value first : whole\n", [&] { return number(); });
    add(both, "value second : whole\n", [&] { return number(); });
    add(both, "rule ruled\n", [&] { return fold(); });
    add(both, "decision d\n", [&] { return condition(2); });
    add(both, "decision v : whole\n",
        [&] { return "when " + condition(1) + " then " + amount() + " else " + amount(); });
    return both;
  }

 private:
  template <typename Make>
  void add(std::array<std::string, 2>& both, const std::string& head, const Make& make) {
    const std::string one = version(make), other = below(2) == 0 ? one : version(make);
    both[0] += head + one + "end\n";
    both[1] += head + other + "end\n";
  }
  template <typename Make>
  std::string version(const Make& make) {
    if (below(3) != 0) return "  " + make() + "\n";
    const std::string before = make();
    return "  until 2025-02-28 : " + before + "\n  since 2025-03-01 : " + make() + "\n";
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  std::string order() { return std::array{" < ", " <= ", " > ", " >= "}[below(4)]; }
  std::string digit() { return std::to_string(below(4)); }
  std::string of_member() {
    if (fails_ && below(3) == 0) return "6 / (g.age - " + digit() + ") rounded down to 1" + order() + digit();
    switch (below(5)) {
      case 0:
        return "g.pays";
      case 1:
        return "(g.pays and g.age" + order() + digit() + ")";
      case 2:
        return "g.age" + order() + "rooms";
      default:
        return "g.age" + order() + digit();
    }
  }
  std::string fold() {
    return (below(2) == 0 ? "some g in guests : " : "every g in guests : ") + of_member();
  }
  std::string number() {
    const std::string count = "count(g in guests : " + of_member() + ")";
    switch (below(4)) {
      case 0:
        return "sum(g in guests where " + of_member() + " : g.age)";
      case 1:
        return "max(" + count + " - count(g in guests : " + of_member() + "), 0)";
      default:
        return count;
    }
  }
  std::string value() { return std::array<std::string, 2>{"first", "second"}[below(2)]; }
  std::string condition(int depth) {
    if (depth > 0 && below(3) != 0)
      return "(" + condition(depth - 1) + (below(2) == 0 ? " and " : " or ") + condition(depth - 1) + ")";
    switch (below(6)) {
      case 0:
        return "known";
      case 1:
        return "ruled";
      case 2:
        return "not ruled";
      case 3:
        return "(" + fold() + ")";
      case 4:
        return value() + order() + "rooms";
      default:
        return value() + order() + digit();
    }
  }
  std::string amount() { return below(2) == 0 ? digit() : value() + (below(2) == 0 ? " + " + digit() : ""); }

  std::mt19937_64 random_;
  bool fails_;
};

std::uint64_t pairs_with_lists() {
  return tests::amount("ELIGO_RULESETS", 60);
}

void hold_all(bool fails) {
  std::size_t classes = 0, measured = 0, different = 0, complete = 0, asked = 0, tried = 0, invalid = 0,
              unsettled = 0;
  const types::Date first = *types::Date::of(2025, 2, 28), last = *types::Date::of(2025, 3, 1);
  for (std::uint64_t seed = 0; seed < 2 * pairs_with_lists(); ++seed) {
    const auto decision = static_cast<std::uint32_t>(seed % 2);
    const std::array<std::string, 2> texts = Pair(seed / 2, fails).texts();
    INFO("seed " << seed << "\n" << texts[0] << "\n-> " << texts[1]);
    const auto before = ruleset_of_text(texts[0]), after = ruleset_of_text(texts[1]);
    const analysis::Compared both = compared(*before, *after, decision);
    const analysis::Difference difference = analysis::compare(both, {first, first, last}, 500);
    ++asked;
    complete += difference.complete ? 1 : 0;
    Side old_side(before->program, decision), new_side(after->program, decision);
    for (const Class& one : difference.classes) {
      ++classes;
      measured += one.measures.empty() ? 0 : 1;
      tried += one.tried ? 1 : 0;
      for (const analysis::Met& met : one.conditions)
        invalid += met.state == builtins::Truth::invalid ? 1 : 0;
      for (const analysis::Measured& measure : one.measures) invalid += measure.invalid ? 1 : 0;
      REQUIRE(one.profiles.size() == 2);
      REQUIRE(has_its_example(one, old_side, new_side));
      if (one.values[0]) REQUIRE(program::same_exact(*one.values[0], old_side.value()));
      if (one.values[1]) REQUIRE(program::same_exact(*one.values[1], new_side.value()));
      if (one.values[0] && one.values[1] && one.found)
        REQUIRE_FALSE(program::same_exact(*one.values[0], *one.values[1]));
    }
    DaysMet met(both, difference.classes.size(), first, last);
    for (types::Date day = first; day <= last; ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        const eval::Profile told_after = told_to(after->program, told);
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        const types::Possible value_was = old_side.value(), value_is = new_side.value();
        const bool differs =
            was != is || (was == eval::Verdict::value && !program::same_exact(value_was, value_is));
        bool found = false;
        for (std::size_t i = 0; i < difference.classes.size(); ++i) {
          const Class& one = difference.classes[i];
          if (!is_in(one, told, day, old_side, new_side)) continue;
          REQUIRE(says(one, was, value_was, is, value_is));
          found = found || differs;
          if (differs) met.meet(i, day);
          if (one.everybody && one.found) REQUIRE(differs);
        }
        if (difference.complete) REQUIRE(found == differs);
        different += differs ? 1 : 0;
      });
    }
    for (std::size_t i = 0; i < difference.classes.size(); ++i) {
      const Class& one = difference.classes[i];
      if (one.found && !one.tried) REQUIRE(met.are_as_said(one, i));
      unsettled += one.seen.empty() ? 0 : 1;
    }
  }
  CHECK(20 * unsettled <= classes);
  INFO(complete << " of " << asked << " complete, " << classes << " classes, " << measured << " by numbers, "
                << tried << " tried");
  CHECK(classes > pairs_with_lists());
  CHECK(measured > pairs_with_lists() / 4);
  CHECK(different > 50 * pairs_with_lists());
  CHECK(complete >= (fails ? 2 : 3) * asked / (fails ? 3 : 4));  // what differs in too many ways is given up
  CHECK((invalid > pairs_with_lists() / 4) == fails);
}

}  // namespace

TEST_CASE("classes of people with lists hold all who get another answer, and nobody else") {
  hold_all(false);
}

TEST_CASE("so do classes where what is asked of members cannot be calculated for all") {
  hold_all(true);
}

}  // namespace eligo::tests
