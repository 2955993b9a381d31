// SPDX-License-Identifier: MIT
// Owns the rounds of asking and learning.
#include "interpreter/analysis/loop.hpp"

namespace eligo::analysis {

namespace {

// Leaves that are not what the model has: over whole regions, or of a person. The first of them.
Asked learn(const std::vector<Asked>& leaves, const Places& places) {
  struct Wrong {
    Asked asked;
    Box box;
    Lesson lesson;
  };
  std::vector<Wrong> wrong;
  for (const Asked& asked : leaves) {
    Box box = asked.subject->box_of(*asked.leaf, places);
    const auto lesson = asked.subject->refiner().against(*asked.leaf, box, asked.subject->state(*asked.leaf));
    if (lesson) wrong.push_back({asked, std::move(box), *lesson});
  }
  // The model is gone with the first clause.
  for (Wrong& one : wrong) one.asked.subject->learn(*one.asked.leaf, std::move(one.box), one.lesson);
  return wrong.empty() ? Asked{} : wrong.front().asked;
}

}  // namespace

Found find(Space& space, std::span<const Lit> assumptions, const std::vector<Asked>& leaves,
           const std::function<bool(const Places&)>& is_so, const Effort& effort) {
  Found found;
  for (std::uint32_t round = 0; round < effort.rounds; ++round) {
    found.result = space.sat().solve(assumptions, effort.conflicts);
    if (found.result != Sat::Result::yes) return found;
    const Places regions = space.regions();
    found.places = regions;
    Chooser(space, leaves, found.places).choose();
    if (is_so(found.places)) return found;
    if (learn(leaves, regions).leaf != nullptr) continue;
    found.obstacle = learn(leaves, found.places);
    if (found.obstacle.leaf == nullptr) break;
  }
  found.result = Sat::Result::unknown;
  return found;
}

}  // namespace eligo::analysis
