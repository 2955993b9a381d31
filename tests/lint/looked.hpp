// SPDX-License-Identifier: MIT
// Owns how a text in a test is linted, and how findings read there.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tools/lint/run.hpp"

namespace eligo::tests {

inline lint::Options on(const Date& day) {
  lint::Options options;
  options.as_of = day;
  return options;
}

inline Compiled compiled(const std::string& text) {
  MemoryImporter files;
  files.add("x.eligo", text);
  Compiled made = compile(files, "x.eligo");
  for (const Diagnostic& each : made.diagnostics) FAIL_CHECK(each.place.line << ": " << each.message);
  REQUIRE(made.program != nullptr);
  return made;
}

/// What the tests of a ruleset come to where it is not what they expect.
inline std::string failing_tests(const std::string& text) {
  std::string out;
  const std::vector<TestResult> results = run_tests(*compiled(text).program);
  if (results.empty()) out = "there is no test";
  for (const TestResult& result : results)
    for (const Expectation& each : result.expectations)
      if (!each.passed) out += result.title + ": expected " + each.expected + ", is " + each.actual + "\n";
  return out;
}

/// `line: code "underlined" message`, a line each. Left out are notes of sources and figures, and what is proved about
/// everybody: small rules are often yes for nobody.
inline std::string said(const std::string& text, const lint::Options& options = on({2025, 6, 1})) {
  std::string out;
  for (const Diagnostic& each : lint::run(*compiled(text).program, options)) {
    if (each.code == "source/uncited" || each.code == "style/number" || each.code.rfind("logic/", 0) == 0)
      continue;
    out += std::to_string(each.place.line) + ": " + each.code + " \"" +
           text.substr(each.place.begin, each.place.end - each.place.begin) + "\" " + each.message + "\n";
  }
  return out;
}

}  // namespace eligo::tests
