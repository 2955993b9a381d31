// SPDX-License-Identifier: MIT
// Owns the asking, and the distance: what of all parts is missing, and by how much.
#include "interpreter/analysis/tried.hpp"

#include <algorithm>

#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Base;

namespace {

constexpr std::size_t most_gaps = 8;

// The nearer the less, and always as much as something that just is not so.
double far_by(Base base, Int128 by) {
  const double scale = base == Base::whole ? 3 : base == Base::date ? 1e3 : 1e13;
  const auto away = static_cast<double>(by < 0 ? -by : by);
  return 1 + away / (away + scale);
}

std::optional<Int128> number_of(const Possible& value) {
  if (!value.is_exact() || value.none || !(value.is_decimal() || value.is_discrete())) return std::nullopt;
  return program::grid_ceil(value);
}

Truth::State opposite_of(Truth::State state) {
  return state == Truth::yes ? Truth::no : Truth::yes;
}

Int128 outside(Int128 at, const std::vector<std::pair<Int128, Int128>>& ranges) {
  std::optional<Int128> least;
  for (const auto& [lo, hi] : ranges) {
    const Int128 by = at < lo ? at - lo : at > hi ? at - hi : 0;
    const auto size = [](Int128 n) { return n < 0 ? -n : n; };
    if (!least || size(by) < size(*least)) least = by;
  }
  return least.value_or(0);
}

}  // namespace

Trial::Trial(const Compared& compared, Comparer& comparer)
    : compared_(compared),
      comparer_(comparer),
      evaluators_{Evaluator(*compared.programs[0]), Evaluator(*compared.programs[1])} {
  for (std::size_t p = 0; p < 2; ++p)
    cones_[p] = all_below(program(p), Subject::conditions_of(comparer.decision(p)));
}

void Trial::ask(const Places& places) {
  places_ = places;
  for (std::size_t p = 0; p < 2; ++p) {
    const Axes& axes = comparer_.subject(p).axes();
    for (std::uint32_t slot = 0; slot <= program(p).today(); ++slot)
      if (has_values(program(p).slots[slot])) evaluators_[p].tell(slot, places[axes.var(slot)], axes);
    evaluators_[p].run(cones_[p]);
  }
}

Relation Trial::relation(const Possible& before, const Possible& after) const {
  const Possible one = as_number(before), other = as_number(after);
  if (is_same_value(compared_, one, other)) return Relation::same;
  const bool ordered =
      one.base == other.base && !one.none && !other.none && number_of(one) && number_of(other);
  return ordered && builtins::less(other, one).state == Truth::yes ? Relation::less : Relation::more;
}

Came Trial::came() const {
  Came came;
  for (std::size_t p = 0; p < 2; ++p) {
    const program::Decision& decision = comparer_.decision(p);
    came.verdicts[p] = eval::is_uncovered(decision, scratch(p).days.law_day())
                           ? Verdict::not_covered
                           : eval::verdict_of(decision, program(p), scratch(p));
    if (came.verdicts[p] == Verdict::value) came.values[p] = eval::value_of(decision, program(p), scratch(p));
  }
  if (came.values[0] && came.values[1]) came.relation = relation(*came.values[0], *came.values[1]);
  return came;
}

double Trial::missing_all(std::size_t p, const Node& n, Truth::State state) {
  double sum = 0;
  for (std::uint32_t i = 0; i < n.count; ++i) sum += missing(p, program(p).child(n, i), state);
  return sum;
}

// Of the part that is nearest, its gaps alone are to be filled.
double Trial::missing_any(std::size_t p, const Node& n, Truth::State state) {
  const std::vector<Gap> before = gaps_;
  std::vector<Gap> of_nearest = before;
  double least = -1;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    gaps_ = before;
    const double part = missing(p, program(p).child(n, i), state);
    if (least >= 0 && part >= least) continue;
    least = part;
    of_nearest = gaps_;
  }
  gaps_ = std::move(of_nearest);
  return std::max(least, 0.0);
}

double Trial::missing_count(std::size_t p, const Node& n, Truth::State state) const {
  int met = 0;
  for (std::uint32_t i = 0; i < n.count; ++i)
    met += scratch(p).truths[program(p).child(n, i)].state == Truth::yes ? 1 : 0;
  const int due = static_cast<int>(n.payload);
  return std::max(1, state == Truth::yes ? due - met : met - due + 1);
}

void Trial::add_gap(Base base, Int128 by) {
  const Gap gap{base, by};
  if (gaps_.size() < most_gaps && std::find(gaps_.begin(), gaps_.end(), gap) == gaps_.end())
    gaps_.push_back(gap);
}

double Trial::missing_order(std::size_t p, const Node& n) {
  const auto side = [&](std::uint32_t i) {
    const Node& part = program(p).nodes[program(p).child(n, i)];
    return std::pair{number_of(*scratch(p).values[part.value]), part.type.base};
  };
  const auto [left, base] = side(0);
  const auto [right, other] = side(1);
  if (!left || !right || (base == Base::whole) != (other == Base::whole)) return 1;
  add_gap(base, *left - *right);
  return far_by(base, *left - *right);
}

double Trial::missing(std::size_t p, NodeId id, Truth::State state) {
  const Node& n = program(p).nodes[id];
  if (scratch(p).truths[id].state == state) return 0;
  if (state == Truth::invalid) return 1;
  switch (n.op) {
    case Op::negation:
      return missing(p, program(p).child(n, 0), opposite_of(state));
    case Op::all:
      return state == Truth::yes ? missing_all(p, n, state) : missing_any(p, n, state);
    case Op::any:
      return state == Truth::no ? missing_all(p, n, state) : missing_any(p, n, state);
    case Op::at_least:
      return missing_count(p, n, state);
    case Op::less:
    case Op::less_equal:
      return missing_order(p, n);
    case Op::condition_versions: {
      const std::int32_t day = scratch(p).days.law_day().days;
      for (std::uint32_t i = 0; i < n.count; ++i)
        if (day <= program(p).version_ranges[n.payload + i].to)
          return missing(p, program(p).child(n, i), state);
      return 1;
    }
    default:
      return 1;
  }
}

double Trial::missing_measure(const Measured& measure) {
  double sum = 0;
  for (std::size_t p = 0; p < 2; ++p) {
    if (!measure.nodes[p]) continue;
    const Node& n = program(p).nodes[*measure.nodes[p]];
    const Possible& value = *scratch(p).values[n.value];
    const std::optional<Int128> at = number_of(value);
    if (measure.invalid) {
      sum += value.surely_invalid() ? 0 : 1;
      continue;
    }
    if (!at) {
      sum += value.none && measure.none ? 0 : 1;
      continue;
    }
    const Int128 by = outside(*at, measure.ranges);
    if (by == 0 && !measure.ranges.empty()) continue;
    add_gap(n.type.base, by);
    sum += far_by(n.type.base, by);
  }
  return sum;
}

double Trial::missing_came(const Came& wanted) {
  const Came found = came();
  double sum = 0;
  for (std::size_t p = 0; p < 2; ++p) {
    if (found.verdicts[p] == wanted.verdicts[p]) {
      if (wanted.values[p] && !program::same_exact(*found.values[p], *wanted.values[p])) sum += 1;
      continue;
    }
    const bool by_root = wanted.verdicts[p] == Verdict::yes || wanted.verdicts[p] == Verdict::no;
    const Truth::State state = wanted.verdicts[p] == Verdict::yes ? Truth::yes : Truth::no;
    sum += by_root ? std::max(1.0, missing(p, comparer_.decision(p).root, state)) : 1;
  }
  const bool directed = wanted.relation == Relation::less || wanted.relation == Relation::more;
  return sum + (directed && found.relation != wanted.relation ? 1 : 0);
}

double Trial::distance(const Wanted& wanted) {
  gaps_.clear();
  double sum = 0;
  for (const Portion& portion : wanted.portions) {
    const Region& at = places_[portion.var];
    if (!portion.has(at))
      sum += at.none || portion.ranges.empty() ? 1 : far_by(Base::date, outside(at.lo, portion.ranges));
  }
  for (const Wanted::Condition& one : wanted.conditions) sum += missing(one.p, one.node, one.state);
  for (const Measured& measure : wanted.measures) sum += missing_measure(measure);
  if (wanted.came) sum += missing_came(*wanted.came);
  if (wanted.other && !came().is_other()) sum += 1;
  return sum;
}

}  // namespace eligo::analysis
