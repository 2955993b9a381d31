// SPDX-License-Identifier: MIT
// Owns the filling of a group: from a class of numbers to names, labels, values and days.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "tools/diff/account.hpp"
#include "tools/diff/match.hpp"

namespace eligo::diff {

/// Of the decisions that are compared.
struct Decided {
  std::string name;
  std::array<types::Type, 2> types;
};

using Infos = std::array<std::vector<FactInfo>, 2>;

[[nodiscard]] Group filled(const Both& programs, const Matched& matched, const Infos& infos,
                           const analysis::Class& one, const Decided& decided);

}  // namespace eligo::diff
