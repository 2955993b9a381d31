// SPDX-License-Identifier: MIT
// Owns somebody as a `test` block: what the linter and the comparison found, ready to paste into a rule file.
#pragma once

#include <string>
#include <vector>

#include "interpreter/check/checked.hpp"
#include "interpreter/eval/profile.hpp"

namespace eligo::witness {

struct Rules {
  const check::Checked& checked;
  const program::Program& program;
};

/// What is told of a profile: "citizenship FR, id.kind passport"; of lists, their members.
[[nodiscard]] std::vector<std::string> told(const Rules& rules, const eval::Profile& profile);

/// A value as rules have it: 400, 2026-01-01, full, "Toulon".
[[nodiscard]] std::string spelled(const Rules& rules, types::Type type, const types::Value& value);

/// A whole block. `expectation` as after `expect`: "activate yes".
[[nodiscard]] std::string test_block(const Rules& rules, const std::string& title, types::Date day,
                                     const eval::Profile& profile, const std::string& expectation);

}  // namespace eligo::witness
