// SPDX-License-Identifier: MIT
// Rulesets from the paths that a person names: one folder, one file, or all that stand below a folder.
#include "tools/cli/ruleset.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "tools/cli/from_here.hpp"
#include "tools/cli/nearest.hpp"
#include "tools/cli/walk.hpp"

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

/// What to put before the logical names of a root's files, so that they lead there from the current folder.
std::string prefix(const std::string& root) {
  const std::string text = from_here(root).generic_string();
  return text == "." ? "" : text + "/";
}

/// The current folder as a root's logical names would name it; "" where it is the root, or not below it.
std::string below(const std::string& root) {
  std::error_code failed;
  const fs::path current = fs::current_path(failed);
  const fs::path way = failed ? fs::path() : fs::relative(current, root, failed);
  if (failed || way.empty() || way == "." || *way.begin() == "..") return "";
  return way.generic_string() + "/";
}

bool is_rule_file(const fs::path& path) {
  return path.extension() == ".eligo";
}

/// What follows the word `ruleset` at the beginning of a line, or nothing; "" where the file cannot be read: it is read
/// again, and why not is told.
std::optional<std::string> name_in_header(const std::string& file) {
  std::string why;
  const std::optional<std::string> text = read_rules(file, why);
  if (!text) return "";
  for (std::size_t at = 0; at != std::string::npos; at = text->find_first_of("\r\n", at)) {
    at = text->find_first_not_of(" \t\r\n", at);
    if (at == std::string::npos) return std::nullopt;
    if (text->compare(at, 8, "ruleset ") != 0) continue;
    at = std::min(text->find_first_not_of(" \t", at + 8), text->size());
    return text->substr(at, text->find_first_of(" \t\r\n\"#", at) - at);
  }
  return std::nullopt;
}

bool is_ruleset(const RuleFolder& folder) {
  return std::any_of(folder.files.begin(), folder.files.end(),
                     [](const RuleFile& file) { return name_in_header(file.path).has_value(); });
}

/// The rulesets that a path means: itself, or, for a folder without rule files, those below it. Nothing, after saying why,
/// where a folder cannot be read.
std::optional<std::vector<std::string>> expand(const std::string& path, Console& console) {
  std::error_code failed;
  if (is_standard_input(path) || !fs::is_directory(path, failed) || !look_into(path).files.empty())
    return std::vector<std::string>{path};
  std::vector<RuleFolder> folders;
  if (!walk(path, folders, console)) return std::nullopt;
  std::vector<std::string> found;
  for (const RuleFolder& folder : folders)
    if (is_ruleset(folder)) found.push_back(folder.path);
  if (found.empty()) found.push_back(path);
  for (const RuleFolder& folder : folders)  // of those that are compiled it is said there
    if (std::find(found.begin(), found.end(), folder.path) == found.end())
      for (const std::string& why : folder.not_read) console.complain(why);
  return found;
}

/// Two paths with one key mean the same ruleset: naming a file of it means its folder.
std::string key_of(const std::string& path) {
  std::error_code failed;
  fs::path full = fs::weakly_canonical(path, failed);
  if (failed) return path;
  if (is_rule_file(full)) full = full.parent_path();
  return full.string();
}

}  // namespace

bool Loaded::is_unreadable() const {
  return std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(), [](const Diagnostic& d) {
    const bool is_of_path = d.place.begin == 0 && d.place.end == 0;  // not of a `use`
    return d.code == "host/unreadable" ||
           ((d.code == "host/no_rules" || d.code == "host/path") && is_of_path);
  });
}

std::optional<Loaded> load(const std::string& path, Console& console) {
  Loaded loaded;
  loaded.path = path;
  if (is_standard_input(path)) {
    std::string why;
    std::optional<std::string> text = read_rules(path, why);
    if (!text) {
      console.complain("standard input cannot be read: " + why);
      return std::nullopt;
    }
    MemoryImporter importer;
    importer.add("standard_input.eligo", std::move(*text));
    loaded.compiled = compile(importer, "standard_input.eligo");
    return loaded;
  }
  const std::optional<FolderImporter::Located> located = FolderImporter::locate(path);
  if (!located) {
    console.complain("no such file or folder: " + path);
    return std::nullopt;
  }
  FolderImporter importer(located->root);
  loaded.root = located->root;
  loaded.name = located->name;
  loaded.folder = prefix(located->root);
  loaded.here = below(located->root);
  loaded.compiled = compile(importer, located->name);
  return loaded;
}

std::optional<std::vector<Loaded>> load_all(const std::vector<std::string>& paths, Console& console) {
  std::vector<Loaded> all;
  std::set<std::string> seen;
  for (const std::string& named : paths) {
    const std::optional<std::vector<std::string>> paths_of_it = expand(named, console);
    if (!paths_of_it) return std::nullopt;
    for (const std::string& path : *paths_of_it) {
      if (!seen.insert(key_of(path)).second) continue;
      std::optional<Loaded> loaded = load(path, console);
      if (!loaded) return std::nullopt;
      all.push_back(std::move(*loaded));
    }
  }
  return all;
}

std::vector<std::string> names_below(const std::string& root, Console& console) {
  std::vector<RuleFolder> folders;
  std::vector<std::string> names;
  static_cast<void>(walk(root, folders, console));
  for (const RuleFolder& folder : folders)
    for (const RuleFile& file : folder.files)
      if (std::optional<std::string> name = name_in_header(file.path)) names.push_back(std::move(*name));
  return names;
}

bool may_be_one(const std::string& path, Console& console) {
  constexpr std::size_t most = 8;
  const std::optional<std::vector<std::string>> all = expand(path, console);
  if (!all) return false;
  const std::vector<std::string>& below = *all;
  if (below.empty() || below == std::vector<std::string>{path}) return true;
  std::string names;
  for (std::size_t i = 0; i < below.size() && i < most; ++i) names += (i == 0 ? "" : ", ") + below[i];
  console.complain(path + " holds no rule file itself; choose a ruleset below it: " + names +
                   (below.size() > most ? ", …" : ""));
  return false;
}

std::shared_ptr<const Program> load_program(const std::string& path, bool json, Console& console,
                                            const std::string& otherwise) {
  if (!may_be_one(path, console)) return nullptr;
  std::optional<Loaded> loaded = load(path, console);
  if (!loaded) return nullptr;
  if (loaded->compiled.program) return std::move(loaded->compiled.program);
  if (json) {
    console.out(render::to_json({loaded->findings()}));
  } else {
    console.err(render::to_terminal({loaded->findings()}, {console.color_err()}));
  }
  console.complain("the ruleset has errors; " + otherwise);
  return nullptr;
}

std::optional<std::string> choose_language(const Program& program, const std::string& asked,
                                           Console& console) {
  const std::vector<std::string> languages = program.languages();
  if (asked.empty()) return languages.empty() ? "" : languages.front();
  if (std::find(languages.begin(), languages.end(), asked) != languages.end()) return asked;
  std::string known;
  for (const std::string& language : languages) known += (known.empty() ? "" : ", ") + language;
  console.complain("the ruleset has no texts in the language `" + asked + "`; it has " +
                   (known.empty() ? "none" : known) + did_you_mean(asked, languages));
  return std::nullopt;
}

}  // namespace eligo::cli
