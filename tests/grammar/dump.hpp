// SPDX-License-Identifier: MIT
// Owns a readable print of the tree, for tests: one line a declaration, one a line of a block.
#pragma once

#include <string>

#include "grammar/ast.hpp"
#include "grammar/text/names.hpp"
#include "grammar/text/source.hpp"

namespace eligo::tests {

/// Everything that the tree says, but for places, as nested lists.
[[nodiscard]] std::string dump(const grammar::Ast& ast, const text::SourceSet& sources,
                               const text::Names& names);
/// One expression.
[[nodiscard]] std::string dump(const grammar::Ast& ast, const text::SourceSet& sources,
                               const text::Names& names, grammar::ExprId id);

}  // namespace eligo::tests
