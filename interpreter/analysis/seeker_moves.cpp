// SPDX-License-Identifier: MIT
// Owns the changes that are tried.
#include <algorithm>

#include "interpreter/analysis/seeker.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using types::Base;
using types::Date;

namespace {

constexpr std::size_t most_of_member = 500, most_values = 40;
constexpr Int128 one_cent = one_unit / 100, most_gap = 1'000;

Int128 earlier(Int128 day, std::int64_t months, bool first_of_month) {
  const Date from{static_cast<std::int32_t>(day)};
  const Date then = types::add_months(from, -months, types::MissingDays::roll_forward).value_or(from);
  if (!first_of_month) return then.days;
  const Date::Civil civil = then.civil();
  return Date::from_civil(civil.year, civil.month, 1).days;
}

void put(std::vector<Places>& moves, Places places, Var var, const Region& at) {
  if (places[var] == at) return;
  places[var] = at;
  moves.push_back(std::move(places));
}

}  // namespace

// Between two ages that are asked about one in the middle; exactly where they change where that is wanted.
void Seeker::add_dates(const Places& places, bool exact, std::vector<Int128>& points) const {
  const Int128 day = places[day_variable].lo;
  const Int128 next_year = earlier(day, -12, true);
  points.push_back(next_year);
  for (std::size_t i = 0; i + 1 < months_.size(); ++i) {
    points.push_back(earlier(day, (months_[i] + months_[i + 1] + 1) / 2, true));
    if (!exact) continue;
    const Int128 turn = earlier(day, months_[i], false);
    points.insert(points.end(), {turn, turn + 1});
  }
  for (std::size_t i = 0; exact && i < months_.size(); ++i)
    points.push_back(earlier(day, -months_[i] - 1, true));
}

void Seeker::add_numbers(Var var, bool exact, std::vector<Int128>& points) const {
  const program::Slot& slot = slot_of(var);
  const Int128 lo = space_.lo(var), hi = space_.hi(var);
  points.push_back(std::clamp<Int128>(0, lo, hi));
  if (hi - lo <= static_cast<Int128>(most_values))
    for (Int128 at = lo; at <= hi; ++at) points.push_back(at);
  std::vector<Int128> cuts = space_.cuts(var);
  cuts.insert(cuts.end(), slot.domain.cuts.begin(), slot.domain.cuts.end());
  types::sort_unique(cuts);
  if (cuts.size() > most_values) cuts.resize(most_values);
  const bool decimal = slot.anything.is_decimal();
  // What nothing is compared with may still be multiplied or added up.
  if (cuts.empty())
    for (const Int128 plain : {1, 100, 1'000, 10'000}) points.push_back(decimal ? plain * one_unit : plain);
  const Int128 step = decimal ? 1000 * one_unit : 1;
  for (const Int128 cut : cuts) {
    points.insert(points.end(), {cut / step * step, cut / step * step + step});
    if (exact) points.insert(points.end(), {cut - 1, cut});
  }
}

std::vector<Region> Seeker::candidates(const Places& places, Var var, bool exact) const {
  const program::Slot& slot = slot_of(var);
  std::vector<Int128> points;
  if (!slot.type.is_ordered())
    for (Int128 at = space_.lo(var); at <= space_.hi(var) && points.size() < most_values; ++at)
      points.push_back(at);
  else if (slot.type.base == Base::date)
    add_dates(places, exact, points);
  else
    add_numbers(var, exact, points);
  std::vector<Region> all;
  for (const Int128 point : points) {
    const Region at{false, point, point};
    if (space_.lo(var) <= point && point <= space_.hi(var) &&
        std::find(all.begin(), all.end(), at) == all.end())
      all.push_back(at);
  }
  if (space_.may_be_none(var)) all.push_back({true, 0, 0});
  return all;
}

Seeker::Moves Seeker::of_facts(const Places& places, const Wanted& wanted) const {
  Moves moves;
  for (const Portion& portion : wanted.portions) {
    if (portion.has(places[portion.var])) continue;
    for (const auto& [lo, hi] : portion.ranges) {
      put(moves, places, portion.var, {false, lo, lo});
      put(moves, places, portion.var, {false, hi, hi});
    }
    if (portion.none) put(moves, places, portion.var, {true, 0, 0});
  }
  for (Var var = day_variable + 1; var < space_.count(); ++var) {
    if (!relevant_[var] || list_of_[var] != nullptr || is_length_[var]) continue;
    for (const Region& at : candidates(places, var, true)) put(moves, places, var, at);
  }
  return moves;
}

Seeker::Moves Seeker::of_fields(const Places& places) const {
  Moves moves;
  for (Var var = day_variable + 1; var < space_.count(); ++var) {
    if (!relevant_[var] || list_of_[var] == nullptr || !is_there(places, var)) continue;
    for (const Region& at : candidates(places, var, true)) put(moves, places, var, at);
  }
  return moves;
}

// By how much a day or number of this kind may be off: of what is counted between days, so many months or years.
std::vector<Int128> Seeker::ways_to_mend(const Trial::Gap& gap, Var var, Int128 at) const {
  const Base base = slot_of(var).type.base;
  std::vector<Int128> points;
  const auto add = [&](Int128 by, Int128 small) {
    for (const Int128 way : {by, -by})
      for (const Int128 more : {Int128{0}, small, -small}) points.push_back(at + way + more);
  };
  const bool decimal = base == Base::money || base == Base::decimal;
  if (decimal && (gap.base == Base::money || gap.base == Base::decimal)) {
    add(gap.by, one_cent);
    add(gap.by, 100 * one_unit);
  } else if (base == gap.base) {
    add(gap.by, 1);
  } else if (base == Base::date && gap.base == Base::whole && gap.by >= -most_gap && gap.by <= most_gap) {
    add(gap.by, 1);
    const auto months = static_cast<std::int64_t>(gap.by);
    for (const std::int64_t by :
         {months, -months, 12 * months, -12 * months, months + 1, -months - 1, months - 1, 1 - months})
      points.push_back(earlier(at, by, false));
  }
  return points;
}

// What is missing is added to one of the numbers and days that were told, and a little more.
Seeker::Moves Seeker::of_gaps(const Places& places, const std::vector<Trial::Gap>& gaps) const {
  Moves moves;
  for (const Trial::Gap& gap : gaps) {
    for (Var var = day_variable + 1; var < space_.count(); ++var) {
      if (!relevant_[var] || places[var].none || !is_there(places, var) || is_length_[var]) continue;
      for (const Int128 at : ways_to_mend(gap, var, places[var].lo))
        if (space_.lo(var) <= at && at <= space_.hi(var)) put(moves, places, var, {false, at, at});
    }
  }
  return moves;
}

// Whoever comes is like somebody who is there, or of any kind.
Seeker::Moves Seeker::of_new_members(const Places& places) const {
  Moves moves;
  for (const Fields& list : lists_) {
    const auto next = static_cast<std::size_t>(places[list.length].lo);
    if (!relevant_[list.length] || next >= list.members.size() ||
        places[list.length].lo >= space_.hi(list.length))
      continue;
    Places longer = places;
    ++longer[list.length].lo;
    ++longer[list.length].hi;
    std::vector<std::vector<Region>> fields;
    std::size_t kinds = 1;
    for (const Var var : list.members[next]) {
      fields.push_back(relevant_[var] ? candidates(places, var, false) : std::vector<Region>{places[var]});
      if (fields.back().empty()) fields.back().push_back(places[var]);
      kinds *= fields.back().size();
    }
    // Days and numbers are thinned out before kinds are: of those each means something else.
    while (kinds > most_of_member) {
      std::size_t longest = 0;
      const auto weight = [&](std::size_t f) {
        const bool ordered = slot_of(list.members[next][f]).type.is_ordered() && fields[f].size() > 2;
        return fields[f].size() + (ordered ? most_values * most_values : 0);
      };
      for (std::size_t f = 1; f < fields.size(); ++f)
        if (weight(f) > weight(longest)) longest = f;
      std::vector<Region>& thinned = fields[longest];
      kinds /= thinned.size();
      for (std::size_t i = 1; i < thinned.size(); ++i)
        thinned.erase(thinned.begin() + static_cast<std::ptrdiff_t>(i));
      kinds *= thinned.size();
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      Places with = longer;
      std::size_t rest = kind;
      for (std::size_t f = 0; f < fields.size(); ++f) {
        with[list.members[next][f]] = fields[f][rest % fields[f].size()];
        rest /= fields[f].size();
      }
      moves.push_back(std::move(with));
    }
  }
  return moves;
}

// Those behind move up.
Places Seeker::without(const Places& places, const Fields& list, std::size_t member) const {
  Places fewer = places;
  const auto length = static_cast<std::size_t>(places[list.length].lo);
  for (std::size_t m = member; m + 1 < length; ++m)
    for (std::size_t f = 0; f < list.members[m].size(); ++f)
      fewer[list.members[m][f]] = places[list.members[m + 1][f]];
  --fewer[list.length].lo;
  --fewer[list.length].hi;
  return fewer;
}

Seeker::Moves Seeker::of_gone_members(const Places& places) const {
  Moves moves;
  for (const Fields& list : lists_)
    for (Int128 m = places[list.length].lo; m-- > 0;)
      if (places[list.length].lo > space_.lo(list.length))
        moves.push_back(without(places, list, static_cast<std::size_t>(m)));
  return moves;
}

}  // namespace eligo::analysis
