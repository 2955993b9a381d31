// SPDX-License-Identifier: MIT
// Owns the evaluation of both values over a box, and its lessons, made as wide as they stay true.
#include "interpreter/analysis/twins.hpp"

#include <algorithm>
#include <set>

#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;

namespace {

std::vector<bool> rounded_nodes(const program::Program& program) {
  std::vector<bool> rounded(program.nodes.size());
  for (NodeId id = 0; id < program.nodes.size(); ++id) {
    const Node& n = program.nodes[id];
    rounded[id] = n.op == Op::round_product || n.op == Op::round_quotient;
    if (program::is_condition(n.op)) continue;
    for (std::uint32_t i = 0; i < n.count; ++i)
      rounded[id] = rounded[id] || (!program::is_condition(program.nodes[program.child(n, i)].op) &&
                                    rounded[program.child(n, i)]);
  }
  return rounded;
}

bool has_direction(const types::Type& type) {
  return type.is_ordered();
}

}  // namespace

Twins::Twins(std::array<Subject*, 2> subjects, std::array<NodeId, 2> values, Alike& written, Space& space)
    : sides_{{{subjects[0], values[0], leaf_of(subjects[0]->program(), values[0]),
               Evaluator(subjects[0]->program()), rounded_nodes(subjects[0]->program())},
              {subjects[1], values[1], leaf_of(subjects[1]->program(), values[1]),
               Evaluator(subjects[1]->program()), rounded_nodes(subjects[1]->program())}}},
      written_(written),
      space_(space) {
  for (std::size_t p = 0; p < 2; ++p) {
    Side& side = sides_[p];
    for (const std::uint32_t slot : side.leaf.slots) vars_.push_back(side.subject->axes().var(slot));
    changes_.insert(changes_.end(), side.leaf.changes.begin(), side.leaf.changes.end());
    for (const NodeId condition : side.leaf.conditions) {
      static_cast<void>(side.subject->encoder().of(condition));
      conditions_.push_back({p, condition});
    }
  }
  types::sort_unique(vars_);
  types::sort_unique(changes_);
  for (const std::int32_t day : changes_) static_cast<void>(space.at_least(day_variable, day));
  const Node& before = subjects[0]->program().nodes[values[0]];
  const Node& after = subjects[1]->program().nodes[values[1]];
  directed_ = has_direction(before.type) && has_direction(after.type);
  Sat& sat = space.sat();
  for (const Question q : {same, less, more})
    lits_[q] = q == less && !directed_ ? -Sat::always() : sat.fresh();
  lits_[valid_before] = before.can_be_invalid ? sat.fresh() : Sat::always();
  lits_[valid_after] = after.can_be_invalid ? sat.fresh() : Sat::always();
  sat.add({-lits_[same], -lits_[less]});
  sat.add({-lits_[same], -lits_[more]});
  sat.add({-lits_[less], -lits_[more]});
}

const Possible& Twins::value(std::size_t p) const {
  const Side& side = sides_[p];
  return *side.evaluator.scratch().values[side.subject->program().nodes[side.value].value];
}

// Walks down both values together, as long as they are made alike or choose.
std::vector<Twins::Pair> Twins::candidates() const {
  const program::Program &p = sides_[0].subject->program(), &q = sides_[1].subject->program();
  std::set<Pair> seen, found;
  std::vector<Pair> open{{sides_[0].value, sides_[1].value}};
  const auto chooses = [](Op op) { return op == Op::value_when || op == Op::value_versions; };
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    const Node &one = p.nodes[a], &other = q.nodes[b];
    if (!seen.emplace(a, b).second || written_.same(a, b)) continue;
    const bool conditions = program::is_condition(one.op), also = program::is_condition(other.op);
    if (conditions && also) found.emplace(a, b);
    if (conditions || also) continue;
    if (one.op == other.op) {
      for (std::uint32_t i = 0; i < std::min(one.count, other.count); ++i)
        open.emplace_back(p.child(one, i), q.child(other, i));
      continue;
    }
    for (std::uint32_t i = 0; i < one.count && chooses(one.op); ++i) open.emplace_back(p.child(one, i), b);
    for (std::uint32_t i = 0; i < other.count && chooses(other.op); ++i)
      open.emplace_back(a, q.child(other, i));
  }
  return {found.begin(), found.end()};
}

void Twins::join(std::vector<Pair> proved) {
  joined_ = std::move(proved);
  std::sort(joined_.begin(), joined_.end());
}

void Twins::run(const std::vector<Region>& places, const std::vector<Truth::State>& conditions) {
  for (Side& side : sides_) {
    const Axes& axes = side.subject->axes();
    for (const std::uint32_t slot : side.leaf.slots) side.evaluator.tell(slot, places[axes.var(slot)], axes);
  }
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    Side& side = sides_[conditions_[i].p];
    const NodeId id = conditions_[i].node;
    const bool open = conditions[i] == Truth::open;
    side.evaluator.assume(id, {conditions[i], open && side.subject->program().nodes[id].can_be_invalid});
  }
  for (Side& side : sides_) side.evaluator.run(side.leaf.run);
}

Truth::State Twins::truth(Question question, const std::vector<Region>& places) {
  if (question != valid_before && question != valid_after) return compared(question, places);
  const Possible& p = value(question == valid_before ? 0 : 1);
  if (!p.invalid) return Truth::yes;
  return p.surely_invalid() ? Truth::no : Truth::open;
}

// Truths about values that may not exist say nothing against anybody who has none.
Truth::State Twins::compared(Question question, const std::vector<Region>& places) {
  Likeness likeness({{{sides_[0].subject, &sides_[0].evaluator.scratch(), &sides_[0].rounded},
                      {sides_[1].subject, &sides_[1].evaluator.scratch(), &sides_[1].rounded}}},
                    written_, joined_, places);
  const NodeId a = sides_[0].value, b = sides_[1].value;
  const bool alike = likeness.same(a, b);
  if (question == same) return alike ? Truth::yes : (likeness.apart(a, b) ? Truth::no : Truth::open);
  if (alike) return Truth::no;
  const Possible &before = value(0), &after = value(1);
  if (!directed_) return likeness.differ(before, after);
  const Bounds step = likeness.step(a, b);
  const bool up = question == more;
  if (step.excludes_zero()) return step.is_never_negative() == up ? Truth::yes : Truth::no;
  if (up ? step.is_never_positive() : step.is_never_negative()) return Truth::no;
  if (before.base != after.base || before.invalid || after.invalid) return Truth::open;
  return up ? builtins::less(before, after).state : builtins::less(after, before).state;
}

bool Twins::is_so(const Lesson& lesson) {
  run(lesson.places, lesson.conditions);
  return truth(lesson.question, lesson.places) == (lesson.is_so ? Truth::yes : Truth::no);
}

std::optional<Twins::Lesson> Twins::against(const std::vector<Region>& places,
                                            const std::vector<Truth::State>& conditions) {
  run(places, conditions);
  for (const Question q : {valid_before, valid_after, same, less, more}) {
    const Truth::State found = truth(q, places);
    const bool believed = space_.sat().holds(lits_[q]);
    if (found == (believed ? Truth::no : Truth::yes)) return Lesson{places, conditions, q, !believed};
  }
  return std::nullopt;
}

std::optional<Twins::Lesson> Twins::against_model(const std::vector<Region>& regions,
                                                  const std::vector<Region>& point) {
  std::vector<Truth::State> conditions;
  for (const Condition& condition : conditions_)
    conditions.push_back(sides_[condition.p].subject->encoder().state(condition.node));
  if (auto lesson = against(regions, conditions)) return lesson;
  return against(point, conditions);
}

// Outwards to the end, or as far as it stays so: halving finds where it ends.
void Twins::widen_side(Lesson& lesson, Var var, bool up) {
  Region end = space_.everywhere(var);
  Region& region = lesson.places[var];
  if (var == day_variable && !changes_.empty()) {  // a version holds all over the box
    const auto after = std::upper_bound(changes_.begin(), changes_.end(), region.lo);
    if (after != changes_.end()) end.hi = std::min<Int128>(end.hi, *after - 1);
    if (after != changes_.begin()) end.lo = std::max<Int128>(end.lo, *(after - 1));
  }
  Int128& side = up ? region.hi : region.lo;
  Int128 known = side, open = up ? end.hi : end.lo;
  if (known == open) return;
  side = open;
  if (is_so(lesson)) return;
  while (known - open > 1 || open - known > 1) {
    const Int128 middle = known + (open - known) / 2;
    side = middle;
    (is_so(lesson) ? known : open) = middle;
  }
  side = known;
}

void Twins::widen(Lesson& lesson) {
  for (Truth::State& condition : lesson.conditions) {
    const Truth::State was = condition;
    condition = Truth::open;
    if (!is_so(lesson)) condition = was;
  }
  for (const Var var : vars_) {
    if (lesson.places[var].none) continue;
    widen_side(lesson, var, false);
    widen_side(lesson, var, true);
  }
}

void Twins::learn(Lesson lesson) {
  widen(lesson);
  std::vector<Lit> clause;
  for (const Var var : vars_) space_.add_outside(var, lesson.places[var], clause);
  for (std::size_t i = 0; i < conditions_.size(); ++i)
    if (lesson.conditions[i] != Truth::open)
      sides_[conditions_[i].p].subject->encoder().add_other(conditions_[i].node, lesson.conditions[i],
                                                            clause);
  clause.push_back(lesson.is_so ? lits_[lesson.question] : -lits_[lesson.question]);
  space_.sat().add(clause);
}

Relation Twins::relation(const std::vector<Region>& point,
                         const std::array<const eval::Scratch*, 2>& evaluated) {
  std::vector<Truth::State> conditions;
  for (const Condition& condition : conditions_)
    conditions.push_back(evaluated[condition.p]->truths[condition.node].state);
  run(point, conditions);
  if (truth(less, point) == Truth::yes) return Relation::less;
  if (truth(more, point) == Truth::yes) return Relation::more;
  return truth(same, point) == Truth::yes ? Relation::same : Relation::level;
}

}  // namespace eligo::analysis
