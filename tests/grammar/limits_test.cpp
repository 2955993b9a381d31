// SPDX-License-Identifier: MIT
// Owns the promises about hostile texts: counted nesting and no deep trees.
#include <catch2/catch.hpp>

#include "tests/grammar/parsed.hpp"

using namespace eligo;
using namespace eligo::tests;

namespace {

std::string times(std::size_t n, std::string_view what) {
  std::string out;
  out.reserve(n * what.size());
  for (std::size_t i = 0; i < n; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("nesting is counted, not guessed: the limit is read, one more is refused, a million too") {
  Limits limits;
  limits.nesting = 10;
  const auto brackets = [](std::size_t n) {
    return "rule r\n  " + times(n, "(") + "a" + times(n, ")") + "\nend\n";
  };
  const auto signs = [](std::size_t n) { return "value v : whole\n  " + times(n, "- ") + "a\nend\n"; };
  const auto cases = [](std::size_t n) {
    return "value v : whole\n  " + times(n, "when a then ") + "1" + times(n, " else 2") + "\nend\n";
  };
  const auto blocks = [](std::size_t n) {
    return "rule r\n" + times(n, "all of\n") + "a\n" + times(n, "end\n") + "end\n";
  };
  const auto calls = [](std::size_t n) {
    return "value v : whole\n  " + times(n, "max(") + "a" + times(n, ")") + "\nend\n";
  };
  const auto check = [&](const auto& shape) {
    CHECK(Parsed(shape(10), limits).story() == "");
    for (const std::size_t n : {std::size_t{11}, std::size_t{1'000'000}}) {
      const Parsed p(shape(n), limits);
      REQUIRE(p.said.size() == 1);
      CHECK(text::info(p.said[0].code).name == "limit/nesting");
      CHECK(p.said[0].message ==
            "expected at most 10 levels of brackets, blocks, cases or signs inside one another, found more "
            "(limit `nesting`)");
      CHECK(p.ast.decls.empty());
      REQUIRE(p.ast.lost.size() == 1);
    }
  };
  check(brackets);
  check(signs);
  check(cases);
  check(blocks);
  check(calls);
}

TEST_CASE("ten thousands of slips on one line end too") {
  for (const char* slip :
       {"nto ", "today ", "private ", "a adn ", "a b and ", "a = ", "wehn ", "at ", "al of ", "'a' ", "“a ",
        "\"\" ", "\"\"", "\"a“ ", ",", ":", ";", "smoe a ", "(a ni b : "}) {
    INFO(slip);
    CHECK_FALSE(Parsed("rule r\n  " + times(20'000, slip) + "\nend\n").said.empty());
    CHECK_FALSE(Parsed("fact f : text " + times(20'000, slip) + "\n").said.empty());
    CHECK_FALSE(Parsed("test \"t\" as of 2025-01-01\n  given a " + times(20'000, slip) + "\n  expect a is " +
                       times(20'000, slip) + "\nend\n")
                    .said.empty());
  }
}

TEST_CASE("openers without closers and a million nots end too") {
  CHECK(Parsed("rule r\n  " + times(1'000'000, "not ") + "a\nend\n").said.size() == 100 + 1);
  CHECK(Parsed("rule r\n  " + times(1'000'000, "(")).said.size() == 1);
  CHECK(Parsed("rule r\n  a and (b or (" + times(10'000, "a and (b or (")).said.size() == 1);
  CHECK(Parsed(times(200'000, "all of\n")).said.size() == 1);
}

TEST_CASE("a flat chain is one node") {
  const std::string chain = "rule r\n  a" + times(200'000, " and a") + "\nend\n";
  const Parsed p(chain);
  CHECK(p.said.empty());
  const auto& body = std::get<grammar::RuleDecl>(p.ast.decls.at(0).body).versions.at(0).body;
  CHECK(p.ast[body.condition].kind == grammar::ExprKind::logical_and);
  CHECK(p.ast[body.condition].count == 200'001);
  CHECK(Parsed("value v : whole\n  when a then 1" + times(20'000, "\n  else when b then 2") +
               "\n  else 3\nend\n")
            .said.empty());
}

TEST_CASE("sums nest to the left, so their operands are counted") {
  Limits limits;
  limits.operands = 5;
  CHECK(Parsed("value v : whole\n  1 + 2 + 3 + 4 + 5\nend\n", limits).story() == "");
  CHECK(Parsed("value v : whole\n  1 + 2 + 3 + 4 + 5 + 6\nend\n", limits).story() ==
        "2: limit/nesting <+> expected at most 5 operands in one sum or product, found more (limit "
        "`operands`)\n");
}
