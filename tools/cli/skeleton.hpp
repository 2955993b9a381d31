// SPDX-License-Identifier: MIT
// The files that a new ruleset begins with, as they stand in tools/cli/skeleton.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace eligo::cli {

struct SkeletonFile {
  std::string name;  // "my_ruleset.eligo"
  std::string text;
};

/// As they are there (CMake puts them into the program).
[[nodiscard]] const std::vector<SkeletonFile>& skeleton();
/// The same for a ruleset of this name: its name and title stand wherever those of the example did.
[[nodiscard]] std::vector<SkeletonFile> skeleton_for(std::string_view name);

}  // namespace eligo::cli
