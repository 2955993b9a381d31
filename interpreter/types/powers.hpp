// SPDX-License-Identifier: MIT
// Owns the powers of ten that fit 128 bits; for the sources of this folder only.
#pragma once

#include <array>
#include <cstdint>

namespace eligo::types::detail {

__extension__ using UInt128 = unsigned __int128;

constexpr int max_power = 38;

constexpr std::array<UInt128, max_power + 1> powers_of_ten = [] {
  std::array<UInt128, max_power + 1> table{};
  UInt128 power = 1;
  for (int i = 0; i < max_power; ++i) {
    table[static_cast<std::size_t>(i)] = power;
    power *= 10;
  }
  table[max_power] = power;
  return table;
}();

/// 10^n for 0 <= n <= 38.
constexpr UInt128 power_of_ten(std::int64_t n) {
  return powers_of_ten[static_cast<std::size_t>(n)];
}

/// False where the product needs more than 128 bits. Unsigned, since clang calls a function of its own
/// runtime library for the signed form, which is not there beside libgcc.
inline bool multiply_fits(UInt128 a, UInt128 b, UInt128& product) {
  return !__builtin_mul_overflow(a, b, &product);
}

}  // namespace eligo::types::detail
