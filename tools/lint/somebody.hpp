// SPDX-License-Identifier: MIT
// Owns showing a finding on people: whoever it is about, as `test` blocks that say what a decision answers them.
#pragma once

#include <string>
#include <vector>

#include "tools/lint/lint.hpp"

namespace eligo::lint {

/// Somebody for whom the claims hold, and of whom a decision that asks the first claim's condition says yes or no. "" where
/// nobody is found.
[[nodiscard]] std::string somebody(const Context& context, const std::vector<Claim>& claims,
                                   const std::string& title);

/// Two tests, called `name` before and since: somebody who gets yes on `asked_on`, which is the day before a change or its first day, and something else on the other one
/// of the two, from a decision that asks `thing`. "" where nobody is found.
[[nodiscard]] std::string before_and_since(const Context& context, const std::string& name, NodeId thing,
                                           const std::vector<Claim>& claims, types::Date asked_on,
                                           types::Date since);

}  // namespace eligo::lint
