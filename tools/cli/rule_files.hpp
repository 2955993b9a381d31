// SPDX-License-Identifier: MIT
// Rule files from the paths that a person names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/cli/console.hpp"

namespace eligo::cli {

/// Each rule file once: a path that is no folder means itself, "-" too; a folder all .eligo files below it, in the order
/// of their names (links are not followed there). Nothing, after saying why, where a path leads nowhere.
[[nodiscard]] std::optional<std::vector<std::string>> rule_files(const std::vector<std::string>& paths,
                                                                 Console& console);

}  // namespace eligo::cli
