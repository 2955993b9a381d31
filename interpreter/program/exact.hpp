// SPDX-License-Identifier: MIT
// Owns when two exact values of the program are the same one. Values of different types never are.
#pragma once

#include <cstdint>

#include "interpreter/types/possible.hpp"

namespace eligo::program {

[[nodiscard]] std::uint64_t hash_of(const types::Value& value);
[[nodiscard]] std::uint64_t hash_of_exact(const types::Possible& exact);
[[nodiscard]] bool same_exact(const types::Possible& a, const types::Possible& b);
/// Some order, the same on every machine.
[[nodiscard]] bool exact_before(const types::Possible& a, const types::Possible& b);

}  // namespace eligo::program
