// SPDX-License-Identifier: MIT
// A new folder with files: whole, or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/cli/skeleton.hpp"

namespace eligo::cli {

/// Writes the files into a folder that is not there yet and, where `mark` is not empty, one more file of that
/// path, which is not there yet either. Nothing is overwritten, and what fails leaves nothing behind. Gives the
/// reason why it failed, or "".
[[nodiscard]] std::string write_new_folder(const std::filesystem::path& folder,
                                           const std::vector<SkeletonFile>& files,
                                           const std::filesystem::path& mark, const std::string& mark_text);

}  // namespace eligo::cli
