// SPDX-License-Identifier: MIT
// Owns the generated rulesets that are measured.
#pragma once

#include <random>
#include <string>

namespace eligo::bench {

/// N rules of 3 to 6 conditions over 50 facts: equality, membership, comparison of numbers and dates.
[[nodiscard]] inline std::string rules(int count) {
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

}  // namespace eligo::bench
