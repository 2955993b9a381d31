// SPDX-License-Identifier: MIT
// Owns random rulesets so small that all their people and days can be gone through.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "interpreter/eval/profile.hpp"
#include "interpreter/types/date.hpp"

namespace eligo::tests {

/// Three or four facts of few values, a rule or two, the decision `d`; the same for the same seed.
[[nodiscard]] std::string small_ruleset(std::uint64_t seed);

/// The days on which such rulesets differ; 29 February is among them.
inline constexpr int small_first[] = {2024, 2, 26}, small_last[] = {2024, 3, 4};

/// Calls `visit` with each profile in which every fact is told exactly, each value of it in turn.
void each_profile(const program::Program& program, const std::function<void(const eval::Profile&)>& visit);

}  // namespace eligo::tests
