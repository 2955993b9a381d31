// SPDX-License-Identifier: MIT
// How long loading takes beside the bare match of the same text.
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "grammar/parse.hpp"
#include "tests/bench/timing.hpp"

namespace {

using eligo::bench::median;
using eligo::bench::once_ns;

// N rules of 3 to 6 conditions over 50 facts: equality, membership, comparison of numbers and dates.
std::string rules(int count) {
  std::mt19937 random(7);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  std::string text = "ruleset load \"Load\"\nend\nenum kind\n";
  for (int i = 0; i < 20; ++i) text += "  k" + std::to_string(i) + "\n";
  text += "end\n";
  const char* types[] = {"kind", "whole", "date", "version", "yes or no"};
  for (int i = 0; i < 50; ++i) text += "fact f" + std::to_string(i) + " : " + types[i % 5] + "\n";
  const auto condition = [&] {
    const unsigned f = below(50);
    const std::string name = "f" + std::to_string(f);
    switch (f % 5) {
      case 0:
        return below(2) == 0 ? name + " is k" + std::to_string(below(20))
                             : name + " is one of k" + std::to_string(below(10)) + ", k" +
                                   std::to_string(10 + below(10));
      case 1:
        return name + (below(2) == 0 ? " >= " : " < ") + std::to_string(below(1000));
      case 2:
        return name + " <= 20" + std::to_string(10 + below(20)) + "-0" + std::to_string(1 + below(9)) + "-15";
      case 3:
        return name + " >= " + std::to_string(below(30)) + "." + std::to_string(below(10));
      default:
        return name;
    }
  };
  for (int r = 0; r < count; ++r) {
    text += "rule r" + std::to_string(r) + " \"rule number " + std::to_string(r) + "\"\n  all of\n";
    for (unsigned c = 3 + below(4); c > 0; --c)
      text += "    l" + std::to_string(c) + " \"a line\" : " + condition() + "\n";
    text += "  end\nend\n";
  }
  text += "decision d \"Decision\"\n  any of\n";
  for (int r = 0; r < count; ++r) text += "    r" + std::to_string(r) + "\n";
  return text + "  end\nend\n";
}

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
