// SPDX-License-Identifier: MIT
// Owns the reading of folders: listings, translations, and which folder is a ruleset.
#include "interpreter/host/folders.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "interpreter/host/characters.hpp"
#include "interpreter/host/paths.hpp"
#include "interpreter/host/rule_names.hpp"

namespace eligo::host {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

// Texts end with their line and comments start with `#`, so the word `ruleset` at the start of a line is a
// header.
bool has_header(std::string_view bytes) {
  constexpr std::string_view word = "ruleset";
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  for (std::size_t at = bytes.find(word); at != std::string_view::npos; at = bytes.find(word, at + 1)) {
    std::size_t before = at;
    while (before > 0 && is_blank(bytes[before - 1])) --before;
    const std::size_t after = at + word.size();
    const bool starts_line = before == 0 || is_line_end(bytes[before - 1]);
    if (starts_line && (after == bytes.size() || is_blank(bytes[after]) || is_line_end(bytes[after])))
      return true;
  }
  return false;
}

}  // namespace

const Folders::Listing& Folders::listing(const std::string& folder) {
  const auto known = listings_.find(folder);
  if (known != listings_.end()) return known->second;
  Listing names = importer_.list(folder);
  if (names) {
    std::sort(names->begin(), names->end());
    names->erase(std::unique(names->begin(), names->end()), names->end());
    for (const std::string& name : *names)
      if (!not_read(name).why.empty()) misnamed_[folder].push_back(name);
    // A name that is no part of a path could not be asked for again.
    std::string why;
    const auto strange = [&](const std::string& name) {
      return logical_name(name, why) != name || name.find('/') != std::string::npos;
    };
    names->erase(std::remove_if(names->begin(), names->end(), strange), names->end());
  }
  return listings_.emplace(folder, std::move(names)).first->second;
}

bool Folders::holds(const std::string& folder, std::string_view base) {
  const Listing& names = listing(folder);
  return names && std::binary_search(names->begin(), names->end(), base);
}

bool Folders::is_there(const std::string& file) {
  const std::string folder(folder_of(file));
  if (exists(folder)) return holds(folder, base_of(file));
  std::string why;
  auto bytes = read(file, why);
  if (bytes) keep(file, std::move(*bytes));
  return bytes.has_value();
}

// What was looked at before its turn, as long as it takes no more room than the largest file.
void Folders::keep(const std::string& file, std::string bytes) {
  if (bytes.size() > limits_.source_bytes - read_ahead_bytes_) return;
  read_ahead_bytes_ += bytes.size();
  read_ahead_.emplace(file, std::move(bytes));
}

std::vector<std::string> Folders::rule_files(const std::string& folder) {
  std::vector<std::string> files;
  if (const Listing& names = listing(folder)) {
    for (const std::string& name : *names)
      if (is_read(name)) files.push_back(join(folder, name));
  }
  return files;
}

std::vector<std::string> Folders::csv_files(const std::string& folder) {
  std::vector<std::string> files;
  if (const Listing& names = listing(folder))
    for (const std::string& name : *names)
      if (name.ends_with(".csv") && !name.starts_with('.')) files.push_back(join(folder, name));
  return files;
}

std::vector<std::string> Folders::misnamed(const std::string& folder) {
  static_cast<void>(listing(folder));
  const auto known = misnamed_.find(folder);
  return known == misnamed_.end() ? std::vector<std::string>() : known->second;
}

std::vector<std::string> Folders::with_translations(const std::string& file) {
  std::vector<std::string> files = {file};
  const std::string folder(folder_of(file));
  std::string_view stem = base_of(file);
  stem.remove_suffix(std::string_view("eligo").size());  // with its dot
  if (const Listing& names = listing(folder)) {
    for (auto it = std::lower_bound(names->begin(), names->end(), stem); it != names->end(); ++it) {
      if (it->compare(0, stem.size(), stem) != 0) break;
      if (is_read(*it) && *it != base_of(file)) files.push_back(join(folder, *it));
    }
  }
  return files;
}

bool Folders::is_ruleset(const std::string& folder) {
  const auto known = rulesets_.find(folder);
  if (known != rulesets_.end()) return known->second;
  bool found = false;
  std::uint32_t looked_at = 0;
  for (const std::string& file : rule_files(folder)) {
    if (found || looked_at++ == limits_.sources) break;
    std::string why;
    auto bytes = read(file, why);
    if (!bytes) continue;
    found = has_header(*bytes);
    keep(file, std::move(*bytes));
  }
  rulesets_.emplace(folder, found);
  return found;
}

std::optional<std::string> Folders::read(const std::string& file, std::string& why) {
  const auto kept = read_ahead_.find(file);
  if (kept == read_ahead_.end()) return importer_.read(file, why);
  std::string bytes = std::move(kept->second);
  read_ahead_.erase(kept);
  read_ahead_bytes_ -= bytes.size();
  return bytes;
}

std::string Folders::spreadsheet_for(const std::string& folder, std::string_view base) {
  if (!base.ends_with(".csv")) return "";
  base.remove_suffix(4);
  for (const char* const ending : {".xlsx", ".xls", ".ods", ".numbers"})
    if (const std::string name = std::string(base) + ending; holds(folder, name)) return name;
  return "";
}

std::string_view Folders::nearest_file(const std::string& folder, std::string_view base) {
  const Listing& names = listing(folder);
  if (!names) return {};
  const std::vector<std::string_view> candidates(names->begin(), names->end());
  return text::nearest(base, candidates);
}

}  // namespace eligo::host
