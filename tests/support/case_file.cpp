// SPDX-License-Identifier: MIT
// Owns the reading and comparing of case files.
#include "tests/support/case_file.hpp"

#include <algorithm>

namespace eligo::tests {
namespace {

constexpr std::string_view marker = "#^ ";

std::string_view without_blanks(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// `"a \" b" rest`: a " b, and rest.
bool take_quoted(std::string_view& s, std::string& out) {
  if (s.empty() || s.front() != '"') return false;
  for (std::size_t i = 1; i < s.size(); ++i) {
    if (s[i] == '\\' && i + 1 < s.size() && (s[i + 1] == '"' || s[i + 1] == '\\')) {
      out += s[++i];
    } else if (s[i] == '"') {
      s.remove_prefix(i + 1);
      return true;
    } else {
      out += s[i];
    }
  }
  return false;
}

std::string escaped(std::string_view s) {
  std::string out;
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string first_line(std::string_view s) {
  return std::string(s.substr(0, s.find_first_of("\r\n")));
}

bool same(const ExpectedDiagnostic& wanted, const ExpectedDiagnostic& got) {
  return wanted.line == got.line && wanted.code == got.code && wanted.underlined == got.underlined &&
         wanted.message == got.message && (wanted.help.empty() || wanted.help == got.help);
}

std::string shown(const ExpectedDiagnostic& d) {
  std::string out =
      std::to_string(d.line) + ": " + d.code + " \"" + escaped(d.underlined) + "\" " + d.message;
  for (const std::string& h : d.help) out += "\n      help: " + h;
  return out;
}

ExpectedDiagnostic as_expected(const text::Diagnostic& d, const text::SourceSet& sources) {
  return {sources.position(d.span.source, d.span.begin).line, std::string(text::info(d.code).name),
          first_line(sources.view(d.span)), d.message, d.help};
}

}  // namespace

CaseFile read_case(std::string_view all) {
  CaseFile out;
  std::uint32_t number = 0, line_meant = 0;
  while (!all.empty()) {
    const std::size_t stop = all.find('\n');
    std::string_view line = without_blanks(all.substr(0, stop));
    all.remove_prefix(stop == std::string_view::npos ? all.size() : stop + 1);
    ++number;
    if (line.substr(0, marker.size()) != marker) {
      line_meant = number;
      continue;
    }
    const std::string whole(line);
    line.remove_prefix(marker.size());
    line = without_blanks(line);
    if (line.substr(0, 6) == "help: " && !out.expected.empty()) {
      out.expected.back().help.emplace_back(line.substr(6));
      continue;
    }
    ExpectedDiagnostic d;
    d.line = line_meant;
    const std::size_t blank = line.find(' ');
    d.code = std::string(line.substr(0, blank));
    line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
    if (d.code.find('/') == std::string::npos || !take_quoted(line, d.underlined) ||
        without_blanks(line).empty()) {
      out.malformed.push_back(std::to_string(number) + ": " + whole);
      continue;
    }
    d.message = std::string(without_blanks(line));
    out.expected.push_back(std::move(d));
  }
  return out;
}

std::string difference(const CaseFile& wanted, const text::Diagnostics& said, const text::SourceSet& sources,
                       text::SourceId id) {
  std::string story;
  for (const std::string& one : wanted.malformed) story += "  not an expectation: " + one + "\n";
  std::vector<ExpectedDiagnostic> got;
  for (const text::Diagnostic& d : said) {
    if (d.span.source == id)
      got.push_back(as_expected(d, sources));
    else
      story +=
          "  said of another file (" + std::string(sources.name(d.span.source)) + "): " + d.message + "\n";
  }
  for (const ExpectedDiagnostic& d : wanted.expected) {
    const auto found =
        std::find_if(got.begin(), got.end(), [&](const ExpectedDiagnostic& g) { return same(d, g); });
    if (found == got.end())
      story += "  not said:  " + shown(d) + "\n";
    else
      got.erase(found);
  }
  for (const ExpectedDiagnostic& d : got) story += "  said:      " + shown(d) + "\n";
  return story;
}

std::string as_expectation(const text::Diagnostic& d, const text::SourceSet& sources,
                           std::string_view indent) {
  const ExpectedDiagnostic e = as_expected(d, sources);
  std::string out = std::string(indent) + std::string(marker) + e.code + " \"" + escaped(e.underlined) +
                    "\" " + e.message + "\n";
  for (const std::string& h : e.help)
    out += std::string(indent) + std::string(marker) + "  help: " + h + "\n";
  return out;
}

}  // namespace eligo::tests
