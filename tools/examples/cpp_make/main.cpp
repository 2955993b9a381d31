// SPDX-License-Identifier: MIT
// Checks a ruleset before it goes into use, as a deployment would: its diagnostics, its own tests, what it asks for.
#include <cstdio>

#include <eligo/eligo.hpp>

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: host ROOT RULESET\n"), 2;
  eligo::FolderImporter files(argv[1]);
  const eligo::Compiled compiled = eligo::compile(files, argv[2]);
  for (const eligo::Diagnostic& each : compiled.diagnostics) {
    std::printf("%s:%u:%u: %s\n", each.place.file.c_str(), each.place.line, each.place.column,
                each.message.c_str());
  }
  if (!compiled.program) return 1;

  std::size_t failed = 0;
  const std::vector<eligo::TestResult> tests = eligo::run_tests(*compiled.program);
  for (const eligo::TestResult& test : tests) {
    if (test.passed) continue;
    ++failed;
    std::printf("failed: %s\n", test.title.c_str());
  }
  std::printf("%s: %zu of %zu tests failed\n", compiled.program->title().c_str(), failed, tests.size());
  for (const eligo::FactInfo& fact : compiled.program->facts())
    std::printf("asks %s: %s\n", fact.name.c_str(), fact.question.c_str());
  return failed ? 1 : 0;
}
