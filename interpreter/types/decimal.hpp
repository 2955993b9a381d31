// SPDX-License-Identifier: MIT
// Owns exact decimal numbers: at most 34 significant digits, never rounded unless asked to (language
// reference, 2.8).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace eligo::types {

/// up: away from zero; down: towards zero; half up: half away from zero
enum class RoundMode : std::uint8_t { up, down, half_up };

/// coefficient * 10^exponent, kept without trailing zeros (0 is 0 * 10^0), so equal numbers have equal
/// members. |coefficient| < 10^34; the exponent keeps the number within 10^-6176 .. 10^6145 (the range of
/// IEEE decimal128).
class Decimal {
 public:
  static constexpr int max_digits = 34;
  static constexpr int min_exponent = -6176;
  static constexpr int max_exponent = 6111;

  constexpr Decimal() = default;
  /// Any 64-bit whole, exactly.
  explicit Decimal(std::int64_t whole);

  /// `[-]digits[.digits]`, with an optional exponent `e[+-]digits` where `exponent_allowed` (JSON numbers).
  /// Nothing where the text is anything else; `too_long` (if given) tells whether it is a number, but one
  /// that needs more than 34 digits or lies outside the range of the exponent.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text, bool exponent_allowed = false,
                                                    bool* too_long = nullptr);
  /// Plain digits with a point, no exponent, no trailing zeros: "-0.05", "1200".
  [[nodiscard]] std::string str() const;

  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }
  [[nodiscard]] bool is_whole() const { return exponent_ >= 0; }
  /// Digits after the point (0 for a whole number).
  [[nodiscard]] int places() const { return exponent_ < 0 ? -exponent_ : 0; }
  /// Digits before the point (0 for |x| < 1).
  [[nodiscard]] int integer_digits() const;
  /// Nothing where it is not whole or does not fit 64 bits.
  [[nodiscard]] std::optional<std::int64_t> to_whole() const;

  [[nodiscard]] Decimal operator-() const;

  /// -1, 0 or 1. Exact for all values.
  [[nodiscard]] static int compare(const Decimal& a, const Decimal& b) {
    if (a.exponent_ != b.exponent_) return compare_scaled(a, b);
    return (a.coefficient_ > b.coefficient_ ? 1 : 0) - (a.coefficient_ < b.coefficient_ ? 1 : 0);
  }
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.coefficient_ == b.coefficient_ && a.exponent_ == b.exponent_;
  }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }

  /// Nothing where the exact result needs more than 34 digits or leaves the range of the exponent.
  [[nodiscard]] static std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  [[nodiscard]] static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
  [[nodiscard]] static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

  /// (a * b) rounded once, exactly, to a whole multiple of `step` (> 0). Nothing where the result does not
  /// fit.
  [[nodiscard]] static std::optional<Decimal> round_product(const Decimal& a, const Decimal& b,
                                                            const Decimal& step, RoundMode mode);
  /// (a / b) likewise. Nothing where b is 0 as well.
  [[nodiscard]] static std::optional<Decimal> round_quotient(const Decimal& a, const Decimal& b,
                                                             const Decimal& step, RoundMode mode);

 private:
  __extension__ using Int128 = __int128;
  __extension__ using UInt128 = unsigned __int128;

  UInt128 magnitude() const { return static_cast<UInt128>(coefficient_ < 0 ? -coefficient_ : coefficient_); }
  /// The number with these members, zeros stripped; nothing where it does not fit.
  static std::optional<Decimal> fit(bool negative, UInt128 magnitude, std::int64_t exponent);
  static int compare_scaled(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
  /// x/step = factor1 * factor2 / (divisor * step's coefficient) * 10^power, rounded to a whole, times step.
  struct Ratio {
    bool negative;
    UInt128 factor1, factor2, divisor;
    std::int64_t power;
  };
  static std::optional<Decimal> round_ratio(const Ratio& x, const Decimal& step, RoundMode mode);

  Int128 coefficient_ = 0;
  std::int32_t exponent_ = 0;
};

}  // namespace eligo::types
