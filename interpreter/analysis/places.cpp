// SPDX-License-Identifier: MIT
// Owns the search for points along one fact after the other.
#include "interpreter/analysis/places.hpp"

#include <algorithm>

namespace eligo::analysis {

Box Chooser::box_of(const Leaf& leaf, const Places& places) const {
  Box box;
  for (const std::uint32_t slot : leaf.slots) box.slots.push_back(places[slot]);
  for (const NodeId condition : leaf.conditions) box.conditions.push_back(encoder_.state(condition));
  return box;
}

bool Chooser::fits(const Leaf& leaf, std::uint32_t slot, Int128 point, Places& places) {
  const Region was = places[slot];
  places[slot] = {false, point, point};
  const Truth::State now = refiner_.evaluate(leaf, box_of(leaf, places));
  places[slot] = was;
  return now == Truth::open || now == encoder_.state(leaf.node);
}

bool Chooser::fits(const std::vector<const Leaf*>& leaves, std::uint32_t slot, Int128 point, Places& places) {
  return std::all_of(leaves.begin(), leaves.end(),
                     [&](const Leaf* leaf) { return fits(*leaf, slot, point, places); });
}

void Chooser::choose(const std::vector<const Leaf*>& leaves, std::uint32_t slot, Places& places, Int128 about) {
  Region& region = places[slot];
  if (region.is_point()) return;
  std::vector<const Leaf*> asking;
  for (const Leaf* leaf : leaves)
    if (std::binary_search(leaf->slots.begin(), leaf->slots.end(), slot)) asking.push_back(leaf);
  const Region whole = region;
  const Int128 nearest = std::clamp(about, whole.lo, whole.hi);
  std::vector<Int128> points{nearest};
  // Where a leaf fits at one end alone, the last point that fits, seen from there.
  for (const Leaf* leaf : asking) {
    const bool low = fits(*leaf, slot, whole.lo, places), high = fits(*leaf, slot, whole.hi, places);
    if (low == high) continue;
    Int128 good = low ? whole.lo : whole.hi, bad = low ? whole.hi : whole.lo;
    while (good - bad > 1 || bad - good > 1) {
      const Int128 middle = good + (bad - good) / 2;
      (fits(*leaf, slot, middle, places) ? good : bad) = middle;
    }
    points.push_back(good);
  }
  points.insert(points.end(), {whole.lo, whole.hi});
  for (const Int128 point : points) {
    if (!fits(asking, slot, point, places)) continue;
    region = {false, point, point};
    return;
  }
  region = {false, nearest, nearest};
}

void Chooser::choose(const std::vector<const Leaf*>& leaves, Places& places, Int128 about) {
  std::vector<std::uint32_t> slots;
  for (const Leaf* leaf : leaves) slots.insert(slots.end(), leaf->slots.begin(), leaf->slots.end());
  std::sort(slots.begin(), slots.end(), std::greater<>());  // the day has the last number
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  for (const std::uint32_t slot : slots) {
    const bool dated = program_.slots[slot].type.base == types::Base::date;
    choose(leaves, slot, places, dated ? about : 0);
  }
  for (std::uint32_t slot = 0; slot <= program_.today(); ++slot) {
    Region& region = places[slot];
    if (region.is_point()) continue;
    const bool dated = program_.slots[slot].type.base == types::Base::date;
    const Int128 point = std::clamp<Int128>(dated ? about : 0, region.lo, region.hi);
    region = {false, point, point};
  }
}

}  // namespace eligo::analysis
