// SPDX-License-Identifier: MIT
// Owns the ways over the tree: the children of an expression, and everything below one, blocks and their
// lines included.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "grammar/ast.hpp"

namespace eligo::grammar {

/// The expressions directly below; a block has lines instead.
[[nodiscard]] inline std::span<const ExprId> children(const Ast& ast, const Expr& e) {
  return {ast.children.data() + e.first, e.count};
}

/// Calls f(id, expr) for `id` and all below it, parents first, in the order of the file. Without recursion.
template <typename F>
void visit(const Ast& ast, ExprId id, F&& f) {
  std::vector<ExprId> open{id};
  while (!open.empty()) {
    const ExprId now = open.back();
    open.pop_back();
    const Expr& e = ast[now];
    f(now, e);
    if (e.kind == ExprKind::block) {
      const std::vector<Line>& lines = ast.blocks[e.value].lines;
      for (std::size_t i = lines.size(); i-- != 0;) open.push_back(lines[i].condition);
    }
    for (std::uint32_t i = e.count; i-- != 0;) open.push_back(ast.child(e, i));
  }
}

/// Calls f(line) for every line of a declaration: of its versions, exceptions, coverage, and of all blocks
/// below them.
template <typename F>
void visit_lines(const Ast& ast, const Decl& decl, F&& f) {
  const auto below = [&](const Line& line) {
    f(line);
    visit(ast, line.condition, [&](ExprId, const Expr& e) {
      if (e.kind != ExprKind::block) return;
      for (const Line& inner : ast.blocks[e.value].lines) f(inner);
    });
  };
  std::visit(
      [&](const auto& d) {
        if constexpr (requires { d.versions; })
          for (const Version& v : d.versions) below(v.body);
        if constexpr (requires { d.not_covered_if; })
          if (d.not_covered_if) below(*d.not_covered_if);
        if constexpr (requires { d.unless; })
          for (const Line& line : d.unless) below(line);
      },
      decl.body);
}

}  // namespace eligo::grammar
