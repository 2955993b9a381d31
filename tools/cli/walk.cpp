// SPDX-License-Identifier: MIT
// What stands in folders: the one walk by which all commands find rule files.
#include "tools/cli/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "eligo/eligo.hpp"

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

// Deeper folders are not searched.
constexpr int most_depth = 16;

/// As in walk(); the first folder that stands too deep goes to `unsearched`.
bool walk_below(RuleFolder here, int depth, std::vector<RuleFolder>& found, std::string& unsearched,
                Console& console) {
  if (!here.why.empty()) {
    console.complain("the folder `" + here.path + "` cannot be read: " + here.why);
    return false;
  }
  const std::vector<std::string> folders = here.folders;
  found.push_back(std::move(here));
  for (const std::string& folder : folders) {
    if (depth < most_depth) {
      if (!walk_below(look_into(folder), depth + 1, found, unsearched, console)) return false;
    } else if (unsearched.empty()) {
      unsearched = folder;
    }
  }
  return true;
}

}  // namespace

RuleFolder look_into(const std::string& folder) {
  RuleFolder found;
  found.path = folder;
  std::vector<fs::path> all;
  std::error_code failed;
  for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed))
    all.push_back(each->path());
  if (failed) found.why = failed.message();
  std::sort(all.begin(), all.end());
  for (const fs::path& path : all) {
    const std::string name = path.filename().string();
    std::error_code ignored;
    const bool is_link = fs::is_symlink(path, ignored);
    if (name.front() == '.') continue;
    if (fs::is_directory(path, ignored)) {
      if (!is_link) found.folders.push_back(path.string());
      continue;
    }
    const FolderImporter::Naming naming = FolderImporter::naming(name);
    if (naming.is_read) found.files.push_back({path.string(), is_link});
    if (!naming.why.empty())
      found.not_read.push_back("`" + path.string() + "` is not read: " + naming.why + "; " + naming.help);
  }
  return found;
}

bool walk(const std::string& folder, std::vector<RuleFolder>& found, Console& console) {
  std::string unsearched;
  if (!walk_below(look_into(folder), 0, found, unsearched, console)) return false;
  if (!unsearched.empty())
    console.complain("more than " + std::to_string(most_depth) +
                     " folders stand inside one another; not searched for rules: " + unsearched);
  return true;
}

}  // namespace eligo::cli
