// SPDX-License-Identifier: MIT
// Owns finding a function by its name, and the functions of a date on possible values: later dates never say less, so
// the ends of a range are those of its ends.
#include "interpreter/builtins/function.hpp"

#include <algorithm>

namespace eligo::builtins {

std::size_t function_named(std::string_view name) {
  const std::span<const NamedFunction> all = functions();
  const auto found =
      std::lower_bound(all.begin(), all.end(), name,
                       [](const NamedFunction& one, std::string_view wanted) { return one.name < wanted; });
  return found != all.end() && found->name == name ? static_cast<std::size_t>(found - all.begin())
                                                   : all.size();
}

std::string function_names() {
  const std::span<const NamedFunction> all = functions();
  std::string names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) names += i + 1 < all.size() ? ", " : " and ";
    names.append("`").append(all[i].name).append("`");
  }
  return names;
}

types::Possible of_date(std::size_t which, const types::Possible& date) {
  const Function& function = *functions()[which].function;
  if (!date.some) return types::surely_invalid({function.of_date, false, 0});
  types::Possible p;
  p.base = function.of_date;
  p.some = true;
  p.invalid = date.invalid;
  p.lo = function.of_day(date.lo);
  p.hi = function.of_day(date.hi);
  return p;
}

}  // namespace eligo::builtins
