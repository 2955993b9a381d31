// SPDX-License-Identifier: MIT
// Owns the asking of both, and what a class says.
#include "tests/analysis/both.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "interpreter/program/exact.hpp"

namespace eligo::tests {

using analysis::Class;
using analysis::Compared;

Compared compared(const Ruleset& before, const Ruleset& after, std::uint32_t decision) {
  Compared both;
  both.decisions[0] = both.decisions[1] = decision;
  for (std::uint32_t i = 0; i < 3; ++i) both.outcomes.push_back({i, i});
  both.programs[0] = &before.program;
  both.programs[1] = &after.program;
  both.facts = analysis::all_facts(before.program);
  for (std::uint32_t slot = 0; slot < both.facts.size(); ++slot) both.facts[slot].slots[1] = slot;
  const std::size_t rules = std::min(before.program.rules.size(), after.program.rules.size());
  for (std::size_t i = 0; i < rules; ++i)
    both.conditions.push_back({before.program.rules[i].root, after.program.rules[i].root});
  const std::size_t values = std::min(before.program.values.size(), after.program.values.size());
  for (std::size_t i = 0; i < values; ++i)
    both.values.push_back({before.program.values[i].root, after.program.values[i].root});
  for (std::size_t p = 0; p < 2; ++p)
    for (const check::ListDef& list : (p == 0 ? before : after).checked.lists)
      both.lists[p].push_back({list.fact, list.fields, list.at_most});
  return both;
}

Side::Side(const program::Program& p, std::uint32_t d) : program(p), decision(d), nodes(p.nodes.size()) {
  std::iota(nodes.begin(), nodes.end(), 0);
}

eval::Verdict Side::ask(const eval::Profile& profile, types::Date day) {
  scratch.days = eval::Days(program, day, day);
  eval::run(nodes, profile, scratch);
  return eval::decide(program.decisions[decision], profile, scratch);
}

types::Possible Side::value() const {
  return eval::value_of(program.decisions[decision], program, scratch);
}

namespace {

bool has_value(const analysis::Values& values, const types::Possible& told) {
  if (told.none) return values.none;
  if (told.base == types::Base::text) return analysis::has(values, told.texts[0]);
  if (told.is_discrete() || told.is_decimal())
    return std::any_of(values.ranges.begin(), values.ranges.end(),
                       [&](const auto& range) { return range.first <= told.lo && told.lo <= range.second; });
  return std::binary_search(values.items.begin(), values.items.end(), told.items.single());
}

bool is_measured(const analysis::Measured& measured, program::NodeId node, const Side& side) {
  const types::Possible& value = *side.scratch.values[side.program.nodes[node].value];
  if (measured.invalid || value.invalid) return measured.invalid && value.surely_invalid();
  if (value.none) return measured.none;
  const auto at = program::grid_ceil(value);
  return std::any_of(measured.ranges.begin(), measured.ranges.end(),
                     [&](const auto& range) { return range.first <= at && at <= range.second; });
}

}  // namespace

eval::Profile told_to(const program::Program& other, const eval::Profile& told) {
  eval::Profile same(other);
  for (std::uint32_t slot = 0; slot < other.today(); ++slot) same.tell(slot, told.possible(slot));
  return same;
}

bool is_in(const Class& one, const eval::Profile& profile, types::Date day, const Side& before,
           const Side& after) {
  const auto on = [&](const program::DayRange& d) { return d.from <= day.days && day.days <= d.to; };
  if (one.tried) return false;  // speaks of nobody else
  if (!one.days.empty() && std::none_of(one.days.begin(), one.days.end(), on)) return false;
  for (const analysis::Values& values : one.facts)
    if (!has_value(values, profile.possible(values.fact))) return false;
  for (const analysis::Measured& measured : one.measures)
    for (std::size_t p = 0; p < 2; ++p)
      if (measured.nodes[p] && !is_measured(measured, *measured.nodes[p], p == 0 ? before : after))
        return false;
  for (const analysis::Met& met : one.conditions) {
    if (met.nodes[0] && before.scratch.truths[*met.nodes[0]].state != met.state) return false;
    if (met.nodes[1] && after.scratch.truths[*met.nodes[1]].state != met.state) return false;
  }
  return true;
}

bool has_its_example(const Class& one, Side& before, Side& after) {
  if (before.ask(one.profiles[0], one.day) != one.verdicts[0] ||
      after.ask(one.profiles[1], one.day) != one.verdicts[1])
    return false;
  if (one.tried) return true;
  const auto is_told = [&](const analysis::Values& values) {
    return one.profiles[0].possible(values.fact).is_exact() &&
           one.profiles[1].possible(values.fact).is_exact();
  };
  return std::all_of(one.facts.begin(), one.facts.end(), is_told) &&
         is_in(one, one.profiles[0], one.day, before, after);
}

DaysMet::DaysMet(const Compared& both, std::size_t classes, types::Date first, types::Date last)
    : first_(first.days), last_(last.days), met_(classes) {
  for (const program::Program* program : both.programs) {
    for (const program::DayRange& range : program->version_ranges) changes_.insert(range.from);
    for (const std::uint32_t slot : {program->today(), program->law_day()})
      for (const types::Int128 cut : program->slots[slot].domain.cuts)
        changes_.insert(static_cast<std::int32_t>(cut));
  }
}

bool DaysMet::is_met(std::size_t which, std::int32_t from, std::int32_t to) const {
  const auto next = met_[which].lower_bound(from);
  return next != met_[which].end() && *next <= to;
}

bool DaysMet::are_as_said(const Class& one, std::size_t which) const {
  std::vector<program::DayRange> said = one.seen.empty() ? one.days : one.seen;
  if (said.empty()) said.push_back({first_, last_});
  return std::all_of(said.begin(), said.end(), [&](const program::DayRange& days) {
    const auto later = changes_.upper_bound(days.from), earlier = changes_.upper_bound(days.to);
    std::int32_t first_until = days.from, last_from = days.to;
    if (days.from == first_) first_until = later == changes_.end() ? days.to : std::min(*later - 1, days.to);
    if (days.to == last_)
      last_from = earlier == changes_.begin() ? days.from : std::max(*std::prev(earlier), days.from);
    return is_met(which, days.from, first_until) && is_met(which, last_from, days.to);
  });
}

bool says(const Class& one, eval::Verdict was, const types::Possible& before, eval::Verdict is,
          const types::Possible& after) {
  if (one.verdicts[0] != was || one.verdicts[1] != is) return false;
  if (was != eval::Verdict::value || is != eval::Verdict::value) return true;
  switch (one.relation) {
    case analysis::Relation::none:
      return program::same_exact(*one.values[0], before) && program::same_exact(*one.values[1], after);
    case analysis::Relation::less:
      return after.lo < before.lo || (!one.everybody && after.lo == before.lo);
    case analysis::Relation::more:
      return after.lo > before.lo || (!one.everybody && after.lo == before.lo);
    default:
      return !one.found;
  }
}

}  // namespace eligo::tests
