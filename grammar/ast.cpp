// SPDX-License-Identifier: MIT
// Owns how a tree begins, is moved and ends.
#include "grammar/ast.hpp"

namespace eligo::grammar {

Ast::Ast() : exprs(1), paths(1), texts(1) {}
Ast::Ast(const Ast&) = default;
Ast::Ast(Ast&&) = default;
Ast& Ast::operator=(const Ast&) = default;
Ast& Ast::operator=(Ast&&) noexcept = default;
Ast::~Ast() = default;

}  // namespace eligo::grammar
