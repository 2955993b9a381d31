// SPDX-License-Identifier: MIT
// The files that a new ruleset begins with, under its own name.
#include "tools/cli/skeleton.hpp"

#include <cctype>
#include <eligo/eligo.hpp>
#include <utility>

#include "tools/cli/rule_files.hpp"

namespace eligo::cli {
namespace {

constexpr std::string_view example_name = "my_ruleset", example_title = "My ruleset";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// "swimming_pool" as people read it: "Swimming pool".
std::string title_of(std::string_view name) {
  std::string title = replaced(std::string(name), "_", " ");
  title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  return title;
}

}  // namespace

std::vector<SkeletonFile> skeleton_for(std::string_view name) {
  std::vector<SkeletonFile> files;
  const std::string title = title_of(name);
  for (const SkeletonFile& file : skeleton()) {
    SkeletonFile made{replaced(file.name, example_name, name),
                      replaced(replaced(file.text, example_title, title), example_name, name)};
    // Columns are as wide as the names in them.
    if (is_rule_file(made.name)) made.text = format(made.name, made.text).text.value_or(made.text);
    files.push_back(std::move(made));
  }
  return files;
}

}  // namespace eligo::cli
