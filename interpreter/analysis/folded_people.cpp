// SPDX-License-Identifier: MIT
// Owns the way back from a class of folded programs to people with members.
#include <algorithm>

#include "interpreter/analysis/folded.hpp"

namespace eligo::analysis {

using program::nowhere;

namespace {

// People who are tried before the solver is asked whether there can be any, and after it.
constexpr std::size_t few = 3'000, many = 20'000;
constexpr std::uint32_t rounds_of_class = 60;

}  // namespace

// Folds are conditions, or what is calculated; the other facts are those that there were.
void Folded::translate(Class& one) const {
  std::vector<Values> facts;
  for (Values& values : one.facts) {
    const Fact& fact = facts_[values.fact];
    if (fact.known != nowhere) {
      values.fact = fact.known;
      facts.push_back(std::move(values));
      continue;
    }
    const std::size_t p = fact.nodes[0] ? 0 : 1;
    if (!program::is_condition(compared_.programs[p]->nodes[*fact.nodes[p]].op)) {
      one.measures.push_back({{fact.nodes[0], fact.nodes[1]}, values.none, std::move(values.ranges)});
      continue;
    }
    const bool yes = std::binary_search(values.items.begin(), values.items.end(), 1u);
    one.conditions.push_back({{fact.nodes[0], fact.nodes[1]}, yes ? Truth::yes : Truth::no});
  }
  one.facts = std::move(facts);
}

// What can be said of people with members is told to the solver; what is calculated from members is left out.
bool Folded::is_nobody(const Class& one, const Wanted& wanted, std::optional<Places>& somebody) {
  std::vector<Lit> demanded;
  for (const Portion& portion : wanted.portions) demanded.push_back(portion.lit(comparer_.space()));
  for (const Wanted::Condition& condition : wanted.conditions)
    demanded.push_back(comparer_.subject(condition.p).encoder().is(condition.node, condition.state));
  for (std::size_t p = 0; p < 2; ++p)
    if (one.verdicts[p] == Verdict::yes || one.verdicts[p] == Verdict::no)
      demanded.push_back(comparer_.subject(p).verdict(comparer_.decision(p), one.verdicts[p]));
  return comparer_.is_nobody(
      demanded,
      [&](const Places& places) {
        seeker_.trial().ask(places);
        if (seeker_.trial().distance(wanted) > 0) return false;
        somebody = places;
        return true;
      },
      rounds_of_class);
}

// Whose folds come to what the example of the class has, and who has its facts, is in the class too: where changes help only
// together (a child, and a bill that is large enough) that says which.
Wanted Folded::like_example(const Class& one) const {
  Wanted like;
  for (std::uint32_t i = 0; i < facts_.size(); ++i) {
    const std::size_t p = folded_.facts[i].slots[0] != nowhere ? 0 : 1;
    const std::uint32_t slot = folded_.facts[i].slots[p];
    if (!is_told(one.profiles[p], slot)) continue;
    const types::Possible told = one.profiles[p].possible(slot);
    const bool is_ordered = folded_.programs[p]->slots[slot].type.is_ordered();
    if (facts_[i].known != nowhere) {
      if (!is_ordered || told.none) continue;
      const Int128 at = program::grid_ceil(told);
      like.portions.push_back({facts_[i].known + 1, false, {{at, at}}});
    } else if (is_ordered) {
      Measured measure{{facts_[i].nodes[0], facts_[i].nodes[1]}, told.none, {}};
      if (!told.none) measure.ranges = {{program::grid_ceil(told), program::grid_ceil(told)}};
      like.measures.push_back(std::move(measure));
    } else {
      for (std::size_t q = 0; q < 2; ++q)
        if (facts_[i].nodes[q])
          like.conditions.push_back({q, *facts_[i].nodes[q], told.items.has(1) ? Truth::yes : Truth::no});
    }
  }
  return like;
}

std::optional<Places> Folded::sought(const Wanted& wanted, const Wanted& like) {
  if (std::optional<Places> places = seeker_.seek(wanted, few)) return places;
  Wanted closer = wanted;
  closer.portions.insert(closer.portions.end(), like.portions.begin(), like.portions.end());
  const Wanted by_facts = closer;
  closer.measures.insert(closer.measures.end(), like.measures.begin(), like.measures.end());
  closer.conditions.insert(closer.conditions.end(), like.conditions.begin(), like.conditions.end());
  std::optional<Places> places = seeker_.seek(closer, few);
  // Nobody need have all of the folds together.
  if (!places) places = seeker_.seek(by_facts, few);
  if (places) seeker_.make_plain(*places, wanted);
  return places;
}

std::optional<Class> Folded::unfolded(Class one) {
  const Wanted like = like_example(one);
  translate(one);
  const Wanted wanted = wanted_of(one, compared_, comparer_);
  std::optional<Places> places = sought(wanted, like);
  if (!places) {
    if (is_nobody(one, wanted, places)) return std::nullopt;
    if (places)
      seeker_.make_plain(*places, wanted);
    else
      places = seeker_.seek(wanted, many);
  }
  if (!places) {
    nobody_found_ += one.tried ? 0 : 1;  // where people are tried, it is said that there may be more
    return std::nullopt;
  }
  if (one.tried) return comparer_.tried(*places, one.relation);
  comparer_.show(*places, one);
  return one;
}

}  // namespace eligo::analysis
