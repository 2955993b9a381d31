// SPDX-License-Identifier: MIT
// Findings as workflow commands of GitHub Actions: shown beside the lines of a change.
#include <string>

#include "tools/render/excerpt.hpp"
#include "tools/render/reports.hpp"
#include "tools/render/visible.hpp"

namespace eligo::render {
namespace {

/// Data of a command: a line end would begin another command.
std::string data(const std::string& text, bool is_property) {
  std::string out;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += is_property ? "%3A" : ":";
        break;
      case ',':
        out += is_property ? "%2C" : ",";
        break;
      default:
        out += c;
    }
  }
  return out;
}

const char* command_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

}  // namespace

std::string to_github(const std::vector<Findings>& all) {
  std::string out;
  for (const Findings& findings : all) {
    for (const Diagnostic& finding : *findings.diagnostics) {
      const Place& place = finding.place;
      out += "::" + std::string(command_of(finding.severity)) +
             " file=" + data(findings.path_of(place.file), true);
      const std::string* const text = text_of(*findings.files, place.file);
      if (text != nullptr && place.line > 0) {
        out += ",line=" + std::to_string(place.line);
        out += ",col=" + std::to_string(character_column(*text, place.begin));
      }
      std::string message = finding.message;
      for (const std::string& help : finding.help) message += "\nhelp: " + help;
      if (!finding.witness.empty()) message += "\n" + finding.witness;
      out += ",title=" + data(finding.code, true) + "::" + data(message, false) + "\n";
    }
  }
  return out;
}

}  // namespace eligo::render
