// SPDX-License-Identifier: MIT
// Owns how a case becomes what the checker takes: one rule file, or a folder of rule files and tables.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::tests {

/// What the cases of tests/cases/check are checked with.
[[nodiscard]] Limits limits_of_cases();

/// One case, parsed and checked. Not movable: the checked tree refers to the rest.
///
/// A folder is one ruleset: its `*.eligo` are own, those in its `used/` are brought by `use`. In a table
/// (`*.csv`) the lines that begin with `#^` are expectations, as in a rule file; the checker never sees them.
class Case {
 public:
  explicit Case(const std::filesystem::path& at, const Limits& limits = limits_of_cases());
  /// A rule file that stands in a test.
  Case(const std::string& name, const std::string& text, const Limits& limits = Limits{});
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  text::SourceSet sources;
  text::Names names;
  grammar::Ast ast;
  check::Checked checked;
  text::Diagnostics said;  // by the parser and the checker

  /// What is wrong with what was said, for a reader; "" if it is exactly what the files expect.
  [[nodiscard]] std::string difference() const;
  /// The codes that the files expect.
  [[nodiscard]] std::vector<std::string> expected_codes() const;

 private:
  text::SourceId read(const std::filesystem::path& file);
  void add(const std::filesystem::path& file, bool own);
  void run(const Limits& limits);

  check::Input input_;
  std::map<text::SourceId, std::string> written_;  // each file as it was written, expectations and all
};

/// Every case below tests/cases/check, in the order of their names.
[[nodiscard]] std::vector<std::filesystem::path> all_cases();

}  // namespace eligo::tests
