// SPDX-License-Identifier: MIT
// How long each step from text to answer takes: compiling, telling a profile, the verdict alone, the whole
// answer.
#include <cstdio>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "tests/bench/timing.hpp"

namespace {

constexpr std::string_view profile = R"({
  "citizenship": "BE", "id": { "kind": "national_id", "country": "BE", "expires": "2031-01-01" },
  "department": "83", "phone": { "os": "android", "version": "13" }, "ameli_account": true })";
constexpr eligo::Date day{2025, 6, 1};

using eligo::bench::median_ns;

void report(const char* what, double ns) {
  std::printf("%-44s %12.1f ns\n", what, ns);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: eligo_bench ROOT RULESET\n", stderr);
    return 2;
  }
  eligo::FolderImporter files(argv[1]);
  const eligo::Compiled compiled = eligo::compile(files, argv[2]);
  if (!compiled.program) {
    std::fprintf(stderr, "%s does not compile\n", argv[2]);
    return 2;
  }
  const eligo::Program& program = *compiled.program;
  eligo::Facts facts(program);
  const eligo::Errors errors = facts.tell_json(profile);
  eligo::Scratch scratch;
  if (!errors.empty() || eligo::decide(program, 0, facts, day, scratch) != eligo::Verdict::yes) {
    std::fputs("the profile is not answered with yes: these figures would mean nothing\n", stderr);
    return 2;
  }
  std::size_t used = 0;  // what is measured is used, so that it cannot be left out
  report("compile the ruleset, from files",
         median_ns([&] { used += eligo::compile(files, argv[2]).files.size(); }));
  report("tell a profile, from JSON", median_ns([&] {
           eligo::Facts told(program);
           used += told.tell_json(profile).size();
         }));
  report("decide: the verdict alone", median_ns([&] {
           used += static_cast<std::size_t>(eligo::decide(program, 0, facts, day, scratch));
         }));
  report("evaluate: verdict and reasons",
         median_ns([&] { used += eligo::evaluate(program, "activate", facts, day).reasons.size(); }));
  const eligo::Facts nothing(program);
  report("evaluate: nothing told, what is needed",
         median_ns([&] { used += eligo::evaluate(program, "activate", nothing, day).needs.size(); }));
  const eligo::Outcome outcome = eligo::evaluate(program, "activate", facts, day);
  report("answer in words", median_ns([&] { used += eligo::to_text(program, facts, outcome, "en").size(); }));
  report("answer as JSON", median_ns([&] { used += eligo::to_json(program, facts, outcome, "en").size(); }));
  return used == 0;
}
