// SPDX-License-Identifier: MIT
// Owns work of a known number of steps, which steps_test.cpp counts as it counts those of the grammar.
#pragma once

#include <cstddef>

namespace eligo::tests {

/// Passes over so many characters, one after the other.
void walk(std::size_t characters);

}  // namespace eligo::tests
