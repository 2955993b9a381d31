// SPDX-License-Identifier: MIT
// Owns the path by which a reader finds a file that a finding speaks of.
#include <filesystem>

#include "tools/render/diagnostics.hpp"

namespace eligo::render {

std::string Findings::path_of(const std::string& file) const {
  if (here.empty() || file.empty()) return folder + file;
  return std::filesystem::path(file).lexically_relative(here).generic_string();
}

}  // namespace eligo::render
