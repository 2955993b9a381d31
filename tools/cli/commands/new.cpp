// SPDX-License-Identifier: MIT
// `eligo new`: the beginning of a ruleset, to change step by step.
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/from_here.hpp"
#include "tools/cli/new_folder.hpp"
#include "tools/cli/new_name.hpp"
#include "tools/cli/skeleton.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace new_parts {

namespace fs = std::filesystem;

// So deep below a folder without eligo.toml one is looked for.
constexpr int most_depth = 3;

const char* const root_text =
    "# This file marks the root of the rules: paths after `use` start here, and nothing outside this folder\n"
    "# can be read.\n";

/// A folder below this one that is the root of its own rules.
std::optional<fs::path> root_below(const fs::path& folder, int depth) {
  std::error_code failed;
  for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed)) {
    std::error_code none;
    if (!fs::is_directory(each->symlink_status(none))) continue;
    if (fs::exists(each->path() / "eligo.toml", none)) return each->path();
    if (depth <= 1) continue;
    if (std::optional<fs::path> found = root_below(each->path(), depth - 1)) return found;
  }
  return std::nullopt;
}

/// A path as one would type it: no "./" before it.
std::string typed(const fs::path& path) {
  return path.lexically_normal().generic_string();
}

std::string said(const fs::path& folder, const std::vector<SkeletonFile>& files, const std::string& root) {
  std::string out = "made " + typed(folder) + ": ";
  for (const SkeletonFile& file : files) out += (&file == &files.front() ? "" : ", ") + file.name;
  out += "\n" + root + "\nnext: eligo test " + typed(folder) + "; then read " + typed(folder / "README.md");
  return render::visible_lines(out) + "\n";
}

int run(const Arguments& arguments, Console& console) {
  const auto refuse = [&](const std::string& why) {
    console.complain(why);
    return exit_usage;
  };
  const std::string& name = arguments.operands.front();
  if (const std::string why = name_complaint(name); !why.empty()) return refuse(why);
  const std::vector<SkeletonFile> files = skeleton_for(name);
  const fs::path parent = arguments.has("--in") ? arguments.one("--in") : ".";
  const fs::path folder = parent / name;
  std::error_code failed;
  if (!fs::is_directory(parent, failed)) return refuse("no such folder: " + parent.string());
  if (fs::exists(fs::symlink_status(folder, failed))) return refuse(typed(folder) + " is there already");

  const std::optional<FolderImporter::Located> located = FolderImporter::locate(parent.string());
  if (!located) return refuse(parent.string() + " cannot be read");
  const bool has_root = fs::exists(fs::path(located->root) / "eligo.toml", failed);
  const fs::path mark = parent / "eligo.toml";
  if (!has_root) {
    // A second one below the root would be an error in every ruleset there.
    if (const std::optional<fs::path> below = root_below(parent, most_depth))
      return refuse("the rules in " + typed(*below) + " have their root there: say `--in " + typed(*below) +
                    "`");
  }
  const std::string why = write_new_folder(folder, files, has_root ? fs::path() : mark, root_text);
  if (!why.empty()) return refuse(typed(folder) + " cannot be made: " + why);
  const fs::path marked = has_root ? from_here(fs::path(located->root) / "eligo.toml") : mark;
  console.out(said(folder, files,
                   typed(marked) + (has_root ? " marks the root of these rules"
                                             : " is new too: it marks the root of your rules")));
  return exit_clean;
}

}  // namespace new_parts

Command new_command() {
  return {
      "new",
      "makes a folder with the beginning of a ruleset",
      "The folder has a ruleset that works, its French texts, its tests, a table, and a README with the next "
      "steps. Nothing is ever overwritten. Where no folder above has an eligo.toml, one is made: it marks "
      "the root.",
      {{"NAME", "the name of the ruleset and of its folder: letters, digits and _"}},
      {{"--in", "FOLDER", "where to make it; without it, here"}},
      {
          {exit_clean, "made"},
          {exit_usage, "wrong use, or it could not be made; nothing was written"},
      },
      {{"eligo new pool --in rules", "makes rules/pool"}},
      new_parts::run,
  };
}

}  // namespace eligo::cli
