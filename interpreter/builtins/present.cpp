// SPDX-License-Identifier: MIT
// Owns `max` and `min` over the members of a list: a member that is not there is none, and counts for nothing.
#include "interpreter/builtins/operations.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {
namespace {

Possible there(const Possible& p, Type of) {
  const bool widen = (of.base == types::Base::decimal || of.base == types::Base::money) && !p.is_decimal();
  Possible out = widen ? types::as_decimal(p, of.base) : p;
  out.none = false;
  return out;
}

Possible pick_present(const Possible& a, const Possible& b, Type of,
                      Possible (*pick)(const Possible&, const Possible&, Type)) {
  if (a.surely_invalid() || b.surely_invalid()) return types::surely_invalid(of);
  Possible result;
  bool first = true;
  const auto take = [&](const Possible& p) {
    result = first ? p : types::unite(result, p);
    first = false;
  };
  if (a.some && b.some) take(pick(there(a, of), there(b, of), of));
  const bool both_only = types::fault(types::Fault::open_member_surely_counts) && a.some && b.some;
  if (!both_only && a.some && b.none) take(there(a, of));
  if (!both_only && b.some && a.none) take(there(b, of));
  if (a.none && b.none) {
    Possible none;
    none.base = of.base;
    none.of = of.of;
    none.none = true;
    take(none);
  }
  result.invalid = a.invalid || b.invalid;
  return result;
}

}  // namespace

Possible greatest_present(const Possible& a, const Possible& b, Type of) {
  return pick_present(a, b, of, greatest);
}

Possible least_present(const Possible& a, const Possible& b, Type of) {
  return pick_present(a, b, of, least);
}

}  // namespace eligo::builtins
