// SPDX-License-Identifier: MIT
// Owns the reading, printing, comparing and exact arithmetic of decimals; rounding is in decimal_round.cpp.
#include "interpreter/types/decimal.hpp"

#include <bit>
#include <limits>
#include <utility>

#include "interpreter/types/powers.hpp"

namespace eligo::types {
namespace {

using detail::multiply_fits;
using detail::power_of_ten;
using detail::UInt128;

constexpr int max_scale = Decimal::max_exponent + Decimal::max_digits;  // every number is below 10^6145
constexpr UInt128 coefficient_end = detail::powers_of_ten[Decimal::max_digits];

int bit_width(UInt128 v) {
  const auto high = static_cast<std::uint64_t>(v >> 64);
  return high != 0 ? 128 - std::countl_zero(high) : 64 - std::countl_zero(static_cast<std::uint64_t>(v));
}

// 1233 / 4096 is log10(2) closely enough for all widths up to 128.
int count_digits(UInt128 v) {
  const int guess = bit_width(v) * 1233 >> 12;
  return guess + (v >= power_of_ten(guess) ? 1 : 0);
}

// Not for 0. Odd numbers, half of all, are settled without a division.
void strip_zeros(UInt128& v, std::int64_t& exponent) {
  while (v > std::numeric_limits<std::uint64_t>::max() && (v & 1) == 0 && v % 10 == 0) {
    v /= 10;
    ++exponent;
  }
  if (v > std::numeric_limits<std::uint64_t>::max()) return;
  auto small = static_cast<std::uint64_t>(v);
  while ((small & 1) == 0 && small % 10 == 0) {
    small /= 10;
    ++exponent;
  }
  v = small;
}

// Gathers the digits of a number without leading and trailing zeros, however many are written.
struct DigitReader {
  UInt128 coefficient = 0;
  int digits = 0;
  std::int64_t zeros = 0;  // seen since the last other digit
  bool too_long = false;

  void add(char c) {
    if (c == '0') {
      if (digits != 0) ++zeros;
      return;
    }
    if (digits + zeros >= Decimal::max_digits) {
      too_long = true;
      return;
    }
    coefficient = coefficient * power_of_ten(zeros + 1) + static_cast<UInt128>(c - '0');
    digits += static_cast<int>(zeros) + 1;
    zeros = 0;
  }
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `e[+-]digits`, all of the text. An exponent of more digits than matter stays at a bound that fits no
// number.
bool read_exponent(std::string_view text, std::int64_t& out) {
  constexpr std::int64_t bound = std::int64_t{1} << 60;
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return false;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty()) return false;
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    value = value < bound / 10 - 1 ? value * 10 + (c - '0') : bound;
  }
  out = negative ? -value : value;
  return true;
}

}  // namespace

Decimal::Decimal(std::int64_t whole) {
  std::int64_t exponent = 0;
  while (whole != 0 && whole % 10 == 0) {
    whole /= 10;
    ++exponent;
  }
  coefficient_ = whole;
  exponent_ = static_cast<std::int32_t>(exponent);
}

std::optional<Decimal> Decimal::fit(bool negative, UInt128 magnitude, std::int64_t exponent) {
  if (magnitude == 0) return Decimal();
  strip_zeros(magnitude, exponent);
  if (magnitude >= coefficient_end || exponent < min_exponent) return std::nullopt;
  if (exponent > max_exponent && exponent + count_digits(magnitude) > max_scale) return std::nullopt;
  Decimal d;
  d.coefficient_ = static_cast<Int128>(magnitude);
  if (negative) d.coefficient_ = -d.coefficient_;
  d.exponent_ = static_cast<std::int32_t>(exponent);
  return d;
}

std::optional<Decimal> Decimal::parse(std::string_view text, bool exponent_allowed, bool* too_long) {
  if (too_long != nullptr) *too_long = false;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  DigitReader reader;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) reader.add(text[at++]);
  if (at == 0) return std::nullopt;
  std::int64_t places = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t point = at++;
    while (at < text.size() && is_digit(text[at])) reader.add(text[at++]);
    places = static_cast<std::int64_t>(at - point) - 1;
    if (places == 0) return std::nullopt;
  }
  std::int64_t exponent = 0;
  if (at < text.size() && (!exponent_allowed || !read_exponent(text.substr(at), exponent)))
    return std::nullopt;
  std::optional<Decimal> d;
  if (!reader.too_long) d = fit(negative, reader.coefficient, exponent - places + reader.zeros);
  if (too_long != nullptr) *too_long = !d;
  return d;
}

std::string Decimal::str() const {
  std::string digits;
  for (UInt128 rest = magnitude(); rest != 0; rest /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (digits.empty()) return "0";
  const auto before = static_cast<std::int64_t>(digits.size()) + exponent_;
  std::string out = is_negative() ? "-" : "";
  if (exponent_ >= 0) {
    out += digits;
    out.append(static_cast<std::size_t>(exponent_), '0');
  } else if (before > 0) {
    out.append(digits, 0, static_cast<std::size_t>(before));
    out += '.';
    out.append(digits, static_cast<std::size_t>(before));
  } else {
    out += "0.";
    out.append(static_cast<std::size_t>(-before), '0');
    out += digits;
  }
  return out;
}

int Decimal::integer_digits() const {
  if (is_zero()) return 0;
  const int digits = count_digits(magnitude()) + exponent_;
  return digits > 0 ? digits : 0;
}

std::optional<std::int64_t> Decimal::to_whole() const {
  constexpr UInt128 largest = std::numeric_limits<std::int64_t>::max();
  UInt128 scaled = 0;
  if (exponent_ < 0 || exponent_ > detail::max_power) return std::nullopt;
  if (!multiply_fits(magnitude(), power_of_ten(exponent_), scaled)) return std::nullopt;
  if (scaled > largest + (is_negative() ? 1 : 0)) return std::nullopt;
  const auto whole = static_cast<Int128>(scaled);
  return static_cast<std::int64_t>(is_negative() ? -whole : whole);
}

Decimal Decimal::operator-() const {
  Decimal d = *this;
  d.coefficient_ = -d.coefficient_;
  return d;
}

int Decimal::compare_scaled(const Decimal& a, const Decimal& b) {
  const int sign_a = (a.coefficient_ > 0 ? 1 : 0) - (a.coefficient_ < 0 ? 1 : 0);
  const int sign_b = (b.coefficient_ > 0 ? 1 : 0) - (b.coefficient_ < 0 ? 1 : 0);
  if (sign_a != sign_b) return sign_a < sign_b ? -1 : 1;
  if (sign_a == 0) return 0;
  const int difference = a.exponent_ - b.exponent_;
  if (difference < 0) return -compare_scaled(b, a);
  // Beyond 128 bits is beyond every coefficient.
  UInt128 scaled = 0;
  if (difference > detail::max_power || !multiply_fits(a.magnitude(), power_of_ten(difference), scaled))
    return sign_a;
  const UInt128 other = b.magnitude();
  return scaled == other ? 0 : (scaled > other ? sign_a : -sign_a);
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
  if (a.exponent_ < b.exponent_) return sum(b, a);
  return sum(a, b);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) {
  return add(a, -b);
}

// `a` has the larger exponent. Where the exponents differ, the last digit of `b` stands alone and is not 0,
// so the result keeps b's exponent: a scaled coefficient of 2 * 10^34 or more leaves too many digits whatever
// `b` is.
std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const int difference = a.exponent_ - b.exponent_;
  UInt128 scaled = 0;
  if (difference > max_digits || !multiply_fits(a.magnitude(), power_of_ten(difference), scaled))
    return std::nullopt;
  if (scaled >= 2 * coefficient_end) return std::nullopt;
  const auto left = static_cast<Int128>(scaled);
  const Int128 total = (a.is_negative() ? -left : left) + b.coefficient_;
  return fit(total < 0, static_cast<UInt128>(total < 0 ? -total : total), b.exponent_);
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
  const bool negative = a.is_negative() != b.is_negative();
  std::int64_t exponent = std::int64_t{a.exponent_} + b.exponent_;
  UInt128 left = a.magnitude();
  UInt128 right = b.magnitude();
  UInt128 product = 0;
  if (multiply_fits(left, right, product)) return fit(negative, product, exponent);
  // Neither ends in 0, so zeros at the end of the product come from twos in one and fives in the other: taken
  // out before multiplying, they leave a product that has no zeros to strip, and more than 128 bits are too
  // many.
  if (right % 5 != 0) std::swap(left, right);
  while (left % 2 == 0 && right % 5 == 0) {
    left /= 2;
    right /= 5;
    ++exponent;
  }
  if (!multiply_fits(left, right, product)) return std::nullopt;
  return fit(negative, product, exponent);
}

}  // namespace eligo::types
