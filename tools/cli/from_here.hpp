// SPDX-License-Identifier: MIT
// Owns how a path is shown: from the current folder on.
#pragma once

#include <filesystem>
#include <system_error>

namespace eligo::cli {

/// The path as seen from the current folder; the path itself where that folder is gone, or on another root.
/// (`fs::relative(path, error)` throws there: libstdc++ 12 asks for the current folder without the error.)
[[nodiscard]] inline std::filesystem::path from_here(const std::filesystem::path& path) {
  std::error_code failed;
  const std::filesystem::path here = std::filesystem::current_path(failed);
  if (failed) return path;
  const std::filesystem::path way = std::filesystem::relative(path, here, failed);
  return failed || way.empty() ? path : way;
}

}  // namespace eligo::cli
