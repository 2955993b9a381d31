// SPDX-License-Identifier: MIT
// Owns the short way of conditions about one fact and literals: what they come to is kept by what they ask, since the
// same come again and again.
#include <algorithm>

#include "interpreter/program/lowering.hpp"

namespace eligo::program {

using grammar::Expr;
using grammar::ExprKind;

// Each of the others than groups is a literal, but for `yes` and `no`, which are conditions themselves.
bool Lowering::add_constants(ExprId e, types::Type type) {
  if (ast_[e].kind == ExprKind::name && checked_.refs[e].kind == Ref::Kind::group) {
    const check::GroupDef& group = checked_.groups[checked_.refs[e].index];
    for (const Index v : group.values) asked_constants_.push_back(constant(types::Item{v}, type));
    if (group.has_none) asked_constants_.push_back(constant(types::None{}, type));
    return true;
  }
  const types::Value* const value = checked_.constant(e);
  if (value == nullptr || is_condition_expr(e)) return false;
  asked_constants_.push_back(constant(*value, checked_.types[e]));
  return true;
}

bool Lowering::is_asking(ExprId e, Asking& asking) {
  const Expr& expr = ast_[e];
  asking.op = expr.op;
  switch (expr.kind) {
    case ExprKind::name:
      asking.asked = asked_by(e);
      return asking.asked.slot != nowhere && is_condition_expr(e);
    case ExprKind::compare:
      asking.asked = asked_by(ast_.child(expr, 0));
      if (asking.asked.slot != nowhere) return add_constants(ast_.child(expr, 1), {});
      asking.asked = asked_by(ast_.child(expr, 1));
      asking.mirrored = true;
      return asking.asked.slot != nowhere && expr.op != grammar::Op::starts_with &&
             add_constants(ast_.child(expr, 0), {});
    case ExprKind::member: {
      const ExprId asked = ast_.child(expr, 0);
      asking.asked = asked_by(asked);
      if (asking.asked.slot == nowhere) return false;
      for (std::uint32_t i = 1; i < expr.count; ++i)
        if (!add_constants(ast_.child(expr, i), checked_.types[asked])) return false;
      return true;
    }
    default:
      return false;
  }
}

std::uint64_t Lowering::hash_of_asking(const Asking& asking) const {
  std::uint64_t h = mix((std::uint64_t{asking.asked.slot} << 32) | asking.asked.column,
                        (static_cast<std::uint64_t>(asking.op) << 1) | (asking.mirrored ? 1 : 0));
  for (const NodeId n : constants_of(asking)) h = mix(h, n);
  return h;
}

bool Lowering::is_same_asking(const Asking& a, const Asking& b) const {
  const auto of_a = constants_of(a), of_b = constants_of(b);
  return a.asked.slot == b.asked.slot && a.asked.column == b.asked.column && a.op == b.op &&
         a.mirrored == b.mirrored && std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end());
}

bool Lowering::lower_asked(ExprId e) {
  Asking asking;
  asking.first = static_cast<std::uint32_t>(asked_constants_.size());
  bool is_made = is_asking(e, asking);
  asking.count = static_cast<std::uint32_t>(asked_constants_.size()) - asking.first;
  const std::uint64_t h = hash_of_asking(asking);
  const std::uint32_t before =
      is_made ? known_asking_.find(h, [&](std::uint32_t i) { return is_same_asking(asking_[i], asking); })
              : Known::nothing;
  if (before != Known::nothing)
    asking.made = asking_[before].made;
  else
    is_made = is_made && make_anew(e, h, asking);
  if (before != Known::nothing || !is_made) asked_constants_.resize(asking.first);
  if (!is_made) return false;
  node_of_[e] = asking.made.node;
  why_of_[e] = asking.made.why;
  done_[e] = true;
  return true;
}

bool Lowering::make_anew(ExprId e, std::uint64_t hash, Asking& asking) {
  const auto node = answer(asking);
  if (!node) return false;
  Why w;
  w.node = *node;
  const bool is_fact = asking.count == 0;
  w.kind = is_fact ? Why::Kind::slot : Why::Kind::operands;
  if (is_fact) w.payload = asking.asked.slot;
  asking.made = {*node, is_fact ? why(w, {}) : why(w, {why_of_slot(asking.asked.slot)})};
  known_asking_.add(hash, static_cast<std::uint32_t>(asking_.size()));
  asking_.push_back(asking);
  written(*node, ast_[e].span);
  return true;
}

std::optional<NodeId> Lowering::answer(const Asking& asking) {
  const auto constants = constants_of(asking);
  switch (asking.op) {
    case grammar::Op::nothing: {
      Operand yes[] = {constant_of(constant(true, yes_or_no))};
      return atom(asking.asked, SlotCondition::Kind::is, yes);
    }
    case grammar::Op::is_one_of:
    case grammar::Op::is_not_one_of: {
      block_.assign(constants.begin(), constants.end());
      const auto made = member_of_constants(asking.asked, block_);
      return made && asking.op == grammar::Op::is_not_one_of ? std::optional(not_node(*made)) : made;
    }
    default: {
      const auto due = fitted(asking.asked, constants.front());
      if (!due) return std::nullopt;
      return compare_constant(asking.asked, asking.op, asking.mirrored, *due);
    }
  }
}

WhyId Lowering::why_of_slot(std::uint32_t slot) {
  if (slot_whys_[slot] != 0) return slot_whys_[slot];
  Node n;
  n.op = Op::slot;
  n.type = program_.slots[slot].type;
  n.payload = slot;
  Why w;
  w.kind = Why::Kind::slot;
  w.node = make(n, {});
  w.payload = slot;
  return slot_whys_[slot] = why(w, {});
}

}  // namespace eligo::program
