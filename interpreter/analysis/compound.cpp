// SPDX-License-Identifier: MIT
// Owns the taking apart.
#include "interpreter/analysis/compound.hpp"

#include <utility>

#include "interpreter/analysis/order.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Base;
using types::Date;

namespace {

// Days that are written are so far from the ends of the calendar that what is beyond an end on the way to one is on the same side of it
// as the end.
constexpr std::int64_t most_years = 400;
constexpr Date earliest{-354'285}, latest{2'567'655};  // 1000-01-01, 9000-01-01

// What is gone through.
constexpr Int128 most_days_apart = 200'000;
constexpr std::size_t most_stretches = 1'000;

// Whatever is added to a number, it stays one.
constexpr std::int64_t most_more = 1'000'000'000;

// Of one leaf; versions on both sides are multiplied.
constexpr std::uint32_t most_parts = 100;

bool is_conditional(Op op) {
  return op == Op::value_versions || op == Op::value_when;
}

}  // namespace

// The first condition that is not no chooses; where it is invalid, so is the leaf.
template <typename F>
Compound::Made Compound::chosen(const Node& n, F of) {
  Sat& sat = space_.sat();
  if (n.op == Op::value_versions) {
    std::vector<Lit> versions;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const Made made = both(encoder_.on({program_.version_ranges[n.payload + i]}), of(program_.child(n, i)));
      if (!made) return std::nullopt;
      versions.push_back(*made);
    }
    return sat.any(versions);
  }
  Made result = of(program_.child(n, n.count - 1));
  for (std::uint32_t i = n.count - 1; i >= 2 && result; i -= 2) {
    const Sides c = encoder_.of(program_.child(n, i - 2));
    const Made then = both(c.yes, of(program_.child(n, i - 1))), otherwise = both(c.no, result);
    if (!then) return std::nullopt;
    const Lit either[] = {*then, *otherwise};
    result = sat.any(either);
  }
  return result;
}

Compound::Made Compound::both(Made a, Made b) {
  if (!a || !b) return std::nullopt;
  const Lit all[] = {*a, *b};
  return space_.sat().all(all);
}

Compound::Made Compound::of(const Leaf& leaf) {
  const Node& n = program_.nodes[leaf.node];
  if (n.count < 2) return std::nullopt;
  const NodeId first = program_.child(n, 0), second = program_.child(n, 1);
  switch (n.op) {
    case Op::less:
    case Op::less_equal:
      return less(first, second, n.op == Op::less);
    case Op::equal:
      return equal(first, second);
    case Op::member: {
      std::vector<Lit> any;
      for (std::uint32_t i = 1; i < n.count; ++i) {
        const Made one = equal(first, program_.child(n, i));
        if (!one) return std::nullopt;
        any.push_back(*one);
      }
      return space_.sat().any(any);
    }
    default:
      return std::nullopt;
  }
}

Compound::Made Compound::less(NodeId left, NodeId right, bool strict) {
  if (is(left, Base::date)) return before(left, {}, right, strict);
  if (!is(left, Base::whole) || !is(right, Base::whole)) return std::nullopt;
  if (const Made made = at_least_as(right, left, strict ? 1 : 0)) return made;
  return not_so(at_least_as(left, right, strict ? 0 : 1));
}

Compound::Made Compound::equal(NodeId left, NodeId right) {
  if (is(left, Base::date)) return both(before(left, {}, right, false), before(right, {}, left, false));
  if (!is(left, Base::whole) || !is(right, Base::whole)) return std::nullopt;
  for (const auto& [number, bound] : {std::pair{left, right}, std::pair{right, left}})
    if (const Made made = at_least_as(number, bound, 0))
      return both(made, not_so(at_least_as(number, bound, 1)));
  return std::nullopt;
}

// Down to the numbers that are written: an age limit that has cases is one of them.
Compound::Made Compound::at_least_as(NodeId number, NodeId bound, std::int64_t more) {
  const Node& n = program_.nodes[bound];
  if (++parts_ > most_parts || more < -most_more || more > most_more) return std::nullopt;
  if (const auto written = forms_.whole_of(bound)) return at_least(number, *written + more);
  if (is_conditional(n.op)) return chosen(n, [&](NodeId part) { return at_least_as(number, part, more); });
  if (n.op == Op::greatest || n.op == Op::least) {
    std::vector<Lit> parts;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const Made part = at_least_as(number, program_.child(n, i), more);
      if (!part) return std::nullopt;
      parts.push_back(*part);
    }
    return n.op == Op::greatest ? space_.sat().all(parts) : space_.sat().any(parts);
  }
  if (n.op != Op::add && n.op != Op::subtract) return std::nullopt;
  NodeId some = program_.child(n, 0), by = program_.child(n, 1);
  if (n.op == Op::add && forms_.whole_of(some)) std::swap(some, by);
  const auto written = forms_.whole_of(by);
  if (!written || *written < -most_more || *written > most_more) return std::nullopt;
  return at_least_as(number, some, n.op == Op::add ? more + *written : more - *written);
}

Compound::Made Compound::at_least(NodeId number, std::int64_t least) {
  const Node& n = program_.nodes[number];
  if (!is(number, Base::whole) || ++parts_ > most_parts) return std::nullopt;
  if (const auto written = forms_.whole_of(number)) return *written >= least ? Sat::always() : -Sat::always();
  if (is_conditional(n.op)) return chosen(n, [&](NodeId part) { return at_least(part, least); });
  switch (n.op) {
    case Op::slot:
      return space_.at_least(axes_.var(n.payload), least);
    case Op::between:
      return before(program_.child(n, 0), {{least, n.unit}}, program_.child(n, 1), false);
    case Op::greatest:
    case Op::least: {
      std::vector<Lit> parts;
      for (std::uint32_t i = 0; i < n.count; ++i) {
        const Made part = at_least(program_.child(n, i), least);
        if (!part) return std::nullopt;
        parts.push_back(*part);
      }
      return n.op == Op::greatest ? space_.sat().any(parts) : space_.sat().all(parts);
    }
    case Op::add:
    case Op::subtract: {
      NodeId some = program_.child(n, 0), more = program_.child(n, 1);
      if (n.op == Op::add && forms_.whole_of(some)) std::swap(some, more);
      const auto written = forms_.whole_of(more);
      if (!written) return std::nullopt;
      return at_least(some, n.op == Op::add ? least - *written : least + *written);
    }
    default:
      return std::nullopt;
  }
}

std::optional<Date> Compound::date_of(NodeId id, const std::vector<Step>& steps) const {
  const Node& n = program_.nodes[id];
  if (n.op != Op::constant) return std::nullopt;
  const Possible& p = program_.constants[n.payload];
  if (!p.is_exact() || p.none || p.base != Base::date) return std::nullopt;
  if (p.lo < earliest.days || p.lo > latest.days || Order::years_of(steps) > most_years) return std::nullopt;
  const Date moved = Order::moved(Date{static_cast<std::int32_t>(p.lo)}, steps, program_.missing_days);
  return earliest <= moved && moved <= latest ? std::optional(moved) : std::nullopt;
}

Compound::Made Compound::before(NodeId day, const std::vector<Step>& steps, NodeId other, bool strict) {
  if (++parts_ > most_parts) return std::nullopt;
  const Node &a = program_.nodes[day], &b = program_.nodes[other];
  if (is_conditional(a.op)) return chosen(a, [&](NodeId part) { return before(part, steps, other, strict); });
  if (is_conditional(b.op)) return chosen(b, [&](NodeId part) { return before(day, steps, part, strict); });
  const std::optional<Date> fixed = date_of(day, steps), limit = date_of(other, {});
  if (fixed && limit) return (strict ? *fixed < *limit : *fixed <= *limit) ? Sat::always() : -Sat::always();
  std::optional<Day> from = forms_.day_of(day);
  const std::optional<Day> to = forms_.day_of(other);
  if (from) from->steps.insert(from->steps.end(), steps.begin(), steps.end());
  if (fixed && to) return from_on(*fixed, *to, strict);
  if (from && limit) return not_so(from_on(*limit, *from, !strict));
  if (!from || !to) return std::nullopt;
  if (from->var == to->var) return from_itself(*from, *to, strict);
  return order_.holds({*from, *to, strict, false, program_.missing_days});
}

Compound::Made Compound::from_itself(const Day& from, const Day& to, bool strict) {
  const Int128 lo = space_.lo(from.var), hi = space_.hi(from.var);
  if (lo < earliest.days || hi > latest.days || hi - lo > most_days_apart) return std::nullopt;
  if (Order::years_of(from.steps) + Order::years_of(to.steps) > most_years) return std::nullopt;
  std::vector<Lit> stretches;
  Int128 first = lo;  // of those that hold, up to the day before
  for (Int128 at = lo; at <= hi + 1; ++at) {
    const Date day{static_cast<std::int32_t>(at)};
    const Date a = Order::moved(day, from.steps, program_.missing_days),
               b = Order::moved(day, to.steps, program_.missing_days);
    if (at <= hi && (strict ? a < b : a <= b)) continue;
    if (first < at) stretches.push_back(space_.within(from.var, first, at - 1));
    if (stretches.size() > most_stretches) return std::nullopt;
    first = at + 1;
  }
  return space_.sat().any(stretches);
}

// What is added moves later days at least as far.
Compound::Made Compound::from_on(Date fixed, const Day& day, bool strict) {
  if (Order::years_of(day.steps) > most_years) return std::nullopt;
  const auto holds = [&](Int128 at) {
    const Date moved = Order::moved(Date{static_cast<std::int32_t>(at)}, day.steps, program_.missing_days);
    return strict ? fixed < moved : fixed <= moved;
  };
  Int128 before = space_.lo(day.var) - 1, first = space_.hi(day.var) + 1;
  while (first - before > 1) {
    const Int128 middle = before + (first - before) / 2;
    (holds(middle) ? first : before) = middle;
  }
  return space_.at_least(day.var, first);
}

}  // namespace eligo::analysis
