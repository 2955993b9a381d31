// SPDX-License-Identifier: MIT
// Owns the one concrete value that the checker, the tables and the tests speak of, and the types that it can have.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "interpreter/types/date.hpp"
#include "interpreter/types/decimal.hpp"
#include "interpreter/types/version.hpp"

namespace eligo::types {

enum class Base : std::uint8_t {
  error,  // lost to a reported error: fits everywhere, nothing more is said
  yes_or_no,
  whole,
  decimal,
  money,
  date,
  version,
  text,
  enumeration,  // of = index of the enum
  key,          // of = index of the table
};

struct Type {
  Base base = Base::error;
  bool or_none = false;  // for an enum that lists `none`: true as well
  std::uint32_t of = 0;

  [[nodiscard]] bool is_ordered() const { return base >= Base::whole && base <= Base::version; }
  [[nodiscard]] bool is_number() const { return base >= Base::whole && base <= Base::money; }
  friend bool operator==(const Type& a, const Type& b) {
    return a.base == b.base && a.or_none == b.or_none && a.of == b.of;
  }
};

struct None {
  friend bool operator==(None, None) { return true; }
};
/// A value of an enum (index among its values, `none` never) or a table's key (index of the row).
struct Item {
  std::uint32_t index = 0;
  friend bool operator==(Item a, Item b) { return a.index == b.index; }
};

/// Decimal stands for decimals and money alike; text is in NFC.
using Value = std::variant<None, bool, std::int64_t, Decimal, Date, Version, std::string, Item>;

[[nodiscard]] inline bool is_none(const Value& v) {
  return std::holds_alternative<None>(v);
}

}  // namespace eligo::types
