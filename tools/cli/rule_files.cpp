// SPDX-License-Identifier: MIT
// Rule files from the paths that a person names.
#include "tools/cli/rule_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "tools/cli/walk.hpp"

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

/// The rule files at or below a folder. Nothing, after saying why, where there are none.
std::optional<std::vector<std::string>> files_below(const std::string& path, Console& console) {
  std::vector<RuleFolder> folders;
  if (!walk(path, folders, console)) return std::nullopt;
  std::vector<std::string> below;
  bool is_any = false;
  for (const RuleFolder& folder : folders) {
    for (const std::string& why : folder.not_read) console.complain(why);
    for (const RuleFile& file : folder.files) {
      is_any = true;
      if (!file.is_link) below.push_back(file.path);
    }
  }
  if (!is_any) {
    console.complain("the folder `" + path + "` holds no rule file, and those below it neither");
    return std::nullopt;
  }
  std::sort(below.begin(), below.end());
  return below;
}

}  // namespace

std::optional<std::vector<std::string>> rule_files(const std::vector<std::string>& paths, Console& console) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (is_standard_input(path)) {
      all.emplace_back("-");
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
    const std::optional<std::vector<std::string>> below = files_below(path, console);
    if (!below) return std::nullopt;
    all.insert(all.end(), below->begin(), below->end());
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
