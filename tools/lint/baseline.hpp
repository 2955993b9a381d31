// SPDX-License-Identifier: MIT
// Owns the baseline: findings of old rules that do not count, until somebody changes the line that they are about.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eligo/eligo.hpp"

namespace eligo::lint {

using Files = std::vector<std::pair<std::string, std::string>>;

/// A finding, known again wherever its line has moved to in its file: by file, code and the text of the line.
struct OldFinding {
  std::string file;  // its logical name, from the root of the rules on
  std::string code;
  std::string line;  // without blanks at both ends
  std::uint64_t count = 1;
};
using Baseline = std::vector<OldFinding>;

struct BaselineResult {
  Baseline baseline;
  std::string complaint;  // why the text is not a baseline, or ""
};

[[nodiscard]] BaselineResult read_baseline(const std::string& text);
/// As JSON, sorted, so that two of them can be compared line by line.
[[nodiscard]] std::string write_baseline(Baseline baseline);

/// Adds the findings of one ruleset.
void add(Baseline& baseline, const std::vector<Diagnostic>& findings, const Files& files);
/// Takes out of the findings what the baseline knows, and lowers the counts there: what is left of it in files that
/// were read applies no more.
void take_out(Baseline& baseline, std::vector<Diagnostic>& findings, const Files& files);

/// 16 hex digits that stay the same while the line of a finding does: for programs that follow findings.
[[nodiscard]] std::string fingerprint(const Diagnostic& finding, const Files& files);

}  // namespace eligo::lint
