// SPDX-License-Identifier: MIT
// Owns by how much the second value is above the first: from the ranges of both, and closer where they are made alike.
#include "interpreter/analysis/likeness.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Decimal;
using types::RoundMode;

namespace {

constexpr int deepest_step = 400, deepest_above = 12;

Decimal one() {
  return Decimal(std::int64_t{1});
}

// Rounding goes on by whole steps where it begins at the same side of zero: what is so many steps more stays so.
Bounds in_steps(const Bounds& before, const Decimal& step, bool one_side) {
  const auto whole_steps = [&](const Decimal& at, RoundMode mode) {
    return Decimal::round_product(at, one(), step, mode);
  };
  Bounds after;
  if (before.is_never_negative())
    after.lo = one_side ? whole_steps(*before.lo, RoundMode::down) : Decimal();
  else if (before.lo)
    after.lo = whole_steps(*before.lo, RoundMode::up);
  if (before.is_never_positive())
    after.hi = one_side ? whole_steps(*before.hi, RoundMode::down) : Decimal();
  else if (before.hi)
    after.hi = whole_steps(*before.hi, RoundMode::up);
  if (one_side) return after;
  if (after.lo && !before.is_never_negative()) after.lo = Decimal::subtract(*after.lo, step);
  if (after.hi && !before.is_never_positive()) after.hi = Decimal::add(*after.hi, step);
  return after;
}

}  // namespace

Bounds Likeness::step(NodeId a, NodeId b, int depth) {
  if (depth > deepest_step) return {};
  const auto known = steps_.find((std::uint64_t{a} << 32) | b);
  if (known != steps_.end()) return known->second;
  const Bounds found = find_step(a, b, depth);
  return steps_[(std::uint64_t{a} << 32) | b] = found;
}

Bounds Likeness::find_step(NodeId a, NodeId b, int depth) {
  const types::Type &one_type = node(0, a).type, &other_type = node(1, b).type;
  const bool days = one_type.base == types::Base::date && other_type.base == types::Base::date;
  if (!days && (!one_type.is_number() || !other_type.is_number())) return {};
  if (same(a, b, depth)) return exactly_zero();
  const Bounds ranges = sum(bounds_of(value(1, b)), opposite(bounds_of(value(0, a))));
  const NodeId first = resolved(0, a), second = resolved(1, b);
  if (first != a || second != b) return meet(ranges, step(first, second, depth + 1));
  if (const auto one = chosen(0, a); !one.empty()) return meet(ranges, step(one.front(), b, depth + 1));
  if (const auto other = chosen(1, b); !other.empty()) return meet(ranges, step(a, other.front(), depth + 1));
  if (node(0, a).op == Op::value_when || node(1, b).op == Op::value_when) {
    const auto both = ways(a, b);
    if (!both) return ranges;
    Bounds all = step(both->front().first, both->front().second, depth + 1);
    for (const Pair& way : *both) all = hull(all, step(way.first, way.second, depth + 1));
    return meet(ranges, all);
  }
  const Bounds closer = meet(ranges, step_of_choice(a, b, depth));
  return written_alike(a, b) ? meet(closer, step_of_parts(a, b, depth)) : closer;
}

// The greater of two is at least as much as either, and one of them.
Bounds Likeness::step_of_choice(NodeId a, NodeId b, int depth) {
  const auto choice = [](bool up, const Bounds& one, const Bounds& other) {
    const Bounds either = hull(one, other), both = meet(one, other);
    return up ? Bounds{both.lo, either.hi} : Bounds{either.lo, both.hi};
  };
  const auto is_choice = [](Op op) { return op == Op::greatest || op == Op::least; };
  const Op before = node(0, a).op, after = node(1, b).op;
  Bounds found;
  if (is_choice(before))
    found =
        choice(before == Op::least, step(child(0, a, 0), b, depth + 1), step(child(0, a, 1), b, depth + 1));
  if (is_choice(after))
    found = meet(found, choice(after == Op::greatest, step(a, child(1, b, 0), depth + 1),
                               step(a, child(1, b, 1), depth + 1)));
  return found;
}

Bounds Likeness::step_of_parts(NodeId a, NodeId b, int depth) {
  const auto part = [&](std::uint32_t i) { return step(child(0, a, i), child(1, b, i), depth + 1); };
  switch (node(0, a).op) {
    case Op::add:
      return sum(part(0), part(1));
    case Op::subtract:
      return sum(part(0), opposite(part(1)));
    case Op::negate:
      return opposite(part(0));
    case Op::multiply:
      return step_of_product(a, b, depth);
    case Op::shift:
      return step_of_shifted(a, b, depth);
    case Op::of_date: {  // of a later day it is not less
      const Bounds day = part(0);
      return {day.is_never_negative() ? std::optional(Decimal()) : std::nullopt,
              day.is_never_positive() ? std::optional(Decimal()) : std::nullopt};
    }
    case Op::least:
    case Op::greatest:
      return hull(part(0), part(1));
    case Op::round_product:
    case Op::round_quotient:
      return step_of_rounded(a, b, depth);
    default:
      return {};
  }
}

// By how much a value is above another one of the same program that it is made from: a share of the price is below the price.
Bounds Likeness::above(std::size_t p, NodeId id, NodeId base, int depth) const {
  id = resolved(p, id);
  if (id == base) return exactly_zero();
  const Bounds ranges = sum(bounds_of(value(p, id)), opposite(bounds_of(value(p, base))));
  if (depth > deepest_above || base > id) return ranges;  // a value is made from those with lower numbers
  const auto part = [&](std::uint32_t i) { return above(p, child(p, id, i), base, depth + 1); };
  const auto plain = [&](std::uint32_t i) { return bounds_of(value(p, child(p, id, i))); };
  switch (node(p, id).op) {
    case Op::add:
      return meet(ranges, meet(sum(part(0), plain(1)), sum(plain(0), part(1))));
    case Op::least: {
      const Bounds both[] = {part(0), part(1)};
      return meet(ranges, {hull(both[0], both[1]).lo, meet({{}, both[0].hi}, {{}, both[1].hi}).hi});
    }
    case Op::greatest: {
      const Bounds both[] = {part(0), part(1)};
      return meet(ranges, {meet({both[0].lo, {}}, {both[1].lo, {}}).lo, hull(both[0], both[1]).hi});
    }
    case Op::round_product: {
      if (resolved(p, child(p, id, 0)) != base) return ranges;
      const Bounds exact = product(bounds_of(value(p, base)), sum(plain(1), {-one(), -one()}));
      const Bounds unit = plain(2);
      const bool down = node(p, id).rounding == grammar::Rounding::down &&
                        product(bounds_of(value(p, base)), plain(1)).is_never_negative();
      return meet(ranges, sum(exact, {opposite(unit).lo, down ? Decimal() : unit.hi}));
    }
    case Op::multiply:
      if (resolved(p, child(p, id, 0)) != base) return ranges;
      return meet(ranges, product(bounds_of(value(p, base)), sum(plain(1), {-one(), -one()})));
    default:
      return ranges;
  }
}

// y2 * z2 - y1 * z1 is (y2 - y1) * z2 + y1 * (z2 - z1).
Bounds Likeness::step_of_product(NodeId a, NodeId b, int depth) {
  const Bounds first = step(child(0, a, 0), child(1, b, 0), depth + 1),
               second = step(child(0, a, 1), child(1, b, 1), depth + 1);
  return sum(product(first, bounds_of(value(1, child(1, b, 1)))),
             product(bounds_of(value(0, child(0, a, 0))), second));
}

// In days. More months are more days; of what many months are added to, the direction stays.
Bounds Likeness::step_of_shifted(NodeId a, NodeId b, int depth) {
  const Bounds from = step(child(0, a, 0), child(1, b, 0), depth + 1);
  Bounds by = step(child(0, a, 1), child(1, b, 1), depth + 1);
  if (node(0, a).backwards) by = opposite(by);
  if (node(0, a).unit == grammar::Unit::days) return sum(from, by);
  Bounds direction;
  if (from.is_never_negative() && by.is_never_negative()) direction.lo = Decimal();
  if (from.is_never_positive() && by.is_never_positive()) direction.hi = Decimal();
  if (same(child(0, a, 0), child(1, b, 0), depth + 1) && by.excludes_zero()) {
    if (by.is_never_negative()) direction.lo = one();
    if (by.is_never_positive()) direction.hi = -one();
  }
  return direction;
}

Bounds Likeness::step_of_rounded(NodeId a, NodeId b, int depth) {
  if (!same(child(0, a, 2), child(1, b, 2), depth + 1)) return {};
  const Bounds unit = bounds_of(value(0, child(0, a, 2)));
  if (!unit.lo || !unit.hi || !(*unit.lo == *unit.hi) || unit.lo->is_zero() || unit.lo->is_negative())
    return {};
  if (node(0, a).op == Op::round_quotient) {
    const Bounds divisor = bounds_of(value(0, child(0, a, 1)));
    if (!same(child(0, a, 1), child(1, b, 1), depth + 1) || !divisor.is_never_negative()) return {};
    const Bounds dividend = step(child(0, a, 0), child(1, b, 0), depth + 1);
    Bounds direction;
    if (dividend.is_never_negative()) direction.lo = Decimal();
    if (dividend.is_never_positive()) direction.hi = Decimal();
    return direction;
  }
  const auto never_negative = [&](std::size_t p, NodeId id) {
    return product(bounds_of(value(p, child(p, id, 0))), bounds_of(value(p, child(p, id, 1))))
        .is_never_negative();
  };
  return in_steps(step_of_product(a, b, depth), *unit.lo, never_negative(0, a) && never_negative(1, b));
}

}  // namespace eligo::analysis
