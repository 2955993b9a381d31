// SPDX-License-Identifier: MIT
// Owns where a date of somebody is best looked at: not in their future, and an age next to where something turns.
#pragma once

#include <functional>

#include "interpreter/program/program.hpp"

namespace eligo::analysis {

/// Whether years are counted from this date on, as those of an age.
[[nodiscard]] bool is_counted_from(const program::Program& program, std::uint32_t slot);

/// A date for `told` with which all is as it was: no later than the day where that can be. Of a date from which years
/// are counted, such that a day later or sooner something were otherwise, where that happens within two hundred years: who is
/// too young is so by a day, and not newborn. Dates as days since 1970, all within `dates`; `is_so` is asked of some forty.
[[nodiscard]] types::Int128 at_turn(types::Int128 told, types::Int128 day, const program::GridRange& dates,
                                    bool counted_from, const std::function<bool(types::Int128)>& is_so);

}  // namespace eligo::analysis
