// SPDX-License-Identifier: MIT
// Owns the one spelling of an expression that does not depend on how it was laid out: the id of lines without
// a name.
#pragma once

#include <string>

#include "grammar/ast.hpp"

namespace eligo::grammar {

/// Names, operators with single blanks, brackets only where another reading would be meant. The lines of a
/// block are sorted by their spelling (`any of (a; b)`), so that moving a line changes no id. Literals stand
/// as written, texts with their escapes made anew. Iterative but for blocks, which the parser nests at most
/// Limits::nesting deep.
[[nodiscard]] std::string canonical(const Ast& ast, const text::Names& names, const text::SourceSet& sources,
                                    ExprId root);

/// A text in quotes, escapes made anew, placeholders as `{path}`.
[[nodiscard]] std::string quoted(const Ast& ast, TextId text, const text::Names& names);

}  // namespace eligo::grammar
