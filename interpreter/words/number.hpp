// SPDX-License-Identifier: MIT
// Owns how digits are set: thousands apart, the decimal sign, the places of a currency.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/words/language.hpp"

namespace eligo::words {

/// "-1234.5" as the language writes it. Thousands stand apart from five digits on: a whole may well be a
/// year.
[[nodiscard]] std::string print_number(const Language& language, std::string_view digits);

/// An amount: thousands apart from four digits on; an amount that is not whole has at least the currency's
/// places.
[[nodiscard]] std::string print_money(const Language& language, std::string_view digits,
                                      std::string_view currency);

}  // namespace eligo::words
