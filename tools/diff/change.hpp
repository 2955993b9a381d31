// SPDX-License-Identifier: MIT
// Owns how a value stands to the one that was there before.
#pragma once

#include "interpreter/types/possible.hpp"
#include "tools/diff/account.hpp"

namespace eligo::diff {

/// Of two exact values. Numbers, days and versions have an order; of yes and no, yes is more.
[[nodiscard]] Change change_of(const types::Possible& before, const types::Possible& after);

}  // namespace eligo::diff
