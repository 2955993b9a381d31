// SPDX-License-Identifier: MIT
// Owns how a quantifier or aggregate over a list becomes conditions and values about each member that the list
// may have. A member is there when the list is longer than its position; what is not there is as if it were
// not written.
#include "interpreter/program/lowering.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::program {

using grammar::Expr;
using grammar::ExprKind;
using types::Base;
using types::Type;

namespace {

constexpr Type whole{Base::whole, false, 0};

}  // namespace

bool Lowering::asks_members(ExprId e) const {
  const Expr& x = ast_[e];
  if (x.kind == ExprKind::quantifier) return true;
  if (x.kind != ExprKind::call) return false;
  for (std::uint32_t i = 0; i < x.count; ++i)
    if (ast_[ast_.child(x, i)].kind == ExprKind::each) return true;
  return false;
}

// Recurses as deep as quantifiers stand inside one another, which the limit `nesting` bounds.
void Lowering::lower_members(ExprId e) {
  const Whole made = ast_[e].kind == ExprKind::quantifier ? quantifier(e) : aggregate(e);
  node_of_[e] = made.node;
  why_of_[e] = made.why;
  written(made.node, ast_[e].span);
}

// The same expressions mean other facts for the next member.
void Lowering::forget(ExprId root) {
  std::vector<ExprId> open{root};
  while (!open.empty()) {
    const ExprId e = open.back();
    open.pop_back();
    done_[e] = false;
    why_of_[e] = 0;
    each_part(e, [&](ExprId part) { open.push_back(part); });
  }
}

std::vector<Lowering::Member> Lowering::members_of(ExprId e) {
  const Expr x = ast_[e];
  const Index variable = checked_.refs[e].index;
  const check::ListDef& list = checked_.lists[checked_.variables[variable].list];
  std::vector<Member> members;
  for (std::uint32_t m = 0; m < list.at_most; ++m) {
    bound_[variable] = m;
    const bool beyond = types::fault(types::Fault::member_beyond_length_counts);
    const std::int64_t least = std::int64_t{m} + (beyond ? 0 : 1);
    Operand longer[] = {constant_of(constant(least, whole))};
    Member member{};
    member.exists = atom({list.fact, nowhere}, SlotCondition::Kind::at_least, longer);
    Why length;
    length.kind = Why::Kind::slot;
    length.node = member.exists;
    length.payload = list.fact;
    member.exists_why = why(length, {});
    Whole where{member.exists, member.exists_why};
    if (x.count > 1) {
      const ExprId asked = ast_.child(x, 0);
      forget(asked);
      lower(asked);
      where = asked_of_member(Op::all, where, {node_of_[asked], why_of_[asked]});
    }
    member.where = where.node;
    member.where_why = where.why;
    const ExprId taken = ast_.child(x, x.count - 1);
    forget(taken);
    lower(taken);
    member.taken = {node_of_[taken], why_of_[taken]};
    members.push_back(member);
  }
  return members;
}

Lowering::Whole Lowering::joined(Op op, const std::vector<Whole>& parts, std::uint32_t payload) {
  std::vector<NodeId> nodes;
  std::vector<WhyId> whys;
  for (const Whole& part : parts) {
    nodes.push_back(part.node);
    if (part.why != 0) whys.push_back(part.why);
  }
  Node n;
  n.op = op;
  n.type = yes_or_no;
  n.payload = payload;
  Why w;
  w.kind = op == Op::all ? Why::Kind::all : Why::Kind::any;
  w.node = make(n, nodes);
  return {w.node, why(w, whys)};
}

Lowering::Whole Lowering::asked_of_member(Op op, const Whole& there, const Whole& asked) {
  return joined(op, {there, asked}, program_.nodes[asked.node].can_be_invalid ? asks_there : 0);
}

Lowering::Whole Lowering::negated(const Whole& part) {
  Why w;
  w.kind = Why::Kind::negation;
  w.node = not_node(part.node);
  return {w.node, why(w, {part.why})};
}

Lowering::Whole Lowering::quantifier(ExprId e) {
  const bool some = ast_[e].op == grammar::Op::some;
  const bool all_there = types::fault(types::Fault::every_needs_each_member);
  std::vector<Whole> parts;
  for (const Member& m : members_of(e)) {
    const Whole exists{m.exists, m.exists_why};
    parts.push_back(some || all_there ? asked_of_member(Op::all, exists, m.taken)
                                      : asked_of_member(Op::any, negated(exists), m.taken));
  }
  return joined(some ? Op::any : Op::all, parts);
}

Lowering::Whole Lowering::each_counted(const Member& m, NodeId one, NodeId zero) {
  const Whole counts = asked_of_member(Op::all, {m.exists, m.exists_why}, m.taken);
  Node n;
  n.op = Op::value_when;
  n.type = whole;
  return {make(n, {counts.node, one, zero}), counts.why};
}

Lowering::Whole Lowering::each_taken(const Member& m, NodeId otherwise, Type type) {
  Node n;
  n.op = Op::value_when;
  n.type = type;
  Why w;
  w.kind = Why::Kind::when;
  w.node = make(n, {m.where, as_value(m.taken.node), otherwise});
  return {w.node, why(w, {m.where_why, m.taken.why, 0})};
}

Lowering::Whole Lowering::aggregate(ExprId e) {
  const Expr x = ast_[e];
  const Type type = checked_.types[e];
  using Fold = builtins::Function::Fold;
  const Fold fold = builtins::functions()[function_of(x)].function->fold;
  const bool counts = fold == Fold::number, sums = fold == Fold::total;
  std::vector<Whole> parts;
  std::vector<NodeId> conditions;
  std::optional<Factored> common;
  for (std::uint32_t i = 0; i < x.count; ++i) {
    const ExprId argument = ast_.child(x, i);
    if (ast_[argument].kind != ExprKind::each) {
      lower(argument);
      parts.push_back({as_value(node_of_[argument]), why_of_[argument]});
      continue;
    }
    std::vector<Member> members = members_of(argument);
    if (sums) common = factored(members);
    for (std::size_t k = 0; common && k < members.size(); ++k) members[k].taken.node = common->terms[k];
    const Type due = common ? common->type : type;
    for (const Member& m : members) {
      if (counts) {
        parts.push_back(each_counted(m, constant(std::int64_t{1}, whole), constant(std::int64_t{0}, whole)));
        conditions.push_back(program_.child(program_.nodes[parts.back().node], 0));
      } else if (sums) {
        const types::Value zero =
            due.base == Base::whole ? types::Value(std::int64_t{0}) : types::Value(types::Decimal());
        parts.push_back(each_taken(m, constant(zero, due), due));
      } else {
        const Type or_none{type.base, true, type.of};
        parts.push_back(each_taken(m, constant(types::None{}, or_none), or_none));
      }
    }
  }
  if (counts) counted_[e] = std::move(conditions);
  Why w;
  w.kind = Why::Kind::operands;
  w.node = parts[0].node;
  std::vector<WhyId> whys;
  for (const Whole& part : parts) {
    if (part.why != 0) whys.push_back(part.why);
    if (&part == &parts[0]) continue;
    Node pair;
    pair.op = counts || sums ? Op::add : fold == Fold::greatest ? Op::greatest_present : Op::least_present;
    pair.type = common ? common->type : type;
    w.node = make(pair, {w.node, part.node});
  }
  if (common) w.node = multiplied(e, w.node, *common, type);
  return {w.node, why(w, whys)};
}

// A count adds up ones, and an invalid member makes it invalid; `at least` may not see that one. So the two are
// the same only where no member can be invalid. What every count is, or none, stays a comparison: the members are
// its reasons, and must be evaluated.
NodeId Lowering::compare_count(grammar::Op op, ExprId count, NodeId bound, bool mirrored) {
  const auto found = counted_.find(count);
  if (found == counted_.end() || !is_constant(bound) || !constant_of(bound).is_exact()) return 0;
  const types::Possible& p = constant_of(bound);
  if (p.base != Base::whole || !p.some) return 0;
  for (const NodeId c : found->second)
    if (program_.nodes[c].can_be_invalid) return 0;
  const auto size = static_cast<types::Int128>(found->second.size());
  const auto at_least = [&](types::Int128 n) {
    if (n <= 0) return truth(builtins::Truth::yes);
    if (n > size) return truth(builtins::Truth::no);
    Node node;
    node.op = Op::at_least;
    node.type = yes_or_no;
    node.payload = static_cast<std::uint32_t>(n);
    return make(node, found->second);
  };
  const auto both = [&](NodeId a, NodeId b) {
    Node node;
    node.op = Op::all;
    node.type = yes_or_no;
    return make(node, {a, b});
  };
  const types::Int128 n = p.lo;
  using grammar::Op;
  const bool up = op == Op::greater || op == Op::greater_equal, down = op == Op::less || op == Op::less_equal;
  if (up || down) {
    const bool more = up != mirrored;
    const bool strict = op == Op::greater || op == Op::less;
    const types::Int128 due = strict == more ? n + 1 : n;
    if (due <= 0 || due > size) return 0;
    return more ? at_least(due) : not_node(at_least(due));
  }
  if ((op != Op::is && op != Op::is_not) || n < 0 || n > size) return 0;
  const NodeId equal = both(at_least(n), not_node(at_least(n + 1)));
  return op == Op::is ? equal : not_node(equal);
}

bool Lowering::can_be_invalid(const Node& node, std::span<const NodeId> children) const {
  switch (node.op) {
    case Op::truth:
      return node.payload == builtins::Truth::invalid;
    case Op::constant:
      return program_.constants[node.payload].invalid;
    case Op::negate:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::shift:
    case Op::round_product:
    case Op::round_quotient:
      return true;
    default:
      break;
  }
  for (const NodeId c : children)
    if (program_.nodes[c].can_be_invalid) return true;
  return false;
}

}  // namespace eligo::program
