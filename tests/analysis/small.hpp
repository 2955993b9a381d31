// SPDX-License-Identifier: MIT
// Owns random rulesets so small that all their people and days can be gone through.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "interpreter/eval/profile.hpp"
#include "interpreter/types/date.hpp"

namespace eligo::tests {

/// Three or four facts of few values, two rules, the decision `d`; the same for the same seeds. The first one makes the
/// facts, the second what is asked of them.
[[nodiscard]] std::string small_ruleset(std::uint64_t facts, std::uint64_t rules);
/// The same with two decisions more: `v` gives a number that is calculated, `w` one of the outcomes that are written.
[[nodiscard]] std::string small_typed_ruleset(std::uint64_t facts, std::uint64_t rules);
/// The same with one decision more: `q` calculates a number, and divides by what may be 0.
[[nodiscard]] std::string small_failing_ruleset(std::uint64_t facts, std::uint64_t rules);

/// The days that such rulesets are asked about: a year after a 29 February, a month after a 31 January.
[[nodiscard]] types::Date small_first();
[[nodiscard]] types::Date small_last();

/// Calls `visit` with each profile in which every fact is told exactly, each value of it in turn.
/// The program may be one of several with the same facts.
void each_profile(const program::Program& program, const std::function<void(const eval::Profile&)>& visit);

}  // namespace eligo::tests
