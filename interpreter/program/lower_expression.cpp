// SPDX-License-Identifier: MIT
// Owns the way from an expression to nodes: equal ones become one node, constants are folded, conditions
// about one fact become atoms of its domain.
#include <algorithm>

#include "interpreter/program/exact.hpp"
#include "interpreter/program/lowering.hpp"

namespace eligo::program {

using builtins::Truth;
using grammar::Expr;
using grammar::ExprKind;
using types::Base;
using types::Possible;
using types::Type;

namespace {

bool same(const Node& a, const Node& b) {
  return a.op == b.op && a.unit == b.unit && a.rounding == b.rounding && a.backwards == b.backwards &&
         a.type == b.type && a.count == b.count && a.payload == b.payload && a.aux == b.aux;
}

}  // namespace

bool Lowering::is_condition_expr(ExprId e) const {
  const Type t = checked_.types[e];
  return t.base == Base::yes_or_no && !t.or_none;
}

// Iterative, so that a chain of any length takes no stack.
void Lowering::lower(ExprId root) {
  const std::size_t own = walk_.size();  // lowering members comes back here
  const auto enter = [&](ExprId e) {
    if (!done_[e] && !lower_asked(e)) walk_.emplace_back(e, false);
  };
  enter(root);
  while (walk_.size() > own) {
    const auto [e, entered] = walk_.back();
    walk_.pop_back();
    if (done_[e]) continue;
    if (asks_members(e)) {
      lower_members(e);
      done_[e] = true;
      continue;
    }
    if (!entered) {
      walk_.emplace_back(e, true);
      each_part(e, enter);
      continue;
    }
    node_of_[e] = is_condition_expr(e) ? lower_condition(e) : lower_value(e);
    written(node_of_[e], ast_[e].span);
    explain(e);
    done_[e] = true;
  }
}

void Lowering::written(NodeId node, grammar::Span span) {
  if (program_.node_spans[node].size() == 0)
    program_.node_spans[node] = span;
  else if (program_.nodes[node].can_be_invalid && !is_condition(program_.nodes[node].op))
    program_.written_too[node].push_back(span);
}

NodeId Lowering::make(Node node, std::span<const NodeId> children) {
  node.count = static_cast<std::uint32_t>(children.size());
  std::uint64_t h = mix(static_cast<std::uint64_t>(node.op), node.payload);
  h = mix(h, (std::uint64_t{node.aux} << 32) | (static_cast<std::uint64_t>(node.unit) << 16) |
                 (static_cast<std::uint64_t>(node.rounding) << 8) | (node.backwards ? 1 : 0));
  for (const NodeId c : children) h = mix(h, c);
  const NodeId before = known_.find(h, [&](NodeId n) {
    const Node& other = program_.nodes[n];
    return same(node, other) &&
           std::equal(children.begin(), children.end(), program_.children.begin() + other.first);
  });
  if (before != Known::nothing) return before;
  const NodeId made = add(node, children);
  known_.add(h, made);
  return made;
}

NodeId Lowering::add(Node node, std::span<const NodeId> children) {
  node.can_be_invalid = can_be_invalid(node, children);
  node.first = static_cast<std::uint32_t>(program_.children.size());
  for (const NodeId c : children) program_.children.push_back(c);  // mostly few
  if (!is_condition(node.op)) node.value = program_.value_count++;
  program_.nodes.push_back(node);
  program_.node_spans.emplace_back();
  return static_cast<NodeId>(program_.nodes.size() - 1);
}

NodeId Lowering::truth(Truth::State state) {
  Node n;
  n.op = Op::truth;
  n.type = yes_or_no;
  n.payload = state;
  return make(n, {});
}

NodeId Lowering::constant(const types::Value& value, Type type) {
  const auto* const whole = std::get_if<std::int64_t>(&value);
  if (whole != nullptr && type.base != Base::whole) return constant(types::Decimal(*whole), type);
  const std::uint64_t h = mix(hash_of(value), (static_cast<std::uint64_t>(type.base) << 32) | type.of);
  const std::uint32_t before = known_constants_.find(h, [&](std::uint32_t i) {
    const Type other = program_.nodes[constants_[i].node].type;
    return other.base == type.base && other.of == type.of && constants_[i].value == value;
  });
  if (before != Known::nothing) return constants_[before].node;
  Node n;
  n.op = Op::constant;
  n.type = type;
  n.payload = static_cast<std::uint32_t>(program_.constants.size());
  program_.constants.push_back(types::exactly(value, type, universe(type)));
  known_constants_.add(h, static_cast<std::uint32_t>(constants_.size()));
  constants_.push_back({value, make(n, {})});
  return constants_.back().node;
}

NodeId Lowering::as_value(NodeId n) {
  if (!is_condition(program_.nodes[n].op)) return n;
  Node node;
  node.op = Op::condition;
  node.type = yes_or_no;
  return make(node, {n});
}

// Two negations stay two: reasons ask for the state of the line between them.
NodeId Lowering::not_node(NodeId n) {
  Node node;
  node.op = Op::negation;
  node.type = yes_or_no;
  return make(node, {n});
}

Lowering::Asked Lowering::asked_by(ExprId e) const {
  const Expr& expr = ast_[e];
  if (expr.kind == ExprKind::today) return {program_.today(), nowhere};
  if (expr.kind != ExprKind::name) return {};
  const Ref& ref = checked_.refs[e];
  if (ref.kind == Ref::Kind::fact) return {ref.index, nowhere};
  if (ref.kind == Ref::Kind::member) {
    const check::ListDef& list = checked_.lists[checked_.variables[ref.index].list];
    const Index fact = list.member(bound_[ref.index], ref.second);
    if (ref.third == check::nowhere) return {fact, nowhere};
    return {fact, column_of_[checked_.facts[fact].type.of][ref.third]};
  }
  if (ref.kind == Ref::Kind::column)
    return {ref.index, column_of_[checked_.facts[ref.index].type.of][ref.second]};
  return {};
}

std::size_t Lowering::function_of(const Expr& call) const {
  return builtins::function_named(checked_.names->view(ast_.paths[call.value].id));
}

NodeId Lowering::folded(Node node, const std::vector<NodeId>& children) {
  if (!std::all_of(children.begin(), children.end(),
                   [&](NodeId c) { return is_constant(c) && constant_of(c).is_exact(); }))
    return make(node, children);
  Possible p;
  const auto arg = [&](std::size_t i) -> const Possible& { return constant_of(children[i]); };
  switch (node.op) {
    case Op::negate:
      p = builtins::negate(arg(0), node.type);
      break;
    case Op::add:
      p = builtins::add(arg(0), arg(1), node.type);
      break;
    case Op::subtract:
      p = builtins::subtract(arg(0), arg(1), node.type);
      break;
    case Op::multiply:
      p = builtins::multiply(arg(0), arg(1), node.type);
      break;
    case Op::shift:
      p = builtins::shift(arg(0), arg(1), node.backwards, node.unit, program_.missing_days);
      break;
    default:
      return make(node, children);
  }
  return p.is_exact() ? constant(p.exact(), node.type) : make(node, children);
}

NodeId Lowering::name(ExprId e) {
  const Asked asked = asked_by(e);
  const Ref& ref = checked_.refs[e];
  if (asked.slot != nowhere) {
    if (is_condition_expr(e)) {
      Operand yes[] = {constant_of(constant(true, yes_or_no))};
      return atom(asked, SlotCondition::Kind::is, yes);
    }
    Node n;
    n.op = asked.column == nowhere ? Op::slot : Op::column;
    n.type = checked_.types[e];
    n.payload = asked.slot;
    n.aux = asked.column == nowhere ? 0 : asked.column;
    return make(n, {});
  }
  if (ref.kind == Ref::Kind::rule) return thing_[ref.index].node;
  if (ref.kind == Ref::Kind::value) return thing_[ref.index + checked_.rules.size()].node;
  return truth(Truth::open);  // a group: whoever asks for its values reads it himself
}

NodeId Lowering::round(const Expr& e, Type type) {
  const Expr& inner = ast_[ast_.child(e, 0)];
  Node n;
  n.op = inner.op == grammar::Op::divide ? Op::round_quotient : Op::round_product;
  n.type = type;
  n.rounding = e.rounding;
  return make(n,
              {node_of_[ast_.child(inner, 0)], node_of_[ast_.child(inner, 1)], node_of_[ast_.child(e, 1)]});
}

NodeId Lowering::lower_value(ExprId e) {
  const Expr& expr = ast_[e];
  const Type type = checked_.types[e];
  if (const types::Value* value = checked_.constant(e)) return constant(*value, type);
  Node n;
  n.type = type;
  std::vector<NodeId> children;
  children.reserve(expr.count);
  for (std::uint32_t i = 0; i < expr.count; ++i) children.push_back(node_of_[ast_.child(expr, i)]);
  switch (expr.kind) {
    case ExprKind::name:
    case ExprKind::today:
      return name(e);
    case ExprKind::none:
      return constant(types::None{}, type);
    case ExprKind::negate:
      n.op = Op::negate;
      return folded(n, children);
    case ExprKind::arithmetic:
      if (expr.op == grammar::Op::divide)
        return children[0];  // stands only below `rounded`, which reads its operands
      n.op = expr.op == grammar::Op::add        ? Op::add
             : expr.op == grammar::Op::subtract ? Op::subtract
                                                : Op::multiply;
      return folded(n, children);
    case ExprKind::shift:
      n.op = Op::shift;
      n.unit = expr.unit;
      n.backwards = expr.op == grammar::Op::subtract;
      return folded(n, children);
    case ExprKind::between:
      n.op = Op::between;
      n.unit = expr.unit;
      return make(n, children);
    case ExprKind::round:
      return round(expr, type);
    case ExprKind::call: {
      const std::size_t which = function_of(expr);
      const builtins::Function& function = *builtins::functions()[which].function;
      if (function.takes == builtins::Function::Takes::date) {
        n.op = Op::of_date;
        n.payload = static_cast<std::uint32_t>(which);
        return make(n, children);
      }
      n.op = function.fold == builtins::Function::Fold::greatest ? Op::greatest : Op::least;
      NodeId result = children[0];
      for (std::size_t i = 1; i < children.size(); ++i) result = make(n, {result, children[i]});
      return result;
    }
    case ExprKind::when:
      n.op = Op::value_when;
      for (std::size_t i = 1; i < children.size(); i += 2) children[i] = as_value(children[i]);
      children.back() = as_value(children.back());
      return make(n, children);
    default:
      return as_value(lower_condition(e));
  }
}

NodeId Lowering::block(const grammar::Block& b) {
  Node n;
  n.type = yes_or_no;
  std::vector<NodeId>& lines = block_;
  lines.clear();
  for (const grammar::Line& l : b.lines) {
    const NodeId line = node_of_[l.condition];
    lines.push_back(b.kind == grammar::BlockKind::none_of ? not_node(line) : line);
  }
  n.op = b.kind == grammar::BlockKind::any_of     ? Op::any
         : b.kind == grammar::BlockKind::at_least ? Op::at_least
                                                  : Op::all;
  if (b.kind == grammar::BlockKind::at_least) n.payload = b.at_least;
  return make(n, lines);
}

NodeId Lowering::lower_condition(ExprId e) {
  const Expr& expr = ast_[e];
  Node n;
  n.type = yes_or_no;
  std::vector<NodeId> children;
  switch (expr.kind) {
    case ExprKind::yes:
    case ExprKind::always:
      return truth(Truth::yes);
    case ExprKind::no:
    case ExprKind::never:
      return truth(Truth::no);
    case ExprKind::name:
      return name(e);
    case ExprKind::compare:
      return compare(expr.op, ast_.child(expr, 0), ast_.child(expr, 1));
    case ExprKind::member:
      return member(e);
    case ExprKind::is_none: {
      const Asked asked = asked_by(ast_.child(expr, 0));
      NodeId result = 0;
      if (asked.slot != nowhere) {
        result = atom(asked, SlotCondition::Kind::is_none, {});
      } else {
        n.op = Op::is_none;
        result = make(n, {as_value(node_of_[ast_.child(expr, 0)])});
      }
      return expr.op == grammar::Op::is_not ? not_node(result) : result;
    }
    case ExprKind::logical_not:
      return not_node(node_of_[ast_.child(expr, 0)]);
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::when:
      for (std::uint32_t i = 0; i < expr.count; ++i) children.push_back(node_of_[ast_.child(expr, i)]);
      n.op = expr.kind == ExprKind::logical_and  ? Op::all
             : expr.kind == ExprKind::logical_or ? Op::any
                                                 : Op::condition_when;
      return make(n, children);
    case ExprKind::block:
      return block(ast_.blocks[expr.value]);
    default:
      return truth(Truth::open);
  }
}

}  // namespace eligo::program
