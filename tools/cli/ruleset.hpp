// SPDX-License-Identifier: MIT
// Rulesets from the paths that a person names.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/cli/console.hpp"
#include "tools/render/diagnostics.hpp"

namespace eligo::cli {

/// A compiled ruleset and where it came from.
struct Loaded {
  std::string path;    // as it was named
  std::string root;    // the folder that its files' names start from; "" for standard input
  std::string name;    // what it is called there
  std::string folder;  // what leads from here to the files: "rules/", or ""
  std::string here;    // where "here" is below their root: "examples/", or ""
  Compiled compiled;

  /// A file of it could not be read, or the named path holds no rules.
  [[nodiscard]] bool is_unreadable() const;
  [[nodiscard]] render::Findings findings() const {
    return {&compiled.diagnostics, &compiled.files, folder, here};
  }
};

/// Compiles the ruleset at a path (a folder, one of its files, or "-": rules on standard input). Says why on
/// the console where there is nothing to compile.
[[nodiscard]] std::optional<Loaded> load(const std::string& path, Console& console);

/// Each ruleset at or below the paths once, in the order of the paths and of names. Nothing where one cannot
/// be read.
[[nodiscard]] std::optional<std::vector<Loaded>> load_all(const std::vector<std::string>& paths,
                                                          Console& console);

/// The names of the rulesets at or below a folder; "" for each file that cannot be read.
[[nodiscard]] std::vector<std::string> names_below(const std::string& root, Console& console);

/// Whether a path may be one ruleset; false, after naming those below it, of a folder that holds several and is none itself.
[[nodiscard]] bool may_be_one(const std::string& path, Console& console);

/// The program at a path; or nothing, after saying why: its diagnostics, on standard error (as JSON: on
/// standard output), and that `otherwise` was done.
[[nodiscard]] std::shared_ptr<const Program> load_program(
    const std::string& path, bool json, Console& console,
    const std::string& otherwise = "nothing was decided");

/// The language to answer in: the one asked for, or the ruleset's first; nothing, after saying so, where it
/// has no such.
[[nodiscard]] std::optional<std::string> choose_language(const Program& program, const std::string& asked,
                                                         Console& console);

}  // namespace eligo::cli
