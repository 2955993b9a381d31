// SPDX-License-Identifier: MIT
// Owns what a class asks of somebody, as it is sought.
#include <algorithm>

#include "interpreter/analysis/tried.hpp"

namespace eligo::analysis {

using program::nowhere;

namespace {

Portion portion_of(const Values& values, const Compared& compared, Comparer& comparer) {
  const Shared& fact = compared.facts[values.fact];
  const std::size_t p = fact.slots[0] != nowhere ? 0 : 1;
  const program::Slot& slot = compared.programs[p]->slots[fact.slots[p]];
  Portion portion{values.fact + 1, values.none, {}};  // variables were made in this order, after the day
  if (slot.type.is_ordered()) {
    portion.ranges = values.ranges;
    return portion;
  }
  const Axes& axes = comparer.subject(p).axes();
  const auto& classes = axes.classes(fact.slots[p]);
  for (std::size_t number = 0; number < classes.size(); ++number) {
    const std::uint32_t item = classes[number].front();
    const bool is_in = std::binary_search(values.items.begin(), values.items.end(), item);
    if (is_in) portion.add(static_cast<Int128>(number), static_cast<Int128>(number));
  }
  return portion;
}

}  // namespace

Wanted wanted_of(const Class& one, const Compared& compared, Comparer& comparer) {
  Wanted wanted;
  if (!one.days.empty()) {
    Portion days{day_variable, false, {}};
    for (const program::DayRange& range : one.days) days.add(range.from, range.to);
    wanted.portions.push_back(std::move(days));
  }
  for (const Values& values : one.facts) wanted.portions.push_back(portion_of(values, compared, comparer));
  for (const Met& met : one.conditions)
    for (std::size_t p = 0; p < 2; ++p)
      if (met.nodes[p]) wanted.conditions.push_back({p, *met.nodes[p], met.state});
  wanted.measures = one.measures;
  Came came;
  for (std::size_t p = 0; p < 2; ++p) {
    came.verdicts[p] = one.verdicts[p];
    if (one.relation == Relation::none && !one.calculated) came.values[p] = one.values[p];
  }
  came.relation = one.relation;
  wanted.came = std::move(came);
  return wanted;
}

}  // namespace eligo::analysis
