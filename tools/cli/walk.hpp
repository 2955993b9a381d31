// SPDX-License-Identifier: MIT
// What stands in folders: the one walk by which all commands find rule files.
#pragma once

#include <string>
#include <vector>

#include "tools/cli/console.hpp"

namespace eligo::cli {

struct RuleFile {
  std::string path;
  bool is_link = false;
};

/// A folder, and what it holds itself, in the order of names. Of names that begin with a dot there is nothing here.
struct RuleFolder {
  std::string path;
  std::vector<RuleFile>
      files;  // by their names rules: pipes and links too, which may turn out not to be read
  std::vector<std::string>
      not_read;  // "rules/tests.eligo.txt is not read: its name ends in `.txt`; name it …"
  std::vector<std::string> folders;  // no links
  std::string why;                   // the folder cannot be read to its end
};
[[nodiscard]] RuleFolder look_into(const std::string& folder);

/// The folder and those below it, each before what it holds. Folders whose names begin with a dot are passed over, and
/// links to folders are not followed. What stands too deep is said on the console. False, after saying why, where a
/// folder cannot be read.
[[nodiscard]] bool walk(const std::string& folder, std::vector<RuleFolder>& found, Console& console);

}  // namespace eligo::cli
