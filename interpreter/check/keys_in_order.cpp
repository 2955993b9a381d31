// SPDX-License-Identifier: MIT
// Owns the guess at which row of a table a key was to stand that no row has: most tables are in the order of their keys.
#include <algorithm>
#include <string>

#include "grammar/characters.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/check/misdeclared.hpp"

namespace eligo::check {

namespace {

constexpr Index fewest_rows = 5;
constexpr Index least_share = 9;  // of ten neighbours that are in order

bool is_number_key(std::string_view key) {
  return !key.empty() && key.size() < 18 && std::all_of(key.begin(), key.end(), grammar::is_digit);
}

// Numbers by their value, all else as texts.
bool stands_before(std::string_view a, std::string_view b) {
  if (is_number_key(a) && is_number_key(b)) return std::stoll(std::string(a)) < std::stoll(std::string(b));
  return a < b;
}

// `1` for `01`: a spreadsheet drops zeros, and adds none.
bool lost_its_zero(std::string_view a, std::string_view b) {
  return a.size() < b.size() && is_number_key(a) && is_number_key(b) &&
         std::stoll(std::string(a)) == std::stoll(std::string(b));
}

// A number between texts, or a text between numbers.
bool is_of_another_kind(std::string_view key, const std::string* above, const std::string* below) {
  const bool kind = is_number_key(key);
  return (above == nullptr || is_number_key(*above) != kind) &&
         (below == nullptr || is_number_key(*below) != kind);
}

}  // namespace

std::optional<Index> row_for_key(const TableDef& table, const Checked& checked, std::string_view key) {
  if (table.rows < fewest_rows) return std::nullopt;
  std::vector<std::string> keys;
  for (const Value& cell : table.columns[table.key].cells)
    keys.push_back(key_text(cell, table.columns[table.key].type, checked));
  const auto rows = static_cast<Index>(keys.size());
  Index in_order = 0;
  for (Index i = 1; i < rows; ++i) in_order += stands_before(keys[i - 1], keys[i]) ? 1 : 0;
  if (in_order * 10 < (rows - 1) * least_share) return std::nullopt;
  std::optional<Index> found;
  for (Index i = 0; i < rows; ++i) {
    const std::string* const above = i == 0 ? nullptr : &keys[i - 1];
    const std::string* const below = i + 1 == rows ? nullptr : &keys[i + 1];
    if ((above != nullptr && !stands_before(*above, key)) ||
        (below != nullptr && !stands_before(key, *below)))
      continue;
    const bool is_in_order = (above == nullptr || stands_before(*above, keys[i])) &&
                             (below == nullptr || stands_before(keys[i], *below));
    if (is_in_order && !lost_its_zero(keys[i], key) && !is_of_another_kind(keys[i], above, below)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace eligo::check
