// SPDX-License-Identifier: MIT
// Owns which files a ruleset is made of: its folder, what `use` brings, and the tables that they name.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/names.hpp"
#include "grammar/text/source.hpp"
#include "interpreter/check/checked.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo::host {

/// Everything that was read and parsed; what check::Input is made from.
struct Loaded {
  std::unique_ptr<text::SourceSet> sources;
  std::unique_ptr<text::Names> names;
  std::unique_ptr<grammar::Ast> ast;
  std::vector<check::Unit> units;
  std::vector<check::TableSource> tables;
  text::Diagnostics diagnostics;  // of the parser too
  bool incomplete = false;        // a rule file could not be read
};

/// Reads and parses the ruleset `name`: a folder, or a file. A file stands for its folder where one of the
/// folder's files has the `ruleset` header; else for itself and its translations (`x.fr.eligo` beside
/// `x.eligo`). `use` of a file is read in the same way (language.md 2.13). Files whose names start with a dot
/// are nobody's rules and passed over. Always gives sources, names and an Ast; what could not be read is in
/// the diagnostics. Throws std::bad_alloc only.
[[nodiscard]] Loaded load(Importer& importer, const std::string& name, const Limits& limits);

}  // namespace eligo::host
