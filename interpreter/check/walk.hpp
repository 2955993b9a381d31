// SPDX-License-Identifier: MIT
// Owns the walk over every line of a declaration, those inside nested blocks too.
#pragma once

#include <vector>

#include "grammar/ast.hpp"

namespace eligo::check {

/// Calls `see(line)` for the line and every line of the blocks in it. A line's condition is a block or holds
/// none.
template <typename See>
void each_line(const grammar::Ast& ast, const grammar::Line& line, const See& see) {
  std::vector<const grammar::Line*> todo{&line};
  while (!todo.empty()) {
    const grammar::Line* next = todo.back();
    todo.pop_back();
    see(*next);
    const grammar::Expr& condition = ast[next->condition];
    if (condition.kind != grammar::ExprKind::block) continue;
    for (const grammar::Line& inner : ast.blocks[condition.value].lines) todo.push_back(&inner);
  }
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
