// SPDX-License-Identifier: MIT
// Owns a loop that is compiled as the counted grammar is.
#include "tests/grammar/steps_square.hpp"

namespace eligo::tests {

void walk(std::size_t characters) {
  for (volatile std::size_t at = 0; at < characters;) at = at + 1;
}

}  // namespace eligo::tests
