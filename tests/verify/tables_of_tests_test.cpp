// SPDX-License-Identifier: MIT
// Owns the proof that rows of a table are run as tests, and change no program.
#include "tests/verify/compiled.hpp"

namespace eligo::tests {
namespace {

TEST_CASE("rows of a table are tests, and no part of the program") {
  Files files = {{"pool/pool.eligo",
                  "ruleset pool\nend\nfact age : whole from 0 to 120\nrule old_enough\n  age >= 18\nend\n"
                  "decision entry\n  all of\n    old_enough\n    swims : age >= 6\n  end\nend\n"}};
  files[0].second += "tests from \"cases.csv\"\n";
  const std::string rows = "test,as of,age,expect,because\n,2026-01-01,17,entry no,old_enough\n";
  files.push_back({"pool/cases.csv", rows + "a child,2026-01-01,from 3 to 5,entry no,old_enough\n"});
  const auto first = program(files, "pool");
  const std::vector<TestResult> results = run_tests(*first);
  REQUIRE(results.size() == 2);
  CHECK(results[0].title == "cases.csv, line 2");
  CHECK(results[0].passed);
  CHECK(results[1].title == "a child");
  CHECK_FALSE(results[1].passed);
  REQUIRE(results[1].expectations.size() == 1);
  const Expectation& failed = results[1].expectations[0];
  CHECK(failed.expected == "no because old_enough");
  CHECK(failed.actual == "no because old_enough, swims");
  CHECK((failed.place.file == "pool/cases.csv" && failed.place.line == 3 && failed.place.column == 32));
  CHECK(run_tests(*first, "child").size() == 1);

  files.back().second = rows;
  CHECK(program(files, "pool")->content_hash() == first->content_hash());
  files[0].second += "# changed\n";
  CHECK(program(files, "pool")->content_hash() != first->content_hash());
}

TEST_CASE("a table of facts that is a table of tests as well counts") {
  Files files = {
      {"r/r.eligo",
       "ruleset r\nend\ntable t from \"both.csv\"\n  key f : text\nend\nfact f : t\ndecision d\n  f is "
       "\"d\"\nend\ntests from \"both.csv\"\n"},
      {"r/both.csv", "f\nd\n"}};
  const Compiled made = compiled(files, "r");
  REQUIRE(made.diagnostics.size() == 1);
  CHECK(made.diagnostics[0].message == "the column `as of` is missing in the first row");
}

}  // namespace
}  // namespace eligo::tests
