// SPDX-License-Identifier: MIT
// Rule files from the paths that a person names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/cli/console.hpp"

namespace eligo::cli {

/// Each rule file once: a path that is no folder means itself, whatever its name, "-" too; a folder all rule files at or
/// below it (see walk.hpp) but for links, in the order of their names. What is not read there, since its name is not one
/// of a rule file, is said. Nothing, after saying why, where a path leads nowhere.
[[nodiscard]] std::optional<std::vector<std::string>> rule_files(const std::vector<std::string>& paths,
                                                                 Console& console);

}  // namespace eligo::cli
