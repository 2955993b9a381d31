// SPDX-License-Identifier: MIT
// Owns how the root of a path is found: the highest `eligo.toml` at or above it.
#include <filesystem>
#include <system_error>

#include "interpreter/include/eligo/eligo.hpp"

namespace eligo {
inline namespace v0 {

FolderImporter::FolderImporter(std::string root) noexcept : root_(std::move(root)) {}
FolderImporter::~FolderImporter() = default;

// By spelling, not by what links stand for: a ruleset that is mounted through links keeps the name it was
// asked by.
std::optional<FolderImporter::Located> FolderImporter::locate(const std::string& path) noexcept {
  namespace fs = std::filesystem;
  try {
    std::error_code error;
    fs::path whole = fs::absolute(path.empty() ? fs::path(".") : fs::path(path), error).lexically_normal();
    if (error || path.find('\0') != std::string::npos) return std::nullopt;
    if (!whole.has_filename()) whole = whole.parent_path();  // `rules/` is `rules`
    const fs::file_status status = fs::status(whole, error);
    if (!fs::exists(status)) return std::nullopt;
    const fs::path own = fs::is_directory(status) ? whole : whole.parent_path();
    fs::path root = own;
    for (fs::path folder = own;; folder = folder.parent_path()) {
      if (fs::is_regular_file(folder / "eligo.toml", error)) root = folder;
      if (!folder.has_relative_path()) break;
    }
    const std::string name = whole.lexically_relative(root).generic_string();
    return Located{root.string(), name == "." ? std::string() : name};
  } catch (...) {  // memory, or a path that the system cannot spell
    return std::nullopt;
  }
}

}  // namespace v0
}  // namespace eligo
