// SPDX-License-Identifier: MIT
// Owns the run of one case through the public interface, and what it has to say against the case.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "eligo/eligo.hpp"
#include "tests/conformance/case.hpp"

namespace eligo::conformance {

/// Rulesets of the folder `sources/`, each compiled once.
class Sources {
 public:
  const Compiled& named(const std::string& name);

 private:
  std::map<std::string, Compiled> compiled_;
};

/// What comes of a case, under the keys that its row may have.
[[nodiscard]] Json actual(Sources& sources, const Case& one);

/// "" where all is as expected; else file, line and id, and each key that differs, expected and actual side by side.
[[nodiscard]] std::string difference(Sources& sources, const Case& one);

}  // namespace eligo::conformance
