// SPDX-License-Identifier: MIT
// How long loading takes beside the bare match of the same text.
#include <cstdio>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "grammar/parse.hpp"
#include "tests/bench/rules.hpp"
#include "tests/bench/timing.hpp"

namespace {

using eligo::bench::median;
using eligo::bench::once_ns;
using eligo::bench::rules;

void load(int count) {
  const std::string text = rules(count);
  eligo::text::SourceSet sources;
  const auto id = sources.add("load.eligo", text);
  // In turn, and the medians, so that both meet the same machine.
  std::vector<double> bare, whole;
  bool read = true;
  for (int round = 0; round < (count > 5000 ? 9 : 25); ++round) {
    bare.push_back(once_ns([&] { read = eligo::grammar::matches(sources, id) && read; }) * 1e-6);
    whole.push_back(once_ns([&] {
                      eligo::MemoryImporter files;
                      files.add("load.eligo", text);
                      read = eligo::compile(files, "load.eligo").program != nullptr && read;
                    }) *
                    1e-6);
  }
  std::printf("%6d rules, %8zu bytes: bare match %8.2f ms, load %8.2f ms, ratio %.1f%s\n", count, text.size(),
              median(bare), median(whole), median(whole) / median(bare),
              read ? "" : "  (NOT READ: the figures mean nothing)");
}

}  // namespace

int main() {
  for (const int count : {100, 1000, 10000}) load(count);
}
