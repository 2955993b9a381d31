// SPDX-License-Identifier: MIT
// Owns the search for points along one variable after the other.
#include "interpreter/analysis/places.hpp"

#include <algorithm>

namespace eligo::analysis {

bool Chooser::fits(const Asked& asked, Var var, Int128 point) {
  const Region was = places_[var];
  places_[var] = {false, point, point};
  Subject& subject = *asked.subject;
  const bool wrong =
      subject.refiner()
          .against(*asked.leaf, subject.box_of(*asked.leaf, places_), subject.state(*asked.leaf))
          .has_value();
  places_[var] = was;
  return !wrong;
}

void Chooser::choose(Var var) {
  Region& region = places_[var];
  if (region.is_point()) return;
  std::vector<Asked> asking;
  for (const Asked& asked : leaves_) {
    const std::vector<std::uint32_t>& slots = asked.leaf->slots;
    const Axes& axes = asked.subject->axes();
    if (std::any_of(slots.begin(), slots.end(), [&](std::uint32_t slot) { return axes.var(slot) == var; }))
      asking.push_back(asked);
  }
  const Region whole = region;
  std::vector<Int128> points{std::clamp(space_.near(var), whole.lo, whole.hi)};
  // Where a leaf fits at one end alone, the last point that fits, seen from there.
  for (const Asked& asked : asking) {
    const bool low = fits(asked, var, whole.lo), high = fits(asked, var, whole.hi);
    if (low == high) continue;
    Int128 good = low ? whole.lo : whole.hi, bad = low ? whole.hi : whole.lo;
    while (good - bad > 1 || bad - good > 1) {
      const Int128 middle = good + (bad - good) / 2;
      (fits(asked, var, middle) ? good : bad) = middle;
    }
    points.push_back(good);
  }
  points.insert(points.end(), {whole.lo, whole.hi});
  const auto fitting = std::find_if(points.begin(), points.end(), [&](Int128 point) {
    return std::all_of(asking.begin(), asking.end(),
                       [&](const Asked& asked) { return fits(asked, var, point); });
  });
  const Int128 point = fitting == points.end() ? points.front() : *fitting;
  region = {false, point, point};
}

void Chooser::choose() {
  for (Var var = day_variable; var < space_.count(); ++var) choose(var);
}

}  // namespace eligo::analysis
