// SPDX-License-Identifier: MIT
// Owns `end_of_year(d)`: a right that one has until the end of the year of a birthday.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function end_of_year = {
    .summary = "31 December of the year of a date",
    .examples =
        "end_of_year(2024-02-29) is 2024-12-31\n"
        "end_of_year(2008-06-01 + 18 years) is 2026-12-31",
    .of_date = types::Base::date,
    .of_day = [](types::Int128 day) -> types::Int128 {
      return types::Date::of(types::Date{static_cast<std::int32_t>(day)}.civil().year, 12, 31)->days;
    },
};

}  // namespace eligo::builtins::library
