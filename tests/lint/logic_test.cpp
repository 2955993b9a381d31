// SPDX-License-Identifier: MIT
// What the checks that prove must leave alone, and what they say where the examples of their pages do not reach.
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

/// What the checks of `logic` say: `line: name "underlined" message`, and the witness below it.
std::string proved(const std::string& text, const Date& day = {2025, 6, 1}) {
  const std::string whole =
      text +
      "fact a : yes or no\nfact age : whole from 0 to 120\nruleset x\n  missing days roll forward\nend\n";
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(whole).program, tests::on(day))) {
    if (each.code.rfind("logic/", 0) != 0) continue;
    out += std::to_string(each.place.line) + ": " + each.code.substr(6) + " \"" +
           whole.substr(each.place.begin, each.place.end - each.place.begin) + "\" " + each.message + "\n" +
           each.witness;
  }
  return out;
}

TEST_CASE("what is written as never or always is meant so") {
  CHECK(
      proved("rule r\n  until 2024-12-31 : never\n  since 2025-01-01 : a\nend\ndecision d\n  all of\n    r\n"
             "    now : always\n  end\nend\n") == "");
}

TEST_CASE("a line is asked about on the days on which it stands") {
  CHECK(proved(
            "decision d\n  until 2024-12-31 : a\n  since 2025-01-01 : all of\n    old : today >= 2020-01-01\n"
            "    x : a\n  end\nend\n") == "4: always_met \"old\" everybody meets `old`\n");
  CHECK(proved("decision d\n  until 2024-12-31 : all of\n    old : today >= 2020-01-01\n    x : a\n  end\n"
               "  since 2025-01-01 : a\nend\n") == "");
}

TEST_CASE("the law of another century is not looked at") {
  CHECK(proved("decision d\n  until 1850-12-31 : all of\n    old : today >= 1900-01-01\n    x : a\n  end\n"
               "  since 1851-01-01 : age > 5\nend\n") == "");
}

TEST_CASE("what stands on a line that nobody meets is not said again") {
  CHECK(proved("rule r\n  all of\n    young : age < 3\n    old : age > 60\n  end\nend\n"
               "rule s\n  age > 120 or a\n  unless x : age > 5 and age < 4\nend\n"
               "decision d\n  any of\n    s\n    t : a and age > 7 and age < 8\n  end\nend\n") ==
        "9: never_met \"x\" nobody can meet `x`\n14: never_met \"t\" nobody can meet `t`\n");
}

TEST_CASE("a version is to blame where none of its lines is") {
  CHECK(proved("rule r\n  until 2024-12-31 : a\n  since 2025-01-01 : all of\n    young : age < 3\n    old : "
               "age > 60\n"
               "  end\nend\ndecision d\n  any of\n    r\n    x : age is 5\n  end\nend\n") ==
        "3: never_met \"since 2025-01-01 : all of\n    young : age < 3\n    old : age > 60\n  end\" "
        "nobody can meet this version of `r`\n");
}

TEST_CASE("lines that say the same, twice and in other words") {
  CHECK(proved("decision d\n  all of\n    x : age >= 18\n    y : not (age < 18)\n    z : a\n  end\nend\n") ==
        "4: implied_line \"y\" `y` says the same as `x`\n");
  CHECK(proved("decision d\n  any of\n    x : age >= 60\n    y : age >= 18\n    z : a\n  end\nend\n") ==
        "3: implied_line \"x\" `x` helps nobody: whoever meets it meets `y`\n");
}

TEST_CASE("a block with more lines than are compared is said to be so") {
  std::string text = "decision d\n  any of\n";
  for (int i = 0; i < 41; ++i)
    text += "    l" + std::to_string(i) + " : age is " + std::to_string(2 * i) + "\n";
  CHECK(proved(text + "  end\nend\n") ==
        "3: not_analysed \"l0\" not analysed: a question about `l0` was given up, so the checks of `logic` "
        "do not say "
        "all about it\n");
}

TEST_CASE("somebody for whom nothing can be calculated is shown") {
  CHECK(proved("fact people : whole from 0 to 9\ndecision d\n  all of\n    x : a\n"
               "    y : age / people rounded down to 1 > 3\n  end\nend\n") ==
        "2: no_answer \"d\" for somebody the decision `d` cannot be calculated, and is `invalid`\n"
        "test \"cannot be calculated\" as of 2025-06-01\n  given people 0\n  expect d invalid\nend\n");
  CHECK(proved("fact born : date\ndecision d\n  born + 18 years <= today\nend\n") != "");
}

TEST_CASE("days far ahead are nobody's trouble where they come from today alone") {
  CHECK(proved("fact ends : date\ndecision d\n  ends >= today + 7 days\nend\n") == "");
}

TEST_CASE("a fact without values harms nothing") {
  CHECK(proved("table towns\n  key code : text\n  open : yes or no\n  rows\n  end\nend\nfact town : towns\n"
               "decision d\n  any of\n    x : a\n    y : town.open\n  end\nend\n") ==
        "10: not_analysed \"x\" not analysed: a question about `x` was given up, so the checks of `logic` do "
        "not say all "
        "about it\n");
}

}  // namespace
}  // namespace eligo
