// SPDX-License-Identifier: MIT
// What counts as used: whatever a decision asks, by whatever way, and whatever people read.
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

/// The names that are found unused, with the check's last word: "fact income".
std::string unused(const std::string& text) {
  const std::string whole = "ruleset x\n  currency EUR\nend\n" + text;
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(whole).program, tests::on({2025, 6, 1})))
    if (each.code.rfind("unused/", 0) == 0)
      out += (out.empty() ? "" : ", ") + each.code.substr(7) + " " +
             whole.substr(each.place.begin, each.place.end - each.place.begin);
  return out;
}

TEST_CASE("a fact is used through rules, values, cases, exceptions, coverage, steps and placeholders") {
  CHECK(unused("fact a : yes or no\nrule r\n  a\nend\ndecision d\n  r\nend\n") == "");
  CHECK(unused("fact a : whole\nvalue v : whole\n  a + 1\nend\ndecision d\n  v > 3\nend\n") == "");
  CHECK(unused("fact a : yes or no\nfact b : whole\ndecision d : whole\n  when a then b\n  else 0\nend\n") ==
        "");
  CHECK(unused("fact a : yes or no\nfact b : yes or no\nfact c : yes or no\ndecision d\n  a\n  unless b\n  "
               "not covered if c\nend\n") == "");
  CHECK(unused("fact a : yes or no\nfact b : yes or no\nrule r\n  b\nend\ndecision d\n  yes \"Yes.\"\n  a\n  "
               "steps\n    \"Go.\" when r\n  end\nend\n") == "");
  CHECK(unused("fact a : yes or no\nfact b : text\ndecision d\n  yes \"Yes, {b}.\"\n  a\nend\n") == "");
  CHECK(unused("fact a : yes or no\nfact b : yes or no\nfact c : yes or no\ndecision d\n  a\nend\n") ==
        "fact b, fact c");
}

TEST_CASE("tests and presumptions use nothing") {
  CHECK(unused("fact a : yes or no\nfact b : yes or no\npresume b is yes\ndecision d\n  a\nend\n"
               "test \"t\" as of 2025-01-01\n  given a yes, b no\n  expect d yes\nend\n") == "fact b");
}

TEST_CASE("what only an unused rule asks is unused too") {
  CHECK(unused("fact a : yes or no\nfact b : yes or no\nrule r\n  b\nend\nrule s\n  r\nend\ndecision d\n  "
               "a\nend\n") == "fact b, rule r, rule s");
}

TEST_CASE("a version of an amendment uses what it asks") {
  CHECK(unused("fact a : yes or no\nfact b : yes or no\nrule r\n  a\nend\ndecision d\n  r\nend\n"
               "amend rule r\n  since 2026-01-01 : b\nend\n") == "");
}

TEST_CASE("members of lists and fields of records") {
  const std::string person = "record person\n  age : whole\n  income : money\nend\n";
  CHECK(unused(person +
               "fact home : list of person, at most 3\ndecision d\n  some m in home : m.age > 17\nend\n") ==
        "fact income");
  CHECK(unused(person + "fact home : list of person, at most 3\ndecision d\n  sum(m in home where m.age > 17 "
                        ": m.income) < 9\nend\n") == "");
  CHECK(
      unused(person + "fact a : yes or no\nfact home : list of person, at most 3\ndecision d\n  a\nend\n") ==
      "fact home");
}

TEST_CASE("without a decision nothing is asked yet") {
  CHECK(unused("fact a : yes or no\nrule r\n  a\nend\n") == "");
}

TEST_CASE("a message is heard where one way leads to it") {
  const std::string rule =
      "fact a : yes or no\nfact b : yes or no\nrule r\n  all of\n    x : a\n      otherwise \"X.\"\n    y : "
      "b\n  end\nend\n";
  CHECK(unused(rule + "decision d\n  r\nend\n") == "");
  CHECK(unused(rule + "decision d\n  all of\n    r\n      otherwise \"R.\"\n  end\nend\n") ==
        "message \"X.\"");
  CHECK(unused(rule +
               "decision d\n  all of\n    r\n      otherwise \"R.\"\n  end\nend\ndecision e\n  r\nend\n") ==
        "");
  CHECK(unused(rule + "rule s\n  r\nend\ndecision d\n  b\n  unless s\nend\n") == "");
  CHECK(unused(rule + "decision d\n  all of\n    z : r and b\n      otherwise \"Z.\"\n  end\nend\n") ==
        "message \"X.\"");
}

TEST_CASE("values of an enum: those that are told may be told, those that come out must be given") {
  const std::string e = "enum e\n  uno \"one\"\n  two \"two\"\n  six \"six\"\nend\n";
  CHECK(unused(e + "fact f : e\ndecision d\n  f is one of uno, two\nend\n") == "");
  CHECK(unused(e + "fact a : yes or no\nvalue v : e\n  when a then uno\n  else two\nend\ndecision d\n  v is "
                   "uno\nend\n") == "enum_value six");
  CHECK(unused(e + "group g of e\n  two, six\nend\nfact a : yes or no\nvalue v : e\n  when a then uno\n  "
                   "else two\nend\ndecision d\n  v is one of g\nend\n") == "");
  CHECK(unused("fact a : yes or no\ndecision d : one of big, small, odd\n  when a then big\n  else "
               "small\nend\n") == "enum_value odd");
  CHECK(unused(e + "fact f : e\ndecision d\n  f is uno\nend\n") == "choice six");
  CHECK(unused(e + "fact f : e\nfact g : e\ndecision d\n  f is g\nend\n") == "");
  CHECK(unused(e + "fact f : e\nfact g : e\ndecision d\n  f is one of g, uno\nend\n") == "");
}

TEST_CASE("a table of a column or field is used, and a source that a field cites") {
  const std::string t = "table t\n  key k : text\n  n : whole\n  rows\n    \"A\", 1\n  end\nend\n";
  CHECK(unused(t + "record p\n  at : t\nend\nfact home : list of p, at most 2\ndecision d\n  some m in home "
                   ": m.at.n > 2\nend\n") == "");
  CHECK(unused(t + "fact a : yes or no\ndecision d\n  a\nend\n") == "table t");
  CHECK(unused("source s \"S\"\nend\nrecord p\n  n : whole\n    cites s\nend\nfact home : list of p, at most "
               "2\ndecision d\n  some m in home : m.n > 2\nend\n") == "");
}

}  // namespace
}  // namespace eligo
