// SPDX-License-Identifier: MIT
// How long all lints take, those that prove among them, and a comparison of two versions.
#include <sys/resource.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/bench/ratios.hpp"
#include "tests/bench/rules.hpp"
#include "tools/diff/account.hpp"
#include "tools/lint/run.hpp"

namespace {

constexpr eligo::Date about{2026, 11, 25};

long megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

void lint(benchmark::State& state, const eligo::Program& program) {
  std::size_t found = 0;
  for (auto _ : state) {
    eligo::lint::Options options;
    options.as_of = about;
    found = eligo::lint::run(program, options).size();
  }
  state.counters["findings"] = static_cast<double>(found);
  state.counters["MB_at_most_so_far"] = static_cast<double>(megabytes());
}

void diff(benchmark::State& state, const eligo::Program& before, const eligo::Program& after) {
  std::size_t groups = 0;
  for (auto _ : state) {
    eligo::diff::Options options;
    options.about = about;
    groups = eligo::diff::compare(before, after, options).decisions[0].groups.size();
  }
  state.counters["groups"] = static_cast<double>(groups);
}

std::shared_ptr<const eligo::Program> folder(const std::string& root, const std::string& name) {
  eligo::FolderImporter files(root);
  return eligo::compile(files, name).program;
}

std::shared_ptr<const eligo::Program> generated(int count) {
  eligo::MemoryImporter files;
  files.add("load.eligo", eligo::bench::rules(count));
  return eligo::compile(files, "load.eligo").program;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: eligo_lint_bench ROOT [OPTIONS OF GOOGLE BENCHMARK]\n", stderr);
    return 2;
  }
  const auto before = folder(argv[1], "carte_vitale"), after = folder(argv[1], "carte_vitale_2026");
  std::vector<std::pair<std::string, std::shared_ptr<const eligo::Program>>> linted = {
      {"lint/carte_vitale", before}, {"lint/carte_vitale_2026", after}};
  for (const int count : {100, 1'000, 10'000})
    linted.emplace_back("lint/" + std::to_string(count) + "_rules", generated(count));
  for (const auto& [name, program] : linted) {
    if (program == nullptr) {
      std::fprintf(stderr, "%s: the rules do not compile\n", name.c_str());
      return 2;
    }
    benchmark::RegisterBenchmark(name.c_str(), [&p = *program](benchmark::State& state) {
      lint(state, p);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RegisterBenchmark("diff/carte_vitale", [&](benchmark::State& state) {
    diff(state, *before, *after);
  })->Unit(benchmark::kMillisecond);
  // One after another, the largest last: what memory was used at most is told as it grows.
  return eligo::bench::run(argc - 1, argv + 1, 1, [](const eligo::bench::Medians&) {});
}
