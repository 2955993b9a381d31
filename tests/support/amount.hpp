// SPDX-License-Identifier: MIT
// Owns how much random tests try.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace eligo::tests {

/// What the variable of the environment says (`ELIGO_RULESETS=1000`), else the usual amount.
[[nodiscard]] inline std::uint64_t amount(const char* variable, std::uint64_t usual) {
  const char* const wanted = std::getenv(variable);
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : usual;
}

}  // namespace eligo::tests
