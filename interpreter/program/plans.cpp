// SPDX-License-Identifier: MIT
// Owns what depends on the law day alone: days on which something has the version `not covered`, and what is
// evaluated when.
#include <algorithm>

#include "interpreter/program/lowering.hpp"

namespace eligo::program {

using types::Date;

namespace {

constexpr std::size_t most_plan_nodes_each = 8;  // times the nodes of the program, over all plans

void add_clipped(std::vector<DayRange>& out, const std::vector<DayRange>& days, DayRange within) {
  for (const DayRange d : days) {
    const DayRange both{std::max(d.from, within.from), std::min(d.to, within.to)};
    if (both.from <= both.to) out.push_back(both);
  }
}

void merge(std::vector<DayRange>& days) {
  std::sort(days.begin(), days.end(), [](DayRange a, DayRange b) { return a.from < b.from; });
  std::vector<DayRange> merged;
  for (const DayRange d : days) {
    if (!merged.empty() && d.from <= merged.back().to + 1)
      merged.back().to = std::max(merged.back().to, d.to);
    else
      merged.push_back(d);
  }
  days = std::move(merged);
}

}  // namespace

std::vector<DayRange> Lowering::uncovered_of(const std::vector<check::VersionDef>& versions,
                                             const std::vector<ExprId>& others) {
  std::vector<DayRange> days;
  for (const check::VersionDef& v : versions) {
    const DayRange in_force{v.from.days, v.to.days};
    if (v.not_covered) {
      days.push_back(in_force);
      something_uncovered_ = true;
    } else if (something_uncovered_) {
      for (const std::uint32_t thing : things_of({v.body}))
        add_clipped(days, uncovered_of_thing(thing), in_force);
    }
  }
  if (something_uncovered_) {
    for (const std::uint32_t thing : things_of(others))
      add_clipped(days, uncovered_of_thing(thing), DayRange{});
  }
  merge(days);
  return days;
}

// Asked for each thing once it is lowered, when what it refers to is known already: nothing recurses deeper
// than one call.
const std::vector<DayRange>& Lowering::uncovered_of_thing(std::uint32_t thing) {
  if (!thing_uncovered_known_[thing]) {
    thing_uncovered_known_[thing] = true;
    std::vector<DayRange> days;
    if (thing < checked_.rules.size()) {
      const check::RuleDef& rule = checked_.rules[thing];
      std::vector<ExprId> exceptions;
      for (const Index l : rule.unless) exceptions.push_back(checked_.lines[l].condition);
      days = uncovered_of(rule.versions, exceptions);
    } else {
      days = uncovered_of(checked_.values[thing - checked_.rules.size()].versions, {});
    }
    thing_uncovered_[thing] = std::move(days);
  }
  return thing_uncovered_[thing];
}

void Lowering::make_plans(Decision& decision, Index index) {
  const check::DecisionDef& def = checked_.decisions[index];
  std::vector<ExprId> others;
  for (const Index l : def.unless) others.push_back(checked_.lines[l].condition);
  if (def.coverage != check::nowhere) others.push_back(checked_.lines[def.coverage].condition);
  decision.uncovered = uncovered_of(def.versions, others);

  std::vector<NodeId> roots{decision.root};
  if (decision.has_coverage) roots.push_back(decision.coverage);
  // Every law day on which something under the decision changes.
  std::vector<std::int32_t> starts{Date::min_days};
  std::vector<NodeId> everything = below(roots, std::nullopt, &starts);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  if (starts.size() == 1 ||
      starts.size() * everything.size() > most_plan_nodes_each * program_.nodes.size() + 100'000) {
    decision.plans.push_back({DayRange{}, std::move(everything)});
    return;
  }
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const DayRange days{starts[s], s + 1 < starts.size() ? starts[s + 1] - 1 : Date::max_days};
    decision.plans.push_back({days, below(roots, days.from, nullptr)});
  }
}

// A child's number is below its parent's: all that refer to a node have been seen when it is its turn.
std::vector<NodeId> Lowering::below(const std::vector<NodeId>& roots, std::optional<std::int32_t> day,
                                    std::vector<std::int32_t>* starts) {
  wanted_.assign(program_.nodes.size(), 0);
  std::size_t count = 0;
  NodeId end = 0;
  for (const NodeId root : roots) {
    wanted_[root] = 1;
    end = std::max(end, root + 1);
  }
  for (NodeId n = end; n-- > 0;) {
    if (wanted_[n] == 0) continue;
    ++count;
    const Node& node = program_.nodes[n];
    const bool dated = node.op == Op::condition_versions || node.op == Op::value_versions;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      if (dated) {
        const DayRange in_force = program_.version_ranges[node.payload + i];
        if (starts != nullptr) starts->push_back(in_force.from);
        if (day && (*day < in_force.from || *day > in_force.to)) continue;
      }
      wanted_[program_.child(node, i)] = 1;
    }
  }
  std::vector<NodeId> found;
  found.reserve(count);
  for (NodeId n = 0; n < end; ++n)
    if (wanted_[n] != 0) found.push_back(n);
  return found;
}

}  // namespace eligo::program
