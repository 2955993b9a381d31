// SPDX-License-Identifier: MIT
// Owns how digits and characters become a value of a given type; the same for rule files and for cells of
// tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interpreter/check/checked.hpp"

namespace eligo::check {

/// A number as written: `-16.10`, `80 %`.
struct Digits {
  std::string_view digits;
  bool negative = false;
  bool percent = false;
};

/// The number read in a type (whole, decimal, money or version). Nothing where it does not fit; `why` then
/// says what would.
[[nodiscard]] std::optional<Value> number_as(Digits number, types::Base base, std::string& why);

/// A key's canonical text, as TableDef::row_of knows it. `names` spell the values of an enum.
[[nodiscard]] std::string key_text(const Value& key, Type type, const Checked& checked);

/// A value as people write it in a rule file, texts in quotes.
[[nodiscard]] std::string written(const Value& value, Type type, const Checked& checked);

/// Negative, 0 or positive; both are of one ordered type.
[[nodiscard]] int compare(const Value& a, const Value& b);

}  // namespace eligo::check
