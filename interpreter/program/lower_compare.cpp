// SPDX-License-Identifier: MIT
// Owns comparisons: about one fact and a constant they become atoms of the fact's domain, in one canonical
// form.
#include <algorithm>

#include "interpreter/program/exact.hpp"
#include "interpreter/program/lowering.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::program {

using grammar::Expr;
using grammar::ExprKind;
using types::Base;
using types::Possible;
using types::Type;

NodeId Lowering::atom(Asked asked, SlotCondition::Kind kind, std::span<Operand> operands) {
  // Canonical: a strict bound of a type that steps by one is the bound one step on.
  using Kind = SlotCondition::Kind;
  Possible stepped;
  if ((kind == Kind::above || kind == Kind::below) && operands[0].get().is_discrete() &&
      operands[0].get().some) {
    const Possible& bound = operands[0];
    stepped = at_grid(bound, bound.lo + (kind == Kind::above ? 1 : -1));
    operands[0] = stepped;
    kind = kind == Kind::above ? Kind::at_least : Kind::at_most;
  }
  if (kind == Kind::one_of) std::sort(operands.begin(), operands.end(), exact_before);
  std::uint64_t h = mix((std::uint64_t{asked.slot} << 32) | asked.column, static_cast<std::uint64_t>(kind));
  for (const Possible& p : operands) h = mix(h, hash_of_exact(p));
  std::vector<SlotCondition>& conditions = program_.slots[asked.slot].domain.conditions;
  const NodeId before = known_atoms_.find(h, [&](NodeId n) {
    if (program_.nodes[n].payload != asked.slot) return false;
    const SlotCondition& other = conditions[program_.nodes[n].aux];
    return other.kind == kind && other.column == asked.column &&
           std::equal(other.operands.begin(), other.operands.end(), operands.begin(), operands.end(),
                      same_exact);
  });
  if (before != Known::nothing) return before;
  if (stepped.some) operands[0] = program_.constants.emplace_back(std::move(stepped));
  Node n;
  n.op = Op::atom;
  n.type = yes_or_no;
  n.payload = asked.slot;
  n.aux = static_cast<std::uint32_t>(conditions.size());
  conditions.push_back({kind, asked.column, {operands.begin(), operands.end()}});
  const NodeId made = add(n, {});
  known_atoms_.add(h, made);
  return made;
}

types::Type Lowering::type_of(Asked asked) const {
  return asked.column == nowhere ? program_.slots[asked.slot].type : program_.columns[asked.column].type;
}

// A domain has cuts of its own type alone.
std::optional<NodeId> Lowering::fitted(Asked asked, NodeId n) {
  if (!is_constant(n) || !constant_of(n).is_exact()) return std::nullopt;
  const Type due = type_of(asked);
  const Base given = constant_of(n).base;
  if (given == due.base || types::fault(types::Fault::whole_is_below_decimals)) return n;
  if (given == Base::decimal && due.base == Base::whole && constant_of(n).some) {
    const std::optional<std::int64_t> whole = constant_of(n).decimal_lo.to_whole();
    return whole ? std::optional(constant(*whole, {due.base, false, due.of})) : std::nullopt;
  }
  if (given != Base::whole || due.base != Base::decimal) return std::nullopt;
  return constant(types::as_decimal(constant_of(n), due.base).exact(), {due.base, false, due.of});
}

NodeId Lowering::compare_constant(Asked asked, grammar::Op op, bool mirrored, NodeId constant) {
  using Kind = SlotCondition::Kind;
  Operand operand[] = {constant_of(constant)};
  switch (op) {
    case grammar::Op::less:
      return atom(asked, mirrored ? Kind::above : Kind::below, operand);
    case grammar::Op::less_equal:
      return atom(asked, mirrored ? Kind::at_least : Kind::at_most, operand);
    case grammar::Op::greater:
      return atom(asked, mirrored ? Kind::below : Kind::above, operand);
    case grammar::Op::greater_equal:
      return atom(asked, mirrored ? Kind::at_most : Kind::at_least, operand);
    case grammar::Op::starts_with:
      return atom(asked, Kind::starts_with, operand);
    case grammar::Op::is_not:
      return not_node(atom(asked, Kind::is, operand));
    default:
      return atom(asked, Kind::is, operand);
  }
}

NodeId Lowering::compare_nodes(grammar::Op op, NodeId a, NodeId b) {
  Node n;
  n.type = yes_or_no;
  bool negated = false;
  switch (op) {
    case grammar::Op::less:
      n.op = Op::less;
      break;
    case grammar::Op::greater:
      n.op = Op::less;
      std::swap(a, b);
      break;
    case grammar::Op::less_equal:
      n.op = Op::less_equal;
      break;
    case grammar::Op::greater_equal:
      n.op = Op::less_equal;
      std::swap(a, b);
      break;
    case grammar::Op::starts_with:
      n.op = Op::starts_with;
      break;
    default:
      n.op = Op::equal;
      negated = op == grammar::Op::is_not;
      break;
  }
  const NodeId result = make(n, {as_value(a), as_value(b)});
  return negated ? not_node(result) : result;
}

NodeId Lowering::compare(grammar::Op op, ExprId a, ExprId b) {
  for (const bool mirrored : {false, true}) {
    const Asked asked = asked_by(mirrored ? b : a);
    if (asked.slot == nowhere || (mirrored && op == grammar::Op::starts_with)) continue;
    const NodeId other = as_value(node_of_[mirrored ? a : b]);
    if (const auto due = fitted(asked, other)) return compare_constant(asked, op, mirrored, *due);
    const Node dated = program_.nodes[other];
    if (dated.op != Op::value_versions) continue;
    std::vector<NodeId> versions;
    for (std::uint32_t i = 0; i < dated.count; ++i) {
      const auto due = fitted(asked, program_.child(dated, i));
      if (!due) break;
      versions.push_back(*due);
    }
    if (versions.size() != dated.count) continue;
    for (NodeId& v : versions) v = compare_constant(asked, op, mirrored, v);
    Node n;
    n.op = Op::condition_versions;
    n.type = yes_or_no;
    n.payload = dated.payload;
    return make(n, versions);
  }
  for (const bool mirrored : {false, true})
    if (const NodeId n = compare_count(op, mirrored ? b : a, node_of_[mirrored ? a : b], mirrored); n != 0)
      return n;
  return compare_nodes(op, node_of_[a], node_of_[b]);
}

std::optional<NodeId> Lowering::member_of_constants(Asked asked, std::vector<NodeId>& list) {
  for (NodeId& n : list) {
    const auto due = fitted(asked, n);
    if (!due) return std::nullopt;
    n = *due;
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  operands_.clear();
  for (const NodeId n : list) operands_.emplace_back(constant_of(n));
  return atom(asked, list.size() == 1 ? SlotCondition::Kind::is : SlotCondition::Kind::one_of, operands_);
}

NodeId Lowering::member(ExprId e) {
  const Expr& expr = ast_[e];
  std::vector<NodeId> list;
  const ExprId asked_expr = ast_.child(expr, 0);
  const Type type = checked_.types[asked_expr];
  for (std::uint32_t i = 1; i < expr.count; ++i) {
    const ExprId item = ast_.child(expr, i);
    if (ast_[item].kind == ExprKind::name && checked_.refs[item].kind == Ref::Kind::group) {
      const check::GroupDef& group = checked_.groups[checked_.refs[item].index];
      for (const Index v : group.values) list.push_back(constant(types::Item{v}, type));
      if (group.has_none) list.push_back(constant(types::None{}, type));
    } else {
      list.push_back(as_value(node_of_[item]));
    }
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  const Asked asked = asked_by(asked_expr);
  std::vector<NodeId> due = list;
  const auto made = asked.slot != nowhere ? member_of_constants(asked, due) : std::nullopt;
  NodeId result = 0;
  if (made) {
    result = *made;
  } else {
    Node n;
    n.op = Op::member;
    n.type = yes_or_no;
    list.insert(list.begin(), as_value(node_of_[asked_expr]));
    result = make(n, list);
  }
  return expr.op == grammar::Op::is_not_one_of ? not_node(result) : result;
}

}  // namespace eligo::program
