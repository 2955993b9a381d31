// SPDX-License-Identifier: MIT
// Owns what a check of the linter is: its page as data, the function that looks, and what that function sees and says.
// For the files in lints/ and the linter itself; who calls the linter needs run.hpp and pages.hpp alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "interpreter/check/checked.hpp"
#include "interpreter/host/load.hpp"
#include "interpreter/program/program.hpp"
#include "interpreter/types/date.hpp"
#include "tools/lint/level.hpp"
#include "tools/lint/prover.hpp"
#include "tools/lint/uses.hpp"
#include "tools/lint/waive.hpp"

namespace eligo::lint {

using grammar::Span;

/// One thing found. The message as in every diagnostic: lower-case start, one line, no full stop.
struct Finding {
  Span span;
  std::string message;
  std::vector<text::Label> labels = {};
  std::vector<std::string> help = {};
  std::vector<text::Fix> fixes = {};  // each keeps what the rules mean: it is proved before it is written
  std::string witness = {};           // a `test` block that shows the finding on a person, ready to paste
};

/// A number that `eligo.toml` may set for one lint.
struct Setting {
  std::string name;
  std::int64_t usual = 0;  // what holds where nothing is set
  std::string help = {};
};

/// What a lint sees: one ruleset that has no errors. Nothing here is a clock: the day is given.
struct Context {
  const host::Loaded& loaded;
  const check::Checked& checked;
  const program::Program& program;
  const Uses& uses;
  const Waivers& waivers;  // what they left is known to lints with `after_others` only
  types::Date as_of;
  Prover& prover;
  const std::vector<std::int64_t>& settings;  // of the lint that runs, in its own order

  [[nodiscard]] const grammar::Ast& ast() const { return *loaded.ast; }
  [[nodiscard]] const text::SourceSet& sources() const { return *loaded.sources; }
  [[nodiscard]] std::string_view view(text::NameId name) const { return loaded.names->view(name); }
  /// The name in backticks.
  [[nodiscard]] std::string tick(text::NameId name) const;
  /// What is written there, in backticks.
  [[nodiscard]] std::string quote(Span span) const;
  /// Whether a file is of the ruleset itself, not brought by `use`.
  [[nodiscard]] bool is_own(text::SourceId source) const;
  /// The declaration, or nullptr where `decl` is check::nowhere.
  template <typename Body>
  [[nodiscard]] const Body* body(check::Index decl) const {
    return decl == check::nowhere ? nullptr : std::get_if<Body>(&ast().decls[decl].body);
  }
};

/// A check. `code` is the path of its file, `category/name`; it is never used again for something else.
struct Lint {
  std::string code = {};
  std::string summary;  // one line: what is found
  std::string reason;   // why it matters, for somebody who writes rules
  Level level = Level::warning;
  std::string bad;   // the smallest rules with exactly one finding, whose place stands between « and »
  std::string good;  // the same, mended
  std::vector<Setting> settings = {};
  bool every_file = false;    // also looks at files that `use` brings
  bool after_others = false;  // runs when waivers have been applied
  bool by_day = false;        // what it finds comes and goes with the days
  void (*run)(const Context& context, std::vector<Finding>& found) = nullptr;
};

/// Every check, in the order of their codes.
[[nodiscard]] const std::vector<Lint>& lints();
/// The check of a code, or nullptr.
[[nodiscard]] const Lint* find_lint(std::string_view code);

}  // namespace eligo::lint
