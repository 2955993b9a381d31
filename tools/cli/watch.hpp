// SPDX-License-Identifier: MIT
// Waits for files to change.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace eligo::cli {

/// The rule files, tables and settings at or below some paths, as they are now.
class Watch {
 public:
  explicit Watch(std::vector<std::string> paths) : paths_(std::move(paths)), seen_(look()) {}

  /// Returns true once a file was added, removed or written; false once standard input has ended: whoever started the
  /// program is gone, or has enough.
  [[nodiscard]] bool wait();

 private:
  using Seen = std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;
  [[nodiscard]] Seen look() const;

  std::vector<std::string> paths_;
  Seen seen_;
};

}  // namespace eligo::cli
