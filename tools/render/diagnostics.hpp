// SPDX-License-Identifier: MIT
// Diagnostics and the texts of their files in, bytes out: for a terminal, or as JSON. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eligo/eligo.hpp"

namespace eligo::render {

/// Files by logical name, as eligo::Compiled::files.
using Files = std::vector<std::pair<std::string, std::string>>;

/// Diagnostics of one ruleset, with what is needed to show them.
struct Findings {
  const std::vector<Diagnostic>* diagnostics = nullptr;
  const Files* files = nullptr;
  std::string folder;     // put before each file's name, so that a reader can open it: "rules/", or ""
  std::string here = {};  // where the reader stands below the root of those names: "examples/", or ""

  [[nodiscard]] std::string path_of(const std::string& file) const;
};

struct TerminalOptions {
  bool color = false;
  int columns = 100;                   // of an excerpt, margin excluded
  std::size_t most_findings = 50;      // then "and N more"
  std::size_t most_bytes = 60 * 1024;  // of the whole text, about
};

/// What a person reads: for each finding its title, its place, the line with the place underlined, related
/// places, help and suggested changes. Empty where there is nothing to say.
[[nodiscard]] std::string to_terminal(const std::vector<Findings>& all, const TerminalOptions& options);

/// The same as one JSON object with a "version" (tools/cli/check.schema.json); at most `most` findings.
[[nodiscard]] std::string to_json(const std::vector<Findings>& all, std::size_t most = 1000);

struct Counts {
  std::size_t errors = 0, warnings = 0, notes = 0;
  std::size_t limits = 0;  // of the notes: those that say that there is more than what is listed
};
[[nodiscard]] Counts count(const std::vector<Findings>& all);
[[nodiscard]] const char* to_string(Severity severity);

/// The text of a file by its logical name; nothing where it was not read.
[[nodiscard]] const std::string* text_of(const Files& files, std::string_view name);

}  // namespace eligo::render
