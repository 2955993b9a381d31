// SPDX-License-Identifier: MIT
// Owns the greater or the lesser of two possible values, which `max` and `min` are made of.
#pragma once

#include "interpreter/builtins/operations.hpp"

namespace eligo::builtins {

enum class Picked : std::int8_t { lesser = -1, greater = 1 };

[[nodiscard]] Possible pick(const Possible& a, const Possible& b, Type of, Picked which);
/// The same where either may be none, as a member that is not there is: it counts for nothing.
[[nodiscard]] Possible pick_present(const Possible& a, const Possible& b, Type of, Picked which);

}  // namespace eligo::builtins
