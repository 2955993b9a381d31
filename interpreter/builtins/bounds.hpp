// SPDX-License-Identifier: MIT
// Owns the ends of a range of decimals, where an end may be missing, and the corners of a monotone operation.
#pragma once

#include <optional>

#include "interpreter/builtins/operations.hpp"

namespace eligo::builtins {

struct Bound {
  enum class Kind : std::uint8_t { finite, missing } kind = Kind::missing;
  types::Decimal value;
  [[nodiscard]] static Bound at(const types::Decimal& d) { return {Kind::finite, d}; }
  [[nodiscard]] static Bound none() { return {}; }
};

/// lo .. hi clipped to 64 bits; surely invalid where all of it lies outside.
[[nodiscard]] Possible whole_range(types::Int128 lo, types::Int128 hi, bool invalid, Type of);
/// lo .. hi; an error is possible where a side is missing or the digits before the point and `places`
/// exceed 34.
[[nodiscard]] Possible decimal_range(Bound lo, Bound hi, int places, bool invalid, Type of);
/// One exact result, or surely invalid where there is none.
[[nodiscard]] Possible exact_decimal(const std::optional<types::Decimal>& value, bool invalid, Type of);
[[nodiscard]] bool is_single(const Possible& decimal);

struct Corners {
  Bound lo, hi;
  int beyond = 0;  // 1 or -1: every corner lies there, above or below all numbers that fit
};

/// What a corner with an end that is missing is: nothing says that the side is missing there.
struct BeyondAllEnds {
  std::optional<types::Decimal> operator()(int /*sign*/) const { return std::nullopt; }
};

/// The least and the greatest of `op` (which must be monotone in each argument, with op(x, 0) = 0 for every
/// x) over two ranges with ends that may be missing. A corner that does not fit leaves its side missing.
/// `far(sign)` is what a corner comes to where the end of b is missing and that of a is not.
template <typename Op, typename Far = BeyondAllEnds>
Corners corners_of(const Possible& a, const Possible& b, Op op, Far far = {}) {
  struct End {
    int infinite;  // -1, 0, 1
    types::Decimal value;
  };
  const End as[] = {{a.has_lo ? 0 : -1, a.decimal_lo}, {a.has_hi ? 0 : 1, a.decimal_hi}};
  const End bs[] = {{b.has_lo ? 0 : -1, b.decimal_lo}, {b.has_hi ? 0 : 1, b.decimal_hi}};
  bool no_lo = false, no_hi = false, first = true;
  types::Decimal lo, hi;
  const auto sign = [](const End& e) {
    return e.infinite != 0 ? e.infinite : e.value.is_zero() ? 0 : e.value.is_negative() ? -1 : 1;
  };
  for (const End& x : as) {
    for (const End& y : bs) {
      const int s = sign(x) * sign(y);
      std::optional<types::Decimal> corner;
      if (s == 0) {
        corner = types::Decimal();
      } else if (x.infinite == 0 && y.infinite == 0) {
        corner = op(x.value, y.value);
      } else if (x.infinite == 0) {
        corner = far(s);
      }
      if (!corner) {
        (s < 0 ? no_lo : no_hi) = true;
        continue;
      }
      if (first || *corner < lo) lo = *corner;
      if (first || hi < *corner) hi = *corner;
      first = false;
    }
  }
  if (first) return {Bound::none(), Bound::none(), no_lo == no_hi ? 0 : no_hi ? 1 : -1};
  return {no_lo ? Bound::none() : Bound::at(lo), no_hi ? Bound::none() : Bound::at(hi)};
}

}  // namespace eligo::builtins
