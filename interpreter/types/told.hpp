// SPDX-License-Identifier: MIT
// Owns what can be told of a fact: exactly one value, a range, or some of its values (language
// reference, 2.5).
#pragma once

#include <optional>
#include <vector>

#include "interpreter/types/value.hpp"

namespace eligo::types {

/// Not told at all is the absence of a Told. Values fit the fact's type, declared range and keys.
struct Told {
  enum class Kind : std::uint8_t { exactly, range, one_of } kind = Kind::exactly;
  Value value;                    // exactly
  std::optional<Value> from, to;  // range: both ends included, at least one there; none is not among a range
  std::vector<Value> values;      // one_of: at least one, may contain None
};

}  // namespace eligo::types
