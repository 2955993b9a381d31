// SPDX-License-Identifier: MIT
// Owns somebody as a `test` block: what the linter and the comparison found, ready to paste into a rule file.
#pragma once

#include <string>
#include <vector>

#include "interpreter/api/impl.hpp"

namespace eligo::witness {

/// What is told of a profile: "citizenship FR, id.kind passport"; of lists, their members.
[[nodiscard]] std::vector<std::string> told(const Program::Impl& program, const eval::Profile& profile);

/// A whole block. `expectation` as after `expect`: "activate yes".
[[nodiscard]] std::string test_block(const Program::Impl& program, const std::string& title, types::Date day,
                                     const eval::Profile& profile, const std::string& expectation);

}  // namespace eligo::witness
