// SPDX-License-Identifier: MIT
// Owns the door to what is said where a name is declared instead of at each place that uses it.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Says once, where it is declared, that a name which nothing uses is near to one that several places use and nothing
/// declares; what was said of those places is left out.
void say_at_declaration(Context& c, text::Diagnostics& all);

/// The row whose key is out of order, where this key, which no row has, would be in order; nothing where the table is in no
/// order, or there are several.
[[nodiscard]] std::optional<Index> row_for_key(const TableDef& table, const Checked& checked,
                                               std::string_view key);

}  // namespace eligo::check
