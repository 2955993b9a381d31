// SPDX-License-Identifier: MIT
// Owns what a function that rules can call is. Each has a file, functions/<its name>.cpp, with all that is particular
// to it; CMakeLists.txt makes the table of them, so a function more is a file more.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "interpreter/types/possible.hpp"

namespace eligo::builtins {

struct Function {
  enum class Takes : std::uint8_t {
    values,  // two or more of one type that has an order, or what is taken of each member of a list, or both
    conditions,  // of each member of one list
    numbers,     // of each member of one list
    date,        // one
  };
  enum class Fold : std::uint8_t { nothing, greatest, least, total, number };

  /// What it gives, as the end of "`name(…)` is …".
  std::string_view summary;
  /// Conditions that are yes, one a line. They may ask `household`, as tests/builtins/functions_test.cpp tells it.
  std::string_view examples;
  /// How others call it, separated by spaces, for whoever writes that here.
  std::string_view elsewhere = {};
  Takes takes = Takes::date;
  /// How values, conditions or numbers become one.
  Fold fold = Fold::nothing;
  /// Of a date: the type of the result, and the result for a day counted from 1970-01-01. A later day must not have less.
  types::Base of_date = types::Base::error;
  types::Int128 (*of_day)(types::Int128 day) = nullptr;
};

struct NamedFunction {
  std::string_view name;
  const Function* function;
};

/// All of them, by name.
[[nodiscard]] std::span<const NamedFunction> functions();
/// A place in functions(), or their number where there is none of that name.
[[nodiscard]] std::size_t function_named(std::string_view name);
/// "`count`, `end_of_month` … and `year_of`".
[[nodiscard]] std::string function_names();

/// functions()[which] of a date; precondition: it takes one.
[[nodiscard]] types::Possible of_date(std::size_t which, const types::Possible& date);

}  // namespace eligo::builtins
