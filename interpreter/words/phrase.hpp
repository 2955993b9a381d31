// SPDX-License-Identifier: MIT
// Owns the small change of phrases that languages share: joining lists, the symbols of currencies.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::words {

/// "a, b LAST c" with ", " between all but the last two.
[[nodiscard]] inline std::string join(const std::vector<std::string>& items, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? last : std::string_view(", ");
    out += items[i];
  }
  return out;
}

/// The items with `between` between them.
[[nodiscard]] inline std::string chain(const std::vector<std::string>& items, std::string_view between) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += between;
    out += item;
  }
  return out;
}

struct Currency {
  std::string_view code, symbol;
};

/// The symbol of a currency in a language's own table; its code where it has none.
template <std::size_t N>
[[nodiscard]] std::string_view symbol_of(const std::array<Currency, N>& table, std::string_view code) {
  for (const Currency& currency : table) {
    if (currency.code == code) return currency.symbol;
  }
  return code;
}

}  // namespace eligo::words
