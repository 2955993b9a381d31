// SPDX-License-Identifier: MIT
// Owns how a day is written: 2025-05-26.
#pragma once

#include <string>

#include "eligo/eligo.hpp"

namespace eligo::diff {

[[nodiscard]] inline std::string iso(const Date& day) {
  std::string year = std::to_string(day.year);
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  return year + two(day.month) + two(day.day);
}

}  // namespace eligo::diff
