// SPDX-License-Identifier: MIT
// Owns the making of cuts, each chained to its neighbours.
#include "interpreter/analysis/space.hpp"

#include <iterator>

namespace eligo::analysis {

Var Space::add(Int128 lo, Int128 hi, bool may_be_none) {
  Axis axis;
  axis.lo = lo;
  axis.hi = hi;
  axis.near = lo;
  axis.none = lo > hi ? Sat::always() : (may_be_none ? sat_.fresh() : -Sat::always());
  if (may_be_none && lo <= hi) sat_.prefer(-axis.none);
  axes_.push_back(std::move(axis));
  return static_cast<Var>(axes_.size() - 1);
}

void Space::prefer(Var v, Int128 near) {
  Axis& axis = axes_[v];
  axis.near = near;
  for (const auto& [point, cut] : axis.cuts) sat_.prefer(point <= near ? cut : -cut);
}

Lit Space::at_least(Var v, Int128 point) {
  Axis& axis = axes_[v];
  if (point > axis.hi) return -Sat::always();
  if (point <= axis.lo) return -axis.none;
  const auto [at, fresh] = axis.cuts.try_emplace(point, 0);
  if (!fresh) return at->second;
  const Lit cut = at->second = sat_.fresh();
  sat_.add({-cut, at == axis.cuts.begin() ? -axis.none : std::prev(at)->second});
  if (std::next(at) != axis.cuts.end()) sat_.add({-std::next(at)->second, cut});
  sat_.prefer(point <= axis.near ? cut : -cut);
  return cut;
}

Lit Space::within(Var v, Int128 lo, Int128 hi) {
  if (lo > hi || lo > axes_[v].hi || hi < axes_[v].lo) return -Sat::always();
  const Lit from = at_least(v, lo), beyond = at_least(v, hi + 1);
  if (beyond == -Sat::always()) return from;
  if (from == -axes_[v].none && from == Sat::always()) return -beyond;
  const auto [at, fresh] = axes_[v].within.try_emplace({lo, hi}, 0);
  if (!fresh) return at->second;
  const Lit both = at->second = sat_.fresh();
  sat_.add({-both, from});
  sat_.add({-both, -beyond});
  sat_.add({both, -from, beyond});
  return both;
}

Region Space::region(Var v) const {
  const Axis& axis = axes_[v];
  if (sat_.holds(axis.none)) return {true, 0, 0};
  Region region{false, axis.lo, axis.hi};
  for (auto at = axis.cuts.begin(); at != axis.cuts.end(); ++at) {
    if (!sat_.holds(at->second)) {
      region.hi = at->first - 1;
      break;
    }
    region.lo = at->first;
  }
  return region;
}

std::vector<Region> Space::regions() const {
  std::vector<Region> all;
  for (Var v = 0; v < count(); ++v) all.push_back(region(v));
  return all;
}

std::vector<Int128> Space::cuts(Var v) const {
  std::vector<Int128> points;
  for (const auto& [point, cut] : axes_[v].cuts) points.push_back(point);
  return points;
}

void Space::add_outside(Var v, const Region& region, std::vector<Lit>& clause) {
  const Axis& axis = axes_[v];
  if (region.none) {
    clause.push_back(-axis.none);
    return;
  }
  if (axis.none != -Sat::always()) clause.push_back(axis.none);
  if (region.lo > axis.lo) clause.push_back(-at_least(v, region.lo));
  if (region.hi < axis.hi) clause.push_back(at_least(v, region.hi + 1));
}

}  // namespace eligo::analysis
