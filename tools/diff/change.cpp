// SPDX-License-Identifier: MIT
// Owns the comparison, of wholes beside decimals too.
#include "tools/diff/change.hpp"

namespace eligo::diff {

using types::Base;

Change change_of(const types::Possible& before, const types::Possible& after) {
  if (before.none || after.none) return Change::other;
  if (before.base == Base::yes_or_no) return after.items.has(1) ? Change::larger : Change::smaller;
  const bool numbers = (before.base == Base::whole || before.is_decimal()) &&
                       (after.base == Base::whole || after.is_decimal());
  if (numbers) {
    const auto number = [](const types::Possible& p) {
      return p.base == Base::whole ? types::as_decimal(p, Base::decimal).decimal_lo : p.decimal_lo;
    };
    return number(before) < number(after) ? Change::larger : Change::smaller;
  }
  const bool ordered = before.is_discrete() && after.base == before.base;
  return ordered ? (before.lo < after.lo ? Change::larger : Change::smaller) : Change::other;
}

}  // namespace eligo::diff
