// SPDX-License-Identifier: MIT
// Owns the way from an expression to the tree that its reasons are read from.
#include "interpreter/program/lowering.hpp"

namespace eligo::program {

using grammar::Expr;
using grammar::ExprKind;

WhyId Lowering::why(Why w, std::span<const WhyId> children) {
  w.first = static_cast<std::uint32_t>(program_.why_children.size());
  w.count = static_cast<std::uint32_t>(children.size());
  for (const WhyId c : children) program_.why_children.push_back(c);  // mostly few
  program_.whys.push_back(w);
  return static_cast<WhyId>(program_.whys.size() - 1);
}

// Below quantifiers, the line of the members that are bound now.
std::uint32_t Lowering::instance_of(std::uint32_t line) const {
  const check::LineDef& def = checked_.lines[line];
  if (def.first_instance == check::nowhere) return line;
  std::uint32_t offset = 0, stride = 1;
  for (Index v = checked_.scope(def.condition); v != check::nowhere; v = checked_.variables[v].outer) {
    offset += bound_[v] * stride;
    stride *= checked_.lists[checked_.variables[v].list].at_most;
  }
  return def.first_instance + offset;
}

// Everything below has its own already.
void Lowering::explain(ExprId e) {
  const Expr& expr = ast_[e];
  Why w;
  w.node = node_of_[e];
  std::vector<WhyId>& children = below_;
  children.clear();
  if (expr.kind == ExprKind::block) {
    const grammar::Block& b = ast_.blocks[expr.value];
    for (std::size_t i = 0; i < b.lines.size(); ++i) {
      Why line;
      line.kind = Why::Kind::line;
      line.node = node_of_[b.lines[i].condition];
      line.payload = instance_of(checked_.block_lines[expr.value] + static_cast<std::uint32_t>(i));
      children.push_back(why(line, {why_of_[b.lines[i].condition]}));
    }
    w.kind = b.kind == grammar::BlockKind::all_of    ? Why::Kind::all
             : b.kind == grammar::BlockKind::any_of  ? Why::Kind::any
             : b.kind == grammar::BlockKind::none_of ? Why::Kind::none_of
                                                     : Why::Kind::at_least;
    why_of_[e] = why(w, children);
    return;
  }
  for (std::uint32_t i = 0; i < expr.count; ++i)
    if (why_of_[ast_.child(expr, i)] != 0 || expr.kind == ExprKind::when)
      children.push_back(why_of_[ast_.child(expr, i)]);
  switch (expr.kind) {
    case ExprKind::name: {
      const Asked asked = asked_by(e);
      const Ref& ref = checked_.refs[e];
      if (asked.slot != nowhere) {
        w.kind = Why::Kind::slot;
        w.payload = asked.slot;
        why_of_[e] = why(w, {});
      } else if (ref.kind == Ref::Kind::rule) {
        why_of_[e] = thing_[ref.index].why;
      } else if (ref.kind == Ref::Kind::value) {
        why_of_[e] = thing_[ref.index + checked_.rules.size()].why;
      }
      return;
    }
    case ExprKind::logical_and:
      w.kind = Why::Kind::all;
      break;
    case ExprKind::logical_or:
      w.kind = Why::Kind::any;
      break;
    case ExprKind::logical_not:
      w.kind = Why::Kind::negation;
      break;
    case ExprKind::when:
      w.kind = Why::Kind::when;
      break;
    default:
      if (children.empty() && !is_condition_expr(e)) return;  // a literal: no reason, and no state to ask for
      w.kind = Why::Kind::operands;
      break;
  }
  why_of_[e] = why(w, children);
}

}  // namespace eligo::program
