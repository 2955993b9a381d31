// SPDX-License-Identifier: MIT
// Owns the drawing of charts: the ordinary evaluation is asked about one fact after another, and what is left to
// decide the same way is drawn once.
#include "interpreter/eval/chart.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace eligo::eval {

using program::Node;
using program::Op;
using program::Program;
using types::Base;
using types::Int128;
using types::Possible;

namespace {

constexpr std::size_t most_slots = 32;
constexpr std::uint32_t most_codes = 64;  // of one fact
constexpr std::size_t most_forks = 4096;
constexpr std::uint32_t largest_table = 4096;  // places: a part of the fastest memory

}  // namespace

class Drawing {
 public:
  Drawing(const program::Decision& decision, const Program& program, const Days& days, std::size_t steps)
      : decision_(decision),
        program_(program),
        work_(program),
        steps_(steps),
        plan_(plan_of(decision, days.law_day()).nodes) {
    scratch_.days = days;
    fact_of_slot_.assign(program.slots.size(), program::nowhere);
  }

  std::optional<Chart> run() {
    if (decision_.typed || is_uncovered(decision_, scratch_.days.law_day())) return std::nullopt;
    if (!find_leaves()) return std::nullopt;
    tell_nothing();
    if (!find_codes()) return std::nullopt;
    make_axes();
    tell_nothing();
    chart_.root_ = draw();
    if (failed_) return std::nullopt;
    return std::move(chart_);
  }

 private:
  struct Fact {
    std::uint32_t slot = 0;
    bool is_item = false;
    bool shared = false;            // a leaf asks another fact too: values are not to be thrown together
    std::vector<NodeId> leaves;     // conditions that ask it
    std::vector<Possible> by_code;  // one value of each code
    std::uint32_t first_code = 0, cut_count = 0;
    std::uint32_t assigned = program::nowhere;
  };
  struct Leaf {
    std::vector<std::uint32_t> facts;
    std::vector<NodeId> below;
  };

  // What is presumed is not to be taken for a constant.
  void tell_nothing() {
    for (const Fact& f : facts_) work_.tell(f.slot, program_.slots[f.slot].anything);
  }

  bool spend(std::size_t n) {
    failed_ = failed_ || n > steps_;
    steps_ -= failed_ ? 0 : n;
    return !failed_;
  }

  // Conditions of the plan that logic alone does not make, and the facts that they ask.
  bool find_leaves() {
    std::vector<bool> seen(program_.nodes.size(), false);
    std::vector<NodeId> open{decision_.root};
    if (decision_.has_coverage) open.push_back(decision_.coverage);
    while (!open.empty()) {
      const NodeId id = open.back();
      open.pop_back();
      if (seen[id]) continue;
      seen[id] = true;
      const Node& n = program_.nodes[id];
      if (program::is_logic(n.op))
        for (std::uint32_t i = 0; i < n.count; ++i) {
          if (in_force(n, i)) open.push_back(program_.child(n, i));
        }
      else if (n.op != Op::truth && !add_leaf(id))
        return false;
    }
    chart_.needed_.assign((program_.slots.size() + 63) / 64, 0);
    for (const Fact& f : facts_) chart_.needed_[f.slot / 64] |= std::uint64_t{1} << (f.slot % 64);
    return true;
  }

  bool add_leaf(NodeId id) {
    Leaf leaf;
    leaf.below = nodes_below(program_, id, scratch_.days.law_day());
    if (!spend(leaf.below.size())) return false;
    for (const NodeId b : leaf.below) {
      const Node& n = program_.nodes[b];
      if (!program::asks_slot(n.op) || n.payload >= program_.today()) continue;
      const std::uint32_t fact = fact_of(n.payload);
      if (fact == program::nowhere) return false;
      if (std::find(leaf.facts.begin(), leaf.facts.end(), fact) != leaf.facts.end()) continue;
      leaf.facts.push_back(fact);
      facts_[fact].leaves.push_back(id);
    }
    if (leaf.facts.size() > 1)
      for (const std::uint32_t fact : leaf.facts) facts_[fact].shared = true;
    leaves_.emplace(id, std::move(leaf));
    return true;
  }

  std::uint32_t fact_of(std::uint32_t slot) {
    std::uint32_t& known = fact_of_slot_[slot];
    if (known != program::nowhere) return known;
    const program::Slot& s = program_.slots[slot];
    const bool steps =
        s.type.base == Base::whole || s.type.base == Base::date || s.type.base == Base::version;
    const bool is_item = !s.type.is_ordered() && s.type.base != Base::text;
    if ((!steps && !is_item) || facts_.size() == most_slots) return program::nowhere;
    Fact fact;
    fact.slot = slot;
    fact.is_item = is_item;
    facts_.push_back(std::move(fact));
    return known = static_cast<std::uint32_t>(facts_.size() - 1);
  }

  bool in_force(const Node& n, std::uint32_t child) const {
    if (n.op != Op::condition_versions) return true;
    const program::DayRange days = program_.version_ranges[n.payload + child];
    const std::int32_t day = scratch_.days.law_day().days;
    return days.from <= day && day <= days.to;
  }

  bool find_codes() {
    for (Fact& fact : facts_)
      if (!(fact.is_item ? code_items(fact) : code_numbers(fact))) return false;
    return true;
  }

  // What the leaves of a fact come to for one of its values: values of the same truths share a code.
  bool truths_of(const Fact& fact, const Possible& value, std::string& truths) {
    truths.clear();
    work_.tell(fact.slot, value);
    for (const NodeId id : fact.leaves) {
      const Leaf& leaf = leaves_.at(id);
      if (!spend(leaf.below.size())) return false;
      if (leaf.facts.size() > 1) continue;
      eval::run(leaf.below, work_, scratch_);
      truths += static_cast<char>('0' + static_cast<int>(scratch_.truths[id].state));
    }
    return true;
  }

  bool code_items(Fact& fact) {
    const program::Slot& slot = program_.slots[fact.slot];
    std::unordered_map<std::string, std::uint32_t> known;
    fact.first_code = static_cast<std::uint32_t>(chart_.codes_.size());
    std::string truths;
    for (std::uint32_t item = 0; item <= slot.universe; ++item) {  // the last one is none
      Possible value;
      value.base = slot.type.base;
      value.of = slot.type.of;
      value.some = item < slot.universe;
      value.none = !value.some;
      if (value.some) value.items = types::ItemSet::only(item, slot.universe);
      if (!truths_of(fact, value, truths)) return false;
      if (fact.shared) truths += std::to_string(item);
      const auto [at, fresh] = known.emplace(truths, static_cast<std::uint32_t>(fact.by_code.size()));
      if (fresh) fact.by_code.push_back(value);
      chart_.codes_.push_back(at->second);
    }
    return fact.by_code.size() <= most_codes;
  }

  // A fact of numbers is asked by its own conditions, or compared as it is with what the days and constants give.
  bool cuts_of(const Fact& fact, std::vector<Int128>& cuts) {
    for (const NodeId id : fact.leaves) {
      const Node& n = program_.nodes[id];
      if (leaves_.at(id).facts.size() > 1) return false;
      if (n.op == Op::atom) {
        const program::Domain& domain = program_.slots[fact.slot].domain;
        if (!domain.coded) return false;
        cuts.insert(cuts.end(), domain.cuts.begin(), domain.cuts.end());
        continue;
      }
      if (n.op != Op::less && n.op != Op::less_equal && n.op != Op::equal) return false;
      eval::run(leaves_.at(id).below, work_, scratch_);
      for (std::uint32_t i = 0; i < 2; ++i) {
        const Node& side = program_.nodes[program_.child(n, i)];
        if (side.op == Op::slot && side.payload == fact.slot) continue;
        const Possible& bound = *scratch_.values[side.value];
        if (!bound.is_discrete() || !bound.is_exact() || bound.none) return false;
        cuts.push_back(bound.lo);
        cuts.push_back(bound.lo + 1);
      }
    }
    return true;
  }

  bool code_numbers(Fact& fact) {
    std::vector<Int128> cuts;
    if (!cuts_of(fact, cuts)) return false;
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    const types::Type type = program_.slots[fact.slot].type;
    std::string before, truths;
    fact.first_code = static_cast<std::uint32_t>(chart_.cuts_.size());
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
      const Int128 point = i > 0 ? cuts[i - 1] : (cuts.empty() ? 0 : cuts[0] - 1);
      const Possible value = program::at_grid(type, point);
      if (!truths_of(fact, value, truths)) return false;
      if (i > 0 && truths == before) continue;
      before = truths;
      const std::optional<std::int64_t> cut = number_of(value);
      if (i > 0 && !cut) break;  // beyond every value that can be told
      if (i > 0) chart_.cuts_.push_back(*cut);
      fact.by_code.push_back(value);
    }
    fact.cut_count = static_cast<std::uint32_t>(chart_.cuts_.size()) - fact.first_code;
    return fact.by_code.size() <= most_codes;
  }

  void make_axes() {
    for (const Fact& fact : facts_)
      chart_.axes_.push_back({fact.slot, fact.first_code,
                              fact.is_item ? program_.slots[fact.slot].universe + 1 : fact.cut_count,
                              static_cast<std::uint32_t>(fact.by_code.size()), fact.is_item});
  }

  // -- drawing --

  std::uint32_t draw() {
    if (!spend(plan_.size()) || chart_.forks_.size() > most_forks) {
      failed_ = true;
      return Chart::terminal;
    }
    const Verdict verdict = eval::decide(decision_, work_, scratch_);
    if (verdict != Verdict::undetermined && verdict != Verdict::invalid)
      return Chart::terminal + static_cast<std::uint32_t>(verdict);
    std::string left;
    const std::uint32_t asked = what_is_left(left);
    if (asked == program::nowhere) {  // everything is told
      return Chart::terminal + static_cast<std::uint32_t>(verdict);
    }
    if (const auto known = drawn_.find(left); known != drawn_.end()) return known->second;
    const std::uint32_t made = fork(asked);
    drawn_.emplace(std::move(left), made);
    return made;
  }

  std::uint32_t fork(std::uint32_t asked) {
    Fact& fact = facts_[asked];
    std::vector<std::uint32_t> next;
    for (std::uint32_t code = 0; code < fact.by_code.size() && !failed_; ++code) {
      fact.assigned = code;
      work_.tell(fact.slot, fact.by_code[code]);
      next.push_back(draw());
    }
    fact.assigned = program::nowhere;
    work_.tell(fact.slot, program_.slots[fact.slot].anything);
    if (failed_ || std::all_of(next.begin(), next.end(), [&](std::uint32_t n) { return n == next[0]; }))
      return failed_ ? Chart::terminal : next[0];
    chart_.forks_.push_back({asked, static_cast<std::uint32_t>(chart_.next_.size())});
    chart_.next_.insert(chart_.next_.end(), next.begin(), next.end());
    return static_cast<std::uint32_t>(chart_.forks_.size() - 1);
  }

  // The states met on the way down through what is not yes or no yet (a no may come after an error, and counts more),
  // and the values known of such leaves: where these are the same, so is the rest. Returns the first fact that can still
  // change something, or nowhere.
  std::uint32_t what_is_left(std::string& left) {
    std::uint32_t asked = program::nowhere;
    std::vector<NodeId> open{decision_.root};
    if (decision_.has_coverage) open.push_back(decision_.coverage);
    seen_.assign(program_.nodes.size(), false);
    while (!open.empty()) {
      const NodeId id = open.back();
      open.pop_back();
      const Truth truth = scratch_.truths[id];
      left += static_cast<char>('0' + static_cast<int>(truth.state));
      if (truth.state == Truth::yes || truth.state == Truth::no || seen_[id]) continue;
      seen_[id] = true;
      const Node& n = program_.nodes[id];
      if (program::is_logic(n.op)) {
        for (std::uint32_t i = n.count; i-- != 0;)
          if (in_force(n, i)) open.push_back(program_.child(n, i));
        continue;
      }
      if (n.op == Op::truth) continue;
      for (const std::uint32_t fact : leaves_.at(id).facts) {
        if (facts_[fact].assigned == program::nowhere)
          asked = asked == program::nowhere ? fact : asked;
        else
          left += ',' + std::to_string(facts_[fact].assigned);
      }
    }
    return asked;
  }

  const program::Decision& decision_;
  const Program& program_;
  Profile work_;
  Scratch scratch_;
  Chart chart_;
  std::size_t steps_;
  bool failed_ = false;
  const std::vector<NodeId>& plan_;
  std::vector<Fact> facts_;
  std::vector<std::uint32_t> fact_of_slot_;
  std::unordered_map<NodeId, Leaf> leaves_;
  std::unordered_map<std::string, std::uint32_t> drawn_;
  std::vector<bool> seen_;
};

std::optional<Chart> Chart::make(const program::Decision& decision, const Program& program, const Days& days,
                                 std::size_t steps) {
  return Drawing(decision, program, days, steps).run();
}

void Chart::tabulate() {
  std::vector<std::uint32_t> strides(axes_.size(), 0);  // of a code; of what no fork asks, 0
  std::uint32_t size = 1;
  for (std::uint32_t i = 0; i < axes_.size(); ++i) {
    if (std::none_of(forks_.begin(), forks_.end(), [&](const Fork& f) { return f.axis == i; })) continue;
    strides[i] = size;
    size *= axes_[i].code_count;
    if (size > largest_table) return;
  }
  for (std::uint32_t i = 0; i < axes_.size(); ++i) {
    const Axis& axis = axes_[i];
    if (strides[i] == 0) continue;
    if (!axis.is_item) {
      for (std::uint32_t c = 0; c < axis.count; ++c)
        table_.cuts.push_back({cuts_[axis.first_code + c], axis.slot, strides[i]});
      continue;
    }
    table_.items.push_back({axis.slot, static_cast<std::uint32_t>(table_.ways.size())});
    for (std::uint32_t item = 0; item < axis.count; ++item)
      table_.ways.push_back(strides[i] * codes_[axis.first_code + item]);
  }
  for (std::uint32_t place = 0; place < size; ++place) {
    std::uint32_t at = root_;
    while (at < terminal) {
      const Fork& fork = forks_[at];
      at = next_[fork.first + place / strides[fork.axis] % axes_[fork.axis].code_count];
    }
    table_.verdicts.push_back(static_cast<Verdict>(at - terminal));
  }
}

void Charts::count(std::uint32_t decision, const Program& program, const Days& days) {
  if (decision >= entries_.size()) entries_.resize(program.decisions.size());
  Entry& entry = entries_[decision];
  if (!entry.chart && ++entry.calls == entry.next) draw(entry, decision, program, days);
}

// Drawing may take some times the work that was done without a chart; where that is not enough, more is tried
// after eight times the calls.
void Charts::draw(Entry& entry, std::uint32_t decision, const Program& program, const Days& days) {
  const program::Decision& d = program.decisions[decision];
  entry.chart =
      Chart::make(d, program, days, std::size_t{8} * entry.calls * plan_of(d, days.law_day()).nodes.size());
  if (entry.chart && entry.calls >= worth_a_table) entry.chart->tabulate();
  entry.next = entry.calls < 100'000 ? 8 * entry.calls : 0;
}

}  // namespace eligo::eval
