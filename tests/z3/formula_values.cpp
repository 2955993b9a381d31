// SPDX-License-Identifier: MIT
// Owns names, comparisons and calculations as Z3 sees them (language reference, 2.6, 2.8 to 2.10).
#include <stdexcept>
#include <string_view>

#include "tests/z3/formula.hpp"

namespace eligo::z3_agree {

using grammar::Expr;
using grammar::ExprKind;
using grammar::Op;
using grammar::Unit;
using types::Base;

// None is none, and nothing else is.
z3::expr Formula::equal(const Term& a, const Term& b) const {
  return (a.none && b.none) || (!a.none && !b.none && a.value == b.value);
}

z3::expr Formula::comparison(const Expr& e) {
  const auto part = [&](std::uint32_t i) { return value(checked_.ast->child(e, i)); };
  const Term a = part(0);
  if (e.kind == ExprKind::is_none) return e.op == Op::is ? a.none : !a.none;
  if (e.kind == ExprKind::member) {
    z3::expr any = never();
    for (std::uint32_t i = 1; i < e.count; ++i) any = any || equal(a, part(i));
    return e.op == Op::is_one_of ? any : !any;
  }
  const Term b = part(1);
  const z3::expr both = !a.none && !b.none;
  switch (e.op) {
    case Op::is:
      return equal(a, b);
    case Op::is_not:
      return !equal(a, b);
    case Op::less:
      return both && a.value < b.value;
    case Op::less_equal:
      return both && a.value <= b.value;
    case Op::greater:
      return both && a.value > b.value;
    case Op::greater_equal:
      return both && a.value >= b.value;
    default:
      throw std::runtime_error("a comparison of texts");
  }
}

Formula::Term Formula::choice(const z3::expr& condition, const Term& a, const Term& b) {
  return {z3::ite(condition, a.value, b.value), z3::ite(condition, a.none, b.none)};
}

Formula::Term Formula::value(ExprId id) {
  const auto known = values_.find(id);
  if (known != values_.end()) return known->second;
  const Expr& e = (*checked_.ast)[id];
  const auto made = [&]() -> Term {
    if (const types::Value* constant = checked_.constant(id))
      return this->constant(*constant, checked_.types[id].base);
    switch (e.kind) {
      case ExprKind::none:
        return constant(types::None{}, checked_.types[id].base);
      case ExprKind::yes:
      case ExprKind::no:
        return constant(e.kind == ExprKind::yes, Base::yes_or_no);
      case ExprKind::today:
        return {today_, never()};
      case ExprKind::name:
        return name(id);
      case ExprKind::when: {
        Term chosen = value(checked_.ast->child(e, e.count - 1));
        for (std::uint32_t i = e.count - 1; i >= 2; i -= 2)
          chosen =
              choice(condition(checked_.ast->child(e, i - 2)), value(checked_.ast->child(e, i - 1)), chosen);
        return chosen;
      }
      case ExprKind::negate:
      case ExprKind::arithmetic:
      case ExprKind::shift:
      case ExprKind::between:
      case ExprKind::call:
        return computed(e);
      case ExprKind::always:
      case ExprKind::never:
      case ExprKind::compare:
      case ExprKind::member:
      case ExprKind::is_none:
      case ExprKind::logical_not:
      case ExprKind::logical_and:
      case ExprKind::logical_or:
      case ExprKind::block:
        return {condition(id), never()};
      default:
        throw std::runtime_error("an expression of a kind that has no words here");
    }
  }();
  values_.emplace(id, made);
  return made;
}

Formula::Term Formula::name(ExprId id) {
  const check::Ref& ref = checked_.refs[id];
  switch (ref.kind) {
    case check::Ref::Kind::fact:
      return facts_[ref.index];
    case check::Ref::Kind::rule:
      return {rule(ref.index), never()};
    case check::Ref::Kind::enum_value:
      return constant(types::Item{ref.second}, Base::enumeration);
    case check::Ref::Kind::value: {
      const std::vector<check::VersionDef>& versions = checked_.values[ref.index].versions;
      Term chosen = value(versions.back().body);
      for (auto v = versions.rbegin() + 1; v != versions.rend(); ++v)
        chosen = choice(in_force(*v), value(v->body), chosen);
      return chosen;
    }
    default:
      throw std::runtime_error("a name of a kind that has no words here");
  }
}

Formula::Term Formula::computed(const Expr& e) {
  const auto part = [&](std::uint32_t i) { return number(checked_.ast->child(e, i)); };
  const z3::expr a = part(0);
  if (e.kind == ExprKind::negate) return {-a, never()};
  if (e.kind == ExprKind::call) {
    const std::string_view function = checked_.names->view(checked_.ast->paths[e.value].id);
    if (function != "max" && function != "min") throw std::runtime_error("a function other than max and min");
    z3::expr chosen = a;
    for (std::uint32_t i = 1; i < e.count; ++i)
      chosen = z3::ite(function == "max" ? part(i) > chosen : part(i) < chosen, part(i), chosen);
    return {chosen, never()};
  }
  const z3::expr b = part(1);
  if (e.kind == ExprKind::arithmetic) {
    if (e.op == Op::multiply) return {a * b, never()};
    return {e.op == Op::add ? a + b : a - b, never()};
  }
  if (e.kind == ExprKind::shift) return {shifted(a, e.op == Op::add ? b : -b, e.unit), never()};
  switch (e.unit) {
    case Unit::days:
      return {calendar_.days(a, b), never()};
    case Unit::months:
      return {calendar_.full_months(a, b), never()};
    default:
      return {calendar_.full_years(a, b), never()};
  }
}

z3::expr Formula::shifted(const z3::expr& day, const z3::expr& by, Unit unit) const {
  const z3::expr known = by.simplify();
  if (!known.is_numeral()) throw std::runtime_error("a day moved by what is not written");
  const std::int64_t n = Definitions::number(known);
  switch (unit) {
    case Unit::days:
      return calendar_.plus_days(day, n);
    case Unit::months:
      return calendar_.plus_months(day, n);
    default:
      return calendar_.plus_years(day, n);
  }
}

}  // namespace eligo::z3_agree
