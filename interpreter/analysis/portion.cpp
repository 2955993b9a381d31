// SPDX-License-Identifier: MIT
// Owns ranges between cuts, joined and taken apart.
#include "interpreter/analysis/portion.hpp"

#include <algorithm>

namespace eligo::analysis {

namespace {

std::vector<std::pair<Int128, Int128>> pieces(const Space& space, Var var) {
  std::vector<std::pair<Int128, Int128>> all;
  Int128 from = space.lo(var);
  for (const Int128 cut : space.cuts(var)) {
    all.emplace_back(from, cut - 1);
    from = cut;
  }
  if (from <= space.hi(var)) all.emplace_back(from, space.hi(var));
  return all;
}

}  // namespace

void Portion::add(Int128 lo, Int128 hi) {
  std::vector<std::pair<Int128, Int128>> joined;
  for (const auto& [from, to] : ranges) {
    if (to + 1 < lo || hi + 1 < from) {
      joined.emplace_back(from, to);
      continue;
    }
    lo = std::min(lo, from);
    hi = std::max(hi, to);
  }
  joined.emplace_back(lo, hi);
  std::sort(joined.begin(), joined.end());
  ranges = std::move(joined);
}

bool Portion::has(const Region& point) const {
  if (point.none) return none;
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const auto& range) { return range.first <= point.lo && point.lo <= range.second; });
}

bool Portion::is_everything(const Space& space) const {
  const bool all_numbers = space.lo(var) > space.hi(var) ||
                           (ranges.size() == 1 && ranges[0] == std::pair{space.lo(var), space.hi(var)});
  return all_numbers && (none || !space.may_be_none(var));
}

Lit Portion::lit(Space& space) const {
  std::vector<Lit> parts;
  for (const auto& [lo, hi] : ranges) parts.push_back(space.within(var, lo, hi));
  if (none) parts.push_back(space.is_none(var));
  return space.sat().any(parts);
}

Portion around(const Space& space, Var var, const Region& point) {
  Portion portion{var, point.none, {}};
  if (point.none) return portion;
  for (const auto& [lo, hi] : pieces(space, var))
    if (lo <= point.lo && point.lo <= hi) portion.ranges.emplace_back(lo, hi);
  return portion;
}

std::vector<Portion> pieces_beyond(const Space& space, const Portion& portion) {
  const Var var = portion.var;
  std::vector<Portion> beyond;
  const auto inside = [&](Int128 point) {
    return std::any_of(portion.ranges.begin(), portion.ranges.end(),
                       [&](const auto& range) { return range.first <= point && point <= range.second; });
  };
  for (const auto& [lo, hi] : pieces(space, var))
    if (!inside(lo)) beyond.push_back({var, false, {{lo, hi}}});
  if (!portion.ranges.empty()) {
    const Int128 home = portion.ranges[0].first;
    const auto far = [&](const Portion& p) {
      const Int128 away = p.ranges[0].first - home;
      return away < 0 ? -away : away;
    };
    std::stable_sort(beyond.begin(), beyond.end(),
                     [&](const Portion& a, const Portion& b) { return far(a) < far(b); });
  }
  if (!portion.none && space.may_be_none(var)) beyond.push_back({var, true, {}});
  return beyond;
}

}  // namespace eligo::analysis
