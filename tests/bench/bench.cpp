// SPDX-License-Identifier: MIT
// How long each step from text to answer takes: compiling, telling a profile, the verdict alone, the whole
// answer.
#include <cstdio>
#include <string>

#include "eligo/eligo.hpp"
#include "tests/bench/ratios.hpp"

namespace {

constexpr std::string_view profile = R"({
  "citizenship": "BE", "id": { "kind": "national_id", "country": "BE", "expires": "2031-01-01" },
  "department": "83", "phone": { "os": "android", "version": "13" }, "ameli_account": true })";
constexpr eligo::Date day{2025, 6, 1};

template <typename Work>
void measure(const char* name, Work work) {
  benchmark::RegisterBenchmark(name, [work](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(work());
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: eligo_bench ROOT RULESET [OPTIONS OF GOOGLE BENCHMARK]\n", stderr);
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
  const eligo::Facts nothing(program);
  const eligo::Outcome outcome = eligo::evaluate(program, "activate", facts, day);
  measure("compile_from_files", [&] { return eligo::compile(files, argv[2]).files.size(); });
  measure("tell_a_profile_from_json", [&] {
    eligo::Facts told(program);
    return told.tell_json(profile).size();
  });
  measure("decide", [&] { return eligo::decide(program, 0, facts, day, scratch); });
  measure("evaluate/all_told",
          [&] { return eligo::evaluate(program, "activate", facts, day).reasons.size(); });
  measure("evaluate/nothing_told",
          [&] { return eligo::evaluate(program, "activate", nothing, day).needs.size(); });
  measure("answer/words", [&] { return eligo::to_text(program, facts, outcome, "en").size(); });
  measure("answer/json", [&] { return eligo::to_json(program, facts, outcome, "en").size(); });
  return eligo::bench::run(argc - 2, argv + 2, 5, [](const eligo::bench::Medians&) {});
}
