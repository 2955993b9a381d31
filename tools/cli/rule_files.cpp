// SPDX-License-Identifier: MIT
// Owns the search for rule files below folders.
#include "tools/cli/rule_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

// False where a folder cannot be read to its end.
bool collect(const fs::path& folder, std::vector<std::string>& found, std::string& why) {
  std::error_code failed;
  for (fs::recursive_directory_iterator each(folder, failed), end; !failed && each != end;
       each.increment(failed)) {
    std::error_code ignored;
    if (each->path().extension() == ".eligo" &&
        each->symlink_status(ignored).type() == fs::file_type::regular)
      found.push_back(each->path().string());
  }
  why = failed.message();
  return !failed;
}

}  // namespace

std::optional<std::vector<std::string>> rule_files(const std::vector<std::string>& paths, Console& console) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (path == "-") {
      all.push_back(path);
      continue;
    }
    if (!fs::exists(path, failed)) {
      console.complain("no such file or folder: " + path);
      return std::nullopt;
    }
    if (!fs::is_directory(path, failed)) {
      all.push_back(path);
      continue;
    }
    std::vector<std::string> below;
    std::string why;
    if (!collect(path, below, why)) {
      console.complain("the folder `" + path + "` cannot be read: " + why);
      return std::nullopt;
    }
    if (below.empty()) {
      console.complain("the folder `" + path + "` holds no rule file, and those below it neither");
      return std::nullopt;
    }
    std::sort(below.begin(), below.end());
    all.insert(all.end(), below.begin(), below.end());
  }
  std::set<std::string> seen;
  const auto again = [&](const std::string& path) {
    std::error_code failed;
    const fs::path full = path == "-" ? fs::path(path) : fs::canonical(path, failed);
    return !seen.insert(failed ? path : full.string()).second;
  };
  all.erase(std::remove_if(all.begin(), all.end(), again), all.end());
  return all;
}

}  // namespace eligo::cli
