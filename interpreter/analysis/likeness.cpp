// SPDX-License-Identifier: MIT
// Owns the comparison of two values node by node, each taken as what it surely comes to in the box.
#include "interpreter/analysis/likeness.hpp"

#include <algorithm>

namespace eligo::analysis {

using builtins::Truth;
using program::Node;
using program::Op;
using types::Base;

namespace {

// Values stand inside one another less deep than this, or are not compared.
constexpr int deepest = 400;
constexpr std::size_t most_ways = 64;

bool is_number(const Possible& p) {
  return p.base == Base::whole || p.is_decimal();
}

// Items of two programs are numbered in two ways.
bool has_numbering(const Possible& p) {
  return p.base == Base::enumeration || p.base == Base::key;
}

/// What the two are together, errors apart.
Truth::State equality(const Possible& a, const Possible& b) {
  if (has_numbering(a) || has_numbering(b) || (!a.some && !a.none) || (!b.some && !b.none))
    return Truth::open;
  Possible one = a, other = b;
  one.invalid = other.invalid = false;
  for (Possible* p : {&one, &other}) {
    if (!is_number(*p)) continue;
    if (p->base == Base::whole) *p = types::as_decimal(*p, Base::decimal);
    p->base = Base::decimal;
  }
  return one.base == other.base ? builtins::equal(one, other).state : Truth::open;
}

bool commutes(Op op) {
  switch (op) {
    case Op::add:
    case Op::multiply:
    case Op::greatest:
    case Op::least:
    case Op::greatest_present:
    case Op::least_present:
      return true;
    default:
      return false;
  }
}

bool is_extreme(Op op) {
  return op == Op::least || op == Op::greatest;
}

std::uint64_t key_of(NodeId a, NodeId b) {
  return (std::uint64_t{a} << 32) | b;
}

}  // namespace

Likeness::Likeness(std::array<Seen, 2> seen, Alike& written, const std::vector<Pair>& joined,
                   const std::vector<Region>& places)
    : seen_(seen), written_(written), joined_(joined), places_(places) {}

Truth::State Likeness::differ(const Possible& a, const Possible& b) {
  const Truth::State equal = equality(a, b);
  return equal == Truth::yes ? Truth::no : equal == Truth::no ? Truth::yes : Truth::open;
}

bool Likeness::is_joined(NodeId a, NodeId b) const {
  return written_.same(a, b) || std::binary_search(joined_.begin(), joined_.end(), Pair{a, b});
}

// What a value surely is: the case that holds, the version in force.
NodeId Likeness::resolved(std::size_t p, NodeId id) const {
  for (;;) {
    const Node& n = node(p, id);
    NodeId next = id;
    if (n.op == Op::value_when) {
      std::uint32_t i = 0;
      while (i + 1 < n.count && state(p, child(p, id, i)) == Truth::no) i += 2;
      if (i + 1 >= n.count)
        next = child(p, id, n.count - 1);
      else if (state(p, child(p, id, i)) == Truth::yes)
        next = child(p, id, i + 1);
    } else if (n.op == Op::value_versions) {
      std::uint32_t i = 0;
      const std::int32_t day = seen_[p].scratch->days.law_day().days;
      while (i + 1 < n.count && day > seen_[p].subject->program().version_ranges[n.payload + i].to) ++i;
      next = child(p, id, i);
    }
    if (next == id) return id;
    id = next;
  }
}

// The smaller, or greater, one of two, where it surely is one of them: both, where they are surely equal.
std::vector<NodeId> Likeness::chosen(std::size_t p, NodeId id) const {
  const Op op = node(p, id).op;
  std::vector<NodeId> all;
  for (std::uint32_t i = 0; is_extreme(op) && i < 2; ++i) {
    const NodeId first = child(p, id, i), second = child(p, id, 1 - i);
    const bool least = op == Op::least;
    const Possible &a = value(p, first), &b = value(p, second);
    const bool may_fail = a.invalid || b.invalid || a.base != b.base;
    const auto is_so_by_parts = [&] {
      const Bounds apart = meet(above(p, second, first, 0), opposite(above(p, first, second, 0)));
      return least ? apart.is_never_negative() : apart.is_never_positive();
    };
    if (may_fail) continue;
    if (builtins::less_equal(least ? a : b, least ? b : a).state == Truth::yes || is_so_by_parts())
      all.push_back(first);
  }
  return all;
}

bool Likeness::written_alike(NodeId in_a, NodeId in_b) const {
  const Node &a = node(0, in_a), &b = node(1, in_b);
  if (a.op != b.op || a.unit != b.unit || a.rounding != b.rounding || a.backwards != b.backwards ||
      a.type.base != b.type.base || a.count != b.count)
    return false;
  const program::Program &p = seen_[0].subject->program(), &q = seen_[1].subject->program();
  const bool counts_months = a.unit == grammar::Unit::months || a.unit == grammar::Unit::years;
  if (counts_months && p.missing_days != q.missing_days) return false;
  return a.op != Op::of_date || a.payload == b.payload;
}

bool Likeness::same_cells(NodeId in_a, NodeId in_b) const {
  const Node &a = node(0, in_a), &b = node(1, in_b);
  const Axes &axes = seen_[0].subject->axes(), &others = seen_[1].subject->axes();
  const program::Column& one = seen_[0].subject->program().columns[a.aux];
  const program::Column& other = seen_[1].subject->program().columns[b.aux];
  if (axes.var(a.payload) != others.var(b.payload) || one.type.base != other.type.base) return false;
  if (one.type.base == Base::enumeration || one.type.base == Base::key) return false;
  const Region& region = places_[axes.var(a.payload)];
  if (region.none) return true;
  for (Int128 number = region.lo; number <= region.hi; ++number) {
    const std::vector<std::uint32_t>&rows = axes.items(a.payload, number),
          &also = others.items(b.payload, number);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!((*one.cells)[rows[i]] == (*other.cells)[also[i]])) return false;
  }
  return true;
}

std::optional<std::vector<Likeness::Pair>> Likeness::ways(NodeId a, NodeId b) const {
  struct Way {
    std::optional<NodeId> condition;
    NodeId result;
  };
  const auto list = [&](std::size_t p, NodeId id) {
    std::vector<Way> all;
    const Node& n = node(p, id);
    if (n.op != Op::value_when) return std::vector<Way>{{std::nullopt, id}};
    for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
      const NodeId condition = child(p, id, i);
      if (state(p, condition) == Truth::no) continue;
      if (state(p, condition) == Truth::invalid) return std::vector<Way>{};
      const bool surely = state(p, condition) == Truth::yes;
      all.push_back({surely ? std::nullopt : std::optional(condition), child(p, id, i + 1)});
      if (surely) return all;
    }
    all.push_back({std::nullopt, child(p, id, n.count - 1)});
    return all;
  };
  const std::vector<Way> before = list(0, a), after = list(1, b);
  if (before.empty() || after.empty()) return std::nullopt;
  const auto is_one = [&](const Way& x, const Way& y) {
    return x.condition.has_value() == y.condition.has_value() &&
           (!x.condition || is_joined(*x.condition, *y.condition));
  };
  std::vector<Pair> pairs;
  if (before.size() == after.size() && std::equal(before.begin(), before.end(), after.begin(), is_one)) {
    for (std::size_t i = 0; i < before.size(); ++i) pairs.emplace_back(before[i].result, after[i].result);
    return pairs;
  }
  const auto fails = [&](std::size_t p) {
    return [this, p](const Way& way) { return way.condition && node(p, *way.condition).can_be_invalid; };
  };
  if (before.size() * after.size() > most_ways || std::any_of(before.begin(), before.end(), fails(0)) ||
      std::any_of(after.begin(), after.end(), fails(1)))
    return std::nullopt;
  for (const Way& one : before)
    for (const Way& other : after) pairs.emplace_back(one.result, other.result);
  return pairs;
}

bool Likeness::same(NodeId a, NodeId b, int depth) {
  if (depth > deepest) return false;
  const auto known = same_.find(key_of(a, b));
  if (known != same_.end()) return known->second;
  const bool found = find_same(a, b, depth);
  return same_[key_of(a, b)] = found;
}

bool Likeness::same_parts(NodeId a, NodeId b, int depth) {
  if (!written_alike(a, b)) return false;
  const auto alike = [&](bool swapped) {
    const std::uint32_t count = node(0, a).count;
    for (std::uint32_t i = 0; i < count; ++i)
      if (!same(child(0, a, i), child(1, b, swapped ? count - 1 - i : i), depth + 1)) return false;
    return true;
  };
  return alike(false) || (commutes(node(0, a).op) && alike(true));
}

bool Likeness::find_same(NodeId a, NodeId b, int depth) {
  if (written_.same(a, b)) return true;
  const Op op = node(0, a).op;
  if (is_extreme(op) && same_parts(a, b, depth)) return true;
  for (const NodeId one : chosen(0, a))
    if (same(one, b, depth + 1)) return true;
  for (const NodeId other : chosen(1, b))
    if (same(a, other, depth + 1)) return true;
  const NodeId one = resolved(0, a), other = resolved(1, b);
  if (one != a || other != b) return same(one, other, depth + 1);
  if (op == Op::value_when || node(1, b).op == Op::value_when) {
    const auto both = ways(a, b);
    return both && std::all_of(both->begin(), both->end(),
                               [&](const Pair& way) { return same(way.first, way.second, depth + 1); });
  }
  const bool rounded = (*seen_[0].rounded)[a] || (*seen_[1].rounded)[b];
  const Possible &va = value(0, a), &vb = value(1, b);
  if (!rounded && va.is_exact() && vb.is_exact()) {
    const Truth::State equal = equality(va, vb);
    if (equal != Truth::open) return equal == Truth::yes;
  }
  if (op != node(1, b).op || op == Op::value_versions || is_extreme(op)) return false;
  switch (op) {
    case Op::constant:
      return false;
    case Op::slot:
      return seen_[0].subject->axes().var(node(0, a).payload) ==
             seen_[1].subject->axes().var(node(1, b).payload);
    case Op::column:
      return same_cells(a, b);
    case Op::condition:
      return is_joined(child(0, a, 0), child(1, b, 0));
    default:
      return same_parts(a, b, depth);
  }
}

bool Likeness::apart(NodeId a, NodeId b, int depth) {
  if (depth > deepest) return false;
  const auto known = apart_.find(key_of(a, b));
  if (known != apart_.end()) return known->second;
  const bool found = find_apart(a, b, depth);
  return apart_[key_of(a, b)] = found;
}

bool Likeness::find_apart(NodeId a, NodeId b, int depth) {
  const Possible &va = value(0, a), &vb = value(1, b);
  if (!(va.invalid && vb.invalid) && equality(va, vb) == Truth::no) return true;
  const NodeId one = resolved(0, a), other = resolved(1, b);
  if (one != a || other != b) return apart(one, other, depth + 1);
  if (step(a, b, depth).excludes_zero()) return true;
  const Op op = node(0, a).op, op_b = node(1, b).op;
  const std::vector<NodeId> of_a = chosen(0, a), of_b = chosen(1, b);
  if (of_a.size() == 1 && is_strict(0, a)) return apart(of_a[0], b, depth + 1);
  if (of_b.size() == 1 && is_strict(1, b)) return apart(a, of_b[0], depth + 1);
  if (op == Op::value_when || op_b == Op::value_when) {
    const auto both = ways(a, b);
    return both && std::all_of(both->begin(), both->end(),
                               [&](const Pair& way) { return apart(way.first, way.second, depth + 1); });
  }
  // What is not rounded may be one by what it comes to, however it is made.
  if (!(*seen_[0].rounded)[a] && !(*seen_[1].rounded)[b]) return false;
  if (is_extreme(op)) return apart(child(0, a, 0), b, depth + 1) && apart(child(0, a, 1), b, depth + 1);
  if (is_extreme(op_b)) return apart(a, child(1, b, 0), depth + 1) && apart(a, child(1, b, 1), depth + 1);
  return !written_alike(a, b) || apart_parts(a, b, depth);
}

// The one that is chosen is surely not equal to the other.
bool Likeness::is_strict(std::size_t p, NodeId id) const {
  const Possible &a = value(p, child(p, id, 0)), &b = value(p, child(p, id, 1));
  return builtins::less(a, b).state == Truth::yes || builtins::less(b, a).state == Truth::yes ||
         above(p, child(p, id, 1), child(p, id, 0), 0).excludes_zero() ||
         above(p, child(p, id, 0), child(p, id, 1), 0).excludes_zero();
}

bool Likeness::apart_parts(NodeId a, NodeId b, int depth) {
  const auto some_apart = [&](bool swapped) {
    const std::uint32_t count = node(0, a).count;
    for (std::uint32_t i = 0; i < count; ++i)
      if (apart(child(0, a, i), child(1, b, swapped ? count - 1 - i : i), depth + 1)) return true;
    return false;
  };
  return some_apart(false) && (!commutes(node(0, a).op) || some_apart(true));
}

}  // namespace eligo::analysis
