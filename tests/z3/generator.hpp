// SPDX-License-Identifier: MIT
// Owns random rulesets that are larger than anybody can go through: their people are as many as ranges to 1000, enums and dates
// of two centuries make, multiplied.
#pragma once

#include <cstdint>
#include <string>

#include "interpreter/types/date.hpp"

namespace eligo::z3_agree {

/// 6 to 10 facts, 5 to 8 rules, the decision `d`; the same for the same seed and compiler. Nothing in it can be invalid: numbers stay
/// small, nothing is divided, and no day comes near the ends of the calendar.
[[nodiscard]] std::string large_ruleset(std::uint64_t seed);

/// The days that such rulesets are asked about; 2000 is a leap year among them, 2100 is none.
[[nodiscard]] types::Date first_day();
[[nodiscard]] types::Date last_day();

}  // namespace eligo::z3_agree
