// SPDX-License-Identifier: MIT
// Owns the search for points along one variable after the other.
#include "interpreter/analysis/places.hpp"

#include <algorithm>

namespace eligo::analysis {

Chooser::Chooser(Space& space, const std::vector<Asked>& leaves, Places& places)
    : space_(space), places_(places), asking_(space.count()) {
  for (const Asked& asked : leaves) {
    const Subject& subject = *asked.subject;
    for (std::size_t i = 0; i < asked.leaf->slots.size(); ++i)
      asking_[subject.axes().var(asked.leaf->slots[i])].push_back({leaves_.size(), i});
    leaves_.push_back({asked, subject.box_of(*asked.leaf, places), subject.state(*asked.leaf)});
  }
}

bool Chooser::fits(const Asking& asking, Int128 point) {
  Believed& leaf = leaves_[asking.leaf];
  Region& region = leaf.box.slots[asking.slot];
  const Region was = region;
  region = {false, point, point};
  const bool wrong =
      leaf.asked.subject->refiner().against(*leaf.asked.leaf, leaf.box, leaf.state).has_value();
  region = was;
  return !wrong;
}

// One point for all leaves, and then the next: they share what they are made of.
std::vector<bool> Chooser::all_fit(Var var, Int128 point) {
  std::vector<bool> all;
  for (const Asking& asking : asking_[var]) all.push_back(fits(asking, point));
  return all;
}

void Chooser::choose(Var var) {
  Region& region = places_[var];
  if (region.is_point()) return;
  const std::vector<Asking>& asking = asking_[var];
  const Int128 lo = region.lo, hi = region.hi;
  const std::vector<bool> low = all_fit(var, lo), high = all_fit(var, hi);
  std::vector<Int128> points{std::clamp(space_.near(var), lo, hi)};
  // Where a leaf fits at one end alone, the last point that fits, seen from there.
  for (std::size_t i = 0; i < asking.size(); ++i) {
    if (low[i] == high[i]) continue;
    Int128 good = low[i] ? lo : hi, bad = low[i] ? hi : lo;
    while (good - bad > 1 || bad - good > 1) {
      const Int128 middle = good + (bad - good) / 2;
      (fits(asking[i], middle) ? good : bad) = middle;
    }
    points.push_back(good);
  }
  points.insert(points.end(), {lo, hi});
  const auto is_true = [](bool fit) { return fit; };
  const auto fitting = std::find_if(points.begin(), points.end(), [&](Int128 point) {
    if (point == lo) return std::all_of(low.begin(), low.end(), is_true);
    if (point == hi) return std::all_of(high.begin(), high.end(), is_true);
    return std::all_of(asking.begin(), asking.end(), [&](const Asking& one) { return fits(one, point); });
  });
  const Int128 point = fitting == points.end() ? points.front() : *fitting;
  region = {false, point, point};
  for (const Asking& one : asking) leaves_[one.leaf].box.slots[one.slot] = region;
}

void Chooser::choose() {
  for (Var var = day_variable; var < space_.count(); ++var) choose(var);
}

}  // namespace eligo::analysis
