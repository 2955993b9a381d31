// SPDX-License-Identifier: MIT
// Owns the calls of git: the rules as they were.
#pragma once

#include <optional>
#include <string>

namespace eligo::cli {

/// A folder that is removed with this.
class TemporaryFolder {
 public:
  TemporaryFolder();  ///< path() is empty where none could be made
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Puts what stands below the root (a folder in a repository) at a revision into a folder, and gives the path there
/// that `path` was. Nothing, with a reason, where git is not there or does not know the revision.
[[nodiscard]] std::optional<std::string> at_revision(const std::string& path, const std::string& revision,
                                                     const TemporaryFolder& into, std::string& why);

}  // namespace eligo::cli
