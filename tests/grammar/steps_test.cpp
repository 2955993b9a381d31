// SPDX-License-Identifier: MIT
// Owns the promise that reading and laying out take steps in proportion to the text. They are counted, not timed: here the grammar is compiled
// once more so that each stretch of its code without a branch calls the function below.
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "tests/grammar/steps_square.hpp"

namespace {

std::uint64_t steps = 0;

}  // namespace

extern "C" void __sanitizer_cov_trace_pc();
extern "C" void __sanitizer_cov_trace_pc() {
  ++steps;
}

using namespace eligo;

namespace {

std::string times(std::size_t n, std::string_view what) {
  std::string out;
  out.reserve(n * what.size());
  for (std::size_t i = 0; i < n; ++i) out += what;
  return out;
}

template <typename Work>
double counted(const Work& work) {
  steps = 0;
  work();
  return static_cast<double>(steps);
}

double steps_of(const std::string& text) {
  text::SourceSet sources;
  const text::SourceId id = sources.add("steps.eligo", text);
  text::Names names;
  grammar::Ast ast;
  return counted([&] { CHECK(grammar::parse(sources, id, names, Limits{}, ast).size() < 1000); });
}

double steps_of_layout(const std::string& text) {
  text::SourceSet sources;
  const text::SourceId id = sources.add("steps.eligo", text);
  return counted([&] { CHECK(grammar::print_proved(sources, id, Limits{}).text); });
}

// Four times the text takes four times the steps; a square would take up to sixteen times as many.
constexpr std::size_t few = 1'000, many = 4'000;
constexpr double allowed = 4.2;

void check(const char* what, double small, double large) {
  INFO(what << ": " << small << " steps, of four times as much: " << large);
  CHECK(small > 10 * few);
  CHECK(large < allowed * small);
}

}  // namespace

TEST_CASE("steps grow with the size of the text alone") {
  const auto linear = [](const char* what, const auto& shape) {
    check(what, steps_of(shape(few)), steps_of(shape(many)));
  };
  linear("one long line", [](std::size_t n) { return "rule r\n  a" + times(n, " and a is 3") + "\nend\n"; });
  linear("a list without commas",
         [](std::size_t n) { return "rule r\n  a is one of b" + times(n, " c") + "\nend\n"; });
  linear("mistakes on one line",
         [](std::size_t n) { return "rule r\n  a" + times(n, " == b && c") + "\nend\n"; });
  linear("versions joined on one line", [](std::size_t n) {
    return "rule r\n  until 2024-12-31 : a" + times(n, " since 2025-01-01 : a") + "\nend\n";
  });
  linear("declarations joined on one line",
         [](std::size_t n) { return times(n, "rule r ") + "\n  a\nend\n"; });
  linear("mistakes on many lines",
         [](std::size_t n) { return "rule r\n  all of\n" + times(n, "    a $ b\n") + "  end\nend\n"; });
  linear("texts that stand alone",
         [](std::size_t n) { return "decision d\n" + times(n, "  \"x\"\n") + "end\n"; });
  linear("open quotes", [](std::size_t n) { return "rule r\n" + times(n, "  a is \"b\n") + "end\n"; });
  linear("stray lines", [](std::size_t n) { return times(n, "foo bar\n"); });
  linear("quotes inside texts", [](std::size_t n) {
    return "decision d\n  steps\n" + times(n, "    \"a \"b\" c \"d\" e\"\n") + "  end\n  a\nend\n";
  });
  linear("lines without their block", [](std::size_t n) {
    return "rule r\n" + times(n, "    a \"x\" : b\n      otherwise \"y\"\n") + "end\n";
  });
  linear("forgotten ends", [](std::size_t n) { return times(n, "rule r\n  all of\n    a\n"); });
  linear("blank lines and comments",
         [](std::size_t n) { return "rule r\n  a\n" + times(n, "\n  # x\n") + "  and b\nend\n"; });
  linear("rules without mistakes", [](std::size_t n) {
    return times(
        n, "rule r \"a label\"\n  all of\n    first \"a line\" : a >= 3\n    b or (c and d)\n  end\nend\n");
  });
}

TEST_CASE("steps of laying out grow with the size of the text alone") {
  const auto linear = [](const char* what, const auto& shape) {
    check(what, steps_of_layout(shape(few)), steps_of_layout(shape(many)));
  };
  linear("comments", [](std::size_t n) { return "rule r\n  a\nend\n" + times(n, "# x\n"); });
  linear("comments in a row",
         [](std::size_t n) { return "rule r\n  a is one of b,\n" + times(n, "  # x\n") + "  c\nend\n"; });
  linear("a long list",
         [](std::size_t n) { return "rule r\n  a is one of b" + times(n, ",  c") + "\nend\n"; });
  linear("rules", [](std::size_t n) {
    return times(n,
                 "rule r \"a label\"\n  all of\n    first \"a line\":a>=3\n    b or (c and d)\n  end\nend\n");
  });
}

TEST_CASE("steps: a square would be seen, even where each of its steps is a small part of the work") {
  const auto work = [](std::size_t n) {
    return counted([&] {
      tests::walk(200 * n);
      for (std::size_t i = 0; i < n; ++i) tests::walk(i / 8);
    });
  };
  CHECK(work(many) > allowed * work(few));
}
