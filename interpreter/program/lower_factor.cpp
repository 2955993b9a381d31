// SPDX-License-Identifier: MIT
// Owns the constant factor of a sum over members: `sum(p in people : p.income * rate)` is the sum of incomes, times the rate,
// where neither way can fail that the other one does not. Two such sums with different rates have their incomes in common.
#include <algorithm>

#include "interpreter/program/lowering.hpp"

namespace eligo::program {

using grammar::Expr;
using types::Base;
using types::Decimal;
using types::Possible;

namespace {

Decimal number_of(const Possible& exact) {
  return exact.base == Base::whole ? Decimal(static_cast<std::int64_t>(exact.lo)) : exact.decimal_lo;
}

int digits_of(std::size_t count) {
  return static_cast<int>(std::to_string(count).size());
}

// Of the largest number that a fact can be, before the point.
int integer_digits(const Possible& fact) {
  if (fact.base == Base::whole)
    return std::max(Decimal(static_cast<std::int64_t>(fact.lo)).integer_digits(),
                    Decimal(static_cast<std::int64_t>(fact.hi)).integer_digits());
  if (!fact.has_lo || !fact.has_hi) return types::told_integer_digits;
  return std::max(fact.decimal_lo.integer_digits(), fact.decimal_hi.integer_digits());
}

bool is_never_negative(const Possible& fact) {
  return fact.base == Base::whole ? fact.lo >= 0 : fact.has_lo && !fact.decimal_lo.is_negative();
}

}  // namespace

// Every product and sum on either way has at most so many digits, which fit; wholes fit into 64 bits.
bool Lowering::may_be_factored(std::uint32_t slot, NodeId factor, std::size_t terms) const {
  const Possible& fact = program_.slots[slot].anything;
  if (fact.none || !program_.slots[slot].type.is_number()) return false;
  const Node& n = program_.nodes[factor];
  const bool dated = n.op == Op::value_versions;
  for (std::uint32_t i = 0; i < (dated ? n.count : 1); ++i) {
    const NodeId one = dated ? program_.child(n, i) : factor;
    if (!is_constant(one) || !constant_of(one).is_exact() || !constant_of(one).some) return false;
    const Decimal number = number_of(constant_of(one));
    if (dated && (number.is_negative() || !is_never_negative(fact))) return false;
    const int before = integer_digits(fact) + number.integer_digits() + digits_of(terms);
    const bool wholes = fact.base == Base::whole && constant_of(one).base == Base::whole;
    const int after = fact.base == Base::whole ? 0 : types::told_places;
    if (wholes ? before > 18 : before + after + number.places() > Decimal::max_digits) return false;
    if (fact.base == Base::whole && integer_digits(fact) + digits_of(terms) > 18) return false;
  }
  return true;
}

std::optional<Lowering::Factored> Lowering::factored(const std::vector<Member>& members) const {
  Factored found{};
  for (const Member& m : members) {
    const Node& product = program_.nodes[m.taken.node];
    if (product.op != Op::multiply) return std::nullopt;
    const NodeId left = program_.child(product, 0), right = program_.child(product, 1);
    const NodeId term = program_.nodes[left].op == Op::slot ? left : right;
    const NodeId factor = term == left ? right : left;
    const Node& asked = program_.nodes[term];
    if (asked.op != Op::slot || (!found.terms.empty() && factor != found.factor) ||
        !may_be_factored(asked.payload, factor, members.size()))
      return std::nullopt;
    found.factor = factor;
    found.type = asked.type;
    found.terms.push_back(term);
  }
  return found.terms.empty() ? std::nullopt : std::optional(std::move(found));
}

// What is written of the sum alone: all but the factor.
NodeId Lowering::multiplied(ExprId call, NodeId sum, const Factored& common, types::Type type) {
  const Expr& each = ast_[ast_.child(ast_[call], 0)];
  const ExprId product = ast_.child(each, each.count - 1);
  const bool term_first = node_of_[ast_.child(ast_[product], 0)] != common.factor;
  const grammar::Span whole = ast_[call].span, taken = ast_[product].span,
                      term = ast_[ast_.child(ast_[product], term_first ? 0 : 1)].span;
  program_.node_pieces[sum] = {
      {whole.source, whole.begin, taken.begin}, term, {whole.source, taken.end, whole.end}};
  Node n;
  n.op = Op::multiply;
  n.type = type;
  return make(n, {sum, common.factor});
}

}  // namespace eligo::program
