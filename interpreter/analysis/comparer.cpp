// SPDX-License-Identifier: MIT
// Owns what two programs share: leaves written alike, conditions of one meaning; and the verdicts of both.
#include "interpreter/analysis/comparer.hpp"

#include <algorithm>

#include "interpreter/analysis/alike.hpp"

namespace eligo::analysis {

std::vector<Lit> lits_of(const std::vector<Demand>& demands) {
  std::vector<Lit> all;
  for (const Demand& demand : demands) all.push_back(demand.lit);
  return all;
}

Comparer::Comparer(const Compared& compared, const Options& options)
    : compared_(compared),
      options_(options),
      before_(*compared.programs[0], space_, order_),
      after_(*compared.programs[1], space_, order_) {
  Axes* const axes[] = {&before_.axes(), &after_.axes()};
  make_variables(space_, axes, compared.programs, compared.facts,
                 {options.first, options.last, options.about});
  for (std::size_t p = 0; p < 2; ++p)
    cones_[p] = all_below(*compared.programs[p], Subject::conditions_of(decision(p)));
  for (std::size_t p = 0; p < 2; ++p)
    for (const Leaf* leaf : subject(p).leaves_below(Subject::conditions_of(decision(p))))
      leaves_.push_back({&subject(p), leaf});
}

Found Comparer::find(std::vector<Lit> assumptions, const std::function<bool(const Places&)>& is_so) {
  return analysis::find(space_, assumptions, leaves_, is_so, {options_.conflicts, options_.rounds});
}

// Evaluates everything that the decisions are made of, too: `scratch_` has it afterwards.
std::array<Verdict, 2> Comparer::verdicts_of(const Places& places) {
  std::array<Verdict, 2> found{};
  const types::Date day{static_cast<std::int32_t>(places[day_variable].lo)};
  for (std::size_t p = 0; p < 2; ++p) {
    const eval::Profile profile = subject(p).profile(places);
    scratch_[p].days = eval::Days(*compared_.programs[p], day, day);
    eval::run(cones_[p], profile, scratch_[p]);
    found[p] = eval::decide(decision(p), profile, scratch_[p]);
  }
  return found;
}

Lit Comparer::pair(const std::array<Verdict, 2>& of) {
  Lit& known = pairs_[of];
  if (known != 0) return known;
  const Lit both[] = {before_.verdict(decision(0), of[0]), after_.verdict(decision(1), of[1])};
  return known = sat_.all(both);
}

// Leaves that are written alike are one to the solver.
void Comparer::join_leaves() {
  for (const Asked& a : leaves_) {
    for (const Asked& b : leaves_) {
      if (a.subject != &before_ || b.subject != &after_ || !are_alike(before_, *a.leaf, after_, *b.leaf))
        continue;
      const Sides one = before_.encoder().of(a.leaf->node), other = after_.encoder().of(b.leaf->node);
      for (const auto& [x, y] : {std::pair{one.yes, other.yes}, std::pair{one.no, other.no}}) {
        sat_.add({-x, y});
        sat_.add({x, -y});
      }
    }
  }
}

bool Comparer::are_same(NodeId before, NodeId after) {
  const Sides a = before_.encoder().of(before), b = after_.encoder().of(after);
  const Lit only_a[] = {a.yes, -b.yes}, only_b[] = {-a.yes, b.yes}, no_a[] = {a.no, -b.no},
            no_b[] = {-a.no, b.no};
  const Lit any[] = {sat_.all(only_a), sat_.all(only_b), sat_.all(no_a), sat_.all(no_b)};
  const auto differ = [&](const Places& places) {
    static_cast<void>(verdicts_of(places));
    return scratch_[0].truths[before].state != scratch_[1].truths[after].state;
  };
  return find({sat_.any(any)}, differ).result == Sat::Result::no;
}

std::vector<Var> Comparer::asked_by(std::size_t p, const std::vector<NodeId>& nodes) {
  std::vector<Var> vars;
  for (const NodeId id : nodes) {
    const program::Node& n = compared_.programs[p]->nodes[id];
    if (program::asks_slot(n.op)) vars.push_back(subject(p).axes().var(n.payload));
  }
  return vars;
}

// Conditions that are called the same are one where they mean the same, else each stands for itself.
void Comparer::find_terms() {
  const auto add = [&](std::optional<NodeId> before, std::optional<NodeId> after) {
    Term term;
    term.nodes[0] = before;
    term.nodes[1] = after;
    const std::size_t p = before ? 0 : 1;
    const std::vector<NodeId> below = all_below(*compared_.programs[p], {before ? *before : *after});
    term.size = below.size();
    term.vars = asked_by(p, below);
    terms_.push_back(std::move(term));
  };
  for (std::array<std::optional<NodeId>, 2> nodes : compared_.conditions) {
    for (std::size_t p = 0; p < 2; ++p)
      if (nodes[p] && (*nodes[p] == decision(p).root ||
                       !std::binary_search(cones_[p].begin(), cones_[p].end(), *nodes[p])))
        nodes[p].reset();
    if (nodes[0] && nodes[1] && are_same(*nodes[0], *nodes[1])) {
      add(nodes[0], nodes[1]);
      continue;
    }
    if (nodes[0]) add(nodes[0], std::nullopt);
    if (nodes[1]) add(std::nullopt, nodes[1]);
  }
}

}  // namespace eligo::analysis
