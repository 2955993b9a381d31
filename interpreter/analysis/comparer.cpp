// SPDX-License-Identifier: MIT
// Owns what two programs share: leaves written alike, conditions of one meaning; and the verdicts of both.
#include "interpreter/analysis/comparer.hpp"

#include <algorithm>

namespace eligo::analysis {

std::vector<Lit> lits_of(const std::vector<Demand>& demands) {
  std::vector<Lit> all;
  for (const Demand& demand : demands) all.push_back(demand.lit);
  return all;
}

namespace {

// Of a decision that gives a value: what is no condition, and so would not be seen otherwise.
std::vector<NodeId> value_of_decision(const Compared& compared, std::size_t p) {
  const program::Program& program = *compared.programs[p];
  const program::Decision& decision = program.decisions[compared.decisions[p]];
  if (program::is_condition(program.nodes[decision.root].op)) return {};
  return {decision.root};
}

// Amounts can differ in more ways than anybody reads: what is not settled after so many lessons is said to be so.
constexpr int lessons_of_search = 150, lessons_of_shape = 40;
// A class that is less wide than it could be is no less true.
constexpr std::uint32_t rounds_of_shape = 200;

// Of numbers with more values than these, comparisons alone tell that one is never above the other.
constexpr Int128 most_counted = 200;

// In all the questions of a comparison, each round asks every leaf.
constexpr std::uint32_t most_leaf_rounds = 60'000;

}  // namespace

Comparer::Comparer(const Compared& compared, const Options& options)
    : compared_(compared),
      options_(options),
      before_(*compared.programs[0], space_, order_, value_of_decision(compared, 0)),
      after_(*compared.programs[1], space_, order_, value_of_decision(compared, 1)) {
  Axes* const axes[] = {&before_.axes(), &after_.axes()};
  make_variables(space_, axes, compared.programs, compared.facts,
                 {options.first, options.last, options.about});
  for (std::size_t p = 0; p < 2; ++p)
    cones_[p] = all_below(*compared.programs[p], Subject::conditions_of(decision(p)));
  for (std::size_t p = 0; p < 2; ++p)
    for (const Leaf* leaf : subject(p).leaves_below(conditions_of(p))) leaves_.push_back({&subject(p), leaf});
  cut_changed();
  tell_order();
  rounds_ = most_leaf_rounds / static_cast<std::uint32_t>(leaves_.size() + 1);
}

// Numbers that were counted have few values: whoever has reached one has, with the larger number, reached it too, if there is one.
void Comparer::tell_order() {
  for (const Ordered& ordered : compared_.ordered) {
    const Var below = ordered.low + 1,
              above = ordered.high + 1;  // variables were made in this order, after the day
    const Lit then = space_.within(day_variable, std::max<Int128>(ordered.days.from, space_.lo(day_variable)),
                                   std::min<Int128>(ordered.days.to, space_.hi(day_variable)));
    if (!is_ordered(below)) {
      sat_.add({-then, -is_item(ordered.low, fold_is_yes), -is_item(ordered.high, fold_is_no)});
      continue;
    }
    if (space_.hi(below) - space_.lo(below) > most_counted) continue;
    for (Int128 at = space_.lo(below) + 1; at <= space_.hi(below); ++at)
      sat_.add({-then, -space_.at_least(below, at), space_.at_least(above, at), space_.is_none(above)});
  }
}

Lit Comparer::is_item(std::uint32_t fact, std::uint32_t item) {
  const Shared& shared = compared_.facts[fact];
  const std::size_t p = shared.slots[0] != program::nowhere ? 0 : 1;
  const auto& classes = subject(p).axes().classes(shared.slots[p]);
  std::vector<Lit> any;
  for (std::size_t number = 0; number < classes.size(); ++number)
    if (std::find(classes[number].begin(), classes[number].end(), item) != classes[number].end())
      any.push_back(space_.within(fact + 1, static_cast<Int128>(number), static_cast<Int128>(number)));
  return sat_.any(any);
}

void Comparer::relate() {
  if (related_) return;
  related_ = true;
  join_leaves();
  climb();
}

bool Comparer::is_nobody(const std::vector<Lit>& demanded, const std::function<bool(const Places&)>& is_so,
                         std::uint32_t rounds) {
  return analysis::find(space_, demanded, leaves_, is_so, {options_.conflicts, rounds}).result ==
         Sat::Result::no;
}

// Neighbours in the order of classes that changed are not to be told apart.
void Comparer::cut_changed() {
  for (const ChangedItem& changed : compared_.changed) {
    const Shared& fact = compared_.facts[changed.fact];
    const Var var = changed.fact + 1;  // variables were made in this order, after the day
    const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
    for (Int128 at = space_.lo(var); at <= space_.hi(var); ++at) {
      const std::vector<std::uint32_t>& items = subject(p).axes().items(fact.slots[p], at);
      if (std::find(items.begin(), items.end(), changed.item) == items.end()) continue;
      static_cast<void>(space_.at_least(var, at));
      static_cast<void>(space_.at_least(var, at + 1));
      cut_days_of(changed.fact, at);
    }
  }
}

// Where a day of the row is compared with today: the days before and after are days on which something begins or ends.
void Comparer::cut_days_of(std::uint32_t fact, Int128 number) {
  for (const Asked& asked : leaves_) {
    const program::Program& program = asked.subject->program();
    const std::uint32_t slot = compared_.facts[fact].slots[asked.subject == &before_ ? 0 : 1];
    const std::vector<std::uint32_t>& slots = asked.leaf->slots;
    if (slot == program::nowhere || std::find(slots.begin(), slots.end(), program.today()) == slots.end())
      continue;
    for (const NodeId id : asked.leaf->run) {
      const program::Node& n = program.nodes[id];
      if (n.op != program::Op::column || n.payload != slot || n.type.base != types::Base::date) continue;
      const Possible day = program::column_of(program.columns[n.aux],
                                              asked.subject->axes().point(slot, {false, number, number}));
      if (!day.some) continue;
      static_cast<void>(space_.at_least(day_variable, day.lo));
      static_cast<void>(space_.at_least(day_variable, day.lo + 1));
    }
  }
}

std::vector<NodeId> Comparer::conditions_of(std::size_t p) const {
  std::vector<NodeId> conditions = Subject::conditions_of(decision(p));
  for (const NodeId value : value_of_decision(compared_, p)) {
    conditions.erase(conditions.begin());
    const Leaf leaf = leaf_of(*compared_.programs[p], value);
    conditions.insert(conditions.end(), leaf.conditions.begin(), leaf.conditions.end());
  }
  return conditions;
}

// Where the evaluator says otherwise about the values than the solver believes, it learns why, and is asked again.
Found Comparer::find(const std::vector<Lit>& assumptions, const std::function<bool(const Places&)>& is_so,
                     Worth worth) {
  const bool is_shape = worth == Worth::shape;
  const std::uint32_t most_rounds = is_shape ? rounds_of_shape : options_.rounds;
  const int most_lessons = is_shape ? lessons_of_shape : lessons_of_search;
  Found found;
  found.result = Sat::Result::unknown;
  for (int lessons = 0; lessons < most_lessons && rounds_ > 0; ++lessons) {
    const Effort effort{options_.conflicts, std::min(most_rounds, rounds_)};
    std::optional<Twins::Lesson> lesson;
    const auto is_so_or_why_not = [&](const Places& point) {
      rounds_ -= std::min<std::uint32_t>(rounds_, 1);
      if (is_so(point)) return true;
      if (!twins_) return false;
      lesson = twins_->against_model(space_.regions(), point);
      return false;
    };
    found = analysis::find(space_, assumptions, leaves_, is_so_or_why_not, effort);
    if (found.result != Sat::Result::unknown || !lesson) return found;
    if (lessons_ == 0) return found;
    --lessons_;
    twins_->learn(std::move(*lesson));
  }
  return found;
}

// Evaluates everything that the decisions are made of, too: `scratch_` has it afterwards.
Standing Comparer::standing_of(const Places& places) {
  Standing found;
  const types::Date day{static_cast<std::int32_t>(places[day_variable].lo)};
  const eval::Profile people[] = {subject(0).profile(places),
                                  subject(1).profile(places)};  // the values are theirs
  for (std::size_t p = 0; p < 2; ++p) {
    const eval::Profile& profile = people[p];
    scratch_[p].days = eval::Days(*compared_.programs[p], day, day);
    eval::run(cones_[p], profile, scratch_[p]);
    found.of[p] = replies_->of(p, eval::decide(decision(p), profile, scratch_[p]), scratch_[p]);
  }
  if (twins_ && found.of[0].verdict == Verdict::value && found.of[1].verdict == Verdict::value)
    found.relation = twins_->relation(places, {&scratch_[0], &scratch_[1]});
  return found;
}

bool Comparer::is_alike(const Standing& standing, const Standing& wanted) {
  if (standing.of != wanted.of) return false;
  if (wanted.relation == Relation::level) return standing.relation != Relation::same;
  return standing.relation == wanted.relation || standing.relation == Relation::level;
}

Lit Comparer::alike(const Standing& standing) {
  Lit& known = alike_[standing];
  if (known != 0) return known;
  std::vector<Lit> all{replies_->is(0, standing.of[0]), replies_->is(1, standing.of[1])};
  if (standing.relation != Relation::none) all.push_back(-twins_->lit(Twins::same));
  if (standing.relation == Relation::less) all.push_back(-twins_->lit(Twins::more));
  if (standing.relation == Relation::more) all.push_back(-twins_->lit(Twins::less));
  return known = sat_.all(all);
}

// Whoever gets another answer.
Lit Comparer::differ() {
  std::vector<Lit> same;
  for (const Reply& answer : replies_->all()) {
    std::vector<Lit> both{replies_->is(0, answer), replies_->is(1, answer)};
    if (twins_ && answer.verdict == Verdict::value)
      both.insert(both.end(), {-twins_->lit(Twins::less), -twins_->lit(Twins::more)});
    same.push_back(sat_.all(both));
  }
  return -sat_.any(same);
}

// Conditions by which both values choose are one where they mean the same.
void Comparer::join_choices() {
  std::vector<Twins::Pair> proved;
  for (const auto& [before, after] : twins_->candidates()) {
    if (!are_same(before, after)) continue;
    proved.emplace_back(before, after);
    const Sides a = before_.encoder().of(before), b = after_.encoder().of(after);
    sat_.equate(a.yes, b.yes);
    sat_.equate(a.no, b.no);
  }
  twins_->join(std::move(proved));
}

// Leaves that are written alike are one to the solver.
void Comparer::join_leaves() {
  for (const Asked& a : leaves_) {
    for (const Asked& b : leaves_) {
      if (a.subject != &before_ || b.subject != &after_ || !written_.same(a.leaf->node, b.leaf->node))
        continue;
      joined_leaves_.emplace_back(a.leaf->node, b.leaf->node);
      const Sides one = before_.encoder().of(a.leaf->node), other = after_.encoder().of(b.leaf->node);
      sat_.equate(one.yes, other.yes);
      sat_.equate(one.no, other.no);
    }
  }
}

void Comparer::climb() {
  std::vector<Ladder::Known> known;
  for (const Ordered& ordered : compared_.ordered)
    known.push_back({ordered.low + 1, ordered.high + 1, ordered.days});
  Ladder ladder(space_, std::move(known));
  Alike in_before(before_, before_), in_after(after_, after_);
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    for (std::size_t k = i + 1; k < leaves_.size(); ++k) {
      if (leaves_[i].subject != leaves_[k].subject)
        ladder.add(leaves_[i], leaves_[k], written_);
      else
        ladder.add(leaves_[i], leaves_[k], leaves_[i].subject == &before_ ? in_before : in_after);
    }
  }
}

bool Comparer::are_same(NodeId before, NodeId after) {
  if (written_.same(before, after)) return true;
  const Sides a = before_.encoder().of(before), b = after_.encoder().of(after);
  const Lit only_a[] = {a.yes, -b.yes}, only_b[] = {-a.yes, b.yes}, no_a[] = {a.no, -b.no},
            no_b[] = {-a.no, b.no};
  const Lit any[] = {sat_.all(only_a), sat_.all(only_b), sat_.all(no_a), sat_.all(no_b)};
  const Lit either = sat_.any(any);
  if (either == -Sat::always()) return true;
  const auto differ = [&](const Places& places) {
    static_cast<void>(standing_of(places));
    return scratch_[0].truths[before].state != scratch_[1].truths[after].state;
  };
  return find({either}, differ).result == Sat::Result::no;
}

std::vector<Var> Comparer::asked_by(std::size_t p, const std::vector<NodeId>& nodes) {
  std::vector<Var> vars;
  for (const NodeId id : nodes) {
    const program::Node& n = compared_.programs[p]->nodes[id];
    if (program::asks_slot(n.op)) vars.push_back(subject(p).axes().var(n.payload));
  }
  return vars;
}

// Conditions that are called the same are one where they mean the same, else each stands for itself.
void Comparer::find_terms() {
  const auto add = [&](std::optional<NodeId> before, std::optional<NodeId> after) {
    Term term;
    term.nodes[0] = before;
    term.nodes[1] = after;
    const std::size_t p = before ? 0 : 1;
    const std::vector<NodeId> below = all_below(*compared_.programs[p], {before ? *before : *after});
    term.size = below.size();
    term.vars = asked_by(p, below);
    term.is_dated = !law_changes(*compared_.programs[p], below).empty() ||
                    std::find(term.vars.begin(), term.vars.end(), day_variable) != term.vars.end();
    terms_.push_back(std::move(term));
  };
  for (std::array<std::optional<NodeId>, 2> nodes : compared_.conditions) {
    for (std::size_t p = 0; p < 2; ++p)
      if (nodes[p] && (*nodes[p] == decision(p).root ||
                       !std::binary_search(cones_[p].begin(), cones_[p].end(), *nodes[p])))
        nodes[p].reset();
    if (nodes[0] && nodes[1] && are_same(*nodes[0], *nodes[1])) {
      add(nodes[0], nodes[1]);
      continue;
    }
    if (nodes[0]) add(nodes[0], std::nullopt);
    if (nodes[1]) add(std::nullopt, nodes[1]);
  }
}

}  // namespace eligo::analysis
