// SPDX-License-Identifier: MIT
// Owns the rounding of a product or quotient of decimals: computed exactly as a fraction, then rounded once.
#include "interpreter/types/decimal.hpp"
#include "interpreter/types/powers.hpp"
#include "interpreter/types/wide.hpp"

namespace eligo::types {
namespace {

using detail::multiply_fits;
using detail::power_of_ten;
using detail::UInt128;
using detail::Wide;

// Numerator and denominator of the fraction are below 10^68 each. Shifted by less than 10^-70, it is below a
// hundredth, which rounds like any other. Shifted by more than 10^232, all twos and fives of the denominator
// are cancelled; if the fraction still is no whole number, then no neighbour of it gives a result of 34
// digits: such a result is m * 10^k with m < 10^34, less than a step (a coefficient below 10^34) off the
// exact value, and that needs a shift below 10^140. So larger shifts only add zeros to a whole number. 10^(68
// + 232), one limb more for the division, is in Wide's capacity.
constexpr std::int64_t min_power = -70;
constexpr std::int64_t max_power = 232;

// `rest` is below `whole`, the thing divided by.
bool rounds_away(bool rest_is_zero, bool rest_is_half_or_more, RoundMode mode) {
  switch (mode) {
    case RoundMode::up:
      return !rest_is_zero;
    case RoundMode::half_up:
      return rest_is_half_or_more;
    case RoundMode::down:
      break;
  }
  return false;
}

// The usual case, all of it in 128 bits: false where it is not.
bool round_small(UInt128 numerator, UInt128 denominator, UInt128 unit, RoundMode mode, UInt128& out) {
  UInt128 quotient = numerator / denominator;
  const UInt128 rest = numerator % denominator;
  if (rounds_away(rest == 0, rest >= denominator - rest, mode)) ++quotient;
  return multiply_fits(quotient, unit, out);
}

// Scales the numerator or the denominator by 10^|power|; false where that needs more than 128 bits.
bool scale_small(UInt128& numerator, UInt128& denominator, std::int64_t power) {
  if (power < -detail::max_power || power > detail::max_power) return false;
  UInt128& scaled = power < 0 ? denominator : numerator;
  return multiply_fits(scaled, power_of_ten(power < 0 ? -power : power), scaled);
}

// Takes zeros off the end until the rest fits 128 bits, nine at a time where there are many. Returns how
// many.
std::int64_t strip_to_128(Wide& value) {
  std::int64_t zeros = 0;
  for (const std::int64_t chunk : {9, 1}) {
    while (!value.fits_128()) {
      Wide shorter = value;
      if (shorter.divide_small(static_cast<std::uint32_t>(power_of_ten(chunk))) != 0) break;
      value = shorter;
      zeros += chunk;
    }
  }
  return zeros;
}

}  // namespace

std::optional<Decimal> Decimal::round_ratio(const Ratio& x, const Decimal& step, RoundMode mode) {
  const UInt128 unit = step.magnitude();
  UInt128 numerator = 0;
  UInt128 denominator = 0;
  UInt128 rounded = 0;
  if (multiply_fits(x.factor1, x.factor2, numerator) && multiply_fits(x.divisor, unit, denominator) &&
      scale_small(numerator, denominator, x.power) &&
      round_small(numerator, denominator, unit, mode, rounded)) {
    return fit(x.negative, rounded, step.exponent_);
  }

  Wide rest(x.factor1);
  rest.multiply(Wide(x.factor2));
  Wide whole(x.divisor);
  whole.multiply(Wide(unit));
  const std::int64_t power = x.power > max_power ? max_power : (x.power < min_power ? min_power : x.power);
  if (power < 0) whole.multiply_by_ten_to(-power);
  if (power > 0) rest.multiply_by_ten_to(power);
  Wide result = rest.divide(whole);
  if (x.power > max_power && !rest.is_zero()) return std::nullopt;
  const bool exact = rest.is_zero();
  rest.multiply_small(2);
  if (rounds_away(exact, Wide::compare(rest, whole) >= 0, mode)) result.increment();
  result.multiply(Wide(unit));

  const std::int64_t cut_off = x.power > max_power ? x.power - max_power : 0;
  const std::int64_t exponent = step.exponent_ + cut_off + strip_to_128(result);
  if (!result.fits_128()) return std::nullopt;
  return fit(x.negative, result.low_128(), exponent);
}

std::optional<Decimal> Decimal::round_product(const Decimal& a, const Decimal& b, const Decimal& step,
                                              RoundMode mode) {
  if (step.is_zero() || step.is_negative()) return std::nullopt;
  const Ratio x{a.is_negative() != b.is_negative(), a.magnitude(), b.magnitude(), 1,
                std::int64_t{a.exponent_} + b.exponent_ - step.exponent_};
  return round_ratio(x, step, mode);
}

std::optional<Decimal> Decimal::round_quotient(const Decimal& a, const Decimal& b, const Decimal& step,
                                               RoundMode mode) {
  if (b.is_zero() || step.is_zero() || step.is_negative()) return std::nullopt;
  const Ratio x{a.is_negative() != b.is_negative(), a.magnitude(), 1, b.magnitude(),
                std::int64_t{a.exponent_} - b.exponent_ - step.exponent_};
  return round_ratio(x, step, mode);
}

}  // namespace eligo::types
