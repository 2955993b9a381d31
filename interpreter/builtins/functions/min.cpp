// SPDX-License-Identifier: MIT
// Owns `min(a, b, …)` and `min(m in L : E)`: of possible values, the lesser of both ends.
#include "interpreter/builtins/function.hpp"
#include "interpreter/builtins/pick.hpp"

namespace eligo::builtins {

namespace library {

extern const Function min = {
    .summary = "the least of its values, none of no members",
    .examples =
        "min(2, 7, 5) is 2\n"
        "min(40, 0.5 * 100) is 40\n"
        "min(m in household : m.birth_date) is 1990-05-17\n"
        "min(m in household where m.income > 5000 : m.income) is none\n"
        "min(m in household where m.income > 5000 : m.income, 100) is 100",
    .elsewhere = "MIN least minimum",
    .takes = Function::Takes::values,
    .fold = Function::Fold::least,
};

}  // namespace library

Possible least(const Possible& a, const Possible& b, Type of) {
  return pick(a, b, of, Picked::lesser);
}

Possible least_present(const Possible& a, const Possible& b, Type of) {
  return pick_present(a, b, of, Picked::lesser);
}

}  // namespace eligo::builtins
