// SPDX-License-Identifier: MIT
// Owns the run of all checks over one compiled ruleset.
#pragma once

#include <vector>

#include "eligo/eligo.hpp"
#include "tools/lint/config.hpp"

namespace eligo::lint {

struct Options {
  Date as_of;  // what depends on the day depends on this one; a day that exists
  Config config;
  bool waivers = true;  // false: `# lint: allow …` counts for nothing
  bool proofs = true;   // false: without the checks of `logic`
};

/// What is found, in the order of files and lines; each with the code and level of its check. Never an error of the
/// rules themselves: a program has none.
[[nodiscard]] std::vector<Diagnostic> run(const Program& program, const Options& options);

}  // namespace eligo::lint
