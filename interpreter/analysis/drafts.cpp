// SPDX-License-Identifier: MIT
// Owns the making of a class from one person: all that is so of them, what can be given up, what can be wider.
#include "interpreter/analysis/comparer.hpp"

#include <algorithm>

namespace eligo::analysis {

namespace {

constexpr int most_cuts = 30;

// Of calculated values: after so many groups that tell amounts and rows apart, conditions have to do.
constexpr std::size_t most_apart = 4;

}  // namespace

// All that is so of somebody: with all of it together, both answers are what they are.
std::vector<Demand> Comparer::demands_of(const Places& places, const Standing& standing) {
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
  const std::vector<bool> apart = told_apart(standing);
  for (Var var = space_.count(); var-- > 0;) {
    Demand demand;
    demand.rank = var == day_variable ? last : (apart[var] ? last - 1 : 0);
    demand.portion = around(space_, var, places[var]);
    demand.lit = demand.portion->lit(space_);
    demands.push_back(std::move(demand));
  }
  for (const Asked& asked : leaves_) {
    const NodeId node = asked.leaf->node;
    const bool before = asked.subject == &before_;
    const auto is_partner = [&](const std::pair<NodeId, NodeId>& pair) {
      return (before ? pair.first : pair.second) == node;
    };
    const auto partner = std::find_if(joined_leaves_.begin(), joined_leaves_.end(), is_partner);
    if (partner == joined_leaves_.end())
      before ? meet(node, std::nullopt, 1) : meet(std::nullopt, node, 1);
    else if (before)
      meet(partner->first, partner->second, 1);
  }
  for (const Term& term : terms_)
    if (std::none_of(term.vars.begin(), term.vars.end(), [&](Var var) { return apart[var]; }))
      meet(term.nodes[0], term.nodes[1], 2 * term.size + (term.nodes[0] && term.nodes[1] ? 1 : 0));
  std::stable_sort(demands.begin(), demands.end(),
                   [](const Demand& a, const Demand& b) { return a.rank < b.rank; });
  return demands;
}

// Of those whom `standing_of` was asked about last.
bool Comparer::fits(const std::vector<Demand>& demands, const Places& places) const {
  return std::all_of(demands.begin(), demands.end(), [&](const Demand& demand) {
    if (demand.portion) return demand.portion->has(places[demand.portion->var]);
    const std::size_t p = demand.met.nodes[0] ? 0 : 1;
    return scratch_[p].truths[*demand.met.nodes[p]].state == demand.met.state;
  });
}

bool Comparer::has_given(const Draft& draft, const Standing& standing) {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p] && standing.of[p] != draft.standing.of[p]) return false;
  return true;
}

bool Comparer::fits(const Draft& draft, const Places& places, const Standing& standing) const {
  return has_given(draft, standing) && fits(draft.demands, places);
}

void Comparer::add_given(const Draft& draft, std::vector<Lit>& to) {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p]) to.push_back(replies_->is(p, draft.standing.of[p]));
}

bool Comparer::all_alike(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  assumptions.push_back(-alike(draft.standing));
  const auto other = [&](const Places& places) {
    const Standing standing = standing_of(places);
    return fits(demands, places) && has_given(draft, standing) && !is_alike(standing, draft.standing);
  };
  return find(assumptions, other).result == Sat::Result::no;
}

bool Comparer::is_somebody(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  const auto alike = [&](const Places& places) {
    return is_alike(standing_of(places), draft.standing) && fits(demands, places);
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

bool Comparer::is_ordered(Var var) const {
  if (var == day_variable) return true;
  const Shared& fact = compared_.facts[var - 1];  // variables were made in this order, after the day
  const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
  return compared_.programs[p]->slots[fact.slots[p]].type.is_ordered();
}

// Calculated values make many cuts: as far as it goes, without looking at each piece between them.
void Comparer::stretch(std::vector<Demand>& demands, std::size_t which, bool up,
                       const std::function<bool(const std::vector<Demand>&)>& holds) {
  const Portion known = *demands[which].portion;
  if (known.none || known.ranges.size() != 1) return;
  const auto [lo, hi] = known.ranges.front();
  std::vector<Int128> ends;
  for (const Int128 cut : space_.cuts(known.var)) {
    if (up ? cut - 1 > hi : cut < lo) ends.push_back(up ? cut - 1 : cut);
  }
  ends.push_back(up ? space_.hi(known.var) : space_.lo(known.var));
  if (!up) std::sort(ends.begin(), ends.end(), std::greater<>());
  const auto with = [&](Int128 end) {
    std::vector<Demand> wider = demands;
    wider[which].portion = Portion{
        known.var, false, {{up ? known.ranges.front().first : end, up ? end : known.ranges.front().second}}};
    wider[which].lit = wider[which].portion->lit(space_);
    return wider;
  };
  const auto beyond =
      std::partition_point(ends.begin(), ends.end(), [&](Int128 end) { return holds(with(end)); });
  if (beyond != ends.begin()) demands = with(*(beyond - 1));
}

void Comparer::widen(Draft& draft) {
  for (std::size_t i = 0; i < draft.demands.size(); ++i) {
    if (!draft.demands[i].portion) continue;
    if (draft.standing.relation != Relation::none && is_ordered(draft.demands[i].portion->var)) {
      const auto holds = [&](const std::vector<Demand>& wider) { return all_alike(wider, draft); };
      for (const bool up : {false, true}) stretch(draft.demands, i, up, holds);
      continue;
    }
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
  draft.standing = standing_of(places);
  draft.found = draft.standing.is_other();
  draft.demands = demands_of(places, draft.standing);
  // Where values are calculated there may be others between the same cuts, until the first one of them makes a cut.
  bool alike = !twins_;
  const bool try_apart = draft.standing.relation == Relation::none || drafts_.size() < most_apart;
  for (int cuts = 0; !alike && try_apart && cuts < most_cuts; ++cuts) {
    if (cuts != 0) draft.standing = standing_of(places);
    if (cuts != 0) draft.demands = demands_of(places, draft.standing);
    alike = all_alike(draft.demands, draft);
  }
  const bool alone = !alike && !loosen(draft);
  if (alone) keep_point(draft);
  for (std::size_t p = 0; p < 2; ++p)
    draft.given[p] = draft.standing.of[1 - p].verdict == Verdict::not_covered;
  if (alike) keep_needed(draft);
  if (alike) widen(draft);
  if (!alone) trim_days(draft);
  close(draft);
  return draft;
}

void Comparer::close(Draft& draft) {
  std::vector<Lit> all = lits_of(draft.demands);
  add_given(draft, all);
  draft.lit = sat_.all(all);
  see_who_differs(draft);
}

// Nobody who fits has another reply, or a value on the other side; some may have the same value.
bool Comparer::is_one_sided(const std::vector<Demand>& demands, const Standing& standing) {
  const Relation opposite = standing.relation == Relation::less ? Relation::more : Relation::less;
  const Lit as_wanted[] = {replies_->is(0, standing.of[0]), replies_->is(1, standing.of[1]),
                           -twins_->lit(opposite == Relation::less ? Twins::less : Twins::more)};
  std::vector<Lit> assumptions = lits_of(demands);
  assumptions.push_back(-sat_.all(as_wanted));
  const auto is_other = [&](const Places& places) {
    const Standing found = standing_of(places);
    return fits(demands, places) && (found.of != standing.of || found.relation == opposite);
  };
  return find(assumptions, is_other).result == Sat::Result::no;
}

// Numbers and days as far as they go: beyond, nothing can be calculated, say.
bool Comparer::keep_amounts(std::vector<Demand>& demands, const Standing& standing) {
  const auto holds = [&](const std::vector<Demand>& wider) { return is_one_sided(wider, standing); };
  if (!holds(demands)) return false;
  for (std::size_t i = 0; i < demands.size();) {
    const bool is_range = demands[i].portion && is_ordered(demands[i].portion->var);
    std::vector<Demand> rest = demands;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (is_range && holds(rest)) {
      demands = std::move(rest);
      continue;
    }
    for (const bool up : {false, true})
      if (is_range) stretch(demands, i, up, holds);
    ++i;
  }
  return true;
}

// Where no numbers and rows make a class of their own, conditions alone do, with who stays where they were among them. A
// condition is kept where without it nobody else gets another value.
bool Comparer::loosen(Draft& draft) {
  if (!draft.standing.is_other() || draft.standing.relation == Relation::none) return false;
  const auto is_amount = [&](const Demand& demand) {
    if (!demand.portion || demand.portion->var == day_variable) return demand.portion.has_value();
    const Shared& fact = compared_.facts[demand.portion->var - 1];
    const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
    return is_ordered(demand.portion->var) ||
           compared_.programs[p]->slots[fact.slots[p]].type.base == types::Base::key;
  };
  const std::vector<Demand> all = demands_of(draft.places, standing_of(draft.places));
  std::vector<Demand> demands = all;
  // Whether there is one at all is kept.
  for (Demand& demand : demands) {
    if (!is_amount(demand) || !space_.may_be_none(demand.portion->var)) continue;
    Portion& portion = *demand.portion;
    if (!portion.none) portion.ranges = {{space_.lo(portion.var), space_.hi(portion.var)}};
    demand.lit = portion.lit(space_);
  }
  const auto is_given_up = [&](const Demand& demand) {
    return is_amount(demand) && !space_.may_be_none(demand.portion->var);
  };
  demands.erase(std::remove_if(demands.begin(), demands.end(), is_given_up), demands.end());
  if (!is_one_sided(demands, draft.standing)) {
    demands = all;
    if (!keep_amounts(demands, draft.standing)) return false;
  }
  const Lit direction = twins_->lit(draft.standing.relation == Relation::less ? Twins::less : Twins::more);
  for (std::size_t i = 0; i < demands.size();) {
    std::vector<Demand> rest = demands;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    std::vector<Lit> others = lits_of(rest);
    others.push_back(-demands[i].lit);
    const bool nobody = find(others, [&](const Places& places) {
                          static_cast<void>(standing_of(places));
                          return fits(rest, places);
                        }).result == Sat::Result::no;
    others.insert(others.end(),
                  {direction, replies_->is(0, draft.standing.of[0]), replies_->is(1, draft.standing.of[1])});
    const auto is_like = [&](const Places& places) {
      return standing_of(places).relation == draft.standing.relation && fits(rest, places);
    };
    if (nobody || (find(others, is_like).result == Sat::Result::yes && is_one_sided(rest, draft.standing)))
      demands = std::move(rest);
    else
      ++i;
  }
  draft.demands = std::move(demands);
  return true;
}

// Speaks of this one person alone.
void Comparer::keep_point(Draft& draft) {
  draft.alone = true;
  draft.demands.clear();
  std::vector<Var> asked = asked_by(0, cones_[0]);
  const std::vector<Var> also = asked_by(1, cones_[1]);
  asked.insert(asked.end(), also.begin(), also.end());
  for (Var var = 0; var < space_.count(); ++var) {
    if (var != day_variable && std::find(asked.begin(), asked.end(), var) == asked.end()) continue;
    const Region& at = draft.places[var];
    Demand demand;
    demand.portion = Portion{var, at.none, {}};
    if (!at.none) demand.portion->add(at.lo, at.lo);
    demand.lit = demand.portion->lit(space_);
    draft.demands.push_back(std::move(demand));
  }
}

// Rounding may leave some where they were.
void Comparer::see_who_differs(Draft& draft) {
  if (draft.standing.relation == Relation::none) return;
  const auto is_level = [&](const Places& places) {
    const Standing standing = standing_of(places);
    return fits(draft, places, standing) && !standing.is_other();
  };
  draft.everybody =
      find({draft.lit, -twins_->lit(Twins::less), -twins_->lit(Twins::more)}, is_level).result ==
      Sat::Result::no;
}

}  // namespace eligo::analysis
