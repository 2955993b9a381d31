// SPDX-License-Identifier: MIT
// Owns the way from the text of one rule file to its tree. The only place where the grammar is instantiated.
#pragma once

#include "grammar/ast.hpp"
#include "grammar/limits.hpp"
#include "grammar/statement.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/names.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

/// Parses one source and appends what it says to `into`. Never fails: what could not be read is reported
/// once, marked broken or lost, and passed over. Checks UTF-8, NUL, bidirectional controls and sizes first. Of names in
/// `into.refused` no more is said where they are used; those that this file declares are added.
[[nodiscard]] text::Diagnostics parse(const text::SourceSet& sources, text::SourceId id, text::Names& names,
                                      const Limits& limits, Ast& into);

/// Matches the text against the bare grammar: no tree, no recovery. For the benchmark of parsing alone.
[[nodiscard]] bool matches(const text::SourceSet& sources, text::SourceId id);

/// Where each statement and each `end` begins, in the order of the text, with the number of things that stand
/// open around it: what the layout of a file rests on. Of a text with mistakes it means little.
[[nodiscard]] std::vector<Statement> outline(const text::SourceSet& sources, text::SourceId id,
                                             const Limits& limits);

/// True if the word is reserved: it can name nothing.
[[nodiscard]] bool is_reserved(std::string_view word);

}  // namespace eligo::grammar
