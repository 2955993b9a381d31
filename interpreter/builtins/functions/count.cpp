// SPDX-License-Identifier: MIT
// Owns `count(m in L : C)`: one for each member that meets a condition.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function count = {
    .summary = "the number of members that meet a condition",
    .examples =
        "count(m in household : m.income > 0) is 2\n"
        "count(m in household : full years from m.birth_date to today < 18) is 1",
    .elsewhere = "COUNT COUNTIF size length",
    .takes = Function::Takes::conditions,
    .fold = Function::Fold::number,
};

}  // namespace eligo::builtins::library
