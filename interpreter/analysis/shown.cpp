// SPDX-License-Identifier: MIT
// Owns the example of a class: as little of somebody as makes them get both answers, and be in the class.
#include <algorithm>

#include "interpreter/analysis/comparer.hpp"
#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

namespace {

bool is_between(const std::vector<std::pair<Int128, Int128>>& ranges, const types::Possible& told) {
  const Int128 at = program::grid_ceil(told);
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const auto& range) { return range.first <= at && at <= range.second; });
}

bool is_in(const Measured& measured, const types::Possible& value) {
  if (measured.invalid || value.invalid) return measured.invalid && value.surely_invalid();
  if (!value.is_exact()) return false;
  return value.none ? measured.none : is_between(measured.ranges, value);
}

// Items are numbered by the first program that knows the fact.
bool is_in(const Values& values, const types::Possible& told, bool knows_first) {
  if (!told.is_exact()) return false;
  if (told.none) return values.none;
  if (told.base == types::Base::text) return has(values, told.texts[0]);
  if (told.is_discrete() || told.is_decimal()) return is_between(values.ranges, told);
  return !knows_first || std::binary_search(values.items.begin(), values.items.end(), told.items.single());
}

}  // namespace

// Of whom the decision was evaluated for last, and what the class asks.
bool Comparer::is_met(const Class& done, std::size_t p) const {
  const auto holds = [&](const Met& met) {
    return !met.nodes[p] || scratch_[p].truths[*met.nodes[p]].state == met.state;
  };
  const auto comes_to = [&](const Measured& measured) {
    if (!measured.nodes[p]) return true;
    const program::Node& n = compared_.programs[p]->nodes[*measured.nodes[p]];
    return is_in(measured, *scratch_[p].values[n.value]);
  };
  const auto is_told = [&](const Values& values) {
    const std::uint32_t slot = compared_.facts[values.fact].slots[p];
    const bool knows_first = p == 0 || compared_.facts[values.fact].slots[0] == program::nowhere;
    return slot == program::nowhere || is_in(values, done.profiles[p].possible(slot), knows_first);
  };
  return std::all_of(done.conditions.begin(), done.conditions.end(), holds) &&
         std::all_of(done.measures.begin(), done.measures.end(), comes_to) &&
         std::all_of(done.facts.begin(), done.facts.end(), is_told);
}

// What is told still comes to what the class says, and is in it.
bool Comparer::is_as_told(const Class& done) {
  for (std::size_t p = 0; p < 2; ++p) {
    scratch_[p].days = eval::Days(*compared_.programs[p], done.day, done.day);
    if (eval::decide(decision(p), done.profiles[p], scratch_[p]) != done.verdicts[p]) return false;
    if (done.values[p] && !program::same_exact(*done.values[p], value_now(p))) return false;
    eval::run(asked_[p], done.profiles[p], scratch_[p]);
    if (!is_met(done, p)) return false;
  }
  return true;
}

// Whatever version they are of.
void Comparer::find_asked(const Class& done) {
  for (std::size_t p = 0; p < 2; ++p) {
    std::vector<NodeId> nodes;
    for (const Met& met : done.conditions)
      if (met.nodes[p]) nodes.push_back(*met.nodes[p]);
    for (const Measured& measured : done.measures)
      if (measured.nodes[p]) nodes.push_back(*measured.nodes[p]);
    asked_[p] = all_below(*compared_.programs[p], std::move(nodes));
  }
}

// Of a list: of members nothing can be told without it.
bool Comparer::has_told_members(const Class& done, const Shared& fact) const {
  for (std::size_t p = 0; p < 2; ++p)
    for (const List& list : compared_.lists[p])
      if (list.length == fact.slots[p] && told_members(list, done.profiles[p]) > 0) return true;
  return false;
}

void Comparer::shorten(Class& done) {
  for (std::size_t f = compared_.facts.size(); f-- > 0;) {
    const Shared& fact = compared_.facts[f];
    std::optional<types::Possible> told[2];
    for (std::size_t p = 0; p < 2; ++p) {
      if (fact.slots[p] == program::nowhere) continue;
      told[p] = done.profiles[p].possible(fact.slots[p]);
      done.profiles[p].forget(fact.slots[p]);
    }
    if (is_as_told(done) && !has_told_members(done, fact)) continue;
    for (std::size_t p = 0; p < 2; ++p)
      if (told[p]) done.profiles[p].tell(fact.slots[p], *told[p]);
  }
}

// Members at the end of whom nothing is told are not needed.
void Comparer::drop_untold(Class& done) {
  for (const List& list : compared_.lists[1]) {
    eval::Profile& profile = done.profiles[1];
    if (!is_told(profile, list.length)) continue;
    const auto was = static_cast<std::uint32_t>(profile.possible(list.length).lo);
    const std::uint32_t length = std::min(was, told_members(list, profile));
    if (length == was) continue;
    const Class before = done;
    for (std::size_t p = 0; p < 2; ++p)
      for (const List& also : compared_.lists[p])
        if (subject(p).axes().var(also.length) == after_.axes().var(list.length))
          done.profiles[p].tell(also.length,
                                program::at_grid(compared_.programs[p]->slots[also.length].type, length));
    if (!is_as_told(done)) done = before;
  }
}

void Comparer::show(const Places& places, Class& one) {
  one.profiles.clear();
  one.day = types::Date{static_cast<std::int32_t>(places[day_variable].lo)};
  for (std::size_t p = 0; p < 2; ++p) {
    one.profiles.push_back(subject(p).profile(places));
    scratch_[p].days = eval::Days(*compared_.programs[p], one.day, one.day);
    one.verdicts[p] = eval::decide(decision(p), one.profiles[p], scratch_[p]);
    if (one.verdicts[p] == Verdict::value) one.values[p] = value_now(p);
  }
  find_asked(one);
  shorten(one);
  drop_untold(one);
}

}  // namespace eligo::analysis
