// SPDX-License-Identifier: MIT
// Owns whether two texts say the same: their trees compared node by node, and their comments, places left out.
#pragma once

#include "grammar/ast.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

/// Both trees were made with one set of names. Numbers are compared as written, comments without blanks at their end.
[[nodiscard]] bool same_meaning(const Ast& a, const Ast& b, const text::SourceSet& sources);

}  // namespace eligo::grammar
