// SPDX-License-Identifier: MIT
// Owns the run of the cases worked out by hand, through the oracle and through the engine.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "tests/oracle/cases.hpp"
#include "tests/oracle/compare.hpp"

namespace eligo::oracle {

namespace {

constexpr const char* prelude = R"(ruleset cases "Cases"
  currency EUR
  missing days roll forward
end
enum colours
  red
  green
  blue
end
enum sizes
  small
  large
  none
end
group warm of colours
  red, green
end
table places
  key code : text
  fee    : money
  opened : date or none
  rows
    "01", 10, 2020-01-01
    "02", 20, 2024-03-02
    "03", 30, none
  end
end
fact a : yes or no
fact b : yes or no
fact c : yes or no
fact w : whole from 0 to 3
fact u : whole
fact p : decimal
fact m : money
fact born : date
fact joined : date or none
fact v : version
fact t : text
fact colour : colours
fact size : sizes
fact place : places
record person
  works : yes or no
  points : whole from 0 to 3
  town : places
end
fact household : list of person, at most 2
fact guests : list of person, at most 1
fact home : person
)";

using Words = std::set<std::string>;

Words words_of(const std::string& text, const std::string& before = "") {
  Words out;
  std::istringstream in(text);
  std::string word;
  while (in >> word) out.insert(before + word);
  return out;
}

std::string ruleset_of(const Case& c) {
  std::string text = std::string(prelude) + c.text + "\ntest \"case\" " + c.days + "\n";
  if (*c.given != '\0') text += std::string("  given ") + c.given + "\n";
  return text + "  expect x " + c.result + "\nend\n";
}

void run(const Case& c) {
  INFO(c.paragraph);
  INFO(c.text << "\ngiven " << c.given);
  std::string why;
  const auto subject = Subject::make(ruleset_of(c), why);
  INFO(why);
  REQUIRE(subject);
  const Checked& program = subject->checked();
  REQUIRE(program.tests.size() == 1);
  const check::TestDef& test = program.tests[0];
  REQUIRE(test.expects.size() == 1);
  Profile profile;
  profile.as_of = test.as_of;
  profile.law_day = test.law_day;
  profile.told.resize(program.facts.size());
  for (const auto& telling : test.told) profile.told[telling.fact] = telling.told;

  const Answer answer = evaluate(program, 0, profile);
  const auto& expected = test.expects[0];
  CHECK(subject->verdict_words(answer.verdict, 0, answer.value) ==
        subject->verdict_words(expected.verdict, 0, expected.value));
  CHECK(answer.own == words_of(c.own, "x/"));

  const auto completed = complete(program, 0, profile, 5000);
  if (answer.verdict == VerdictWord::undetermined) {
    REQUIRE(completed);
    Words needs;
    for (const Index fact : completed->needs) needs.insert(subject->fact_name(fact));
    CHECK(needs == words_of(c.needs));
    std::string settled =
        completed->settled ? subject->verdict_words(*completed->settled, 0, completed->value) : "";
    if (settled.compare(0, 6, "value ") == 0) settled.erase(0, 6);
    CHECK(settled == c.settled);
  }

  const Compared compared = compare(*subject, 0, profile, {5000}, nullptr);
  CHECK(compared.difference == "");
  CHECK_FALSE(compared.perhaps);
}

}  // namespace

TEST_CASE("cases about values, in the oracle and in the engine") {
  for (const Case& c : cases_of_values()) run(c);
}
TEST_CASE("cases about conditions, in the oracle and in the engine") {
  for (const Case& c : cases_of_conditions()) run(c);
}
TEST_CASE("cases about verdicts, in the oracle and in the engine") {
  for (const Case& c : cases_of_verdicts()) run(c);
}
TEST_CASE("cases about lists, in the oracle and in the engine") {
  for (const Case& c : cases_of_lists()) run(c);
}

}  // namespace eligo::oracle
