// SPDX-License-Identifier: MIT
// Owns the making of unknowns and names.
#include "tests/z3/definitions.hpp"

#include <bit>
#include <stdexcept>
#include <string>

namespace eligo::z3_agree {

z3::expr Definitions::number(std::int64_t n) const {
  constexpr std::int64_t beyond = std::int64_t{1} << (bits - 1);
  if (n < -beyond || n >= beyond) throw std::runtime_error(std::to_string(n) + " is too large");
  return context_.bv_val(n, bits);
}

std::int64_t Definitions::number(const z3::expr& numeral) {
  const auto n = static_cast<std::int64_t>(numeral.get_numeral_uint64());
  return n >= std::int64_t{1} << (bits - 1) ? n - (std::int64_t{1} << bits) : n;
}

z3::expr Definitions::unknown(const char* name, std::int64_t least, std::int64_t largest) {
  unsigned wide = bits;
  if (least >= 0) wide = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(largest)));
  const z3::expr n(context_, Z3_mk_fresh_const(context_, name, context_.bv_sort(wide)));
  const z3::expr widened = wide == bits ? n : z3::zext(n, bits - wide);
  require(number(least) <= widened && widened <= number(largest));
  return widened;
}

z3::expr Definitions::named(const z3::expr& condition) {
  const z3::expr inner = condition.is_not() ? condition.arg(0) : condition;
  if (inner.is_const() && !inner.is_true() && !inner.is_false()) return condition;
  const z3::expr name(context_, Z3_mk_fresh_const(context_, "so", context_.bool_sort()));
  require(name == condition);
  return name;
}

}  // namespace eligo::z3_agree
