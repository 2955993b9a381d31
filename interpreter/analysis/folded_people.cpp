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

std::optional<Portion> Folded::portion_of(const Values& values) const {
  const Shared& fact = compared_.facts[values.fact];
  const std::size_t p = fact.slots[0] != nowhere ? 0 : 1;
  const program::Slot& slot = compared_.programs[p]->slots[fact.slots[p]];
  Portion portion{values.fact + 1, values.none, {}};  // variables were made in this order, after the day
  if (slot.type.is_ordered()) {
    portion.ranges = values.ranges;
    return portion;
  }
  const Axes& axes = comparer_.subject(p).axes();
  const auto& classes = axes.classes(fact.slots[p]);
  for (std::size_t number = 0; number < classes.size(); ++number) {
    const std::uint32_t item = classes[number].front();
    const bool is_in = slot.type.base == types::Base::text
                           ? std::find(values.texts.begin(), values.texts.end(),
                                       axes.texts(fact.slots[p])[item]) != values.texts.end()
                           : std::binary_search(values.items.begin(), values.items.end(), item);
    if (is_in) portion.add(static_cast<Int128>(number), static_cast<Int128>(number));
  }
  return portion;
}

Wanted Folded::wanted_of(const Class& one) const {
  Wanted wanted;
  if (!one.days.empty()) {
    Portion days{day_variable, false, {}};
    for (const program::DayRange& range : one.days) days.add(range.from, range.to);
    wanted.portions.push_back(std::move(days));
  }
  for (const Values& values : one.facts)
    if (const auto portion = portion_of(values)) wanted.portions.push_back(*portion);
  for (const Met& met : one.conditions)
    for (std::size_t p = 0; p < 2; ++p)
      if (met.nodes[p]) wanted.conditions.push_back({p, *met.nodes[p], met.state});
  wanted.measures = one.measures;
  Came came;
  for (std::size_t p = 0; p < 2; ++p) {
    came.verdicts[p] = one.verdicts[p];
    if (one.relation == Relation::none) came.values[p] = one.values[p];
  }
  came.relation = one.relation;
  wanted.came = std::move(came);
  return wanted;
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
  const Wanted wanted = wanted_of(one);
  std::optional<Places> places = seeker_.seek(wanted, few);
  if (!places) {
    if (is_nobody(one, wanted, places)) return std::nullopt;
    if (places)
      seeker_.make_plain(*places, wanted);
    else
      places = seeker_.seek(wanted, many);
  }
  if (!places) {
    ++nobody_found_;
    return std::nullopt;
  }
  comparer_.show(*places, one);
  return one;
}

}  // namespace eligo::analysis
