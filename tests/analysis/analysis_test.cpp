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
