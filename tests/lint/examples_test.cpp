// SPDX-License-Identifier: MIT
// Each check finds exactly what its page says, and its fix mends it.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tools/lint/fix.hpp"
#include "tools/lint/pages.hpp"
#include "tools/lint/run.hpp"

namespace eligo {
namespace {

/// Checks of what `eligo fmt` would write otherwise.
const std::set<std::string> layout_too = {"style/comma_between_digits", "style/condition_below"};

/// Findings of one code, and those of others that are more than a note: an example shows one thing.
struct Split {
  std::vector<Diagnostic> own, others;
};

Split split(const std::vector<Diagnostic>& findings, const std::string& code) {
  Split out;
  for (const Diagnostic& each : findings) {
    if (each.code == code)
      out.own.push_back(each);
    else if (each.severity != Severity::note && !(each.code == "style/layout" && layout_too.count(code) != 0))
      out.others.push_back(each);
  }
  return out;
}

std::string written(const std::vector<Diagnostic>& all) {
  std::string out;
  for (const Diagnostic& each : all)
    out += each.code + " at " + std::to_string(each.place.line) + ": " + each.message + "\n";
  return out;
}

TEST_CASE("a check finds its bad example, at the place that is marked, and nothing in the good one") {
  REQUIRE(lint::all_checks().size() >= 2);
  for (const lint::About& check : lint::all_checks()) {
    DYNAMIC_SECTION(check.code) {
      const lint::Examples examples = lint::examples_of(check.code);
      const lint::Looked bad = lint::look_at(examples.bad);
      INFO(written(bad.compiled.diagnostics) << written(bad.findings));
      REQUIRE(bad.compiled.program != nullptr);
      const Split found = split(bad.findings, check.code);
      REQUIRE(found.own.size() == 1);
      CHECK(written(found.others) == "");
      CHECK(examples.bad.end > examples.bad.begin);
      CHECK(found.own[0].place.begin == examples.bad.begin);
      CHECK(found.own[0].place.end == examples.bad.end);
      CHECK(lint::severity_of(check.level) == found.own[0].severity);

      const lint::Looked good = lint::look_at(examples.good);
      INFO(written(good.compiled.diagnostics) << written(good.findings));
      REQUIRE(good.compiled.program != nullptr);
      CHECK(written(split(good.findings, check.code).own) == "");
      CHECK(written(split(good.findings, check.code).others) == "");
    }
  }
}

TEST_CASE("a fix makes the bad example clean") {
  std::size_t mended = 0;
  for (const lint::About& check : lint::all_checks()) {
    const lint::Examples examples = lint::examples_of(check.code);
    const lint::Looked bad = lint::look_at(examples.bad);
    const Split found = split(bad.findings, check.code);
    if (found.own.empty() || found.own[0].fixes.empty()) continue;
    ++mended;
    INFO(check.code);
    MemoryImporter files;
    files.add("example.eligo", examples.bad.text);
    lint::Options options;
    options.as_of = {2025, 6, 1};
    const lint::Mended made = lint::mend(files, "example.eligo", options);
    CHECK(made.refused.empty());
    REQUIRE(made.files.size() == 1);
    CHECK(made.files[0].second == examples.good.text);
    CHECK(written(split(lint::run(*made.compiled.program, options), check.code).own) == "");
  }
  CHECK(mended >= 1);
}

TEST_CASE("a page has every part, and no check is without words") {
  for (const lint::About& check : lint::all_checks()) {
    INFO(check.code);
    CHECK(check.summary.find('\n') == std::string::npos);
    CHECK(check.summary.size() > 5);
    CHECK(check.reason.size() > 30);
    for (const char* part : {"\n## Bad\n", "\n## Good\n", "\n## Settings\n", "which says\n"})
      CHECK(lint::markdown_page(check.code).find(part) != std::string::npos);
  }
  CHECK(lint::page("no/such_check") == "");
}

}  // namespace
}  // namespace eligo
