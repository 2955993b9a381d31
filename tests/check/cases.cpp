// SPDX-License-Identifier: MIT
// Owns the reading of cases.
#include "tests/check/cases.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "tests/support/case_file.hpp"
#include "tests/support/contents.hpp"

namespace eligo::tests {
namespace {

namespace fs = std::filesystem;

bool is_expectation(std::string_view line) {
  return line.substr(0, 2) == "#^";
}

// A table without its expectations.
std::string without_expectations(std::string_view all) {
  std::string out;
  while (!all.empty()) {
    const std::size_t length = std::min(all.find('\n'), all.size() - 1) + 1;
    if (!is_expectation(all)) out += all.substr(0, length);
    all.remove_prefix(length);
  }
  return out;
}

// The lines of a table's expectations, counted as the checker counts them.
void renumber(CaseFile& wanted, std::string_view all) {
  std::vector<std::uint32_t> seen_as = {
      1};  // by line as written, from 1; a place above the first line is in it
  std::uint32_t line = 0;
  while (!all.empty()) {
    line += is_expectation(all) ? 0 : 1;
    seen_as.push_back(std::max(line, 1u));
    all.remove_prefix(std::min(all.find('\n'), all.size() - 1) + 1);
  }
  for (ExpectedDiagnostic& d : wanted.expected) d.line = seen_as[d.line];
}

std::vector<fs::path> sorted(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> all;
  if (fs::is_directory(folder))
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ending) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

Limits limits_of_cases() {
  Limits limits;
  limits.reference_depth = 8;  // short enough for a case to go beyond
  return limits;
}

Case::Case(const fs::path& at, const Limits& limits) {
  if (fs::is_directory(at)) {
    for (const fs::path& file : sorted(at, ".eligo")) add(file, true);
    for (const fs::path& file : sorted(at / "used", ".eligo")) add(file, false);
    std::map<fs::path, text::SourceId> csv;  // each is read once
    for (check::Index i = 0; i < ast.decls.size(); ++i) {
      const auto* table = std::get_if<grammar::TableDecl>(&ast.decls[i].body);
      const auto* tests = std::get_if<grammar::TestsFromDecl>(&ast.decls[i].body);
      const grammar::TextId path = table != nullptr ? table->from : tests != nullptr ? tests->path : 0;
      if (path == 0) continue;
      const fs::path file = at / ast.pieces_of(path).front().characters;
      if (!fs::exists(file)) continue;
      const auto [known, is_new] = csv.emplace(file, 0);
      if (is_new) known->second = read(file);
      input_.tables.push_back({i, known->second});
    }
  } else {
    add(at, true);
  }
  run(limits);
}

Case::Case(const std::string& name, const std::string& text, const Limits& limits) {
  const text::SourceId id = sources.add(name, text);
  written_[id] = text;
  said = grammar::parse(sources, id, names, limits, ast);
  input_.units.push_back({id, true});
  run(limits);
}

text::SourceId Case::read(const fs::path& file) {
  std::string bytes = contents(file);
  const bool is_table = file.extension() == ".csv";
  const text::SourceId id =
      sources.add(file.filename().string(), is_table ? without_expectations(bytes) : bytes);
  written_[id] = std::move(bytes);
  return id;
}

void Case::add(const fs::path& file, bool own) {
  const text::SourceId id = read(file);
  for (text::Diagnostic& d : grammar::parse(sources, id, names, Limits{}, ast)) said.push_back(std::move(d));
  input_.units.push_back({id, own});
}

void Case::run(const Limits& limits) {
  input_.sources = &sources;
  input_.ast = &ast;
  input_.names = &names;
  const text::Diagnostics told = said;
  input_.told = &told;
  input_.limits = limits;
  check::CheckResult result = check::check(input_);
  checked = std::move(result.checked);
  for (text::Diagnostic& d : result.diagnostics) said.push_back(std::move(d));
}

std::string Case::difference() const {
  std::string story;
  for (const auto& [id, text] : written_) {
    CaseFile wanted = read_case(text);
    if (sources.name(id).find(".csv") != std::string_view::npos) renumber(wanted, text);
    text::Diagnostics here;
    for (const text::Diagnostic& d : said)
      if (d.span.source == id) here.push_back(d);
    const std::string differs = tests::difference(wanted, here, sources, id);
    if (!differs.empty()) story += std::string(sources.name(id)) + "\n" + differs;
  }
  return story;
}

std::vector<std::string> Case::expected_codes() const {
  std::vector<std::string> codes;
  for (const auto& [id, text] : written_)
    for (const ExpectedDiagnostic& d : read_case(text).expected) codes.push_back(d.code);
  return codes;
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(fs::path(ELIGO_SOURCE_DIR) / "tests/cases/check"))
    all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace eligo::tests
