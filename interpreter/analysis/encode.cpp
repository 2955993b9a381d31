// SPDX-License-Identifier: MIT
// Owns the gates (language.md 3.6 over exact facts).
#include "interpreter/analysis/encode.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

Encoder::Encoder(const program::Program& program, Axes& axes, Space& space)
    : program_(program), axes_(axes), space_(space), sat_(space.sat()), made_(program.nodes.size()) {}

Sides Encoder::of(NodeId condition) {
  // Children have lower numbers; a stack of its own, since rules may stand on one another thousands deep.
  std::vector<NodeId> open{condition};
  while (!open.empty()) {
    const NodeId id = open.back();
    if (made_[id].yes != 0) {
      open.pop_back();
      continue;
    }
    const std::size_t before = open.size();
    for (const NodeId part : parts_of(program_, id))
      if (made_[part].yes == 0) open.push_back(part);
    if (open.size() != before) continue;
    made_[id] = make(program_.nodes[id]);
    open.pop_back();
  }
  return made_[condition];
}

void Encoder::with(NodeId condition, NodeId part, Truth::State state, const std::vector<NodeId>& above,
                   const std::function<void()>& ask) {
  std::vector<Sides> kept;
  for (const NodeId id : above) kept.push_back(of(id));
  const Sides is = made_[part];
  for (const NodeId id : above) {
    if (id == condition)
      made_[part] = {state == Truth::yes ? Sat::always() : -Sat::always(),
                     state == Truth::no ? Sat::always() : -Sat::always()};
    made_[id] = make(program_.nodes[id]);
    made_[part] = is;
  }
  ask();
  for (std::size_t i = 0; i < above.size(); ++i) made_[above[i]] = kept[i];
}

Lit Encoder::is(NodeId condition, Truth::State state) {
  const Sides s = of(condition);
  if (state == Truth::yes) return s.yes;
  if (state == Truth::no) return s.no;
  const Lit neither[] = {-s.yes, -s.no};
  return sat_.all(neither);
}

Truth::State Encoder::state(NodeId condition) const {
  const Sides& s = made_[condition];
  return sat_.holds(s.yes) ? Truth::yes : (sat_.holds(s.no) ? Truth::no : Truth::invalid);
}

void Encoder::add_other(NodeId condition, Truth::State state, std::vector<Lit>& clause) {
  const Sides s = of(condition);
  if (state != Truth::no) clause.push_back(state == Truth::yes ? -s.yes : s.yes);
  if (state != Truth::yes) clause.push_back(state == Truth::no ? -s.no : s.no);
}

Lit Encoder::on(const std::vector<program::DayRange>& days) {
  std::vector<Lit> pieces;
  for (const program::DayRange& d : days)
    pieces.push_back(space_.within(axes_.var(axes_.day()), d.from, d.to));
  return sat_.any(pieces);
}

Sides Encoder::make(const Node& n) {
  if (!program::is_condition(n.op)) return made_of_value(n);
  switch (n.op) {
    case Op::truth: {
      const Lit yes = n.payload == Truth::yes ? Sat::always() : -Sat::always();
      return {yes, n.payload == Truth::no ? Sat::always() : -Sat::always()};
    }
    case Op::atom: {
      const Lit yes = axes_.atom(n);
      return {yes, -yes};
    }
    case Op::negation: {
      const Sides inner = made_[program_.child(n, 0)];
      return {inner.no, inner.yes};
    }
    case Op::all:
    case Op::any: {
      std::vector<Lit> yes, no;
      for (std::uint32_t i = 0; i < n.count; ++i) {
        const Sides part = made_[program_.child(n, i)];
        yes.push_back(part.yes);
        no.push_back(part.no);
      }
      const bool all = n.op == Op::all;
      const Lit is_yes = all ? sat_.all(yes) : sat_.any(yes);
      return {is_yes, n.can_be_invalid ? (all ? sat_.any(no) : sat_.all(no)) : -is_yes};
    }
    case Op::at_least:
      return at_least(n);
    case Op::condition_when:
      return when(n);
    case Op::condition_versions:
      return versions(n);
    default: {  // a leaf
      const Lit yes = sat_.fresh();
      if (!n.can_be_invalid) return {yes, -yes};
      const Lit no = sat_.fresh();
      sat_.add({-yes, -no});
      return {yes, no};
    }
  }
}

Sides Encoder::made_of_value(const Node& n) {
  if (!n.can_be_invalid) return {Sat::always(), -Sat::always()};
  switch (n.op) {
    case Op::value_when:
      return when(n);
    case Op::value_versions:
      return versions(n);
    case Op::condition: {
      const Sides inner = made_[program_.child(n, 0)];
      const Lit either[] = {inner.yes, inner.no};
      return {sat_.any(either), -Sat::always()};
    }
    default:
      return {sat_.fresh(), -Sat::always()};
  }
}

// Whether so many of them hold, counted one after the other.
Lit Encoder::count_reaches(const std::vector<Lit>& of, std::uint32_t needed) {
  if (needed == 0) return Sat::always();
  std::vector<Lit> reached(needed, -Sat::always());  // [k]: k + 1 of those so far
  for (const Lit lit : of) {
    for (std::uint32_t k = needed; k-- > 0;) {
      const Lit one_more[] = {k == 0 ? Sat::always() : reached[k - 1], lit};
      const Lit either[] = {reached[k], sat_.all(one_more)};
      reached[k] = sat_.any(either);
    }
  }
  return reached[needed - 1];
}

// No: fewer than N are not no.
Sides Encoder::at_least(const Node& n) {
  std::vector<Lit> yes, not_no;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    const Sides part = made_[program_.child(n, i)];
    yes.push_back(part.yes);
    not_no.push_back(-part.no);
  }
  const Lit is_yes = count_reaches(yes, n.payload);
  return {is_yes, n.can_be_invalid ? -count_reaches(not_no, n.payload) : -is_yes};
}

// The first condition that is not no decides: its result where it is yes, else invalid.
Sides Encoder::when(const Node& n) {
  Sides result = made_[program_.child(n, n.count - 1)];
  for (std::uint32_t i = n.count - 1; i >= 2; i -= 2) {
    const Sides c = made_[program_.child(n, i - 2)], then = made_[program_.child(n, i - 1)];
    const auto chosen = [&](Lit here, Lit below) {
      const Lit taken[] = {c.yes, here}, left[] = {c.no, below};
      const Lit either[] = {sat_.all(taken), sat_.all(left)};
      return sat_.any(either);
    };
    const Lit yes = chosen(then.yes, result.yes);
    result = {yes, chosen(then.no, result.no)};
  }
  return result;
}

Sides Encoder::versions(const Node& n) {
  std::vector<Lit> yes, no;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    const Sides part = made_[program_.child(n, i)];
    const Lit in_force = on({program_.version_ranges[n.payload + i]});
    const Lit so[] = {in_force, part.yes}, not_so[] = {in_force, part.no};
    yes.push_back(sat_.all(so));
    no.push_back(sat_.all(not_so));
  }
  const Lit is_yes = sat_.any(yes);
  return {is_yes, n.can_be_invalid ? sat_.any(no) : -is_yes};
}

}  // namespace eligo::analysis
