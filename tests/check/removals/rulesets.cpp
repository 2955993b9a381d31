// SPDX-License-Identifier: MIT
// Owns the reading of `rules/`, and where the diagnostics of a removal may stand.
#include "tests/check/removals/rulesets.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/support/contents.hpp"

namespace eligo::tests {
namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& name) {
  return name.substr(0, name.rfind('/'));
}

/// The number of the line that holds the byte, and of the next one that is not empty.
struct Lines {
  Lines(std::string_view text, std::size_t at) {
    line = 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n'));
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    std::size_t end = std::min(text.find('\n', at), text.size());
    words = text.substr(begin, end - begin);
    next = line + 1;
    for (std::size_t next_end = 0; end < text.size(); end = next_end, ++next) {
      next_end = std::min(text.find('\n', end + 1), text.size());
      if (text.substr(end, next_end - end).find_first_not_of(" \t\r\n") != std::string_view::npos) return;
    }
  }

  std::uint32_t line = 0, next = 0;
  std::string_view words;
};

}  // namespace

Rulesets::Rulesets() {
  const fs::path root = ELIGO_SOURCE_DIR "/rules";
  std::map<std::string, std::string> rulesets;  // by folder: itself, or one that uses its files
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), root).generic_string();
    std::string bytes = contents(entry.path());
    importer_.add(name, bytes);
    if (entry.path().extension() != ".eligo") continue;
    if (("\n" + bytes).find("\nruleset ") != std::string::npos) rulesets[folder_of(name)] = folder_of(name);
    files_.push_back({name, "", std::move(bytes)});
  }
  std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  for (const RuleFile& file : files_)
    for (std::size_t at = file.bytes.find("\nuse \""); at != std::string::npos;
         at = file.bytes.find("\nuse \"", at + 1)) {
      const std::size_t begin = at + 6;
      rulesets.emplace(folder_of(file.bytes.substr(begin, file.bytes.find('"', begin) - begin)),
                       folder_of(file.name));
    }
  for (RuleFile& file : files_) file.ruleset = rulesets[folder_of(file.name)];
}

Outcome Rulesets::remove(const RuleFile& file, const Removal& removal) {
  std::string bytes = file.bytes.substr(0, removal.begin) + file.bytes.substr(removal.end);
  const Lines at(bytes, removal.begin);
  Outcome out;
  out.story = file.name + " without `" + removal.what + "` on line " + std::to_string(at.line) + ": " +
              std::string(at.words) + "\n";
  importer_.add(file.name, bytes);
  const Compiled compiled = compile(importer_, file.ruleset);
  importer_.add(file.name, file.bytes);
  for (const Diagnostic& d : compiled.diagnostics)
    out.story += "    " + d.place.file + ":" + std::to_string(d.place.line) + ": " + d.message + "\n";
  if (compiled.diagnostics.empty()) {
    out.after = After::valid;
  } else if (compiled.diagnostics.size() == 1) {
    const Place& place = compiled.diagnostics[0].place;
    if (place.file == file.name && (place.line == at.line || place.line == at.next)) out.after = After::one;
  }
  return out;
}

}  // namespace eligo::tests
