// SPDX-License-Identifier: MIT
// The files that a new ruleset begins with, under its own name.
#include "tools/cli/skeleton.hpp"

#include <cctype>

#include "eligo/eligo.hpp"

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

/// A name of another length moves the columns: rule files are laid out anew.
std::string laid_out(const std::string& name, std::string text) {
  const bool is_rules = name.size() > 6 && name.compare(name.size() - 6, 6, ".eligo") == 0;
  if (!is_rules) return text;
  const Formatted made = format(name, text);
  return made.text ? *made.text : text;
}

}  // namespace

std::vector<SkeletonFile> skeleton_for(std::string_view name) {
  std::vector<SkeletonFile> files;
  const std::string title = title_of(name);
  for (const SkeletonFile& file : skeleton()) {
    const std::string own_name = replaced(file.name, example_name, name);
    files.push_back({own_name, laid_out(own_name, replaced(replaced(file.text, example_title, title),
                                                           example_name, name))});
  }
  return files;
}

}  // namespace eligo::cli
