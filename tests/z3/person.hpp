// SPDX-License-Identifier: MIT
// Owns somebody on some day, as both sides can read it.
#pragma once

#include <optional>
#include <vector>

#include "interpreter/types/value.hpp"

namespace eligo::z3_agree {

/// The law is that of the day. What is not told may be anything.
struct Person {
  types::Date day;
  std::vector<std::optional<types::Value>> told;  // by fact
};

}  // namespace eligo::z3_agree
