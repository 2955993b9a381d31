// SPDX-License-Identifier: MIT
// Owns how the tests of decimals write numbers down.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "interpreter/types/decimal.hpp"

namespace eligo::types::test {

inline const std::string nines(34, '9');

inline Decimal d(const std::string& text) {
  const std::optional<Decimal> number = Decimal::parse(text, true);
  INFO(text);
  REQUIRE(number);
  return *number;
}

inline std::string shown(const std::optional<Decimal>& number) {
  return number ? number->str() : "nothing";
}

}  // namespace eligo::types::test
