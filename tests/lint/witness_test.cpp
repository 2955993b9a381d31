// SPDX-License-Identifier: MIT
// A finding about people shows somebody, as tests that pass where they are pasted into the rules.
#include <set>

#include "tests/lint/looked.hpp"
#include "tools/lint/pages.hpp"

namespace eligo::tests {
namespace {

std::string shown(const std::string& rules, const std::string& code) {
  const std::string text = "ruleset x\nend\n" + rules;
  std::string out;
  for (const Diagnostic& each : lint::run(*compiled(text).program, on({2025, 6, 1})))
    if (each.code == code) out += each.witness;
  if (!out.empty()) CHECK(failing_tests(text + out) == "");
  return out;
}

TEST_CASE("checks about people show somebody in their own example") {
  std::set<std::string> showing;
  for (const lint::About& check : lint::all_checks()) {
    const lint::Examples examples = lint::examples_of(check.code);
    for (const Diagnostic& each : lint::look_at(examples.bad).findings) {
      if (each.witness.empty()) continue;
      INFO(check.code << "\n" << examples.bad.text << each.witness);
      CHECK(failing_tests(examples.bad.text + each.witness) == "");
      showing.insert(each.code);
    }
  }
  CHECK(showing == std::set<std::string>{"expiry/ended", "expiry/soon", "expiry/widening",
                                         "logic/hidden_case", "logic/idle_exception", "logic/no_answer"});
}

TEST_CASE("what ends is shown on the day before and on its day") {
  CHECK(shown("fact age : whole from 0 to 120\nrule old\n  until 2025-08-31 : age >= 60\n"
              "  since 2025-09-01 : never\nend\ndecision bonus\n  any of\n    old\n    other : never\n  "
              "end\nend\n",
              "expiry/soon") ==
        "test \"old, before 2025-09-01\" as of 2025-08-31\n  given age 60\n  expect bonus yes\nend\n"
        "test \"old, since 2025-09-01\" as of 2025-09-01\n  given age 60\n  expect bonus no\nend\n");
}

TEST_CASE("a condition that ends is shown on somebody it kept out") {
  const std::string facts = "fact age : whole from 0 to 120\nfact here : yes or no\n";
  CHECK(shown(facts + "rule resident\n  until 2024-12-31 : here\n  since 2025-01-01 : always\n"
                      "  unless tiny : age < 3\nend\ndecision card\n  resident and age >= 18\nend\n",
              "expiry/widening") ==
        "test \"resident, before 2025-01-01\" as of 2024-12-31\n  given age 18, here no\n  expect card "
        "no\nend\n"
        "test \"resident, since 2025-01-01\" as of 2025-01-01\n  given age 18, here no\n  expect card "
        "yes\nend\n");
  // An obstacle that ends.
  CHECK(
      shown(facts + "rule foreign\n  until 2024-12-31 : not here\n  since 2025-01-01 : never\nend\n"
                    "decision card\n  age >= 18 and not foreign\nend\n",
            "expiry/widening") ==
      "test \"foreign, before 2025-01-01\" as of 2024-12-31\n  given age 18, here no\n  expect card no\nend\n"
      "test \"foreign, since 2025-01-01\" as of 2025-01-01\n  given age 18, here no\n  expect card "
      "yes\nend\n");
}

TEST_CASE("nobody is shown where another way keeps the answer, or no decision asks") {
  CHECK(shown("fact age : whole from 0 to 120\nrule old\n  until 2025-08-31 : age >= 60\n"
              "  since 2025-09-01 : never\nend\ndecision bonus\n  any of\n    old\n    grown_up : age >= "
              "18\n  end\nend\n",
              "expiry/soon") == "");
}

}  // namespace
}  // namespace eligo::tests
