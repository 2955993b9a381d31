// SPDX-License-Identifier: MIT
// Owns the finding of open leaves and of the borders between regions.
#include "interpreter/solve/regions.hpp"

#include <algorithm>
#include <unordered_set>

namespace eligo::solve {

using program::Node;
using program::Op;
using program::SlotCondition;
using types::Base;

namespace {

constexpr Int128 most_single_values = 400;  // of an ordered fact, for each of them to be a region
// Halving gets nowhere if so many pieces are undecided over more than half of the length that so few were.
constexpr std::size_t few_pieces = 256, many_pieces = 4096;
constexpr int undecided = -1;

// Logic among values too.
bool is_logic_or_choice(Op op) {
  return program::is_logic(op) || op == Op::value_when || op == Op::value_versions || op == Op::condition;
}

}  // namespace

Regions::Regions(const program::Program& program, const program::Decision& decision,
                 const eval::Profile& profile, const eval::Days& days, const Budget& budget)
    : program_(program), profile_(profile), left_(budget), law_day_(days.law_day()) {
  known_.days = scratch_.days = days;
  eval::run(eval::plan_of(decision, law_day_).nodes, profile_, known_);
  scratch_ = known_;  // what is decided stays so, and is not evaluated again
  std::vector<NodeId> roots{decision.root};
  if (decision.has_coverage) roots.push_back(decision.coverage);
  find_leaves(roots);
  cut_together();
  for (OpenFact& fact : facts_) cut(fact);
}

bool Regions::spend(std::uint32_t n) {
  if (left_.evaluations < n) {
    left_.evaluations = 0;
    return false;
  }
  left_.evaluations -= n;
  return true;
}

std::vector<NodeId> Regions::children_in_force(NodeId id) const {
  const Node& n = program_.nodes[id];
  std::vector<NodeId> out;
  const bool dated = n.op == Op::condition_versions || n.op == Op::value_versions;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    if (dated) {
      const program::DayRange days = program_.version_ranges[n.payload + i];
      if (law_day_.days < days.from || law_day_.days > days.to) continue;
    }
    out.push_back(program_.child(n, i));
  }
  return out;
}

bool Regions::is_open_slot(std::uint32_t slot) const {
  return slot < program_.today() && !profile_.is_known(slot);
}

void Regions::find_leaves(const std::vector<NodeId>& roots) {
  std::vector<NodeId> open(roots);
  std::vector<bool> seen(program_.nodes.size(), false);
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    const Node& n = program_.nodes[id];
    if (is_decided(id)) continue;
    if (!is_logic_or_choice(n.op)) {
      make_leaf(id);
      continue;
    }
    logic_.push_back(id);
    for (const NodeId child : children_in_force(id)) open.push_back(child);
  }
  std::sort(logic_.begin(), logic_.end());
  for (const OpenLeaf& leaf : leaves_)
    for (const std::uint32_t slot : leaf.support)
      if (std::none_of(facts_.begin(), facts_.end(), [&](const OpenFact& f) { return f.slot == slot; }))
        facts_.push_back({slot, {}});
  std::sort(facts_.begin(), facts_.end(),
            [](const OpenFact& a, const OpenFact& b) { return a.slot < b.slot; });
}

bool Regions::is_decided(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (!program::is_condition(n.op)) return known_.values[n.value]->is_exact();
  return known_.truths[id].state == builtins::Truth::yes || known_.truths[id].state == builtins::Truth::no;
}

// The children that can still matter: of a `when` no branch that is not taken.
std::vector<NodeId> Regions::open_children(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (n.op != Op::value_when && n.op != Op::condition_when) return children_in_force(id);
  std::vector<NodeId> out;
  for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
    const NodeId condition = program_.child(n, i);
    const builtins::Truth::State state = known_.truths[condition].state;
    if (state == builtins::Truth::no) continue;
    out.push_back(condition);
    out.push_back(program_.child(n, i + 1));
    if (state == builtins::Truth::yes) return out;
  }
  out.push_back(program_.child(n, n.count - 1));
  return out;
}

std::vector<NodeId> Regions::open_below(NodeId root) const {
  std::vector<NodeId> out, open{root};
  std::unordered_set<NodeId> seen;
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second || is_decided(id)) continue;
    out.push_back(id);
    for (const NodeId child : open_children(id)) open.push_back(child);
  }
  std::sort(out.begin(), out.end());
  return out;
}

void Regions::make_leaf(NodeId id) {
  OpenLeaf leaf;
  leaf.node = id;
  leaf.below = open_below(id);
  for (const NodeId at : leaf.below) {
    const Node& n = program_.nodes[at];
    leaf.plain = leaf.plain && (!is_logic_or_choice(n.op) || n.op == Op::value_versions);
    if (program::asks_slot(n.op) && is_open_slot(n.payload)) leaf.support.push_back(n.payload);
  }
  std::sort(leaf.support.begin(), leaf.support.end());
  leaf.support.erase(std::unique(leaf.support.begin(), leaf.support.end()), leaf.support.end());
  leaves_.push_back(std::move(leaf));
}

void Regions::evaluate(const OpenLeaf& leaf, const eval::Profile& work) {
  eval::run(leaf.below, work, scratch_);
}

Possible Regions::whole_range(std::uint32_t slot) const {
  Possible p = profile_.possible(slot);
  const program::GridRange range = program::grid_range(p);
  p.lo = range.lo;
  p.hi = range.hi;
  return p;
}

// The state of a leaf on a piece of one ordered fact, everything else being as `work` has it; undecided if
// halves of the piece may differ.
int Regions::state_on(const OpenLeaf& leaf, std::uint32_t slot, const Possible& range, Piece on,
                      eval::Profile& work) {
  const bool single = on.lo == on.hi;
  Possible piece = program::at_grid(range, on.lo);
  if (!single) {
    const Possible end = program::at_grid(range, on.hi);
    piece.hi = end.hi;
    piece.decimal_hi = end.decimal_hi;
    piece.places = types::told_places;
  }
  work.tell(slot, std::move(piece));
  evaluate(leaf, work);
  if (!program::is_condition(program_.nodes[leaf.node].op))
    return value(leaf).surely_invalid() && (leaf.plain || single) ? builtins::Truth::invalid : undecided;
  const builtins::Truth::State now = truth(leaf).state;
  const bool final = now == builtins::Truth::yes || now == builtins::Truth::no ||
                     (now == builtins::Truth::invalid && leaf.plain);
  return final || single ? now : undecided;
}

// Where the leaf changes along one ordered fact: all undecided pieces are halved until each is decided. Given
// up where that gets nowhere: so one leaf leaves the others their part of the budget.
bool Regions::find_borders(const OpenLeaf& leaf, std::uint32_t slot, eval::Profile& work,
                           std::vector<Int128>& borders) {
  const Possible range = whole_range(slot);
  if (!range.some) return true;
  std::vector<Piece> open{{range.lo, range.hi}}, halves;
  std::vector<std::pair<Int128, int>> decided;  // where a piece begins, and the state on it
  Int128 length_of_few = 0;
  while (!open.empty()) {
    halves.clear();
    Int128 length = 0;
    for (const Piece& piece : open) {
      if (!spend()) return false;
      const int state = state_on(leaf, slot, range, piece, work);
      if (state != undecided || piece.lo == piece.hi) {
        decided.emplace_back(piece.lo, state);
        continue;
      }
      const Int128 middle = piece.lo + (piece.hi - piece.lo) / 2;
      halves.push_back({piece.lo, middle});
      halves.push_back({middle + 1, piece.hi});
      length += piece.hi - piece.lo + 1;
    }
    if (halves.size() <= few_pieces) length_of_few = length;
    const bool too_long = 2 * length > left_.evaluations;  // for its every value to be evaluated
    if (too_long && halves.size() > many_pieces && 2 * length > length_of_few) return false;
    open.swap(halves);
  }
  std::sort(decided.begin(), decided.end());
  int last = undecided;
  for (const auto& [begin, state] : decided) {
    if (state == undecided || state != last) borders.push_back(begin);
    last = state;
  }
  return true;
}

std::vector<const OpenLeaf*> Regions::leaves_on(std::uint32_t slot) const {
  std::vector<const OpenLeaf*> out;
  for (const OpenLeaf& leaf : leaves_)
    if (leaf.exact && std::binary_search(leaf.support.begin(), leaf.support.end(), slot))
      out.push_back(&leaf);
  return out;
}

// Leaves over several facts: all but one take each of their few values, and the borders of the last are found
// for each combination.
void Regions::cut_together() {
  for (OpenLeaf& leaf : leaves_) {
    const bool value = !program::is_condition(program_.nodes[leaf.node].op);
    if (program_.nodes[leaf.node].op == Op::atom) continue;
    if (leaf.support.size() < 2 && (!value || has_items(leaf.support))) continue;
    leaf.exact = cut_pair(leaf);
  }
}

// Of one fact with items, each of them is gone through once (cut_items): combinations there are none.
bool Regions::has_items(const std::vector<std::uint32_t>& support) const {
  return std::all_of(support.begin(), support.end(), [&](std::uint32_t slot) {
    const types::Type type = program_.slots[slot].type;
    return !type.is_ordered() && type.base != Base::text;
  });
}

bool Regions::cut_pair(OpenLeaf& leaf) {
  const bool value = !program::is_condition(program_.nodes[leaf.node].op);
  std::vector<std::vector<Possible>> singles;
  std::vector<std::uint32_t> single_slots;
  std::uint32_t last = program::nowhere;
  std::uint64_t combinations = 1;
  for (const std::uint32_t slot : leaf.support) {
    const Possible p = whole_range(slot);
    std::vector<Possible> values;
    if (!profile_.choices(slot).empty()) {
      values = profile_.choices(slot);
    } else if (program_.slots[slot].type.is_ordered()) {
      if (!p.some) {
        values.push_back(p);
      } else if (p.hi - p.lo < most_single_values) {
        for (Int128 at = p.lo; at <= p.hi; ++at) values.push_back(program::at_grid(p, at));
        if (p.none) values.push_back(types::exactly(types::None{}, program_.slots[slot].type, 0));
      } else if (last == program::nowhere && !value) {
        last = slot;
        continue;
      } else {
        return false;
      }
    } else if (program_.slots[slot].type.base == Base::text) {
      const Texts texts = p.any_text ? told_apart(slot) : Texts{p.texts, true};
      if (!texts.complete) return false;
      for (const std::string& text : texts.texts)
        values.push_back(types::exactly(text, program_.slots[slot].type, 0));
    } else {
      for (const std::uint32_t item : p.items.items()) {
        values.push_back(types::exactly_item(item, program_.slots[slot].type, program_.slots[slot].universe));
      }
    }
    if (p.none && !program_.slots[slot].type.is_ordered())
      values.push_back(types::exactly(types::None{}, program_.slots[slot].type, 0));
    combinations *= values.size();
    if (combinations > most_together) return false;
    singles.push_back(std::move(values));
    single_slots.push_back(slot);
  }
  if (last != program::nowhere) {
    eval::Profile work = profile_;
    std::vector<std::size_t> at(singles.size(), 0);
    for (std::uint64_t i = 0; i < combinations; ++i) {
      std::uint64_t rest = i;
      for (std::size_t s = 0; s < singles.size(); ++s) {
        work.tell(single_slots[s], singles[s][rest % singles[s].size()]);
        rest /= singles[s].size();
      }
      if (!find_borders(leaf, last, work, borders_[last])) return false;
    }
  }
  for (std::size_t s = 0; s < singles.size(); ++s) {
    if (program_.slots[single_slots[s]].type.is_ordered())
      for (const Possible& p : singles[s])
        if (p.some) borders_[single_slots[s]].push_back(p.is_decimal() ? program::grid_ceil(p) : p.lo);
  }
  return true;
}

}  // namespace eligo::solve
