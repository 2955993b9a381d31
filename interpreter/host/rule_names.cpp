// SPDX-License-Identifier: MIT
// Owns which files of a folder are read as rules: their names alone say it.
#include "interpreter/host/rule_names.hpp"

#include <algorithm>

#include "interpreter/host/paths.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo {
namespace host {
namespace {

constexpr std::string_view ending = ".eligo";

bool is_hidden(std::string_view name) {
  return name.substr(0, 1) == ".";
}

bool ends_in_capitals(std::string_view name) {
  if (name.size() <= ending.size()) return false;
  const std::string_view end = name.substr(name.size() - ending.size());
  return end != ending && std::equal(end.begin(), end.end(), ending.begin(), [](char a, char b) {
           return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
         });
}

}  // namespace

bool is_read(std::string_view name) {
  std::string why;
  return is_rule_file(name) && !is_hidden(name) && name.find('/') == std::string_view::npos &&
         logical_name(name, why) == name;
}

NotRead not_read(std::string_view name) {
  if (is_hidden(name) || name.find('/') != std::string_view::npos) return {};
  std::string meant(name), why;
  if (name.ends_with(".eligo.txt") || name.ends_with(".csv.txt")) {
    meant.resize(meant.size() - std::string_view(".txt").size());
    why = "its name ends in `.txt`";
  } else if (ends_in_capitals(name)) {
    meant.replace(meant.size() - ending.size(), ending.size(), ending);
    why = "its name ends in `" + std::string(name.substr(name.size() - ending.size())) + "`";
  }
  std::string fault;
  if (logical_name(meant, fault))
    return why.empty() ? NotRead{} : NotRead{why, "name it `" + meant + "`", is_rule_file(meant)};
  if (!is_rule_file(meant)) return {};
  return {fault, "give it another name, such as `rules.eligo`", true};
}

}  // namespace host

inline namespace v0 {

FolderImporter::Naming FolderImporter::naming(const std::string& file) noexcept {
  try {
    host::NotRead because = host::not_read(file);
    return {host::is_read(file), std::move(because.why), std::move(because.help)};
  } catch (...) {
    return {};
  }
}

}  // namespace v0
}  // namespace eligo
