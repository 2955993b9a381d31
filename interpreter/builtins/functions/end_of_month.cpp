// SPDX-License-Identifier: MIT
// Owns `end_of_month(d)`: what ends within a month is often paid until its last day.
#include "interpreter/builtins/function.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins::library {

extern const Function end_of_month = {
    .summary = "the last day of the month of a date",
    .examples =
        "end_of_month(2024-02-10) is 2024-02-29\n"
        "end_of_month(2025-02-10) is 2025-02-28",
    .elsewhere = "EOMONTH last_day",
    .of_date = types::Base::date,
    .of_day = [](types::Int128 day) -> types::Int128 {
      const types::Date::Civil civil = types::Date{static_cast<std::int32_t>(day)}.civil();
      const types::Int128 first = types::Date::of(civil.year, civil.month, 1)->days;
      if (types::fault(types::Fault::month_ends_where_it_starts)) return first;
      for (int last = 31; last > 28; --last)
        if (const auto date = types::Date::of(civil.year, civil.month, last)) return date->days;
      return first + 27;
    },
};

}  // namespace eligo::builtins::library
