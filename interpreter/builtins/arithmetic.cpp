// SPDX-License-Identifier: MIT
// Owns + - * on possible values of numbers.
#include <algorithm>
#include <limits>
#include <optional>

#include "interpreter/builtins/bounds.hpp"
#include "interpreter/builtins/operations.hpp"

namespace eligo::builtins {

using types::Base;
using types::Decimal;
using types::Int128;

namespace {

bool is_decimal(Type of) {
  return of.base == Base::decimal || of.base == Base::money;
}

Possible widened(const Possible& p, Type of) {
  return is_decimal(of) && p.base == Base::whole ? types::as_decimal(p, of.base) : p;
}

// What may become of any binary operation before its numbers are looked at: nothing where both have values.
std::optional<Possible> without_values(const Possible& a, const Possible& b, Type of) {
  if (a.some && b.some) return std::nullopt;
  return types::surely_invalid(of);
}

}  // namespace

Possible whole_range(Int128 lo, Int128 hi, bool invalid, Type of) {
  constexpr Int128 least_whole = std::numeric_limits<std::int64_t>::min();
  constexpr Int128 greatest_whole = std::numeric_limits<std::int64_t>::max();
  if (hi < least_whole || lo > greatest_whole) return types::surely_invalid(of);
  Possible p;
  p.base = of.base;
  p.some = true;
  p.invalid = invalid || lo < least_whole || hi > greatest_whole;
  p.lo = std::max(lo, least_whole);
  p.hi = std::min(hi, greatest_whole);
  return p;
}

Possible decimal_range(Bound lo, Bound hi, int places, bool invalid, Type of) {
  Possible p;
  p.base = of.base;
  p.some = true;
  p.places = places;
  p.has_lo = lo.kind == Bound::Kind::finite;
  p.has_hi = hi.kind == Bound::Kind::finite;
  if (p.has_lo) p.decimal_lo = lo.value;
  if (p.has_hi) p.decimal_hi = hi.value;
  const int digits =
      std::max(p.has_lo ? p.decimal_lo.integer_digits() : 0, p.has_hi ? p.decimal_hi.integer_digits() : 0);
  p.invalid = invalid || !p.has_lo || !p.has_hi || digits + places > Decimal::max_digits;
  return p;
}

Possible exact_decimal(const std::optional<Decimal>& value, bool invalid, Type of) {
  if (!value) return types::surely_invalid(of);
  Possible p;
  p.base = of.base;
  p.some = true;
  p.has_lo = p.has_hi = true;
  p.decimal_lo = p.decimal_hi = *value;
  p.places = value->places();
  p.invalid = invalid;
  return p;
}

bool is_single(const Possible& p) {
  return p.has_lo && p.has_hi && p.decimal_lo == p.decimal_hi;
}

Possible add(const Possible& left, const Possible& right, Type of) {
  if (auto p = without_values(left, right, of)) return *p;
  const bool invalid = left.invalid || right.invalid;
  if (!is_decimal(of)) return whole_range(left.lo + right.lo, left.hi + right.hi, invalid, of);
  const Possible a = widened(left, of);
  const Possible b = widened(right, of);
  if (is_single(a) && is_single(b))
    return exact_decimal(Decimal::add(a.decimal_lo, b.decimal_lo), invalid, of);
  const auto sum = [](bool has, const Decimal& x, const Decimal& y) {
    if (!has) return Bound::none();
    const auto s = Decimal::add(x, y);
    return s ? Bound::at(*s) : Bound::none();
  };
  return decimal_range(sum(a.has_lo && b.has_lo, a.decimal_lo, b.decimal_lo),
                       sum(a.has_hi && b.has_hi, a.decimal_hi, b.decimal_hi), std::max(a.places, b.places),
                       invalid, of);
}

Possible negate(const Possible& a, Type of) {
  if (!a.some) return types::surely_invalid(of);
  if (!is_decimal(of)) return whole_range(-a.hi, -a.lo, a.invalid, of);
  Possible p = widened(a, of);
  p.none = false;
  std::swap(p.has_lo, p.has_hi);
  std::swap(p.decimal_lo, p.decimal_hi);
  p.decimal_lo = -p.decimal_lo;
  p.decimal_hi = -p.decimal_hi;
  return p;
}

Possible subtract(const Possible& a, const Possible& b, Type of) {
  if (auto p = without_values(a, b, of)) return *p;
  if (!is_decimal(of)) return whole_range(a.lo - b.hi, a.hi - b.lo, a.invalid || b.invalid, of);
  return add(a, negate(b, Type{of.base, false, 0}), of);
}

Possible multiply(const Possible& left, const Possible& right, Type of) {
  if (auto p = without_values(left, right, of)) return *p;
  const bool invalid = left.invalid || right.invalid;
  if (!is_decimal(of)) {
    const Int128 corners[] = {left.lo * right.lo, left.lo * right.hi, left.hi * right.lo, left.hi * right.hi};
    return whole_range(*std::min_element(corners, corners + 4), *std::max_element(corners, corners + 4),
                       invalid, of);
  }
  const Possible a = widened(left, of);
  const Possible b = widened(right, of);
  if (is_single(a) && is_single(b))
    return exact_decimal(Decimal::multiply(a.decimal_lo, b.decimal_lo), invalid, of);
  const auto product = [](const Decimal& x, const Decimal& y) { return Decimal::multiply(x, y); };
  const Corners corners = corners_of(a, b, product);
  return decimal_range(corners.lo, corners.hi, a.places + b.places, invalid, of);
}

}  // namespace eligo::builtins
