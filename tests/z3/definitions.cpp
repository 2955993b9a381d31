// SPDX-License-Identifier: MIT
// Owns the walk through formulas in search of unknowns.
#include "tests/z3/definitions.hpp"

#include <bit>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

namespace eligo::z3_agree {

z3::expr Definitions::number(std::int64_t n) const {
  constexpr std::int64_t beyond = std::int64_t{1} << (bits - 1);
  if (n < -beyond || n >= beyond) throw std::runtime_error(std::to_string(n) + " is too large");
  return context_.bv_val(n, bits);
}

z3::expr Definitions::unknown(const char* name, std::int64_t least, std::int64_t largest) {
  unsigned wide = bits;
  if (least >= 0) wide = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(largest)));
  const z3::expr n(context_, Z3_mk_fresh_const(context_, name, context_.bv_sort(wide)));
  const z3::expr widened = wide == bits ? n : z3::zext(n, bits - wide);
  definitions_.emplace(n.id(), number(least) <= widened && widened <= number(largest));
  return widened;
}

void Definitions::define(const z3::expr& unknown, const z3::expr& is_so) {
  z3::expr& known = definitions_.at(unknown.arg(0).id());
  known = known && is_so;
}

z3::expr_vector Definitions::concerning(const z3::expr& formula) const {
  z3::expr_vector found(context_);
  std::unordered_set<unsigned> seen;
  std::vector<z3::expr> open{formula};
  while (!open.empty()) {
    const z3::expr e = open.back();
    open.pop_back();
    if (!seen.insert(e.id()).second || !e.is_app()) continue;
    for (unsigned i = 0; i < e.num_args(); ++i) open.push_back(e.arg(i));
    const auto known = definitions_.find(e.id());
    if (known == definitions_.end()) continue;
    found.push_back(known->second);
    open.push_back(known->second);
  }
  return found;
}

}  // namespace eligo::z3_agree
