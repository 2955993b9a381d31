// SPDX-License-Identifier: MIT
// Owns the promise that each function has examples that hold, and that the language reference shows them.
#include "interpreter/builtins/function.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"

using namespace eligo;
using builtins::functions;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string ruleset_of(const std::string& condition) {
  return "ruleset shown\n  currency EUR\n  missing days roll forward\nend\n"
         "record person\n  income : money\n  birth_date : date\nend\n"
         "fact household : list of person, at most 4\n"
         "decision d\n  " +
         condition + "\nend\n";
}

constexpr const char* household = R"({"household": [{"income": 800, "birth_date": "1990-05-17"},
                                                      {"income": 1200, "birth_date": "1992-11-02"},
                                                      {"income": 0, "birth_date": "2015-01-01"}]})";

Verdict decided(const std::string& condition) {
  MemoryImporter files;
  files.add("shown.eligo", ruleset_of(condition));
  const Compiled compiled = compile(files, "shown.eligo");
  INFO((compiled.diagnostics.empty() ? std::string() : compiled.diagnostics[0].message));
  REQUIRE(compiled.program != nullptr);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(household).empty());
  return evaluate(*compiled.program, "d", facts, {2026, 1, 1}).verdict;
}

std::string reference() {
  std::ifstream in(std::string(ELIGO_SOURCE_DIR) + "/grammar/README.md");
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every example of a function holds") {
  for (const auto& [name, function] : functions()) {
    const std::vector<std::string> examples = lines_of(function->examples);
    INFO(name);
    CHECK(examples.size() >= 2);
    for (const std::string& example : examples) {
      INFO(example);
      CHECK(example.find(std::string(name) + "(") != std::string::npos);
      CHECK(decided(example) == Verdict::yes);
    }
  }
}

TEST_CASE("an example that does not hold would be seen") {
  CHECK(decided("max(2, 7, 5) is 5") == Verdict::no);
  CHECK(decided("sum(m in household : m.income) is 2001") == Verdict::no);
}

TEST_CASE("the language reference has a row for each function, and no other") {
  const std::string text = reference();
  const std::size_t begin = text.find("\n| function |");
  REQUIRE(begin != std::string::npos);
  std::string expected = "\n| function | is | for example |\n| --- | --- | --- |\n";
  for (const auto& [name, function] : functions()) {
    expected.append("| `").append(name).append("` | ").append(function->summary).append(" | ");
    bool first = true;
    for (const std::string& example : lines_of(function->examples)) {
      if (!first) expected += "<br>";
      expected.append("`").append(example).append("`");
      first = false;
    }
    expected += " |\n";
  }
  CHECK(text.substr(begin, text.find("\n\n", begin) + 1 - begin) == expected);
}

TEST_CASE("functions are found by name, and no other word is one") {
  std::string before;
  for (const auto& [name, function] : functions()) {
    CHECK(before < name);
    CHECK(functions()[builtins::function_named(name)].function == function);
    CHECK(builtins::function_named(std::string(name) + "x") == functions().size());
    before = name;
  }
  CHECK(builtins::function_named("") == functions().size());
  CHECK(builtins::function_named("zzz") == functions().size());
}

TEST_CASE("of a later day no function of a date is less") {
  for (std::size_t i = 0; i < functions().size(); ++i) {
    const builtins::Function& function = *functions()[i].function;
    if (function.takes != builtins::Function::Takes::date) continue;
    INFO(functions()[i].name);
    types::Int128 before = function.of_day(types::Date::min_days);
    bool never_less = true;
    for (int day = types::Date::min_days; day <= types::Date::max_days; ++day) {
      const types::Int128 now = function.of_day(day);
      never_less = never_less && before <= now;
      before = now;
    }
    CHECK(never_less);
  }
}
