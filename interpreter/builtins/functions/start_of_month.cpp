// SPDX-License-Identifier: MIT
// Owns `start_of_month(d)`: much is paid from the first of a month on.
#include "interpreter/builtins/function.hpp"

namespace eligo::builtins::library {

extern const Function start_of_month = {
    .summary = "the first day of the month of a date",
    .examples =
        "start_of_month(2024-02-29) is 2024-02-01\n"
        "start_of_month(2024-01-31) + 1 month is 2024-02-01",
    .of_date = types::Base::date,
    .of_day = [](types::Int128 day) -> types::Int128 {
      const types::Date::Civil civil = types::Date{static_cast<std::int32_t>(day)}.civil();
      return types::Date::of(civil.year, civil.month, 1)->days;
    },
};

}  // namespace eligo::builtins::library
