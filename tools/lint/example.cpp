// SPDX-License-Identifier: MIT
// The examples of the checks as rulesets.
#include "tools/lint/lint.hpp"
#include "tools/lint/pages.hpp"
#include "tools/lint/run.hpp"

namespace eligo::lint {
namespace {

// Every example is looked at on this day.
constexpr Date example_day = {2025, 6, 1};
const char* const file_name = "example.eligo";

/// A header stands below an example that has none, so that its lines keep their numbers.
Example example_of(const std::string& written) {
  static const std::string open = "«", close = "»";
  Example example;
  example.shown = written;
  if (const std::size_t begin = written.find(open); begin != std::string::npos) {
    const std::size_t end = written.find(close, begin);
    example.shown.erase(end, close.size()).erase(begin, open.size());
    example.begin = static_cast<std::uint32_t>(begin);
    example.end = static_cast<std::uint32_t>(end - open.size());
  }
  example.text = example.shown;
  const bool has_header =
      example.text.rfind("ruleset ", 0) == 0 || example.text.find("\nruleset ") != std::string::npos;
  if (!has_header) example.text += "ruleset example \"Example\"\n  currency EUR\nend\n";
  return example;
}

}  // namespace

Examples examples_of(std::string_view code) {
  const Lint* const lint = find_lint(code);
  if (lint == nullptr) return {};
  return {example_of(lint->bad), example_of(lint->good)};
}

Looked look_at(const Example& example) {
  MemoryImporter importer;
  importer.add(file_name, example.text);
  Looked looked;
  looked.compiled = compile(importer, file_name);
  Options options;
  options.as_of = example_day;
  if (looked.compiled.program) looked.findings = run(*looked.compiled.program, options);
  return looked;
}

}  // namespace eligo::lint
