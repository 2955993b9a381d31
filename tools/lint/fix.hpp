// SPDX-License-Identifier: MIT
// Owns the mending of rule files: the fixes that findings bring, each written only where the rules are proved to mean
// the same afterwards.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/lint/run.hpp"

namespace eligo::lint {

struct Mended {
  std::vector<std::pair<std::string, std::string>>
      files;  // the new texts of those that change, by logical name
  std::size_t applied = 0;
  std::vector<std::string> refused;  // titles of fixes that would change the meaning, with their place
  Compiled compiled;                 // the ruleset as it is then
};

/// What is to be mended in a program.
using Find = std::function<std::vector<Diagnostic>(const Program& program)>;

/// Applies the first fix of each finding, again and again until nothing is left to mend. The files that `importer` reads
/// stay as they are. Of a ruleset that does not compile nothing is mended.
[[nodiscard]] Mended mend(Importer& importer, const std::string& name, const Find& find);
/// The same with all checks.
[[nodiscard]] Mended mend(Importer& importer, const std::string& name, const Options& options);

}  // namespace eligo::lint
