// SPDX-License-Identifier: MIT
// Owns the programs in which folds are facts: which folds are one, and what those that are not have to do with one another.
#include "interpreter/analysis/folded.hpp"

#include <algorithm>

#include "interpreter/analysis/bounds.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using program::Node;
using program::nowhere;
using program::Op;

namespace {

constexpr int deepest_sum = 100;
constexpr std::uint32_t rounds_of_members = 200;

bool is_condition(const program::Program& program, NodeId id) {
  return program::is_condition(program.nodes[id].op);
}

}  // namespace

Folded::Folded(const Compared& compared, const Options& options, Comparer& comparer, Seeker& seeker)
    : compared_(compared),
      options_(options),
      days_{options.first, options.last, options.about},
      comparer_(comparer),
      seeker_(seeker) {}

bool Folded::find_folds() {
  for (std::size_t p = 0; p < 2; ++p) {
    folds_[p] = std::make_unique<Folds>(*compared_.programs[p], compared_.lists[p], days_);
    auto found = folds_[p]->below(Subject::conditions_of(comparer_.decision(p)));
    if (!found) return false;
    nodes_[p] = std::move(*found);
  }
  return !nodes_[0].empty() || !nodes_[1].empty();
}

void Folded::keep_facts() {
  for (std::uint32_t i = 0; i < compared_.facts.size(); ++i) {
    const Shared& fact = compared_.facts[i];
    const bool is_field = (fact.slots[0] != nowhere && folds_[0]->is_field(fact.slots[0])) ||
                          (fact.slots[1] != nowhere && folds_[1]->is_field(fact.slots[1]));
    if (!is_field) facts_.push_back({i, {}});
  }
}

void Folded::add_fold(std::optional<NodeId> before, std::optional<NodeId> after) {
  const bool may_fail = (before && folds_[0]->may_fail(*before)) || (after && folds_[1]->may_fail(*after));
  facts_.push_back({nowhere, {before, after}, may_fail});
}

// What is called the same in both.
std::optional<NodeId> Folded::partner(NodeId before) const {
  for (const auto* named : {&compared_.conditions, &compared_.values})
    for (const auto& nodes : *named)
      if (nodes[0] == before && nodes[1] &&
          is_condition(*compared_.programs[0], before) == is_condition(*compared_.programs[1], *nodes[1]))
        return nodes[1];
  return std::nullopt;
}

void Folded::pair_folds() {
  std::vector<NodeId> left[2];
  std::vector<bool> taken(nodes_[1].size());
  for (const NodeId before : nodes_[0]) {
    std::size_t i = 0;
    while (i < nodes_[1].size() && (taken[i] || !come_to_the_same(before, nodes_[1][i]))) ++i;
    if (i == nodes_[1].size()) {
      left[0].push_back(before);
      continue;
    }
    taken[i] = true;
    add_fold(before, nodes_[1][i]);
  }
  for (std::size_t i = 0; i < nodes_[1].size(); ++i)
    if (!taken[i]) left[1].push_back(nodes_[1][i]);
  for (const NodeId before : left[0]) add_fold(before, std::nullopt);
  for (const NodeId after : left[1]) add_fold(std::nullopt, after);
  for (const NodeId before : left[0])
    for (const NodeId after : left[1]) relate(before, after);
}

bool Folded::implies(std::size_t p, NodeId one, NodeId other) {
  const Lit yes = comparer_.subject(p).encoder().of(one).yes,
            no = comparer_.subject(1 - p).encoder().of(other).no;
  Wanted wanted;
  wanted.conditions = {{p, one, Truth::yes}, {1 - p, other, Truth::no}};
  wanted.portions = {{day_variable, false, {{stretch_.from, stretch_.to}}}};
  const Lit then =
      comparer_.space().within(day_variable, std::max<Int128>(stretch_.from, options_.first.days),
                               std::min<Int128>(stretch_.to, options_.last.days));
  return comparer_.is_nobody(
      {yes, no, then},
      [&](const Places& places) {
        seeker_.trial().ask(places);
        return seeker_.trial().distance(wanted) <= 0;
      },
      rounds_of_members);
}

bool Folded::are_alike(std::size_t p, NodeId one, NodeId other) {
  return p == 0 ? comparer_.are_written_alike(one, other) : comparer_.are_written_alike(other, one);
}

// Whoever is counted by the one is counted by the other, too.
bool Folded::is_never_above_case(std::size_t p, const Node& one, const Node& other) {
  const program::Program &program = *compared_.programs[p], &also = *compared_.programs[1 - p];
  if (one.count != 3 || other.count != 3) return false;
  for (std::uint32_t i = 1; i < 3; ++i)
    if (!are_alike(p, program.child(one, i), also.child(other, i))) return false;
  const Bounds counted = bounds_of(range_of(program, program.child(one, 1), days_)),
               left_out = bounds_of(range_of(program, program.child(one, 2), days_));
  return sum(counted, opposite(left_out)).is_never_negative() &&
         implies(p, program.child(one, 0), also.child(other, 0));
}

bool Folded::is_never_above(std::size_t p, NodeId one, NodeId other, int depth) {
  if (are_alike(p, one, other)) return true;
  const program::Program &program = *compared_.programs[p], &also = *compared_.programs[1 - p];
  const Node &a = program.nodes[one], &b = also.nodes[other];
  if (a.op != b.op || a.count != b.count || depth > deepest_sum) return false;
  const auto part = [&](std::uint32_t i, bool turned) {
    const NodeId x = program.child(a, i), y = also.child(b, i);
    return turned ? is_never_above(1 - p, y, x, depth + 1) : is_never_above(p, x, y, depth + 1);
  };
  switch (a.op) {
    case Op::add:
    case Op::greatest:
    case Op::least:
      return part(0, false) && part(1, false);
    case Op::subtract:
      return part(0, false) && part(1, true);
    case Op::negate:
      return part(0, true);
    case Op::value_when:
      return is_never_above_case(p, a, b);
    default:
      return false;
  }
}

void Folded::relate(NodeId before, NodeId after) {
  const auto index = [&](std::size_t p, NodeId node) {
    const auto at =
        std::find_if(facts_.begin(), facts_.end(), [&](const Fact& fact) { return fact.nodes[p] == node; });
    return static_cast<std::uint32_t>(at - facts_.begin());
  };
  const std::uint32_t one = index(0, before), other = index(1, after);
  const bool conditions = is_condition(*compared_.programs[0], before);
  if (conditions != is_condition(*compared_.programs[1], after)) return;
  const types::Type& type = compared_.programs[0]->nodes[before].type;
  const auto named = partner(before);
  const bool alike = type.base == compared_.programs[1]->nodes[after].type.base;
  if (!conditions && (!alike || !named || *named != after)) return;
  stretch_ = {};
  const bool never_above = is_never_above(0, before, after), never_below = is_never_above(1, after, before);
  if (never_above) ordered_.push_back({one, other, {}});
  if (never_below) ordered_.push_back({other, one, {}});
  for (const program::DayRange& days : stretches(before, after)) {
    stretch_ = days;
    if (!never_above && is_never_above(0, before, after)) ordered_.push_back({one, other, days});
    if (!never_below && is_never_above(1, after, before)) ordered_.push_back({other, one, days});
  }
}

// Of conditions: where it is yes, the other is; member by member, where both ask each of them.
bool Folded::is_never_above(std::size_t p, NodeId one, NodeId other) {
  const program::Program &program = *compared_.programs[p], &also = *compared_.programs[1 - p];
  const Node &a = program.nodes[one], &b = also.nodes[other];
  if (!program::is_condition(a.op)) return is_never_above(p, one, other, 0);
  const bool each = (a.op == Op::all || a.op == Op::any) && a.op == b.op && a.count == b.count;
  if (!each) return implies(p, one, other);
  for (std::uint32_t i = 0; i < a.count; ++i)
    if (!are_alike(p, program.child(a, i), also.child(b, i)) &&
        !implies(p, program.child(a, i), also.child(b, i)))
      return false;
  return true;
}

// Days between which no law changes, for either of them; none where there is but one stretch.
std::vector<program::DayRange> Folded::stretches(NodeId before, NodeId after) const {
  std::vector<std::int32_t> begins{options_.first.days};
  for (std::size_t p = 0; p < 2; ++p) {
    const program::Program& program = *compared_.programs[p];
    const std::vector<std::int32_t> days =
        law_changes(program, all_below(program, {p == 0 ? before : after}));
    begins.insert(begins.end(), days.begin(), days.end());
  }
  types::sort_unique(begins);
  begins.erase(begins.begin(), std::lower_bound(begins.begin(), begins.end(), options_.first.days));
  begins.erase(std::upper_bound(begins.begin(), begins.end(), options_.last.days), begins.end());
  std::vector<program::DayRange> all;
  for (std::size_t i = 0; i < begins.size() && begins.size() > 1; ++i)
    all.push_back({begins[i], i + 1 < begins.size() ? begins[i + 1] - 1 : options_.last.days});
  return all;
}

bool Folded::make_programs() {
  folded_.conditions = compared_.conditions;
  for (std::size_t p = 0; p < 2; ++p) {
    std::vector<FoldedNode> folds;
    for (const NodeId node : nodes_[p])
      folds.push_back({node, std::any_of(facts_.begin(), facts_.end(), [&](const Fact& fact) {
                         return fact.nodes[p] == node && fact.may_fail;
                       })});
    WithFacts made = with_facts(*compared_.programs[p], *folds_[p], folds,
                                Subject::conditions_of(comparer_.decision(p)), days_);
    if (!made.program) return false;
    for (auto& nodes : folded_.conditions)
      if (nodes[p] && std::binary_search(made.used_again.begin(), made.used_again.end(), *nodes[p]))
        nodes[p].reset();
    programs_[p] = std::move(made.program);
    folded_.programs[p] = programs_[p].get();
    folded_.decisions[p] = compared_.decisions[p];
  }
  for (const Fact& fact : facts_) {
    if (fact.known != nowhere) {
      folded_.facts.push_back(compared_.facts[fact.known]);
      continue;
    }
    Shared fold;
    for (std::size_t p = 0; p < 2; ++p) {
      if (!fact.nodes[p]) continue;
      const auto at =
          std::lower_bound(nodes_[p].begin(), nodes_[p].end(), *fact.nodes[p]) - nodes_[p].begin();
      fold.slots[p] = compared_.programs[p]->today() + static_cast<std::uint32_t>(at);
      if (!is_condition(*compared_.programs[p], *fact.nodes[p])) continue;
      fold.items.clear();
      for (std::uint32_t item = 0; item < (fact.may_fail ? fold_states : fold_states - 1); ++item)
        fold.items.push_back({item, item});
    }
    folded_.facts.push_back(std::move(fold));
  }
  folded_.outcomes = compared_.outcomes;
  for (const ChangedItem& changed : compared_.changed)
    for (std::uint32_t i = 0; i < facts_.size(); ++i)
      if (facts_[i].known == changed.fact) folded_.changed.push_back({i, changed.item});
  folded_.ordered = ordered_;
  return true;
}

std::optional<Difference> Folded::run(std::size_t most_classes) {
  if (!find_folds()) return std::nullopt;
  comparer_.relate();
  keep_facts();
  pair_folds();
  if (!make_programs()) return std::nullopt;
  Difference difference = Comparer(folded_, options_).run(most_classes);
  given_up_ = !difference.complete;
  std::vector<Class> classes;
  for (Class& one : difference.classes)
    for (Class& part : translated(std::move(one)))
      if (std::optional<Class> whole = unfolded(std::move(part))) classes.push_back(std::move(*whole));
  difference.classes = std::move(classes);
  if (difference.complete) difference.nobody_found = nobody_found_;
  if (nobody_found_ > 0) difference.complete = false;
  return difference;
}

}  // namespace eligo::analysis
