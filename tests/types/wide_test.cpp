// SPDX-License-Identifier: MIT
// Owns the tests of wide long division at the digits where its guesses are corrected: random numbers hardly
// meet them.
#include "interpreter/types/wide.hpp"

#include <catch2/catch.hpp>
#include <vector>

using eligo::types::detail::UInt128;
using eligo::types::detail::Wide;

namespace {

constexpr std::uint32_t edges[] = {0, 1, 2, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFFFE, 0xFFFFFFFF};

UInt128 joined(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return (((UInt128{a} << 32 | b) << 32 | c) << 32) | d;
}

}  // namespace

TEST_CASE("wide division agrees with the machine's wherever limbs are at an edge") {
  std::vector<UInt128> values;
  for (const std::uint32_t a : edges) {
    for (const std::uint32_t b : edges) {
      for (const std::uint32_t c : edges) {
        for (const std::uint32_t d : {0U, 3U, 0x80000000U, 0xFFFFFFFFU}) values.push_back(joined(a, b, c, d));
      }
    }
  }
  std::size_t wrong = 0;
  std::size_t divisions = 0;
  for (const UInt128 dividend : values) {
    for (std::size_t i = 0; i < values.size(); i += 3) {
      for (const UInt128 divisor : {values[i], values[i] >> 32, values[i] >> 64}) {
        if (divisor == 0) continue;
        Wide rest(dividend);
        const Wide quotient = rest.divide(Wide(divisor));
        if (quotient.low_128() != dividend / divisor || rest.low_128() != dividend % divisor) ++wrong;
        ++divisions;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(divisions > 3'000'000);
}

TEST_CASE("the guess that must be added back") {
  // Hacker's Delight, 2nd edition, divmnu: the divisor's third limb is what makes the guess one too large.
  Wide rest(joined(0, 0x80000000, 0, 3));
  const Wide quotient = rest.divide(Wide(joined(0, 0x20000000, 0, 1)));
  CHECK(quotient.low_128() == 3);
  CHECK(rest.low_128() == joined(0, 0x20000000, 0, 0));
}

TEST_CASE("what is multiplied to a thousand bits divides back") {
  for (const std::uint32_t edge : edges) {
    if (edge == 0) continue;
    const Wide factor(joined(edge, 0xFFFFFFFF, 0x80000000, 0xFFFFFFFE));
    Wide power(1);
    for (int i = 0; i < 7; ++i) power.multiply(factor);
    power.multiply_by_ten_to(30);
    for (int i = 0; i < 7; ++i) {
      Wide rest = power;
      power = rest.divide(factor);
      CHECK(rest.is_zero());
    }
    CHECK(power.fits_128());
    Wide thirty(1);
    thirty.multiply_by_ten_to(30);
    CHECK(Wide::compare(power, thirty) == 0);
    CHECK(power.divide_small(1'000'000'007) ==
          1000000000000000000ULL % 1'000'000'007 * 1000000000000ULL % 1'000'000'007);
  }
}

TEST_CASE("a wide number counts on over full limbs") {
  Wide value(joined(0, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF));
  value.increment();
  CHECK(value.low_128() == joined(1, 0, 0, 0));
  Wide most(~UInt128{0});
  most.increment();
  CHECK_FALSE(most.fits_128());
  CHECK(most.low_128() == 0);
  Wide none(0);
  CHECK(none.is_zero());
  none.increment();
  CHECK(none.low_128() == 1);
}
