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

std::optional<Class> Folded::unfolded(Class one) {
  translate(one);
  const Wanted wanted = wanted_of(one, compared_, comparer_);
  std::optional<Places> places = seeker_.seek(wanted, few);
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
