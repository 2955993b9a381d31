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

TEST_CASE(
    "lines of long blocks are compared where they ask about one fact, and more are said to be too many") {
  const auto block = [](int lines, const std::string& last) {
    std::string text = "fact number : whole from 0 to 500\ndecision d\n  any of\n";
    for (int i = 0; i < lines; ++i)
      text += "    l" + std::to_string(i) + " : number is " + std::to_string(2 * i) + "\n";
    return text + "    last : " + last + "\n  end\nend\n";
  };
  CHECK(proved(block(100, "number is 60 and a")) ==
        "104: implied_line \"last\" `last` helps nobody: whoever meets it meets `l30`\n");
  CHECK(proved(block(139, "age < 18")) == "");
  CHECK(proved(block(220, "a")) ==
        "4: not_analysed \"l0\" not analysed: a question about `l0` was given up, so the checks of `logic` "
        "do not say "
        "all about it\n");
}

TEST_CASE("a line without which all answers are the same") {
  const std::string person = "rule person\n  all of\n    local : a\n    young : age < 30\n  end\nend\n";
  const std::string child = "decision d\n  all of\n    person\n    child : age < 12\n  end\nend\n";
  CHECK(proved(person + child) ==
        "4: idle_line \"young\" `young` changes no answer: without it everybody gets the same\n");
  // Somebody else asks it.
  CHECK(proved(person + child + "decision e\n  person\nend\n") == "");
  CHECK(proved(person + child + "decision e : whole\n  when person then 1\n  else 0\nend\n") == "");
  // Of two that cover one another both cannot go; of what stands on such a line nothing is said.
  CHECK(proved("decision d\n  any of\n    x : age > 5 and a\n    y : age > 5 and not a\n    z : age > 7\n  "
               "end\nend\n") ==
        "5: idle_line \"z\" `z` changes no answer: without it everybody gets the same\n");
  CHECK(proved("rule r\n  all of\n    m : age > 9\n    n : age < 99\n  end\nend\ndecision d\n  any of\n    x "
               ": age "
               "> 5 and a\n"
               "    y : age > 5 and not a\n    z : r\n  end\nend\n") ==
        "11: idle_line \"z\" `z` changes no answer: without it everybody gets the same\n");
  // Between negations.
  CHECK(proved("rule r\n  any of\n    m : a\n    n : age > 90\n  end\nend\ndecision d\n  all of\n    x : age "
               "< 50\n"
               "    y : not r\n  end\nend\n") ==
        "4: idle_line \"n\" `n` changes no answer: without it everybody gets the same\n");
}

TEST_CASE("what a branch of `when` calculates is asked for where it need not be, and the way out is said") {
  const auto helps = [](const std::string& bonus) {
    std::string out;
    const std::string text =
        "fact children : whole from 0 to 20\nvalue bonus : whole\n  " + bonus +
        "\nend\nfact a : yes or no\nruleset x\nend\ndecision d\n  all of\n    x : bonus >= 0\n    y : a\n"
        "  end\nend\n";
    for (const Diagnostic& each : lint::run(*tests::compiled(text).program, tests::on({2025, 6, 1})))
      if (each.code == "logic/always_met")
        for (const std::string& help : each.help) out += help + "\n";
    return out;
  };
  const std::string always =
      "take the line out, or say what it was to ask; where it is meant so, write `always`\n";
  CHECK(helps("when children >= 3 then children - 2\n  else 0") ==
        always +
            "people are asked for it all the same, since a condition of `when` does not narrow what its "
            "branches "
            "calculate with: let them do so themselves, such as by `max(children - 2, 0)`\n");
  CHECK(helps("max(children - 2, 0)") == always);
}

TEST_CASE("a row whose cells exclude one another") {
  const auto rows = [](const std::string& body, const std::string& second) {
    return proved(
        "table towns\n  key code : text\n  opens : date\n  closes : date or none\n  rows\n    \"A\", "
        "2025-01-01, "
        "2026-01-01\n    \"B\", " +
        second + "\n  end\nend\nfact town : towns\ndecision d\n  all of\n" + body + "  end\nend\n");
  };
  const std::string window =
      "    x : town.opens <= today\n    y : town.closes is none or today < town.closes\n";
  CHECK(rows(window, "2026-03-01, 2025-03-01") ==
        "7: never_met_row \"\"B\", 2026-03-01, 2025-03-01\" with this row nobody meets `town.opens <= today` "
        "and "
        "`town.closes is none or today < town.closes` together, on any day\n");
  CHECK(rows(window, "2026-03-01, none") == "");
  CHECK(rows(window, "2026-03-01, 2026-03-02") == "");
  // One that cannot be met alone is no matter of two cells.
  CHECK(rows("    x : town.opens <= 2025-06-01\n    y : a\n", "2026-03-01, none") == "");
}

TEST_CASE("somebody for whom nothing can be calculated is shown") {
  CHECK(proved("fact people : whole from 0 to 9\ndecision d\n  all of\n    x : a\n"
               "    y : age / people rounded down to 1 > 3\n  end\nend\n") ==
        "2: no_answer \"d\" for somebody the decision `d` cannot be calculated, and is `invalid`\n"
        "test \"cannot be calculated\" as of 2025-06-01\n  given people 0\n  expect d invalid\nend\n");
  CHECK(proved("fact born : date\ndecision d\n  born + 18 years <= today\nend\n") != "");
}

TEST_CASE("a value that cannot be calculated is no answer either") {
  const std::string facts = "fact pay : whole from 0 to 9000\nfact people : whole from 0 to 9\n";
  CHECK(proved(facts + "decision part : whole\n  when a then pay / people rounded down to 1 else 0\nend\n") ==
        "3: no_answer \"part\" for somebody the decision `part` cannot be calculated, and is `invalid`\n"
        "test \"cannot be calculated\" as of 2025-06-01\n  given people 0, a yes\n  expect part "
        "invalid\nend\n");
  CHECK(proved(facts + "decision part : whole\n  when people > 0 then pay / people rounded down to 1\n"
                       "  else pay\nend\n") == "");
  CHECK(proved(facts + "decision part : whole\n  not covered if people is 0\n"
                       "  pay / people rounded down to 1\nend\n") == "");
  CHECK(proved(facts + "decision ends : date\n  today + pay years\nend\n") ==
        "3: no_answer \"ends\" for somebody the decision `ends` cannot be calculated, and is `invalid`\n"
        "test \"cannot be calculated\" as of 2025-06-01\n  given pay 7975\n  expect ends invalid\nend\n");
}

TEST_CASE("counts of the same two days are compared") {
  const std::string months = "full months from start to today", years = "(full years from start to today)";
  CHECK(proved("fact start : date\ndecision d\n  any of\n    x : a\n    y : " + months + " > 12 * " + years +
               " + 11\n  end\nend\n") == "5: never_met \"y\" nobody can meet `y`\n");
}

TEST_CASE("what cannot be calculated is shown where it is asked") {
  const auto label = [](const std::string& body) {
    const std::string text =
        "ruleset x\nend\nfact pay : whole from 0 to 9000\nfact people : whole from 0 to 9\n"
        "fact a : yes or no\ndecision part : whole\n" +
        body + "end\n";
    for (const Diagnostic& each : lint::run(*tests::compiled(text).program, tests::on({2025, 6, 1})))
      if (each.code == "logic/no_answer" && each.related.size() == 1)
        return text.substr(each.related[0].place.begin,
                           each.related[0].place.end - each.related[0].place.begin);
    return std::string("nothing");
  };
  CHECK(label("  min(1 + (pay / people rounded down to 1), 10)\n") == "pay / people rounded down to 1");
  CHECK(label("  when pay / people rounded down to 1 > 3 then 1 else 2\n") ==
        "pay / people rounded down to 1 > 3");
  CHECK(label("  when people is 0 then (pay / people rounded up to 1)\n"
              "  else when pay / (people - 3) rounded down to 1 > 3 then 1 else 2\n") ==
        "pay / people rounded up to 1");
}

TEST_CASE("days far ahead are nobody's trouble where they come from today alone") {
  CHECK(proved("fact ends : date\ndecision d\n  ends >= today + 7 days\nend\n") == "");
}

}  // namespace
}  // namespace eligo
