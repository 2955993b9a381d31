// SPDX-License-Identifier: MIT
// Owns the comparison of rulesets beside asking both about everybody on every day.
#include <algorithm>
#include <catch2/catch.hpp>

#include "interpreter/program/exact.hpp"
#include "tests/analysis/both.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Class;
using analysis::Compared;

bool is_coverage(const Class& one) {
  return one.verdicts[0] == eval::Verdict::not_covered || one.verdicts[1] == eval::Verdict::not_covered;
}

bool asks_text(const program::Program& program) {
  return std::any_of(program.slots.begin(), program.slots.end(),
                     [](const program::Slot& slot) { return slot.type.base == types::Base::text; });
}

std::uint64_t count_of_pairs() {
  return tests::amount("ELIGO_RULESETS", 40);
}

}  // namespace

TEST_CASE("classes hold all who get another answer, and nobody else") {
  std::size_t classes = 0, different = 0, same = 0;
  for (std::uint64_t seed = 0; seed < count_of_pairs(); ++seed) {
    const std::string old_text = small_ruleset(seed, seed + 1),
                      new_text = small_ruleset(seed, seed + 1'000'000);
    INFO("seed " << seed << "\n" << old_text << "\n-> " << new_text);
    const auto before = ruleset_of_text(old_text), after = ruleset_of_text(new_text);
    const Compared both = compared(*before, *after);
    const analysis::Difference difference =
        analysis::compare(both, {small_first(), small_first(), small_last()}, 500);
    INFO(difference.classes.size() << " classes"
                                   << (difference.obstacle[0] || difference.obstacle[1] ? ", given up" : ""));
    REQUIRE(difference.complete);
    classes += difference.classes.size();
    Side old_side(before->program), new_side(after->program);
    for (const Class& one : difference.classes) {
      REQUIRE(one.profiles.size() == 2);
      CHECK(has_its_example(one, old_side, new_side));
    }
    // A text stands for all that rules do not tell from it, so that membership cannot be read from the text alone.
    if (asks_text(before->program)) continue;
    DaysMet met(both, difference.classes.size(), small_first(), small_last());
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        const eval::Profile told_after = told_to(after->program, told);
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        bool found = false;
        for (std::size_t i = 0; i < difference.classes.size(); ++i) {
          const Class& one = difference.classes[i];
          if (!is_in(one, told, day, old_side, new_side)) continue;
          const bool alike = one.verdicts[0] == was && one.verdicts[1] == is;
          // Where coverage alone decides, the class is of those who had that verdict on the other side.
          if (!is_coverage(one)) REQUIRE(alike);
          found = found || alike;
          if (alike) met.meet(i, day);
        }
        REQUIRE(found == (was != is));
        ++(was != is ? different : same);
      });
    }
    for (std::size_t i = 0; i < difference.classes.size(); ++i)
      CHECK(met.are_as_said(difference.classes[i], i));
  }
  CHECK(classes > count_of_pairs());
  CHECK(different > 50 * count_of_pairs());
  CHECK(same > 50 * count_of_pairs());
}

TEST_CASE("classes hold all who get another value, and say which") {
  std::size_t classes = 0, different = 0, same = 0, complete = 0, asked = 0;
  for (std::uint64_t seed = 0; seed < 2 * count_of_pairs(); ++seed) {
    const auto decision = static_cast<std::uint32_t>(1 + seed % 2);
    const std::string old_text = small_typed_ruleset(seed / 2, seed / 2 + 1),
                      new_text = small_typed_ruleset(seed / 2, seed / 2 + 1'000'000);
    INFO("seed " << seed << "\n" << old_text << "\n-> " << new_text);
    const auto before = ruleset_of_text(old_text), after = ruleset_of_text(new_text);
    const Compared both = compared(*before, *after, decision);
    const analysis::Difference difference =
        analysis::compare(both, {small_first(), small_first(), small_last()}, 500);
    ++asked;
    complete += difference.complete ? 1 : 0;
    INFO(difference.classes.size() << " classes" << (difference.complete ? "" : ", given up"));
    Side old_side(before->program, decision), new_side(after->program, decision);
    for (const Class& one : difference.classes) {
      REQUIRE(one.profiles.size() == 2);
      REQUIRE(has_its_example(one, old_side, new_side));
      if (one.values[0]) CHECK(program::same_exact(*one.values[0], old_side.value()));
      if (one.values[1]) CHECK(program::same_exact(*one.values[1], new_side.value()));
      const bool values = one.values[0] && one.values[1] && one.verdicts[0] == one.verdicts[1];
      if (one.found && values) CHECK_FALSE(program::same_exact(*one.values[0], *one.values[1]));
    }
    classes += difference.classes.size();
    if (asks_text(before->program)) continue;
    DaysMet met(both, difference.classes.size(), small_first(), small_last());
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        const eval::Profile told_after = told_to(after->program, told);
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        const types::Possible value_was = old_side.value(), value_is = new_side.value();
        const bool values = was == eval::Verdict::value && is == was;
        const bool differs = was != is || (values && !program::same_exact(value_was, value_is));
        bool found = false, every = true;
        for (std::size_t i = 0; i < difference.classes.size(); ++i) {
          const Class& one = difference.classes[i];
          if (!is_in(one, told, day, old_side, new_side)) continue;
          const bool so = says(one, was, value_was, is, value_is);
          if (!is_coverage(one)) REQUIRE(so);
          if (so && differs) met.meet(i, day);
          found = found || so;
          every = every && one.everybody && one.found;
        }
        if (difference.complete && differs) REQUIRE(found);
        if (found && every) REQUIRE(differs);
        ++(differs ? different : same);
      });
    }
    for (std::size_t i = 0; i < difference.classes.size(); ++i) {
      const Class& one = difference.classes[i];
      if (one.found && !one.tried) REQUIRE(met.are_as_said(one, i));
    }
  }
  CHECK(classes > count_of_pairs());
  CHECK(different > 50 * count_of_pairs());
  CHECK(same > 50 * count_of_pairs());
  CHECK(complete >= 4 * asked / 5);  // what differs in too many ways is given up
  INFO(complete << " of " << asked << " complete");
}

}  // namespace eligo::tests
