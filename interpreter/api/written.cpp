// SPDX-License-Identifier: MIT
// Owns where a calculation that went wrong stands: of equal ones, which are calculated once, the one that was asked.
#include <algorithm>

#include "interpreter/api/impl.hpp"

namespace eligo::api {
namespace {

using check::Checked;
using check::ExprId;
using check::Ref;
using grammar::Span;

/// What is in force on that day, or 0.
template <typename Def>
ExprId body_on(const Def& def, types::Date law_day) {
  const check::VersionDef* const version = check::version_on(def, law_day);
  return version != nullptr ? version->body : 0;
}

ExprId body_of(const Checked& checked, const Ref& ref, types::Date law_day) {
  if (ref.kind == Ref::Kind::value) return body_on(checked.values[ref.index], law_day);
  return ref.kind == Ref::Kind::rule ? body_on(checked.rules[ref.index], law_day) : 0;
}

}  // namespace

Span written_in(const Program::Impl& impl, std::uint32_t node, std::uint32_t decision,
                std::optional<std::uint32_t> line, types::Date law_day) {
  const Span first = impl.program.node_spans[node];
  const auto others = impl.program.written_too.find(node);
  if (others == impl.program.written_too.end()) return first;
  const Checked& checked = impl.checked;
  const grammar::Ast& ast = *checked.ast;
  std::vector<ExprId> left{line ? checked.lines[*line].condition
                                : body_on(checked.decisions[decision], law_day)};
  std::vector<bool> seen(ast.exprs.size());
  while (!left.empty()) {
    const ExprId id = left.back();
    left.pop_back();
    if (id == 0 || seen[id]) continue;
    seen[id] = true;
    const ExprId body = id < checked.refs.size() ? body_of(checked, checked.refs[id], law_day) : 0;
    left.push_back(body);
    const Span here = ast[id].span;
    const auto& there = others->second;
    if (body == 0 && (here == first || std::find(there.begin(), there.end(), here) != there.end()))
      return here;
    for (std::uint32_t i = ast[id].count; i > 0; --i) left.push_back(ast.child(ast[id], i - 1));
    if (ast[id].kind == grammar::ExprKind::block) {
      const auto& lines = ast.blocks[ast[id].value].lines;
      for (auto it = lines.rbegin(); it != lines.rend(); ++it) left.push_back(it->condition);
    }
  }
  return first;
}

}  // namespace eligo::api
