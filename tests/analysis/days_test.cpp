// SPDX-License-Identifier: MIT
// Owns the days that classes say, of rules with dated values and lists whose members have dates: beside asking both about everybody
// on every day.
#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "interpreter/program/exact.hpp"
#include "tests/analysis/both.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Class;

/// Two rulesets of which one line is another one: a version of a value, or what is asked.
class DatedPair {
 public:
  explicit DatedPair(std::uint64_t seed) : random_(seed) {}

  std::array<std::string, 2> texts() {
    const std::string facts =
        "ruleset s\n  missing days roll " + one_of({"forward", "back"}) +
        "\nend\nrecord kid\n  born : date from " +
        one_of({"2023-02-28 to 2023-03-02", "2024-02-28 to 2024-03-01", "2025-02-27 to 2025-03-01"}) +
        "\n  pays : yes or no\nend\nfact kids : list of kid, at most 2\nfact income : whole from 0 to 6\n";
    std::vector<std::string> lines = dated("base");
    for (const std::string& line : dated("bonus")) lines.push_back(line);
    lines.push_back("rule grown\n  some k in kids : " + of_kid() + "\nend\n");
    lines.push_back("decision d\n  " + one_of({"all of", "any of"}) + "\n");
    lines.push_back("    low : income - base" + order() + "sum(k in kids where " + of_kid() + " : bonus)\n");
    lines.push_back(
        "    old : " + one_of({"grown", "count(k in kids : " + of_kid() + ")" + order() + digit()}) + "\n");
    lines.push_back("    plain : income" + order() + one_of({"base", "bonus", digit()}) + "\n");
    const std::vector<std::string> before = lines;
    change(lines);
    return {facts + joined(before), facts + joined(lines)};
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  std::string one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }
  std::string digit() { return std::to_string(below(5)); }
  std::string order() { return one_of({" < ", " <= ", " > ", " >= "}); }
  std::string of_kid() {
    return one_of({"full years from k.born to today" + order() + digit(),
                   "k.born + " + digit() + " days" + order() + "today",
                   "year_of(today) - year_of(k.born)" + order() + digit(), "k.pays"});
  }
  std::vector<std::string> dated(const std::string& name) {
    const std::string first = below(3) == 0 ? "not covered" : digit();
    return {"value " + name + " : whole\n  until 2025-02-27 : " + first + "\n",
            "  since 2025-02-28 : " + digit() + "\n", "  since 2025-03-02 : " + digit() + "\nend\n"};
  }
  void change(std::vector<std::string>& lines) {
    for (;;) {
      std::string& line = lines[below(lines.size())];
      const std::size_t at = line.find_last_of("01234");
      if (at == std::string::npos || line.compare(at - 1, 1, " ") != 0) continue;
      const char was = line[at];
      while (line[at] == was) line[at] = digit()[0];
      return;
    }
  }
  static std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text + "  end\nend\n";
  }

  std::mt19937_64 random_;
};

std::uint64_t pairs_with_days() {
  return tests::amount("ELIGO_RULESETS", 60);
}

}  // namespace

TEST_CASE("on the first and the last of the days that a class says somebody gets another answer") {
  std::size_t classes = 0, unsettled = 0, complete = 0, dated = 0;
  const types::Date first = *types::Date::of(2025, 2, 26), last = *types::Date::of(2025, 3, 4);
  for (std::uint64_t seed = 0; seed < pairs_with_days(); ++seed) {
    const std::array<std::string, 2> texts = DatedPair(seed).texts();
    INFO("seed " << seed << "\n" << texts[0] << "\n-> " << texts[1]);
    const auto before = ruleset_of_text(texts[0]), after = ruleset_of_text(texts[1]);
    const analysis::Compared both = compared(*before, *after);
    const analysis::Difference difference = analysis::compare(both, {first, first, last}, 500);
    complete += difference.complete ? 1 : 0;
    Side old_side(before->program), new_side(after->program);
    for (const Class& one : difference.classes) REQUIRE(has_its_example(one, old_side, new_side));
    DaysMet met(both, difference.classes.size(), first, last);
    for (types::Date day = first; day <= last; ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        const eval::Profile told_after = told_to(after->program, told);
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        bool found = false;
        for (std::size_t i = 0; i < difference.classes.size(); ++i) {
          const Class& one = difference.classes[i];
          if (!is_in(one, told, day, old_side, new_side)) continue;
          const bool so = says(one, was, old_side.value(), is, new_side.value());
          if (so && was != is) met.meet(i, day);
          found = found || so;
        }
        if (difference.complete) REQUIRE(found == (was != is));
      });
    }
    for (std::size_t i = 0; i < difference.classes.size(); ++i) {
      const Class& one = difference.classes[i];
      ++classes;
      unsettled += one.seen.empty() ? 0 : 1;
      dated += one.days.empty() ? 0 : 1;
      if (!one.tried) REQUIRE(met.are_as_said(one, i));
    }
  }
  INFO(classes << " classes, " << dated << " with days, " << unsettled << " not settled, " << complete
               << " complete");
  CHECK(3 * classes > pairs_with_days());
  CHECK(2 * dated > classes);
  CHECK(20 * unsettled <= classes);
  CHECK(complete >= 9 * pairs_with_days() / 10);
}

}  // namespace eligo::tests
