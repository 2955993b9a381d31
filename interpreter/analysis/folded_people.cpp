// SPDX-License-Identifier: MIT
// Owns the way back from a class of folded programs to people with members.
#include <algorithm>

#include "interpreter/analysis/folded.hpp"

namespace eligo::analysis {

using program::nowhere;

namespace {

// People who are tried before the solver is asked whether there can be any, and after it.
constexpr std::size_t few = 3'000, many = 20'000;
constexpr std::uint32_t rounds_of_class = 400;
// Where there may be others anyway, whether there is anybody is worth less.
constexpr std::size_t many_where_given_up = 6'000;
constexpr std::uint32_t rounds_where_given_up = 40;

Truth::State truth_of_fold(std::uint32_t state) {
  return state == fold_is_yes ? Truth::yes : state == fold_is_no ? Truth::no : Truth::invalid;
}

}  // namespace

// Folds are conditions, or what is calculated; the other facts are those that there were.
std::vector<Class> Folded::translated(Class one) const {
  std::vector<Values> facts;
  std::vector<const Values*> folds;
  for (const Values& values : one.facts) {
    const Fact& fact = facts_[values.fact];
    if (fact.known == nowhere) {
      folds.push_back(&values);
      continue;
    }
    facts.push_back(values);
    facts.back().fact = fact.known;
  }
  std::vector<Class> all{one};
  all.front().facts = std::move(facts);
  for (const Values* values : folds) {
    const Fact& fact = facts_[values->fact];
    const std::size_t p = fact.nodes[0] ? 0 : 1;
    if (program::is_condition(compared_.programs[p]->nodes[*fact.nodes[p]].op))
      add_condition(fact, *values, all);
    else
      add_measure(fact, *values, all);
  }
  return all;
}

// Of several states, a class for each.
void Folded::add_condition(const Fact& fact, const Values& values, std::vector<Class>& all) {
  std::vector<Class> parts;
  for (const std::uint32_t state : values.items) {
    for (Class one : all) {
      one.conditions.push_back({{fact.nodes[0], fact.nodes[1]}, truth_of_fold(state)});
      parts.push_back(std::move(one));
    }
  }
  all = std::move(parts);
}

void Folded::add_measure(const Fact& fact, Values values, std::vector<Class>& all) {
  Measured measure{
      {fact.nodes[0], fact.nodes[1]}, values.none && !fact.may_fail, false, std::move(values.ranges)};
  std::vector<Class> parts;
  if (!measure.ranges.empty() || measure.none) {
    parts = all;
    for (Class& one : parts) one.measures.push_back(measure);
  }
  if (fact.may_fail && values.none) {
    measure.invalid = true;
    measure.ranges.clear();
    for (Class& one : all) {
      one.measures.push_back(measure);
      parts.push_back(std::move(one));
    }
  }
  all = std::move(parts);
}

// Of a count there is one exactly where each condition by which it counts is yes or no.
void Folded::demand(const Measured& measure, std::vector<Lit>& demanded) {
  for (std::size_t p = 0; p < 2; ++p) {
    if (!measure.nodes[p] || !compared_.programs[p]->nodes[*measure.nodes[p]].can_be_invalid) continue;
    const Leaf count = leaf_of(*compared_.programs[p], *measure.nodes[p]);
    const auto counts = [&](NodeId id) {
      const program::Node& n = compared_.programs[p]->nodes[id];
      const auto is_written = [&](std::uint32_t i) {
        return compared_.programs[p]->nodes[compared_.programs[p]->child(n, i)].op == program::Op::constant;
      };
      if (n.op == program::Op::value_when) return n.count == 3 && is_written(1) && is_written(2);
      return n.op == program::Op::constant || n.op == program::Op::add;
    };
    if (!std::all_of(count.run.begin(), count.run.end(), counts)) continue;
    Encoder& encoder = comparer_.subject(p).encoder();
    std::vector<Lit> invalid;
    for (const NodeId condition : count.conditions) invalid.push_back(encoder.is(condition, Truth::invalid));
    const Lit any = comparer_.space().sat().any(invalid);
    demanded.push_back(measure.invalid ? any : -any);
  }
}

// What can be said of people with members is told to the solver; of what is calculated from members, whether counts can be made.
bool Folded::is_nobody(const Class& one, const Wanted& wanted, std::optional<Places>& somebody) {
  std::vector<Lit> demanded;
  for (const Portion& portion : wanted.portions) demanded.push_back(portion.lit(comparer_.space()));
  for (const Wanted::Condition& condition : wanted.conditions)
    demanded.push_back(comparer_.subject(condition.p).encoder().is(condition.node, condition.state));
  for (const Measured& measure : one.measures) demand(measure, demanded);
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
      given_up_ ? rounds_where_given_up : rounds_of_class);
}

void Folded::add_like(const Fact& fact, const types::Possible& told, Wanted& like) const {
  const std::size_t p = fact.nodes[0] ? 0 : 1;
  if (program::is_condition(compared_.programs[p]->nodes[*fact.nodes[p]].op)) {
    for (std::size_t q = 0; q < 2; ++q)
      if (fact.nodes[q]) like.conditions.push_back({q, *fact.nodes[q], truth_of_fold(told.items.single())});
    return;
  }
  Measured measure{{fact.nodes[0], fact.nodes[1]}, told.none, told.none && fact.may_fail, {}};
  if (!told.none) measure.ranges = {{program::grid_ceil(told), program::grid_ceil(told)}};
  like.measures.push_back(std::move(measure));
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
    } else {
      add_like(facts_[i], told, like);
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
  const Wanted wanted = wanted_of(one, compared_, comparer_);
  std::optional<Places> places = sought(wanted, like);
  if (!places) {
    if (is_nobody(one, wanted, places)) return std::nullopt;
    if (places)
      seeker_.make_plain(*places, wanted);
    else
      places = seeker_.seek(wanted, given_up_ ? many_where_given_up : many);
  }
  if (!places) {
    nobody_found_ += one.tried ? 0 : 1;  // where people are tried, it is said that there may be more
    return std::nullopt;
  }
  if (one.tried) return comparer_.tried(*places, one.relation);
  settle_days(wanted, *places, one);
  comparer_.show(*places, one);
  return one;
}

// Members need not come to the same on each day on which folds could.
void Folded::settle_days(const Wanted& wanted, const Places& somebody, Class& one) {
  const auto ask = [&](const program::DayRange& days) -> DaySettler::Answer {
    Wanted then = wanted;
    then.portions.erase(std::remove_if(then.portions.begin(), then.portions.end(),
                                       [](const Portion& portion) { return portion.var == day_variable; }),
                        then.portions.end());
    then.portions.push_back({day_variable, false, {{days.from, days.to}}});
    std::optional<Places> found = seeker_.find_like(somebody, then, few);
    if (!found && is_nobody(one, then, found)) return {Sat::Result::no, 0};
    if (!found) return {};
    return {Sat::Result::yes, (*found)[day_variable].lo};
  };
  if (one.found) comparer_.settle_days(ask, somebody, one);
}

}  // namespace eligo::analysis
