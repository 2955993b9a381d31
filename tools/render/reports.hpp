// SPDX-License-Identifier: MIT
// Findings in the formats that other programs read: SARIF 2.1.0, the annotations of GitHub, JUnit. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "tools/render/diagnostics.hpp"

namespace eligo::render {

/// What a report says of a kind of finding.
struct Check {
  std::string code, summary, reason;
  std::string help_uri;  // where its page stands, or ""
  Severity severity = Severity::warning;
};

/// Where a finding is known again by: 16 hex digits that stay the same while its line does.
using Fingerprint = std::string (*)(const Diagnostic& finding, const Files& files);

/// A SARIF 2.1.0 log with one run. Columns count UTF-16 units, paths lead from the current folder on.
[[nodiscard]] std::string to_sarif(const std::vector<Findings>& all, const std::vector<Check>& checks,
                                   Fingerprint fingerprint);
/// One `::error …::` line a finding.
[[nodiscard]] std::string to_github(const std::vector<Findings>& all);
/// JUnit XML: a suite for each ruleset, of the name given, and a case for each finding; it fails where the finding is as severe
/// as that, or more.
[[nodiscard]] std::string to_junit(const std::vector<Findings>& all, const std::vector<std::string>& names,
                                   Severity least_failing);

}  // namespace eligo::render
