// SPDX-License-Identifier: MIT
// Owns a program made of a text or a folder, with all that it was made from, and its people as test blocks.
#pragma once

#include <memory>
#include <string>

#include "interpreter/analysis/analysis.hpp"
#include "interpreter/check/checked.hpp"
#include "interpreter/host/load.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::tests {

struct Ruleset {
  host::Loaded loaded;
  check::Checked checked;
  program::Program program;

  [[nodiscard]] const program::Decision& decision(const std::string& name) const;
  /// The node of a line, by its name within its rule or decision: "door/card".
  [[nodiscard]] program::NodeId line(const std::string& name) const;
  /// What is told of a witness and its day: "2025-05-26: age 18, card yes".
  [[nodiscard]] std::string words(const analysis::Witness& witness) const;
};

/// Throws where the text is refused.
[[nodiscard]] std::unique_ptr<Ruleset> ruleset_of_text(const std::string& text);
[[nodiscard]] std::unique_ptr<Ruleset> ruleset_of_folder(const std::string& root, const std::string& name);

}  // namespace eligo::tests
