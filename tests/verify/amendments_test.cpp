// SPDX-License-Identifier: MIT
// Owns the proof that amendments count where they are brought in and nowhere else, and that answers name the law they
// rest on.
#include "tests/verify/compiled.hpp"

namespace eligo::tests {
namespace {

std::string verdict(const Program& program, const Date& day, const std::string& age) {
  Facts facts(program);
  CHECK(facts.tell("age", age).empty());
  const Outcome outcome = evaluate(program, "entry", facts, day);
  std::string out = to_string(outcome.verdict);
  for (std::uint32_t i = 0; i < outcome.reasons.size(); ++i)
    out += " " + program.line(outcome.reasons[i].line).id;
  return out;
}

// What stands below `Sources:`, or `Source:`, a line each.
std::string sources(const Program& program, const Date& day, const std::string& age) {
  Facts facts(program);
  CHECK(facts.tell("age", age).empty());
  const std::string text = to_text(program, facts, evaluate(program, "entry", facts, day), "en");
  const std::size_t at = text.find("\nSource");
  if (at == std::string::npos) return "";
  const std::size_t begin = text.find('\n', at + 1) + 1;
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

const Files pool = {
    {"pool/pool.eligo",
     "ruleset pool\nend\nfact age : whole from 0 to 120\nsource law \"Law\"\nend\n"
     "rule old_enough\n  cites law\n  any of\n    grown : age >= 18\n  end\nend\n"
     "value least : whole cites law \"article 1\"\n  6\nend\n"
     "decision entry\n  all of\n    old_enough\n    swims : age >= least\n  end\nend\n"},
    {"town/town.eligo",
     "ruleset town\nend\nuse \"pool\"\ndecision entry\n  all of\n    old_enough\n    swims : age >= least\n  "
     "end\nend\n"},
    {"town/decree.eligo",
     "source decree \"Decree\"\nend\namend rule old_enough\n  cites decree\n  since 2026-01-01 : any of\n    "
     "grown : age >= 16\n    brave : age is 3\n  end\n  since 2027-01-01 : always cites decree \"article "
     "9\"\nend\n"
     "amend value least cites decree \"article 2\"\n  since 2026-01-01 : 4\nend\n"
     "amend decision entry\n  since 2028-01-01 : never\nend\n"},
};

TEST_CASE("an amendment ends the version before it, which needs no day") {
  const auto town = program(pool, "town");
  CHECK(verdict(*town, {2025, 12, 31}, "17") == "no entry/old_enough old_enough/grown@0001-01-01");
  CHECK(verdict(*town, {2026, 1, 1}, "17") == "yes entry/old_enough entry/swims old_enough/grown@2026-01-01");
  CHECK(verdict(*town, {2026, 1, 1}, "3") == "no entry/swims");
  CHECK(verdict(*town, {2028, 1, 1}, "30") == "no entry/never");
}

TEST_CASE("the amended ruleset alone is as it was") {
  const auto alone = program(pool, "pool");
  for (const Date& day : {Date{2025, 12, 31}, Date{2026, 1, 1}, Date{2028, 1, 1}}) {
    CHECK(verdict(*alone, day, "17") == "no entry/old_enough old_enough/grown");
    CHECK(verdict(*alone, day, "18") == "yes entry/old_enough entry/swims old_enough/grown");
  }
}

TEST_CASE("an answer names the sources of the version in force") {
  const auto town = program(pool, "town");
  CHECK(sources(*town, {2025, 12, 31}, "30") == "- Law (article 1)\n");
  CHECK(sources(*town, {2026, 1, 1}, "30") == "- Decree (article 2)\n");
  CHECK(sources(*town, {2027, 1, 1}, "30") == "- Decree (article 9; article 2)\n");
}

}  // namespace
}  // namespace eligo::tests
