// SPDX-License-Identifier: MIT
// Owns the walk over every line of a declaration, those inside nested blocks too.
#pragma once

#include <vector>

#include "grammar/ast.hpp"

namespace eligo::check {

/// Calls `see(block)` for the outermost blocks of a condition: itself, or those that its quantifiers ask.
template <typename See>
void each_block_of(const grammar::Ast& ast, grammar::ExprId condition, const See& see) {
  if (ast[condition].kind == grammar::ExprKind::block) return see(ast[condition].value);
  if (ast.bindings.empty()) return;
  std::vector<grammar::ExprId> todo{condition};
  while (!todo.empty()) {
    const grammar::Expr& e = ast[todo.back()];
    todo.pop_back();
    if (e.kind == grammar::ExprKind::block) see(e.value);
    for (std::uint32_t i = e.count; i-- > 0;) todo.push_back(ast.child(e, i));
  }
}

/// Calls `see(line)` for the line and every line of the blocks in it. A line's condition is a block, or holds
/// some after quantifiers only. Recurses as deep as blocks stand inside one another, which the limit `nesting` bounds.
template <typename See>
void each_line(const grammar::Ast& ast, const grammar::Line& line, const See& see) {
  see(line);
  each_block_of(ast, line.condition, [&](grammar::BlockId block) {
    for (const grammar::Line& inner : ast.blocks[block].lines) each_line(ast, inner, see);
  });
}

/// The same for all versions, exceptions and the coverage of a rule, value or decision; nothing else has
/// lines.
template <typename Body, typename See>
void each_line_of(const grammar::Ast& ast, const Body& body, const See& see) {
  if constexpr (requires { body.versions; })
    for (const grammar::Version& version : body.versions) each_line(ast, version.body, see);
  if constexpr (requires { body.unless; })
    for (const grammar::Line& line : body.unless) each_line(ast, line, see);
  if constexpr (requires { body.not_covered_if; })
    if (body.not_covered_if) each_line(ast, *body.not_covered_if, see);
}

}  // namespace eligo::check
