// SPDX-License-Identifier: MIT
// Findings of the linter on standard output, in the format asked for.
#include "tools/cli/lint_report.hpp"

#include <cstdint>
#include <vector>

#include "tools/lint/pages.hpp"
#include "tools/render/plural.hpp"
#include "tools/render/reports.hpp"

namespace eligo::cli {
namespace {

// Of an output for people; machine formats hold everything.
constexpr std::size_t most_findings = 200, most_bytes = 256 * 1024;

/// "2 rulesets: nothing found", "1 ruleset: 1 error, 2 warnings".
std::string summary(std::size_t rulesets, const render::Counts& counts) {
  std::string found;
  const auto add = [&](std::size_t count, const char* noun) {
    if (count != 0) found += (found.empty() ? "" : ", ") + render::plural(count, noun);
  };
  add(counts.errors, "error");
  add(counts.warnings, "warning");
  add(counts.notes - counts.limits, "note");
  return render::plural(rulesets, "ruleset") + (counts.limits ? ": at least " : ": ") +
         (found.empty() ? "nothing found" : found) + "\n";
}

std::vector<render::Check> checks() {
  std::vector<render::Check> all;
  for (const lint::About& check : lint::all_checks()) {
    // A check that is off has a level in the report too, should somebody switch it on.
    const lint::Level level = check.level == lint::Level::off ? lint::Level::note : check.level;
    all.push_back({check.code, check.summary, check.reason, "", lint::severity_of(level)});
  }
  return all;
}

Severity severity_of(const std::string& fail_level) {
  return fail_level == "error" ? Severity::error : fail_level == "note" ? Severity::note : Severity::warning;
}

}  // namespace

void report(const std::string& format, const Linting& linting, const std::string& fail_level,
            Console& console) {
  const std::vector<render::Findings> findings = linting.findings();
  const std::string told = summary(linting.rulesets().size(), render::count(findings));
  if (format == "text" || format.empty()) {
    const std::string text =
        render::to_terminal(findings, {console.color_out(), 100, most_findings, most_bytes});
    console.out(text + (text.empty() ? "" : "\n") + told);
    return;
  }
  if (format == "json") console.out(render::to_json(findings, SIZE_MAX));
  if (format == "sarif") console.out(render::to_sarif(findings, checks(), lint::fingerprint));
  if (format == "github") console.out(render::to_github(findings));
  if (format == "junit") {
    std::vector<std::string> names;
    for (const Loaded& loaded : linting.rulesets()) names.push_back(loaded.path);
    console.out(render::to_junit(findings, names, severity_of(fail_level)));
  }
  console.err(told);
}

}  // namespace eligo::cli
