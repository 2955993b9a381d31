// SPDX-License-Identifier: MIT
// Owns the walk to a completion that meets some goals: one change of one fact at a time, the best of a few.
#include <algorithm>
#include <cmath>
#include <limits>

#include "interpreter/solve/contrast.hpp"

namespace eligo::solve {

using builtins::Truth;
using program::Node;
using program::Op;

namespace {

constexpr int steps = 60;                    // of one walk
constexpr std::size_t most_moves = 6;        // evaluated as a whole
constexpr std::size_t most_looked_at = 600;  // nodes evaluated to find moves of a leaf
constexpr std::size_t few_values = 8;        // of a fact, to see whether a leaf turns with it
constexpr int tunings = 60;
constexpr std::size_t one_at_random = 12;  // of so many steps, so that the walk leaves where it is stuck

/// As a number, where it has one: to see what comes nearer.
std::optional<double> number_of(const Possible& p) {
  if (!p.some || p.invalid) return std::nullopt;
  if (p.is_discrete()) return static_cast<double>(p.lo);
  if (p.is_decimal() && p.has_lo) return std::strtod(p.decimal_lo.str().c_str(), nullptr);
  return std::nullopt;
}

}  // namespace

/// By node of the logic and leaf: whether the fact is somewhere below it.
std::vector<bool> Contrast::nodes_with(std::uint32_t slot) const {
  std::vector<bool> marked(program_.nodes.size(), false);
  for (const OpenLeaf& leaf : regions_.leaves())
    marked[leaf.node] = std::binary_search(leaf.support.begin(), leaf.support.end(), slot);
  for (const NodeId id : regions_.logic())  // children first
    for (const NodeId child : regions_.children_in_force(id)) marked[id] = marked[id] || marked[child];
  return marked;
}

/// What the conditions beside a way down to a marked leaf must be, for the verdict to follow the leaf.
Contrast::Path Contrast::path_to(const std::vector<bool>& marked) {
  Path path;
  std::vector<Goal>& goals = path.goals;
  NodeId at = decision_.root;
  if (decision_.has_coverage && (!marked[at] || (marked[decision_.coverage] && random(2) == 0)))
    at = decision_.coverage;
  else if (decision_.has_coverage && !regions_.is_decided(decision_.coverage))
    goals.push_back({decision_.coverage, false});
  while (leaves_.find(at) == leaves_.end()) {
    const std::vector<NodeId> children = regions_.children_in_force(at);
    std::vector<std::size_t> ways;
    for (std::size_t i = 0; i < children.size(); ++i)
      if (marked[children[i]]) ways.push_back(i);
    if (ways.empty()) break;
    const std::size_t taken = ways[random(ways.size())];
    beside(program_.nodes[at], children, taken, goals);
    at = children[taken];
  }
  split(goals);
  if (const auto leaf = leaves_.find(at); leaf != leaves_.end()) path.leaf = leaf->second;
  return path;
}

/// Whether another value of the fact changes the leaf, whatever becomes of the verdict.
bool Contrast::turns(const OpenLeaf& leaf, std::size_t fact) {
  const bool is_condition = program::is_condition(program_.nodes[leaf.node].op);
  const std::size_t before = facts_[fact].at, count = facts_[fact].candidates.size(), first = random(count);
  std::optional<Truth::State> seen;
  std::optional<Possible> value;
  bool found = false;
  for (std::size_t i = 0; i < std::min(count, few_values) && !found && !is_spent(); ++i) {
    put({fact, (first + i * std::max<std::size_t>(1, count / few_values)) % count});
    regions_.evaluate(leaf, work_);
    spend(leaf.below.size());
    if (is_condition) {
      found = seen && *seen != regions_.truth(leaf).state;
      seen = regions_.truth(leaf).state;
    } else {
      const Possible& now = regions_.value(leaf);
      found = value &&
              (now.is_exact() != value->is_exact() || (now.is_exact() && !(now.exact() == value->exact())));
      value = now;
    }
  }
  put({fact, before});
  return found;
}

/// Changes other facts of a leaf until it turns with this one.
void Contrast::tune(const OpenLeaf& leaf, std::size_t fact) {
  if (leaf.support.size() < 2) return;
  for (int i = 0; i < tunings && !is_spent(); ++i) {
    if (turns(leaf, fact)) return;
    const std::size_t other = fact_of(leaf.support[random(leaf.support.size())]);
    if (other != fact && !facts_[other].candidates.empty())
      put({other, random(facts_[other].candidates.size())});
  }
}

std::size_t Contrast::fact_of(std::uint32_t slot) const {
  return static_cast<std::size_t>(
      std::lower_bound(facts_.begin(), facts_.end(), slot,
                       [](const Fact& f, std::uint32_t of) { return f.slot < of; }) -
      facts_.begin());
}

void Contrast::beside(const Node& n, std::span<const NodeId> children, std::size_t taken,
                      std::vector<Goal>& goals) {
  switch (n.op) {
    case Op::all:
    case Op::any:
      for (std::size_t i = 0; i < children.size(); ++i)
        if (i != taken) goals.push_back({children[i], n.op == Op::all});
      return;
    case Op::at_least: {
      const std::size_t first = random(children.size());
      std::size_t yes = n.payload - 1;
      for (std::size_t i = 0; i < children.size(); ++i) {
        const std::size_t at = (first + i) % children.size();
        if (at == taken) continue;
        goals.push_back({children[at], yes > 0});
        if (yes > 0) --yes;
      }
      return;
    }
    case Op::condition_when:
    case Op::value_when:
      for (std::size_t i = 0; i + 1 < children.size() && i < taken; i += 2)
        goals.push_back({children[i], i + 1 == taken});
      return;
    default:
      return;
  }
}

/// Goals that are several at once become these; what is decided is none.
void Contrast::split(std::vector<Goal>& goals) const {
  std::vector<Goal> out, open(goals.rbegin(), goals.rend());
  while (!open.empty()) {
    Goal goal = open.back();
    open.pop_back();
    if (regions_.is_decided(goal.node)) continue;
    const Node& n = program_.nodes[goal.node];
    const bool is_leaf = leaves_.find(goal.node) != leaves_.end();
    if (!is_leaf && n.op == Op::negation) {
      open.push_back({program_.child(n, 0), !goal.yes});
    } else if (!is_leaf && ((n.op == Op::all && goal.yes) || (n.op == Op::any && !goal.yes))) {
      for (std::uint32_t i = 0; i < n.count; ++i) open.push_back({program_.child(n, i), goal.yes});
    } else if (!is_leaf && n.op == Op::condition_versions) {
      for (const NodeId child : regions_.children_in_force(goal.node)) open.push_back({child, goal.yes});
    } else {
      out.push_back(goal);
    }
  }
  goals = std::move(out);
}

std::size_t Contrast::missed(std::span<const Goal> goals) const {
  return static_cast<std::size_t>(std::count_if(goals.begin(), goals.end(), [&](const Goal& goal) {
    return state(goal.node) != (goal.yes ? Truth::yes : Truth::no);
  }));
}

/// The branch of a `when` that counts here, or a condition before it.
std::optional<Contrast::Goal> Contrast::leaf_below_cases(const Node& n, Goal goal) {
  std::uint32_t taken = n.count - 1;
  for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
    if (state(program_.child(n, i)) == Truth::no) continue;
    taken = i + 1;
    break;
  }
  const NodeId result = program_.child(n, taken);
  const std::uint32_t conditions = (taken + 1) / 2;
  if (!regions_.is_decided(result) && (conditions == 0 || random(2) == 0))
    return leaf_below({result, goal.yes});
  const NodeId condition = program_.child(n, 2 * static_cast<std::uint32_t>(random(conditions)));
  if (regions_.is_decided(condition)) return std::nullopt;
  return leaf_below({condition, state(condition) != Truth::yes});
}

/// A leaf because of which the goal is missed, and what it should be. Nothing where none is found.
std::optional<Contrast::Goal> Contrast::leaf_below(Goal goal) {
  while (leaves_.find(goal.node) == leaves_.end()) {
    const Node& n = program_.nodes[goal.node];
    if (n.op == Op::condition_when || n.op == Op::value_when) return leaf_below_cases(n, goal);
    std::vector<NodeId> ways;
    for (const NodeId child : regions_.children_in_force(goal.node)) {
      const bool is_right = program::is_condition(program_.nodes[child].op) && n.op != Op::negation &&
                            n.op != Op::condition && state(child) == (goal.yes ? Truth::yes : Truth::no);
      if (!is_right && !regions_.is_decided(child)) ways.push_back(child);
    }
    if (ways.empty()) return std::nullopt;
    const NodeId child = ways[random(ways.size())];
    if (n.op == Op::negation) goal.yes = !goal.yes;
    if (n.op == Op::condition) goal.yes = state(child) != Truth::yes;
    goal.node = child;
  }
  return goal;
}

/// How far a comparison is from changing; 0 where that cannot be said.
double Contrast::gap(const OpenLeaf& leaf) const {
  const Node& n = program_.nodes[leaf.node];
  if (n.op != Op::less && n.op != Op::less_equal && n.op != Op::equal) return 0;
  const auto a = number_of(regions_.value_of(program_.child(n, 0)));
  const auto b = number_of(regions_.value_of(program_.child(n, 1)));
  return a && b ? std::fabs(*a - *b) : 0;
}

/// Changes of one fact that make a leaf what it should be; where there is none, those that bring it nearest.
std::vector<Contrast::Move> Contrast::moves_for(Goal goal) {
  const OpenLeaf& leaf = regions_.leaves()[leaves_.at(goal.node)];
  const bool is_condition = program::is_condition(program_.nodes[goal.node].op);
  std::vector<Move> right, nearer;
  double nearest = std::numeric_limits<double>::max();
  std::size_t looked_at = 0;
  if (leaf.support.empty()) return {};  // an error, whatever is told
  const std::size_t first = random(leaf.support.size());
  for (std::size_t s = 0; s < leaf.support.size() && right.size() < most_moves; ++s) {
    const std::uint32_t slot = leaf.support[(first + s) % leaf.support.size()];
    const std::size_t fact = fact_of(slot), count = facts_[fact].candidates.size();
    if (count < 2) continue;
    const std::size_t before = facts_[fact].at, start = random(count);
    for (std::size_t c = 0; c < count && right.size() < most_moves && looked_at < most_looked_at; ++c) {
      const Move move{fact, (start + c) % count};
      if (move.candidate == before) continue;
      put(move);
      regions_.evaluate(leaf, work_);
      looked_at += leaf.below.size();
      spend(leaf.below.size());
      if (is_condition && regions_.truth(leaf).state == (goal.yes ? Truth::yes : Truth::no)) {
        right.push_back(move);
        continue;
      }
      const double far = gap(leaf);
      if (far > nearest) continue;
      if (far < nearest) nearer.clear();
      nearest = far;
      if (nearer.size() < most_moves) nearer.push_back(move);
    }
    put({fact, before});
  }
  return right.empty() ? nearer : right;
}

/// True once all goals are met. Stays where it is when it gives up.
bool Contrast::walk_to(std::vector<Goal> goals) {
  (void)evaluate();
  for (int step = 0; step < steps && !is_spent(); ++step) {
    std::vector<Goal> open;
    for (const Goal& goal : goals)
      if (missed(std::span(&goal, 1)) > 0) open.push_back(goal);
    if (open.empty()) return true;
    const std::optional<Goal> leaf = leaf_below(open[random(open.size())]);
    if (!leaf) continue;
    const std::vector<Move> moves = moves_for(*leaf);
    if (moves.empty()) continue;
    std::size_t best = random(moves.size());
    if (random(one_at_random) != 0) {
      std::size_t fewest = std::numeric_limits<std::size_t>::max();
      for (std::size_t i = 0; i < moves.size(); ++i) {
        const Move back{moves[i].fact, facts_[moves[i].fact].at};
        put(moves[i]);
        (void)evaluate();
        const std::size_t now = missed(goals);
        put(back);
        if (now >= fewest) continue;
        fewest = now;
        best = i;
      }
    }
    put(moves[best]);
    (void)evaluate();
  }
  return missed(goals) == 0;
}

}  // namespace eligo::solve
