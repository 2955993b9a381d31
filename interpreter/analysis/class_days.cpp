// SPDX-License-Identifier: MIT
// Owns the days of a class: at both ends of those that are said there is somebody who gets another answer.
#include <algorithm>

#include "interpreter/analysis/comparer.hpp"

namespace eligo::analysis {

namespace {

bool is_day(const Demand& demand) {
  return demand.portion && demand.portion->var == day_variable;
}

}  // namespace

// The days on which the law of either changes.
std::vector<Int128> Comparer::changes() const {
  std::vector<Int128> days;
  for (const program::Program* program : compared_.programs) {
    for (const program::DayRange& range : program->version_ranges) days.push_back(range.from);
    for (const std::uint32_t slot : {program->today(), program->law_day()})
      days.insert(days.end(), program->slots[slot].domain.cuts.begin(),
                  program->slots[slot].domain.cuts.end());
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// A class may be asked for no day, and yet hold nobody before the law changes, or after it.
void Comparer::trim_days(Draft& draft) {
  const auto known = std::find_if(draft.demands.begin(), draft.demands.end(), is_day);
  std::pair<Int128, Int128> all{space_.lo(day_variable), space_.hi(day_variable)};
  if (known != draft.demands.end() && known->portion->ranges.size() != 1) return;
  if (known != draft.demands.end()) all = known->portion->ranges.front();
  std::vector<Demand> demands;
  for (const Demand& demand : draft.demands)
    if (!is_day(demand)) demands.push_back(demand);
  const auto within = [&](Int128 from, Int128 to) {
    std::vector<Demand> with = demands;
    Demand day;
    day.rank = ~std::size_t{0};
    day.portion = Portion{day_variable, false, {{from, to}}};
    day.lit = day.portion->lit(space_);
    with.push_back(std::move(day));
    return with;
  };
  const Int128 someday = draft.places[day_variable].lo;
  std::vector<Int128> cuts = changes();
  const auto is_inside = [&](Int128 cut) { return all.first < cut && cut <= all.second; };
  cuts.erase(std::remove_if(cuts.begin(), cuts.end(), [&](Int128 cut) { return !is_inside(cut); }),
             cuts.end());
  const auto later = std::upper_bound(cuts.begin(), cuts.end(), someday);
  const auto begin = std::partition_point(
      cuts.begin(), later, [&](Int128 cut) { return !is_somebody(within(all.first, cut - 1), draft); });
  const auto end = std::partition_point(
      later, cuts.end(), [&](Int128 cut) { return is_somebody(within(cut, all.second), draft); });
  if (begin != cuts.begin()) all.first = *(begin - 1);
  if (end != cuts.end()) all.second = *end - 1;
  if (begin != cuts.begin() || end != cuts.end()) draft.demands = within(all.first, all.second);
}

// Who gets another answer, as the class says, on one of these days.
Found Comparer::find_on(const Draft& draft, const program::DayRange& days) {
  std::vector<Demand> demands;
  for (const Demand& demand : draft.demands)
    if (!is_day(demand)) demands.push_back(demand);
  std::vector<Lit> assumptions = lits_of(demands);
  assumptions.push_back(space_.within(day_variable, days.from, days.to));
  add_given(draft, assumptions);
  assumptions.push_back(alike(draft.standing));
  const Relation relation = draft.standing.relation;
  if (relation == Relation::less) assumptions.push_back(twins_->lit(Twins::less));
  if (relation == Relation::more) assumptions.push_back(twins_->lit(Twins::more));
  const auto gets_another = [&](const Places& places) {
    const Standing standing = standing_of(places);
    return standing.is_other() && is_alike(standing, draft.standing) && fits(demands, places);
  };
  return find(assumptions, gets_another);
}

void Comparer::settle_days(const Draft& draft, Class& done) {
  if (!draft.found) return;
  const auto ask = [&](const program::DayRange& days) {
    const Found found = find_on(draft, days);
    return DaySettler::Answer{found.result, found.places.empty() ? 0 : found.places[day_variable].lo};
  };
  settle_days(ask, draft.places, done);
}

void Comparer::settle_days(const DaySettler::Ask& ask, const Places& somebody, Class& done) const {
  const program::DayRange calendar{options_.first.days, options_.last.days};
  const std::vector<program::DayRange> all{calendar};
  const std::vector<Int128> changes = this->changes();
  SettledDays settled = DaySettler(calendar, changes, ask)
                            .settled(done.days.empty() ? all : done.days, somebody[day_variable].lo);
  const bool everything = settled.days.size() == 1 && settled.days.front().from == calendar.from &&
                          settled.days.front().to == calendar.to;
  done.days = everything ? std::vector<program::DayRange>{} : std::move(settled.days);
  done.seen = std::move(settled.seen);
}

}  // namespace eligo::analysis
