// SPDX-License-Identifier: MIT
// Owns how the tests of words write down what is told.
#pragma once

#include <cstdint>
#include <string>

#include "interpreter/types/value.hpp"

namespace eligo::words::test {

inline types::Value whole(std::int64_t n) {
  return n;
}
inline types::Value number(const std::string& digits) {
  return *types::Decimal::parse(digits);
}
inline types::Value day(const std::string& iso) {
  return *types::Date::parse(iso);
}

}  // namespace eligo::words::test
