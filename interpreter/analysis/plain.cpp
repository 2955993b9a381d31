// SPDX-License-Identifier: MIT
// Owns what makes somebody plain: few members, round numbers, first days of months.
#include <algorithm>

#include "interpreter/analysis/seeker.hpp"
#include "interpreter/analysis/turn.hpp"

namespace eligo::analysis {

using types::Base;
using types::Date;

std::vector<Int128> Seeker::plainer(Var var, Int128 at) const {
  std::vector<Int128> points;
  const Base base = var == day_variable ? Base::date : slot_of(var).type.base;
  if (base == Base::date) {
    if (var == day_variable) points.push_back(options_.about.days);
    const Date::Civil civil = Date{static_cast<std::int32_t>(at)}.civil();
    const int next = civil.month % 12 + 1, year = civil.year + (civil.month == 12 ? 1 : 0);
    points.insert(points.end(),
                  {Date::from_civil(civil.year, 1, 1).days, Date::from_civil(civil.year + 1, 1, 1).days,
                   Date::from_civil(civil.year, civil.month, 1).days, Date::from_civil(year, next, 1).days});
  } else if (base == Base::money || base == Base::decimal || base == Base::whole) {
    points.push_back(0);
    // As round as the number is large: 700 for 668.33.
    const Int128 size = at < 0 ? -at : at;
    Int128 step = base == Base::whole ? 10 : 100 * one_unit;
    while (step * 10 <= size) step *= 10;
    const Int128 last = base == Base::whole ? 1 : one_unit / 100;
    for (; step >= last; step /= 10) {
      const Int128 below = at >= 0 ? at / step * step : -((-at + step - 1) / step * step);
      points.insert(points.end(), {below, below + step});
    }
  }
  return points;
}

void Seeker::drop_members(Places& places, const Wanted& wanted) {
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (const Places& fewer : of_gone_members(places)) {
      Found found{distance(fewer, wanted), fewer};
      // What they had somebody else may have.
      if (found.distance > 0) static_cast<void>(take_best(found, of_gaps(fewer, trial_.gaps()), wanted));
      if (found.distance > 0) continue;
      places = std::move(found.places);
      dropped = true;
      break;
    }
  }
}

// By the order of what their first field can be: parents before children, as the rules name them.
void Seeker::order_members(Places& places, const Wanted& wanted) {
  for (const Fields& list : lists_) {
    const auto length = static_cast<std::size_t>(places[list.length].lo);
    std::vector<std::vector<Region>> members;
    for (std::size_t m = 0; m < length; ++m) {
      members.emplace_back();
      for (const Var var : list.members[m]) members.back().push_back(places[var]);
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const auto& a, const auto& b) { return a.front().lo < b.front().lo; });
    Places sorted = places;
    for (std::size_t m = 0; m < length; ++m)
      for (std::size_t f = 0; f < list.members[m].size(); ++f) sorted[list.members[m][f]] = members[m][f];
    if (distance(sorted, wanted) <= 0) places = std::move(sorted);
  }
}

void Seeker::make_plainer(Places& places, Var var, const Wanted& wanted) {
  for (const Int128 point : plainer(var, places[var].lo)) {
    if (point == places[var].lo) return;
    if (point < space_.lo(var) || point > space_.hi(var)) continue;
    Places plain = places;
    plain[var] = {false, point, point};
    if (distance(plain, wanted) > 0) continue;
    places = std::move(plain);
    return;
  }
}

void Seeker::bring_near(Places& places, const Wanted& wanted) {
  for (Var var = day_variable + 1; var < space_.count(); ++var) {
    if (places[var].none || slot_of(var).type.base != Base::date) continue;
    const auto move = [&](Int128 date) { places[var] = {false, date, date}; };
    const Shared& fact = compared_.facts[var - 1];
    const bool counted =
        (fact.slots[0] != program::nowhere && is_counted_from(*compared_.programs[0], fact.slots[0])) ||
        (fact.slots[1] != program::nowhere && is_counted_from(*compared_.programs[1], fact.slots[1]));
    move(at_turn(places[var].lo, places[day_variable].lo, {space_.lo(var), space_.hi(var)}, counted,
                 [&](Int128 date) {
                   move(date);
                   return distance(places, wanted) <= 0;
                 }));
  }
}

void Seeker::make_round(Places& places, const Wanted& wanted) {
  for (Var var = day_variable + 1; var < space_.count(); ++var)
    if (!places[var].none && slot_of(var).anything.is_decimal() && places[var].lo % (one_unit / 100) != 0)
      make_plainer(places, var, wanted);
}

void Seeker::make_plain(Places& places, const Wanted& wanted) {
  drop_members(places, wanted);
  // What one value must be may depend on another that is not plain yet.
  for (const int pass : {1, 2}) {
    const Places before = places;
    for (Var var = day_variable + (pass == 1 ? 0 : 1); var < space_.count(); ++var)
      if (!places[var].none && is_there(places, var) && !is_length_[var]) make_plainer(places, var, wanted);
    if (pass == 1 && places == before) break;
  }
  order_members(places, wanted);
}

}  // namespace eligo::analysis
