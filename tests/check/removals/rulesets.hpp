// SPDX-License-Identifier: MIT
// Owns the rulesets of `rules/` in memory, and what the whole compiler says of one after one removal from one of its files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eligo/eligo.hpp"
#include "tests/grammar/removal.hpp"

namespace eligo::tests {

/// One rule file, and the folder of the ruleset that it is compiled with.
struct RuleFile {
  std::string name, ruleset, bytes;
};

class Rulesets {
 public:
  Rulesets();
  /// Every rule file: of a ruleset, or used by one.
  [[nodiscard]] const std::vector<RuleFile>& files() const { return files_; }
  [[nodiscard]] Outcome remove(const RuleFile& file, const Removal& removal);

 private:
  MemoryImporter importer_;
  std::vector<RuleFile> files_;
};

}  // namespace eligo::tests
