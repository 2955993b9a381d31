// SPDX-License-Identifier: MIT
// Owns what figures with a name come to before and after: "ceiling, since 1 January 2026: €17,900 becomes €18,200".
#pragma once

#include <string>
#include <vector>

#include "tools/diff/match.hpp"

namespace eligo::diff {

/// One sentence each, of values that are written and not calculated.
[[nodiscard]] std::vector<std::string> changed_figures(const Both& programs);

}  // namespace eligo::diff
