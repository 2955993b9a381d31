// SPDX-License-Identifier: MIT
// Owns `max(a, b, …)` and `max(m in L : E)`: of possible values, the greater of both ends.
#include "interpreter/builtins/function.hpp"
#include "interpreter/builtins/pick.hpp"

namespace eligo::builtins {

namespace library {

extern const Function max = {
    .summary = "the greatest of its values, none of no members",
    .examples =
        "max(2, 7, 5) is 7\n"
        "max(2024-02-29, 2024-03-01) is 2024-03-01\n"
        "max(m in household : m.income) is 1200\n"
        "max(m in household where m.income > 5000 : m.income) is none\n"
        "max(m in household where m.income > 5000 : m.income, 100) is 100",
    .elsewhere = "MAX greatest maximum",
    .takes = Function::Takes::values,
    .fold = Function::Fold::greatest,
};

}  // namespace library

Possible greatest(const Possible& a, const Possible& b, Type of) {
  return pick(a, b, of, Picked::greater);
}

Possible greatest_present(const Possible& a, const Possible& b, Type of) {
  return pick_present(a, b, of, Picked::greater);
}

}  // namespace eligo::builtins
