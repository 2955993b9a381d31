// SPDX-License-Identifier: MIT
// Owns the comparison of days that are calculated from days, beside asking both about every day, also at the end of the calendar.
#include <catch2/catch.hpp>
#include <random>

#include "interpreter/program/exact.hpp"
#include "tests/analysis/both.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Class;

/// Two formulas for a day, made of another one.
class Formulas {
 public:
  explicit Formulas(std::uint64_t seed) : random_(seed) {}

  std::array<std::string, 2> texts() {
    const std::string facts =
        "ruleset s\n  missing days roll " + one_of({"forward", "back"}) + "\nend\n" + "fact d : date from " +
        one_of({"2024-11-20 to 2025-03-05", "2023-09-25 to 2024-01-05", "9999-09-20 to 9999-12-31"}) +
        "\nfact w : whole from 0 to 2\ndecision last : date\n  ";
    return {facts + formula(2) + "\nend\n", facts + formula(2) + "\nend\n"};
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  std::string one_of(std::initializer_list<const char*> all) { return *(all.begin() + below(all.size())); }
  std::string number(std::size_t most) { return std::to_string(1 + below(most)); }
  std::string formula(int depth) {
    switch (depth > 0 ? below(5) : below(3)) {
      case 0:
        return one_of({"d", "(d + w months)", "(d - w days)"});
      case 1:
        return "(d + " + number(40) + " days)";
      case 2:
        return "(d + " + number(4) + " months)";
      case 3:
        return one_of({"end_of_month", "start_of_month", "end_of_year", "start_of_year"}) + "(" +
               formula(depth - 1) + ")";
      default:
        return one_of({"max", "min"}) + "(" + formula(depth - 1) + ", " + formula(depth - 1) + ")";
    }
  }

  std::mt19937_64 random_;
};

std::uint64_t count_of_formulas() {
  return tests::amount("ELIGO_RULESETS", 100);
}

}  // namespace

TEST_CASE("classes hold all whose day moves, and say which way") {
  std::size_t complete = 0, different = 0, some = 0;
  const types::Date day = small_first();
  for (std::uint64_t seed = 0; seed < count_of_formulas(); ++seed) {
    const std::array<std::string, 2> texts = Formulas(seed).texts();
    INFO("seed " << seed << "\n" << texts[0] << "\n-> " << texts[1]);
    const auto before = ruleset_of_text(texts[0]), after = ruleset_of_text(texts[1]);
    const analysis::Difference difference =
        analysis::compare(compared(*before, *after), {day, day, day}, 500);
    complete += difference.complete ? 1 : 0;
    Side old_side(before->program), new_side(after->program);
    for (const Class& one : difference.classes) {
      some += one.everybody ? 0 : 1;
      REQUIRE(has_its_example(one, old_side, new_side));
    }
    each_profile(before->program, [&](const eval::Profile& told) {
      const eval::Profile told_after = told_to(after->program, told);  // values are its own
      const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
      const types::Possible value_was = old_side.value(), value_is = new_side.value();
      const bool values = was == eval::Verdict::value && is == was;
      const bool differs = was != is || (values && !program::same_exact(value_was, value_is));
      bool found = false;
      for (const Class& one : difference.classes) {
        if (!is_in(one, told, day, old_side, new_side)) continue;
        REQUIRE(says(one, was, value_was, is, value_is));
        found = true;
        if (one.everybody && one.found) REQUIRE(differs);
      }
      if (difference.complete && differs) REQUIRE(found);
      different += differs ? 1 : 0;
    });
  }
  INFO(complete << " of " << count_of_formulas() << " complete");
  CHECK(complete >= 9 * count_of_formulas() / 10);
  CHECK(different > 50 * count_of_formulas());
  CHECK((some * 10 > count_of_formulas() || count_of_formulas() < 20));  // of a few there may be none
}

}  // namespace eligo::tests
