// SPDX-License-Identifier: MIT
// Owns `start_of_year(d)`: who is of an age at the start of a school year or a tax year.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function start_of_year = {
    .summary = "1 January of the year of a date",
    .examples =
        "start_of_year(2024-02-29) is 2024-01-01\n"
        "full years from 2008-06-01 to start_of_year(2026-03-15) is 17",
    .of_date = types::Base::date,
    .of_day = [](types::Int128 day) -> types::Int128 {
      return types::Date::of(types::Date{static_cast<std::int32_t>(day)}.civil().year, 1, 1)->days;
    },
};

}  // namespace eligo::builtins::library
