// SPDX-License-Identifier: MIT
// Baselines: old findings are known again where their lines have moved, and no longer where they changed.
#include "tools/lint/baseline.hpp"
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

const std::string head = "ruleset x\nend\nfact lives_here : yes or no\n";
const std::string tail = "decision card\n  lives_here\nend\n";

struct Linted {
  explicit Linted(const std::string& text) : made(tests::compiled(text)) {
    for (Diagnostic& each : lint::run(*made.program, tests::on({2025, 6, 1})))
      if (each.code == "unused/fact") findings.push_back(std::move(each));
  }
  Compiled made;
  std::vector<Diagnostic> findings;
};

lint::Baseline baseline_of(const std::string& text) {
  const Linted linted(text);
  lint::Baseline baseline;
  lint::add(baseline, linted.findings, linted.made.files);
  const lint::BaselineResult read = lint::read_baseline(lint::write_baseline(baseline));
  CHECK(read.complaint == "");
  return read.baseline;
}

/// The lines of the findings that are left, and how many entries apply no more.
std::string left(lint::Baseline baseline, const std::string& text) {
  Linted linted(text);
  lint::take_out(baseline, linted.findings, linted.made.files);
  std::string out;
  for (const Diagnostic& each : linted.findings) out += std::to_string(each.place.line) + " ";
  std::uint64_t old = 0;
  for (const lint::OldFinding& each : baseline) old += each.count;
  return out + "and " + std::to_string(old);
}

TEST_CASE("old findings do not count, wherever their lines have moved") {
  const std::string text = head + "fact a : whole\nfact b : whole\n" + tail;
  const lint::Baseline baseline = baseline_of(text);
  CHECK(left(baseline, text) == "and 0");
  CHECK(left(baseline, head + tail + "\n# moved\n  fact b : whole\nfact a : whole\n") == "and 0");
  CHECK(left(baseline, head + "fact a : whole\nfact b : whole\nfact c : whole\n" + tail) == "6 and 0");
  CHECK(left(baseline, head + "fact a : whole\nfact b : decimal\n" + tail) == "5 and 1");
  CHECK(left(baseline, head + tail) == "and 2");
}

TEST_CASE("a baseline reads the same in whatever order it was made") {
  const Linted one(head + "fact a : whole\nfact b : whole\n" + tail),
      two(head + "fact b : whole\nfact a : whole\n" + tail);
  lint::Baseline first, second;
  lint::add(first, one.findings, one.made.files);
  lint::add(second, two.findings, two.made.files);
  CHECK(lint::write_baseline(first) == lint::write_baseline(second));
}

TEST_CASE("equal lines are counted") {
  const std::string twice =
      "ruleset x\nend\nfact lives_here : yes or no\ndecision card\n  at least 1 of\n    a : lives_here\n    "
      "b : not lives_here\n  end\nend\n";
  const auto findings = [&](const std::string& text) {
    const Compiled made = tests::compiled(text);
    std::vector<Diagnostic> own;
    for (Diagnostic& each : lint::run(*made.program, tests::on({2025, 6, 1})))
      if (each.code == "style/at_least_one") own.push_back(std::move(each));
    return std::make_pair(own, made.files);
  };
  auto [old, files] = findings(twice);
  lint::Baseline baseline;
  lint::add(baseline, old, files);
  auto [more, more_files] = findings(
      twice + "decision other\n  at least 1 of\n    a : lives_here\n    b : not lives_here\n  end\nend\n");
  REQUIRE(more.size() == 2);
  lint::take_out(baseline, more, more_files);
  REQUIRE(more.size() == 1);
  CHECK(more[0].place.line == 11);
}

TEST_CASE("what is no baseline is refused") {
  const std::string shape = "expected what `eligo lint --write-baseline` writes";
  CHECK(lint::read_baseline("[]").complaint == shape);
  CHECK(lint::read_baseline("{\"version\": 2, \"findings\": []}").complaint == shape);
  CHECK(lint::read_baseline("{\"version\": 1}").complaint == shape);
  CHECK(lint::read_baseline("{\"version\": 1, \"findings\": [{\"file\": \"a\"}]}").complaint == shape);
  CHECK(lint::read_baseline("{\"version\": 1, \"findings\": [{\"file\": \"a\", \"code\": \"b\", \"line\": "
                            "\"c\", \"count\": -1}]}")
            .complaint == shape);
  CHECK(lint::read_baseline("{").complaint != "");
  CHECK(lint::read_baseline("{\"version\": 1, \"findings\": []}").complaint == "");
}

}  // namespace
}  // namespace eligo
