// SPDX-License-Identifier: MIT
// How long all lints take, those that prove among them, and a comparison of two versions.
#include <sys/resource.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/bench/rules.hpp"
#include "tests/bench/timing.hpp"
#include "tools/diff/account.hpp"
#include "tools/lint/run.hpp"

namespace {

using eligo::bench::median;
using eligo::bench::once_ns;

constexpr eligo::Date about{2026, 11, 25};

long megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

void lint(const char* name, const eligo::Program& program, int rounds) {
  std::vector<double> all;
  std::size_t found = 0;
  for (int round = 0; round < rounds; ++round) {
    all.push_back(once_ns([&] {
                    eligo::lint::Options options;
                    options.as_of = about;
                    found = eligo::lint::run(program, options).size();
                  }) *
                  1e-6);
  }
  std::printf("lint %-20s %10.1f ms, %5zu findings, %4ld MB at most so far\n", name, median(all), found,
              megabytes());
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
  const std::string root = argc > 1 ? argv[1] : "rules";
  const auto before = folder(root, "carte_vitale"), after = folder(root, "carte_vitale_2026");
  if (!before || !after) return 1;
  lint("carte_vitale", *before, 15);
  lint("carte_vitale_2026", *after, 15);
  std::vector<double> all;
  std::size_t groups = 0;
  for (int round = 0; round < 9; ++round) {
    all.push_back(once_ns([&] {
                    eligo::diff::Options options;
                    options.about = about;
                    groups = eligo::diff::compare(*before, *after, options).decisions[0].groups.size();
                  }) *
                  1e-6);
  }
  std::printf("diff of the two           %10.1f ms, %5zu groups\n", median(all), groups);
  for (const int count : {100, 1000, 10000}) {
    const auto program = generated(count);
    if (!program) return 1;
    lint((std::to_string(count) + " rules").c_str(), *program, count > 1000 ? 1 : 5);
  }
  return 0;
}
