// SPDX-License-Identifier: MIT
// Owns the making of a class from one person: all that is so of them, what can be given up, what can be wider.
#include "interpreter/analysis/comparer.hpp"

#include <algorithm>

namespace eligo::analysis {

// The facts that the failing conditions of a no ask about: these are told one by one.
std::vector<bool> Comparer::told_apart(const std::array<Verdict, 2>& of) {
  std::vector<bool> vars(space_.count());
  for (std::size_t p = 0; p < 2; ++p) {
    if (of[p] != Verdict::no) continue;
    const program::Program& program = *compared_.programs[p];
    NodeId at = decision(p).root;
    const std::int32_t day = scratch_[p].days.law_day().days;
    for (;;) {  // down to the condition that fails
      const program::Node& n = program.nodes[at];
      std::optional<NodeId> failing;
      for (std::uint32_t i = 0; i < n.count && !failing; ++i) {
        const NodeId child = program.child(n, i);
        if (n.op == program::Op::all && scratch_[p].truths[child].state == Truth::no) failing = child;
        if (n.op == program::Op::condition_versions && day <= program.version_ranges[n.payload + i].to)
          failing = child;
      }
      if (!failing) break;
      at = *failing;
    }
    for (const Var var : asked_by(p, all_below(program, {at}))) vars[var] = true;
  }
  vars[day_variable] = false;
  return vars;
}

// All that is so of somebody: with all of it together, both verdicts are what they are.
std::vector<Demand> Comparer::demands_of(const Places& places, const std::array<Verdict, 2>& of) {
  std::vector<Demand> demands;
  constexpr std::size_t last = ~std::size_t{0};
  const auto meet = [&](std::optional<NodeId> before, std::optional<NodeId> after, std::size_t rank) {
    const std::size_t p = before ? 0 : 1;
    const NodeId node = before ? *before : *after;
    Demand demand;
    demand.rank = rank;
    demand.met.nodes[0] = before;
    demand.met.nodes[1] = after;
    demand.met.state = scratch_[p].truths[node].state;
    demand.lit = subject(p).encoder().is(node, demand.met.state);
    demands.push_back(std::move(demand));
  };
  const std::vector<bool> apart = told_apart(of);
  for (Var var = space_.count(); var-- > 0;) {
    Demand demand;
    demand.rank = var == day_variable ? last : (apart[var] ? last - 1 : 0);
    demand.portion = around(space_, var, places[var]);
    demand.lit = demand.portion->lit(space_);
    demands.push_back(std::move(demand));
  }
  for (const Asked& asked : leaves_) {
    const NodeId node = asked.leaf->node;
    asked.subject == &before_ ? meet(node, std::nullopt, 1) : meet(std::nullopt, node, 1);
  }
  for (const Term& term : terms_)
    if (std::none_of(term.vars.begin(), term.vars.end(), [&](Var var) { return apart[var]; }))
      meet(term.nodes[0], term.nodes[1], 2 * term.size + (term.nodes[0] && term.nodes[1] ? 1 : 0));
  std::stable_sort(demands.begin(), demands.end(),
                   [](const Demand& a, const Demand& b) { return a.rank < b.rank; });
  return demands;
}

// Of those whom `verdicts_of` was asked about last.
bool Comparer::fits(const std::vector<Demand>& demands, const Places& places) const {
  return std::all_of(demands.begin(), demands.end(), [&](const Demand& demand) {
    if (demand.portion) return demand.portion->has(places[demand.portion->var]);
    const std::size_t p = demand.met.nodes[0] ? 0 : 1;
    return scratch_[p].truths[*demand.met.nodes[p]].state == demand.met.state;
  });
}

bool Comparer::fits(const Draft& draft, const Places& places, const std::array<Verdict, 2>& of) const {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p] && of[p] != draft.verdicts[p]) return false;
  return fits(draft.demands, places);
}

void Comparer::add_given(const Draft& draft, std::vector<Lit>& to) {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p]) to.push_back(subject(p).verdict(decision(p), draft.verdicts[p]));
}

bool Comparer::all_alike(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  assumptions.push_back(-pair(draft.verdicts));
  const auto other = [&](const Places& places) {
    const auto of = verdicts_of(places);
    if (!fits(demands, places)) return false;
    for (std::size_t p = 0; p < 2; ++p)
      if (draft.given[p] && of[p] != draft.verdicts[p]) return false;
    return of != draft.verdicts;
  };
  return find(assumptions, other).result == Sat::Result::no;
}

bool Comparer::is_somebody(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  const auto alike = [&](const Places& places) {
    return verdicts_of(places) == draft.verdicts && fits(demands, places);
  };
  return find(assumptions, alike).result != Sat::Result::no;
}

// Gives up one demand after the other, where the rest is enough.
void Comparer::keep_needed(Draft& draft) {
  for (std::size_t i = 0; i < draft.demands.size();) {
    std::vector<Demand> rest = draft.demands;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (all_alike(rest, draft))
      draft.demands = std::move(rest);
    else
      ++i;
  }
}

void Comparer::widen(Draft& draft) {
  for (std::size_t i = 0; i < draft.demands.size(); ++i) {
    if (!draft.demands[i].portion) continue;
    std::vector<Demand> demands = draft.demands;
    for (const Portion& piece : pieces_beyond(space_, *draft.demands[i].portion)) {
      demands[i].portion = piece;  // what it is added to is known
      demands[i].lit = piece.lit(space_);
      if (!all_alike(demands, draft) || !is_somebody(demands, draft)) continue;
      Portion& wider = *draft.demands[i].portion;
      wider.none = wider.none || piece.none;
      for (const auto& [lo, hi] : piece.ranges) wider.add(lo, hi);
      draft.demands[i].lit = wider.lit(space_);
    }
  }
}

Draft Comparer::draft_of(const Places& places) {
  Draft draft;
  draft.places = places;
  draft.verdicts = verdicts_of(places);
  draft.demands = demands_of(places, draft.verdicts);
  for (std::size_t p = 0; p < 2; ++p) draft.given[p] = draft.verdicts[1 - p] == Verdict::not_covered;
  keep_needed(draft);
  widen(draft);
  std::vector<Lit> all = lits_of(draft.demands);
  add_given(draft, all);
  draft.lit = sat_.all(all);
  return draft;
}

// A class everybody of which is in another one says nothing new. The latest first: they were found in what was left.
void Comparer::drop_covered() {
  for (std::size_t i = 0; i < drafts_.size();) {
    std::vector<Lit> assumptions{drafts_[i].lit};
    for (std::size_t other = 0; other < drafts_.size(); ++other)
      if (other != i) assumptions.push_back(-drafts_[other].lit);
    const auto alone = [&](const Places& places) {
      const auto of = verdicts_of(places);
      for (std::size_t other = 0; other < drafts_.size(); ++other)
        if (fits(drafts_[other], places, of) != (other == i)) return false;
      return of[0] != of[1];
    };
    if (find(assumptions, alone).result == Sat::Result::no)
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

}  // namespace eligo::analysis
