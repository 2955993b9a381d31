// SPDX-License-Identifier: MIT
// Owns the evaluation over boxes, and their widening.
#include "interpreter/analysis/refine.hpp"

#include <algorithm>

namespace eligo::analysis {

Truth Refiner::evaluate(const Leaf& leaf, const Box& box) {
  Evaluator::Time newest = 0;
  for (std::size_t i = 0; i < leaf.slots.size(); ++i)
    newest = std::max(newest, evaluator_.tell(leaf.slots[i], box.slots[i], axes_));
  for (std::size_t i = 0; i < leaf.conditions.size(); ++i) {
    const NodeId id = leaf.conditions[i];
    const bool open = box.conditions[i] == Truth::open;
    newest = std::max(newest,
                      evaluator_.assume(id, {box.conditions[i], open && program_.nodes[id].can_be_invalid}));
  }
  evaluator_.run(leaf.run, newest);
  return truth_of(program_, evaluator_.scratch(), leaf.node);
}

bool Refiner::is_so(const Leaf& leaf, const Box& box, Lesson lesson) {
  const Truth truth = evaluate(leaf, box);
  switch (lesson) {
    case Lesson::yes:
      return truth.state == Truth::yes;
    case Lesson::no:
      return truth.state == Truth::no;
    case Lesson::invalid:
      return truth.state == Truth::invalid;
    case Lesson::valid:
      return truth.state != Truth::invalid && !(truth.state == Truth::open && truth.may_be_invalid);
  }
  return false;
}

std::optional<Lesson> Refiner::against(const Leaf& leaf, const Box& box, Truth::State state) {
  if (state == Truth::invalid)
    return is_so(leaf, box, Lesson::valid) ? std::optional(Lesson::valid) : std::nullopt;
  const Truth truth = evaluate(leaf, box);
  if (truth.state == Truth::open || truth.state == state) return std::nullopt;
  return truth.state == Truth::yes ? Lesson::yes : truth.state == Truth::no ? Lesson::no : Lesson::invalid;
}

// Outwards to the end, or as far as the state stays: the wider the less told, so halving finds where it ends.
void Refiner::widen_side(const Leaf& leaf, Box& box, std::size_t slot, Lesson lesson, bool up) {
  const std::uint32_t fact = leaf.slots[slot];
  Region end = axes_.everywhere(fact);
  if (fact == program_.today() && !leaf.changes.empty()) {  // a version holds all over the box
    const auto after = std::upper_bound(leaf.changes.begin(), leaf.changes.end(), box.slots[slot].lo);
    if (after != leaf.changes.end()) end.hi = std::min<Int128>(end.hi, *after - 1);
    if (after != leaf.changes.begin()) end.lo = std::max<Int128>(end.lo, *(after - 1));
  }
  Int128& side = up ? box.slots[slot].hi : box.slots[slot].lo;
  Int128 known = side, open = up ? end.hi : end.lo;
  if (known == open) return;
  side = open;
  if (is_so(leaf, box, lesson)) return;
  while (known - open > 1 || open - known > 1) {
    const Int128 middle = known + (open - known) / 2;
    side = middle;
    (is_so(leaf, box, lesson) ? known : open) = middle;
  }
  side = known;
}

void Refiner::widen(const Leaf& leaf, Box& box, Lesson lesson) {
  for (Truth::State& condition : box.conditions) {
    const Truth::State was = condition;
    condition = Truth::open;
    if (!is_so(leaf, box, lesson)) condition = was;
  }
  for (std::size_t i = 0; i < leaf.slots.size(); ++i) {
    if (box.slots[i].none) continue;
    widen_side(leaf, box, i, lesson, false);
    widen_side(leaf, box, i, lesson, true);
  }
}

void Refiner::learn(const Leaf& leaf, Box box, Lesson lesson) {
  widen(leaf, box, lesson);
  std::vector<Lit> clause;
  for (std::size_t i = 0; i < leaf.slots.size(); ++i) {
    const std::uint32_t slot = leaf.slots[i];
    space_.add_outside(axes_.var(slot), box.slots[i], clause);
  }
  for (std::size_t i = 0; i < leaf.conditions.size(); ++i)
    if (box.conditions[i] != Truth::open) encoder_.add_other(leaf.conditions[i], box.conditions[i], clause);
  const Sides sides = encoder_.of(leaf.node);
  const std::size_t before = clause.size();
  const auto conclude = [&](std::initializer_list<Lit> so) {
    clause.resize(before);
    clause.insert(clause.end(), so);
    space_.sat().add(clause);
  };
  switch (lesson) {
    case Lesson::yes:
      return conclude({sides.yes});
    case Lesson::no:
      return conclude({sides.no});
    case Lesson::valid:
      return conclude({sides.yes, sides.no});
    case Lesson::invalid:
      conclude({-sides.yes});
      conclude({-sides.no});
  }
}

}  // namespace eligo::analysis
