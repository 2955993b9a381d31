// SPDX-License-Identifier: MIT
// Owns what the decisions of a ruleset rest on: the facts, rules and values that they ask, directly or not.
#pragma once

#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::lint {

/// By index, as in the checked tree. A thing counts as used where a decision asks it, directly or through rules and
/// values, or a text that people read shows it. Tests use nothing.
struct Uses {
  std::vector<bool> facts, rules, values;
  std::vector<bool> groups;                    // named in any condition
  std::vector<std::vector<bool>> enum_values;  // named in any condition or case, also through a group
};

[[nodiscard]] Uses uses_of(const check::Checked& checked);

/// The expressions that stand directly in a rule, value or decision: of its versions, exceptions and coverage.
template <typename Def>
[[nodiscard]] std::vector<check::ExprId> expressions_of(const check::Checked& checked, const Def& def) {
  std::vector<check::ExprId> found;
  for (const check::VersionDef& version : def.versions)
    if (version.body != 0) found.push_back(version.body);
  if constexpr (requires { def.unless; })
    for (const check::Index line : def.unless) found.push_back(checked.lines[line].condition);
  if constexpr (requires { def.coverage; })
    if (def.coverage != check::nowhere) found.push_back(checked.lines[def.coverage].condition);
  return found;
}

}  // namespace eligo::lint
