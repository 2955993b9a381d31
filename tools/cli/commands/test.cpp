// SPDX-License-Identifier: MIT
// `eligo test`: runs the tests that stand in rulesets.
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/render/colors.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace test_parts {

constexpr int widest = 400;
// So many failed tests are described; the rest is counted.
constexpr std::size_t most_failures = 50;

/// One failed test: its title and place, then what was expected and what came, one above the other.
std::string described(const TestResult& test, const render::Findings& findings, bool color) {
  std::string out = render::colored("failed", render::Color::red, color) + ": " +
                    render::colored(render::shortened(test.title, widest), render::Color::bold, color) + "\n";
  for (const Expectation& each : test.expectations) {
    if (each.passed) continue;
    out += "  " + render::visible(findings.path_of(each.place.file)) + ":" + std::to_string(each.place.line) +
           ": " + render::visible(each.decision) + "\n";
    out += "    expected  " +
           render::colored(render::shortened(each.expected, widest), render::Color::green, color) + "\n";
    out += "    actual    " +
           render::colored(render::shortened(each.actual, widest), render::Color::red, color) + "\n";
  }
  return out + "\n";
}

int run(const Arguments& arguments, Console& console) {
  const std::optional<std::vector<Loaded>> all = load_all(arguments.operands, console);
  if (!all) return exit_usage;
  const std::string filter = arguments.one("--filter");
  std::size_t passed = 0, failed = 0;
  for (const Loaded& loaded : *all) {
    if (!loaded.compiled.program) {
      console.err(render::to_terminal({loaded.findings()}, {console.color_err()}));
      console.complain((is_standard_input(loaded.path) ? "standard input" : loaded.path) +
                       " has errors; its tests were not run");
      return exit_usage;
    }
    for (const TestResult& test : run_tests(*loaded.compiled.program, filter)) {
      ++(test.passed ? passed : failed);
      if (!test.passed && failed <= most_failures)
        console.out(described(test, loaded.findings(), console.color_out()));
    }
  }
  if (failed > most_failures) console.out("and " + std::to_string(failed - most_failures) + " more\n");
  if (passed + failed == 0) {
    console.complain(filter.empty() ? "there are no tests to run"
                                    : "no test's title contains `" + filter + "`");
    return exit_usage;
  }
  console.out(std::to_string(passed) + " passed, " + std::to_string(failed) + " failed\n");
  return failed ? exit_findings : exit_clean;
}

}  // namespace test_parts

Command test_command() {
  return {
      "test",
      "runs the tests that stand in rulesets",
      "Of each failed test: its title, its place, what was expected and what came instead.",
      {{"PATH", "a folder of rules, one of its files, or - for standard input", true}},
      {{"--filter", "TEXT", "only tests whose title contains this"}},
      {
          {exit_clean, "all passed"},
          {exit_findings, "a test failed"},
          {exit_usage, "wrong use, an error in the rules, or no such test"},
      },
      {
          {"eligo test rules", "runs the tests of all rulesets below rules"},
          {"eligo test rules/carte_vitale --filter Belgian", "runs those about Belgians"},
      },
      test_parts::run,
  };
}

}  // namespace eligo::cli
