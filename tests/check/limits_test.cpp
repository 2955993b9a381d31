// SPDX-License-Identifier: MIT
// Size: chains, circles and floods are answered once, without recursion and within the limits.
#include <catch2/catch.hpp>

#include "tests/check/cases.hpp"

namespace eligo::tests {
namespace {

constexpr int many = 20'000;

// `r0` is `first`, each other rule the one before it.
std::string chain(int length, const std::string& first) {
  std::string text = "ruleset t \"T\"\nend\nfact told : yes or no\nrule r0\n  " + first + "\nend\n";
  for (int i = 1; i < length; ++i)
    text += "rule r" + std::to_string(i) + "\n  r" + std::to_string(i - 1) + "\nend\n";
  return text;
}

}  // namespace

TEST_CASE("a chain of references may be as long as the limit, and no longer") {
  const int limit = static_cast<int>(Limits{}.reference_depth);
  CHECK(Case("t.eligo", chain(limit, "told")).said.empty());
  const Case longer("t.eligo", chain(limit + 1, "told"));
  REQUIRE(longer.said.size() == 1);
  CHECK(longer.said[0].message ==
        "`r1000` begins a chain of more than 1000 rules and values that refer to one another");
  const Case longest("t.eligo", chain(many, "told"));
  REQUIRE(longest.said.size() == 1);
  CHECK(longest.said[0].message == longer.said[0].message);
}

TEST_CASE("rows of tests and what they tell are counted with the expressions") {
  const std::string folder = ELIGO_SOURCE_DIR "/tests/cases/check/tests_from_lists";
  const Case whole{std::filesystem::path(folder)};
  Limits limits = limits_of_cases();
  // The first row tells the length of a list alone; two members with two facts each pass the limit.
  limits.nodes = static_cast<std::uint32_t>(whole.ast.exprs.size() + 2 + 5);
  const Case c(folder, limits);
  std::size_t counted = 0;
  for (const text::Diagnostic& d : c.said) {
    if (d.code != text::Code::limit_nodes) continue;
    if (counted++ > 0) continue;
    CHECK(d.message ==
          "expected at most " + std::to_string(limits.nodes) + " expressions, found more (limit `nodes`)");
    CHECK(c.sources.view(d.span) ==
          R"(2025-01-01,"[(age 20, name ""A, B""), (age 3, kind child)]",undetermined,,rent)");
  }
  CHECK(counted >= 1);
}

TEST_CASE("a circle of 20,000 rules is printed shortened") {
  const Case c("t.eligo", chain(many, "r19999"));
  REQUIRE(c.said.size() == 1);
  CHECK(c.said[0].message ==
        "`r0` refers to itself: `r0` → `r19999` → `r19998` → … 19995 more … → `r2` → `r1` → `r0`");
  CHECK(c.said[0].labels.size() == 3);
}

TEST_CASE("doubled references are walked once") {
  std::string text = "ruleset t \"T\"\nend\nfact told : yes or no\nrule r0\n  told\nend\n";
  for (int i = 1; i < 80; ++i) {
    const std::string before = "r" + std::to_string(i - 1);
    text += "rule r" + std::to_string(i) + "\n  " + before + " and " + before + "\nend\n";
  }
  CHECK(Case("t.eligo", text).said.empty());
}

TEST_CASE("a flood of mistakes is cut and counted") {
  std::string text = "ruleset t \"T\"\nend\nfact told : yes or no\n";
  for (int i = 0; i < many; ++i)
    text += "rule r" + std::to_string(i) + "\n  tpld" + std::to_string(i) + "\nend\n";
  const Case c("t.eligo", text);
  const std::size_t limit = Limits{}.diagnostics;
  REQUIRE(c.said.size() == limit + 1);
  for (std::size_t i = 0; i < limit; ++i) {
    CHECK(c.said[i].message == "`tpld" + std::to_string(i) + "` is not a fact, rule or value");
    CHECK(c.sources.position(0, c.said[i].span.begin).line == 5 + 3 * i);
  }
  CHECK(c.said.back().message == "expected at most 100 findings in one ruleset, found 19900 more");
  CHECK(c.said.back().severity == text::Severity::note);
}

TEST_CASE("of a flood of unknown names each may be the name of a line") {
  std::string text = "ruleset t \"T\"\nend\nfact told : yes or no\nrule r\n  any of\n";
  for (int i = 0; i < 5 * many; ++i)
    text += "    a" + std::to_string(i) + " : a" + std::to_string(i + 1) + "\n";
  const Case c("t.eligo", text + "  end\nend\n");
  REQUIRE(c.said.size() == Limits{}.diagnostics + 1);
  for (std::size_t i = 0; i < Limits{}.diagnostics; ++i) {
    CHECK(c.said[i].message == "`a" + std::to_string(i + 1) + "` is not a fact, rule or value");
    REQUIRE(c.said[i].labels.size() == 1);
    CHECK(c.said[i].labels[0].message == "a line of that name");
    CHECK(c.sources.position(0, c.said[i].labels[0].span.begin).line == 7 + i);
  }
  CHECK(c.said.back().message == "expected at most 100 findings in one ruleset, found 99900 more");
}

TEST_CASE("a circle of tests is told once, however long a chain of them is") {
  std::string text = "ruleset t \"T\"\nend\nfact n : whole\ndecision d\n  n > 3\nend\n";
  for (int i = 0; i < many; ++i)
    text += "test \"t" + std::to_string(i) + "\" as of 2025-01-01\n  given everyone in \"t" +
            std::to_string(i + 1) + "\"\n  expect d no\nend\n";
  const std::string last = text + "test \"t20000\" as of 2025-01-01\n  expect d no\n  given ";
  const Case open("t.eligo", last + "n 3\nend\n");
  REQUIRE(open.said.empty());
  CHECK(std::get<std::int64_t>(open.checked.tests.at(0).told.at(0).told.value) == 3);
  const Case closed("t.eligo", last + "everyone in \"t0\"\nend\n");
  REQUIRE(closed.said.size() == 1);
  CHECK(closed.said[0].message == "the test begins from itself");
}

}  // namespace eligo::tests
