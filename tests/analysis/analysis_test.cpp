// SPDX-License-Identifier: MIT
// Owns questions whose answers are known, of the kinds that going through everybody cannot reach.
#include <catch2/catch.hpp>

#include "tests/analysis/ruleset.hpp"

namespace eligo::tests {
namespace {

using analysis::Answer;
using builtins::Truth;

/// Asked about 1 June 2025, on any day; the ruleset has the decision `d`.
struct Asked {
  std::unique_ptr<Ruleset> rules;
  analysis::Analysis analysis;

  explicit Asked(const std::string& text, const std::string& missing = "forward")
      : rules(ruleset_of_text("ruleset r\n  missing days roll " + missing + "\nend\n" + text)),
        analysis(rules->program, {*types::Date::of(2025, 6, 1)}) {}

  analysis::Question question(const std::vector<std::pair<std::string, Truth::State>>& lines) const {
    analysis::Question question;
    for (const auto& [line, state] : lines) question.claims.push_back({rules->line("d/" + line), state});
    return question;
  }
  /// "no", "not analysed", or who and when.
  std::string can(const std::vector<std::pair<std::string, Truth::State>>& lines) {
    const Answer answer = analysis.can(question(lines));
    CHECK(analysis.could(question(lines)).kind == answer.kind);
    if (answer.kind == Answer::Kind::no) return "no";
    return answer.witness ? rules->words(*answer.witness) : "not analysed";
  }
};

}  // namespace

TEST_CASE("decimals have the digits that can be told, and no others") {
  Asked asked(
      "fact x : decimal from 0 to 0.3\n"
      "decision d\n  any of\n    between : x > 0.1 and x < 0.1000000001\n"
      "    next : x > 0.1 and x <= 0.1000000001\n    beyond : x > 0.3\n    last : x >= 0.3\n  end\nend\n");
  CHECK(asked.can({{"between", Truth::yes}}) == "no");
  CHECK(asked.can({{"next", Truth::yes}}) == "2025-06-01: x 0.1000000001");
  CHECK(asked.can({{"beyond", Truth::yes}}) == "no");
  CHECK(asked.can({{"last", Truth::yes}}) == "2025-06-01: x 0.3");
}

TEST_CASE("an end of a range that cannot be told is nobody's value") {
  Asked asked(
      "fact x : decimal from 0 to 0.00000000005\ndecision d\n  any of\n    above : x > 0\n    least : x >= "
      "0\n  "
      "end\nend\n");
  CHECK(asked.can({{"above", Truth::yes}}) == "no");
  CHECK(asked.can({{"least", Truth::yes}}) == "2025-06-01:");  // whatever it is
}

TEST_CASE("versions are compared by their parts") {
  Asked asked(
      "fact v : version\ndecision d\n  any of\n    nine : v >= 9 and v < 9.0.0.1\n    between : v > 9 and v "
      "< "
      "9.0.0.1\n"
      "    late : v >= 10 and not (v >= 9)\n  end\nend\n");
  CHECK(asked.can({{"nine", Truth::yes}}) == "2025-06-01: v 9");
  CHECK(asked.can({{"between", Truth::yes}}) == "no");
  CHECK(asked.can({{"late", Truth::yes}}) == "no");
}

TEST_CASE("whoever was born on 29 February is of age by the header's word") {
  const std::string rules =
      "fact born : date\ndecision d\n  all of\n    leap : born is 2008-02-29\n    before : today <= "
      "2026-02-28\n"
      "    of_age : full years from born to today >= 18\n  end\nend\n";
  Asked forward(rules, "forward"), back(rules, "back");
  CHECK(forward.can({{"leap", Truth::yes}, {"before", Truth::yes}, {"of_age", Truth::yes}}) == "no");
  CHECK(back.can({{"leap", Truth::yes}, {"before", Truth::yes}, {"of_age", Truth::yes}}) ==
        "2026-02-28: born 2008-02-29");
}

TEST_CASE("ages imply one another on every day of the calendar") {
  Asked asked(
      "fact born : date\ndecision d\n  any of\n    adult : full years from born to today >= 18\n"
      "    pupil : full years from born to today < 16\n    old : born + 216 months <= today\n"
      "    long_ago : born <= today - 7000 days\n  end\nend\n");
  CHECK(asked.can({{"adult", Truth::yes}, {"pupil", Truth::yes}}) == "no");
  CHECK(asked.can({{"adult", Truth::no}, {"old", Truth::yes}}) == "no");
  CHECK(asked.can({{"long_ago", Truth::yes}, {"adult", Truth::no}}) == "no");
  CHECK(asked.can({{"adult", Truth::no}, {"pupil", Truth::no}}) == "2025-06-01: born 2009-06-01");
}

TEST_CASE("what is asked of one day alone is gone through, whether it repeats with the calendar or not") {
  Asked asked(
      "fact born : date from 1940-01-01 to 2130-12-31\nfact late : date from 2096-01-01 to 2103-12-31\n"
      "fact end_day : date from 2096-01-01 to 2103-12-31 or none\n"
      "value start : date\n  until 2026-02-28 : 2026-01-31\n  since 2026-03-01 : today - 1 months\nend\n"
      "decision d\n  any of\n"
      "    birthday : full years from (today - 1 years) to today is 0\n    leap : today is 2028-02-29\n"
      "    later : born - 1 months - 5 days > (born - 6 months) + 27 days\n"
      "    year : full months from born to (born + 1 years) >= 12\n"
      "    thirtieth : full months from born to born + 30 days is 0\n    january : born is 2025-01-30\n"
      "    common : days from late to late + 1 years is 365\n    before : late < 2096-03-01\n"
      "    first : late >= 2096-02-29\n"
      "    told : end_day >= end_day\n    untold : end_day is none\n"
      "    case : (when today < 2026-02-01 then days from today to today + 1 months else 31) is 28\n"
      "    new : start + 1 months < today\n  end\nend\n");
  CHECK(asked.can({{"birthday", Truth::yes}}) == "2028-02-29:");
  CHECK(asked.can({{"birthday", Truth::yes}, {"leap", Truth::no}}) == "2032-02-29:");
  CHECK(asked.can({{"birthday", Truth::no}, {"leap", Truth::yes}}) == "no");
  CHECK(asked.can({{"later", Truth::no}}) == "no");
  CHECK(asked.can({{"year", Truth::no}}) == "no");
  CHECK(asked.can({{"thirtieth", Truth::yes}, {"january", Truth::yes}}) == "no");
  CHECK(asked.can({{"thirtieth", Truth::no}, {"january", Truth::yes}}) == "2025-06-01: born 2025-01-30");
  CHECK(asked.can({{"common", Truth::yes}, {"before", Truth::yes}, {"first", Truth::yes}}) == "no");
  CHECK(asked.can({{"common", Truth::no}, {"before", Truth::yes}, {"first", Truth::yes}}) ==
        "2025-06-01: late 2096-02-29");
  CHECK(asked.can({{"common", Truth::no}, {"first", Truth::no}}) == "2025-06-01: late 2096-01-01");
  CHECK(asked.can({{"told", Truth::no}, {"untold", Truth::no}}) == "no");
  CHECK(asked.can({{"told", Truth::yes}, {"untold", Truth::yes}}) == "no");
  CHECK(asked.can({{"told", Truth::no}}) == "2025-06-01: end_day none");
  CHECK(asked.can({{"case", Truth::yes}}) == "2025-02-28:");
  CHECK(asked.can({{"new", Truth::yes}}) == "no");
}

TEST_CASE("what changes more often than is gone through is not answered wrongly") {
  Asked asked(
      "fact born : date from 0002-01-01 to 9998-12-31\ndecision d\n  any of\n"
      "    thirtieth : full months from born to born + 30 days is 0\n"
      "    neither : full months from born to born + 27 days is 1\n"
      "    second : days from start_of_month(born) to born is 1\n    third : days from start_of_month(born) "
      "to born is "
      "2\n"
      "  end\nend\n");
  CHECK(asked.can({{"thirtieth", Truth::yes}}) != "no");
  CHECK(asked.can({{"thirtieth", Truth::no}}) != "no");
  CHECK(asked.can({{"neither", Truth::yes}}) == "no");
  CHECK(asked.can({{"second", Truth::yes}, {"third", Truth::yes}}) == "not analysed");
}

TEST_CASE("the days of a year are counted within it") {
  Asked asked(
      "fact born : date from 1950-01-01 to 2049-12-31\ndecision d\n  any of\n"
      "    long : days from start_of_year(born) to end_of_year(born) is 365\n"
      "    leap : start_of_year(born) + 59 days is end_of_month(start_of_year(born) + 1 month)\n"
      "    first : born is start_of_year(born)\n    longer : end_of_year(born) > born + 365 days\n  "
      "end\nend\n");
  CHECK(asked.can({{"long", Truth::yes}, {"leap", Truth::no}}) == "no");
  CHECK(asked.can({{"long", Truth::no}, {"leap", Truth::yes}}) == "no");
  CHECK(asked.can({{"long", Truth::yes}, {"first", Truth::yes}}) != "no");
  CHECK(asked.can({{"longer", Truth::yes}}) == "no");
}

TEST_CASE("small numbers are gone through where one is asked twice") {
  Asked asked(
      "fact w : whole from 0 to 1000\ndecision d\n  any of\n    more : w + w > 2 * w\n"
      "    square : w * w - 2 * w is -1\n    bounded : max(w, 1000 - w) < 501\n  end\nend\n");
  CHECK(asked.can({{"more", Truth::yes}}) == "no");
  CHECK(asked.can({{"square", Truth::yes}}) == "2025-06-01: w 1");
  CHECK(asked.can({{"bounded", Truth::yes}}) == "2025-06-01: w 500");
}

TEST_CASE("what is made of several comparisons of days is taken apart") {
  Asked asked(
      "fact born : date from 1940-01-01 to 2130-12-31\nfact came : date from 1940-01-01 to 2130-12-31\n"
      "fact left : date from 1940-01-01 to 2130-12-31 or none\nfact w : whole from 0 to 100\n"
      "fact f : yes or no\n"
      "value start : date\n  until 2025-12-31 : came\n  since 2026-01-01 : when f then born else "
      "2020-02-29\nend\n"
      "decision d\n  any of\n    is_18 : full years from born to today is 18\n"
      "    is_19 : full years from born to today is 19\n    adult : full years from born to today >= 18\n"
      "    teen : full years from born to today is one of 16, 17, 18\n"
      "    most : max(full years from born to came, w) >= 18\n    came_18 : full years from born to came >= "
      "18\n"
      "    w_18 : w >= 18\n    least : 3 + min(full months from born to came, 40) < 20\n"
      "    month_17 : full months from born to came >= 17\n    f_ : f\n    year : born + 1 years is came\n"
      "    within : born + 11 months > came\n    old_law : today < 2026-01-01\n    new_law : today > "
      "2026-01-01\n"
      "    started : start <= born + 2 years\n    late : born > 2018-02-28\n"
      "    gone : left is born\n    gone_later : left > born + 1 days\n    none_ : left is none\n  "
      "end\nend\n",
      "back");
  using Lines = std::vector<std::pair<std::string, Truth::State>>;
  for (const Lines& never :
       {Lines{{"is_18", Truth::yes}, {"is_19", Truth::yes}},
        Lines{{"is_18", Truth::yes}, {"adult", Truth::no}},
        Lines{{"adult", Truth::yes}, {"is_18", Truth::no}, {"teen", Truth::yes}},
        Lines{{"teen", Truth::no}, {"is_18", Truth::yes}},
        Lines{{"most", Truth::no}, {"came_18", Truth::yes}}, Lines{{"most", Truth::no}, {"w_18", Truth::yes}},
        Lines{{"most", Truth::yes}, {"came_18", Truth::no}, {"w_18", Truth::no}},
        Lines{{"least", Truth::no}, {"month_17", Truth::no}},
        Lines{{"least", Truth::yes}, {"month_17", Truth::yes}},
        Lines{{"year", Truth::yes}, {"within", Truth::yes}},
        Lines{{"started", Truth::no}, {"new_law", Truth::yes}, {"f_", Truth::yes}},
        Lines{{"started", Truth::no}, {"new_law", Truth::yes}, {"late", Truth::yes}},
        Lines{{"started", Truth::yes}, {"new_law", Truth::yes}, {"late", Truth::no}, {"f_", Truth::no}},
        Lines{{"started", Truth::no}, {"old_law", Truth::yes}, {"within", Truth::yes}},
        Lines{{"gone", Truth::yes}, {"gone_later", Truth::yes}},
        Lines{{"gone", Truth::yes}, {"none_", Truth::yes}}}) {
    INFO(never[0].first << ", " << never[1].first);
    CHECK(asked.can(never) == "no");
  }
  CHECK(asked.can({{"is_18", Truth::yes}, {"teen", Truth::yes}}) == "2025-06-01: born 2006-06-02");
  CHECK(asked.can({{"gone", Truth::no}, {"gone_later", Truth::no}, {"none_", Truth::yes}}) ==
        "2025-06-01: left none");
}

TEST_CASE("values that stand on one another twice each are not taken apart for ever") {
  std::string text =
      "fact born : date from 1940-01-01 to 2130-12-31\nvalue a0 : whole\n  full years from born to "
      "today\nend\n";
  for (int i = 1; i <= 40; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    text += "value a" + std::to_string(i) + " : whole\n  max(" + before + ", " + before + " - 1)\nend\n";
  }
  Asked asked(text +
              "decision d\n  any of\n    last : a40 is 18\n    second : a1 is 18\n    adult : a0 >= 18\n  "
              "end\nend\n");
  CHECK(asked.can({{"second", Truth::yes}, {"adult", Truth::no}}) == "no");
  CHECK(asked.can({{"last", Truth::yes}}) == "2025-06-01: born 2007-06-01");
}

TEST_CASE("texts that no rule names stand for all others, but not beside one another") {
  Asked asked(
      "fact a : text\nfact b : text\ndecision d\n  any of\n    begins : a starts with \"ab\" and a is not "
      "\"ab\"\n"
      "    other : a is not \"ab\"\n    same : a is b\n    prefix : a starts with b\n  end\nend\n");
  CHECK(asked.can({{"begins", Truth::yes}}) == "2025-06-01: a abx");
  CHECK(asked.can({{"begins", Truth::yes}, {"other", Truth::no}}) == "no");
  CHECK(asked.can({{"same", Truth::yes}, {"other", Truth::no}}) == "2025-06-01: a ab, b ab");
  CHECK(asked.can({{"same", Truth::yes}, {"prefix", Truth::no}}) == "not analysed");
}

TEST_CASE("members are there when the list is long enough") {
  Asked asked(
      "record person\n  age : whole from 0 to 120\nend\nfact home : list of person, at most 3\n"
      "decision d\n  any of\n    adult : some m in home : m.age >= 18\n    empty : count(m in home : m.age "
      ">= 0) is 0\n"
      "    young : every m in home : m.age < 3\n    two : count(m in home : m.age < 3) >= 2\n  end\nend\n");
  CHECK(asked.can({{"adult", Truth::yes}, {"empty", Truth::yes}}) == "no");
  CHECK(asked.can({{"adult", Truth::yes}, {"young", Truth::yes}}) == "no");
  CHECK(asked.can({{"adult", Truth::yes}, {"two", Truth::yes}}) != "no");
  CHECK(asked.can({{"empty", Truth::yes}}) == "2025-06-01: home 0");
}

TEST_CASE("verdicts: coverage and days that nothing covers") {
  Asked asked(
      "fact a : yes or no\nfact b : whole from 0 to 3\ndecision d\n  not covered if a\n"
      "  until 2024-12-31 : not covered\n  since 2025-01-01 : 6 / b rounded down to 1 > 2\nend\n");
  const program::Decision& d = asked.rules->decision("d");
  const auto can = [&](eval::Verdict verdict) {
    return asked.rules->words(*asked.analysis.can(d, verdict).witness);
  };
  CHECK(can(eval::Verdict::yes) == "2025-06-01: a no, b 1");
  CHECK(can(eval::Verdict::no) == "2025-06-01: a no, b 3");
  CHECK(can(eval::Verdict::invalid) == "2025-06-01: a no, b 0");
  CHECK(can(eval::Verdict::not_covered) == "2025-06-01: a yes");
}

}  // namespace eligo::tests
