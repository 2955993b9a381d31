// SPDX-License-Identifier: MIT
// Owns how the tables of two rulesets differ, row by row, in words.
#pragma once

#include <string>
#include <vector>

#include "tools/diff/match.hpp"

namespace eligo::diff {

/// "Var (83)": a row as people see it, with its key where that is another.
[[nodiscard]] std::string row_name(const Both& programs, std::size_t p, std::uint32_t table,
                                   std::uint32_t row);

/// Whether all cells are the same in the columns that both tables have. The rows have one key.
[[nodiscard]] bool same_row(const Both& programs, std::array<std::uint32_t, 2> tables,
                            std::array<std::uint32_t, 2> rows);

/// "department Var (83): open since 26 May 2025, now 26 June 2025", for each table that both have; rows that changed in the
/// same way stand together. The order of the rows is nothing that changes.
[[nodiscard]] std::vector<std::string> changed_rows(const Both& programs);

}  // namespace eligo::diff
