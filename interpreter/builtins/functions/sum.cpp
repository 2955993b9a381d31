// SPDX-License-Identifier: MIT
// Owns `sum(m in L : E)`: of no members it is 0.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function sum = {
    .summary = "the sum of what is taken of each member, 0 of no members",
    .examples =
        "sum(m in household : m.income) is 2000\n"
        "sum(m in household where m.income > 1000 : m.income) is 1200\n"
        "sum(m in household where m.income > 5000 : m.income) is 0",
    .elsewhere = "SUM SUMIF total",
    .takes = Function::Takes::numbers,
    .fold = Function::Fold::total,
};

}  // namespace eligo::builtins::library
