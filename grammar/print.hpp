// SPDX-License-Identifier: MIT
// Owns the canonical layout of rule files: the same tokens and comments in the same order, with other blanks and line
// ends between them.
#pragma once

#include <optional>
#include <string>

#include "grammar/ast.hpp"
#include "grammar/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

/// The canonical layout of a source that was parsed without a mistake into `ast`, which holds nothing else.
[[nodiscard]] std::string print(const Ast& ast, const text::SourceSet& sources, text::SourceId id,
                                const Limits& limits);

/// What became of a text that was to be laid out.
struct Printed {
  std::optional<std::string> text;  // there if nothing was said and the meaning is proved to be the same
  text::Diagnostics said;           // about the source that was given
};

/// Parses, prints, parses again and compares: a layout that would change the meaning is never given out.
[[nodiscard]] Printed print_proved(text::SourceSet& sources, text::SourceId id, const Limits& limits);

}  // namespace eligo::grammar
