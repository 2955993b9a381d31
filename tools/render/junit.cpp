// SPDX-License-Identifier: MIT
// Findings as JUnit XML: what servers for builds show as failed tests.
#include <algorithm>
#include <string>

#include "tools/render/excerpt.hpp"
#include "tools/render/reports.hpp"
#include "tools/render/visible.hpp"

namespace eligo::render {
namespace {

/// XML has no way to write most control characters: they are shown as on a terminal.
std::string xml(const std::string& text) {
  std::string out;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string attribute(const char* name, const std::string& value) {
  return " " + std::string(name) + "=\"" + xml(value) + "\"";
}

std::string test_case(const Diagnostic& finding, const Findings& findings, bool fails) {
  const std::string path = findings.path_of(finding.place.file);
  const std::string* const text = text_of(*findings.files, finding.place.file);
  std::string place = path + ":" + std::to_string(finding.place.line);
  if (text != nullptr) place += ":" + std::to_string(character_column(*text, finding.place.begin));
  std::string out = "    <testcase" + attribute("classname", finding.code) + attribute("name", place) +
                    attribute("file", path) + attribute("line", std::to_string(finding.place.line)) + ">\n";
  std::string body = place + ": " + finding.message;
  for (const std::string& help : finding.help) body += "\nhelp: " + help;
  if (!finding.witness.empty()) body += "\n" + finding.witness;
  if (fails)
    out += "      <failure" + attribute("type", to_string(finding.severity)) +
           attribute("message", finding.message) + ">" + xml(body) + "</failure>\n";
  else
    out += "      <system-out>" + std::string(to_string(finding.severity)) + ": " + xml(body) +
           "</system-out>\n";
  return out + "    </testcase>\n";
}

bool is_at_least(Severity one, Severity least) {
  return static_cast<int>(one) <= static_cast<int>(least);  // errors come first
}

}  // namespace

std::string to_junit(const std::vector<Findings>& all, const std::vector<std::string>& names,
                     Severity least_failing) {
  const auto fails = [&](const Diagnostic& finding) { return is_at_least(finding.severity, least_failing); };
  std::string suites;
  std::size_t total = 0, all_failures = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<Diagnostic>& findings = *all[i].diagnostics;
    const auto failures = static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), fails));
    // A suite without a case counts as "did not run" in many places: a clean ruleset has one case that passes.
    const std::size_t cases = findings.empty() ? 1 : findings.size();
    total += cases;
    all_failures += failures;
    suites += "  <testsuite" + attribute("name", names[i]) + attribute("tests", std::to_string(cases)) +
              attribute("failures", std::to_string(failures)) + ">\n";
    for (const Diagnostic& finding : findings) suites += test_case(finding, all[i], fails(finding));
    if (findings.empty())
      suites +=
          "    <testcase" + attribute("classname", "lint") + attribute("name", "nothing found") + "/>\n";
    suites += "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "eligo lint") +
         attribute("tests", std::to_string(total)) + attribute("failures", std::to_string(all_failures)) +
         ">\n" + suites + "</testsuites>\n";
}

}  // namespace eligo::render
