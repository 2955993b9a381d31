// SPDX-License-Identifier: MIT
// Owns `year_of(d)`: scales, incomes and contributions belong to a year.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function year_of = {
    .summary = "the year of a date, a whole",
    .examples =
        "year_of(2024-02-29) is 2024\n"
        "year_of(today) - year_of(2008-12-31) is 18",
    .elsewhere = "year YEAR",
    .of_date = types::Base::whole,
    .of_day = [](types::Int128 day) -> types::Int128 {
      return types::Date{static_cast<std::int32_t>(day)}.civil().year;
    },
};

}  // namespace eligo::builtins::library
