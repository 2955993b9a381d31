// SPDX-License-Identifier: MIT
// Lints rulesets from the paths that a person names, with the settings that stand at their roots.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/lint/baseline.hpp"
#include "tools/lint/run.hpp"

namespace eligo::cli {

/// One pass over everything that was named. Says on the console what it could not do, and what it mended.
class Linting {
 public:
  Linting(const Arguments& arguments, Console& console) : arguments_(arguments), console_(console) {}

  /// Nothing where something could not be read or written; it was said why.
  [[nodiscard]] bool run();

  /// What was found, by ruleset in the order of the paths. The vectors belong to this object.
  [[nodiscard]] std::vector<render::Findings> findings() const;
  [[nodiscard]] const std::vector<Loaded>& rulesets() const { return all_; }
  [[nodiscard]] bool all_compile() const;
  /// See Loaded::is_unreadable.
  [[nodiscard]] bool is_any_unreadable() const;
  /// How many findings were put into the baseline.
  [[nodiscard]] std::uint64_t written() const;

 private:
  bool read_day();
  bool read_baseline();
  bool write_baseline();
  bool one(Loaded& loaded);
  [[nodiscard]] const lint::Config* settings(const std::string& root);
  bool mend(Loaded& loaded, const lint::Options& options);
  void leave_out_what_was_said(std::vector<Diagnostic>& findings, const Loaded& loaded);
  void tell_what_applies_no_more();

  const Arguments& arguments_;
  Console& console_;
  Date as_of_;
  lint::Baseline baseline_, written_;
  std::vector<Loaded> all_;
  std::vector<std::vector<Diagnostic>> found_;
  std::map<std::string, lint::Config> settings_;  // by root
  std::set<std::string> said_;  // several rulesets use one file: what is found there is said once
};

}  // namespace eligo::cli
