// SPDX-License-Identifier: MIT
// Owns which facts, values and conditions of two rulesets are the same, by their names; and what is not, in words.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interpreter/analysis/difference.hpp"
#include "tools/diff/both.hpp"

namespace eligo::diff {

struct Matched {
  std::vector<analysis::Shared> facts;
  std::vector<std::string> changes;
  bool only_before = false, only_after = false;  // values of facts that the other one does not have
  bool gone = false, added = false;              // decisions
  bool presumes_otherwise = false, other_currency = false;
  std::vector<std::array<std::optional<analysis::NodeId>, 2>> conditions, values;
  /// By program and node: the rule or line that it is.
  std::map<std::pair<std::size_t, analysis::NodeId>, std::string> names, labels;
  /// Of values: name and label.
  std::map<std::pair<std::size_t, analysis::NodeId>, std::pair<std::string, std::string>> values_called;
  /// Of conditions that have neither: the rule or value that they are a part of.
  std::map<std::pair<std::size_t, analysis::NodeId>, std::string> owners;
  /// Facts and, of their items that both know, those whose row in a table is another one.
  std::vector<analysis::ChangedItem> changed;
};

[[nodiscard]] Matched match(const Both& programs);

/// The value of an item of a fact, spelled.
[[nodiscard]] std::string item_name(const Program::Impl& program, std::uint32_t slot, std::uint32_t item);

}  // namespace eligo::diff
