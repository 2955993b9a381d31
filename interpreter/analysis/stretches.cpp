// SPDX-License-Identifier: MIT
// Owns the going through: ranges are evaluated, and halved where that does not decide; what is counted from days alone repeats
// with the calendar.
#include "interpreter/analysis/stretches.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "interpreter/builtins/function.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using builtins::Truth;
using program::Node;
using program::Op;
using types::Base;
using types::Date;

namespace {

constexpr std::size_t most_stretches = 10'000;
constexpr Int128 most_numbers = 10'000;
constexpr std::size_t most_evaluations = 400'000, most_evaluations_of_all = 2'000'000;
constexpr Int128 too_few_to_halve = 8;

constexpr std::int64_t farthest = 366'000, longest_year = 366, longest_month = 31;

/// Evaluates one leaf.
class Scan {
 public:
  Scan(const program::Program& program, const Leaf& leaf, const Axes& axes, eval::Profile& profile,
       eval::Scratch& scratch)
      : program_(program), leaf_(leaf), axes_(axes), profile_(profile), scratch_(scratch) {}

  /// False where it is not about one fact of the kinds that are gone through.
  [[nodiscard]] bool is_lone();
  [[nodiscard]] std::optional<Stretches> stretches(std::size_t most);
  [[nodiscard]] std::size_t evaluations() const { return evaluations_; }

 private:
  [[nodiscard]] static Date date(Int128 days) { return Date{static_cast<std::int32_t>(days)}; }
  [[nodiscard]] bool looks_at(std::uint32_t slot);
  [[nodiscard]] std::optional<std::int64_t> reach() const;
  [[nodiscard]] std::optional<std::int64_t> moved_at_most(const Node& shift) const;
  [[nodiscard]] Truth::State ask(const Region& region);
  [[nodiscard]] bool add(Int128 from, Int128 to, Truth::State state);
  [[nodiscard]] bool halve(Int128 from, Int128 to);
  [[nodiscard]] bool go_through(Int128 from, Int128 to);
  [[nodiscard]] bool repeat(Int128 from, Int128 to);

  const program::Program& program_;
  const Leaf& leaf_;
  const Axes& axes_;
  std::uint32_t slot_ = program::nowhere;
  std::vector<NodeId> run_;      // what the leaf is made of on the law days that are gone through
  std::vector<Int128> changes_;  // law days on which a version begins
  eval::Profile& profile_;
  eval::Scratch& scratch_;
  std::vector<Stretch> found_;
  std::size_t most_ = 0, evaluations_ = 0;
};

// The law day is today.
bool Scan::looks_at(std::uint32_t slot) {
  slot = std::min(slot, program_.today());
  if (slot_ == program::nowhere) slot_ = slot;
  return slot == slot_;
}

bool Scan::is_lone() {
  std::unordered_set<NodeId> seen;
  std::vector<NodeId> open{leaf_.node};
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    const Node& n = program_.nodes[id];
    const bool is_fact = n.op == Op::atom || n.op == Op::slot || n.op == Op::column,
               is_versions = n.op == Op::value_versions || n.op == Op::condition_versions;
    if (is_fact && !looks_at(n.payload)) return false;
    if (is_versions && !looks_at(program_.today())) return false;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      if (is_versions) changes_.push_back(program_.version_ranges[n.payload + i].from);
      open.push_back(program_.child(n, i));
    }
  }
  types::sort_unique(changes_);
  if (slot_ == program::nowhere || !has_values(program_.slots[slot_])) return false;
  const Base base = program_.slots[slot_].type.base;
  const Region all = axes_.everywhere(slot_);
  return base == Base::date || (base == Base::whole && all.hi - all.lo < most_numbers);
}

std::optional<std::int64_t> Scan::moved_at_most(const Node& shift) const {
  const Node& by = program_.nodes[program_.child(shift, 1)];
  if (by.op != Op::constant) return std::nullopt;
  const Possible& n = program_.constants[by.payload];
  if (!n.is_exact() || n.none || n.lo > farthest || n.lo < -farthest) return std::nullopt;
  const std::int64_t longest = shift.unit == grammar::Unit::years    ? longest_year
                               : shift.unit == grammar::Unit::months ? longest_month
                                                                     : 1;
  return (std::abs(static_cast<std::int64_t>(n.lo)) + 1) * longest;
}

// How far the leaf looks from a day under this law, where that is all it looks at: not at the year, nor at any day that is written.
std::optional<std::int64_t> Scan::reach() const {
  std::int64_t reach = 0;
  for (const NodeId id : run_) {
    const Node& n = program_.nodes[id];
    switch (n.op) {
      case Op::constant:
        if (n.type.base == Base::date) return std::nullopt;
        break;
      case Op::shift: {
        const std::optional<std::int64_t> moved = moved_at_most(n);
        if (!moved) return std::nullopt;
        reach += *moved;
        break;
      }
      case Op::of_date:  // no function of a date leaves its year
        if (builtins::functions()[n.payload].function->of_date != Base::date) return std::nullopt;
        reach += longest_year;
        break;
      case Op::column:
      case Op::atom:
        return std::nullopt;
      default:
        break;
    }
  }
  return reach <= farthest ? std::optional(reach) : std::nullopt;
}

Truth::State Scan::ask(const Region& region) {
  ++evaluations_;
  if (scratch_.truths.size() < program_.nodes.size()) scratch_.truths.resize(program_.nodes.size());
  if (slot_ == program_.today())
    scratch_.days = eval::Days::any_of(program_, date(region.lo), date(region.hi));
  else
    profile_.tell(slot_, region.is_point() ? axes_.point(slot_, region) : axes_.spread(slot_, region));
  eval::run(run_, profile_, scratch_);
  return truth_of(program_, scratch_, leaf_.node).state;
}

bool Scan::add(Int128 from, Int128 to, Truth::State state) {
  if (!found_.empty() && found_.back().state == state)
    found_.back().to = to;
  else
    found_.push_back({from, to, state});
  return found_.size() <= most_stretches;
}

bool Scan::halve(Int128 from, Int128 to) {
  if (evaluations_ >= most_) return false;
  const Truth::State state = ask({false, from, to});
  if (state != Truth::open) return add(from, to, state);
  if (from == to) return false;
  if (to - from >= too_few_to_halve) {
    const Int128 middle = from + (to - from) / 2;
    return halve(from, middle) && halve(middle + 1, to);
  }
  for (Int128 at = from; at <= to; ++at)
    if (const Truth::State here = ask({false, at, at}); here == Truth::open || !add(at, at, here))
      return false;
  return true;
}

// Under one law.
bool Scan::go_through(Int128 from, Int128 to) {
  if (from > to) return true;
  run_ = eval::nodes_below(program_, leaf_.node, date(slot_ == program_.today() ? from : 0));
  const std::optional<std::int64_t> reach =
      program_.slots[slot_].type.base == Base::date ? this->reach() : std::nullopt;
  if (!reach) return halve(from, to);
  const Int128 first = std::max(from, Int128{Date::min_days} + *reach),
               last = std::min(to, Int128{Date::max_days} - *reach);
  if (last - first < 2 * Date::period) return halve(from, to);
  return (from == first || halve(from, first - 1)) && halve(first, first + Date::period - 1) &&
         repeat(first + Date::period, last) && (last == to || halve(last + 1, to));
}

// Precondition: up to `from` all is found, and before it a whole period of which this is so.
bool Scan::repeat(Int128 from, Int128 to) {
  std::vector<Stretch> once;
  for (const Stretch& s : found_)
    if (s.to >= from - Date::period) once.push_back({std::max(s.from, from - Date::period), s.to, s.state});
  for (Int128 later = Date::period; from <= to; later += Date::period) {
    for (const Stretch& s : once) {
      if (s.from + later > to) return true;
      if (!add(s.from + later, std::min(s.to + later, to), s.state)) return false;
    }
    from += Date::period;
  }
  return true;
}

std::optional<Stretches> Scan::stretches(std::size_t most) {
  most_ = most;
  Stretches all;
  all.slot = slot_;
  const Region everywhere = axes_.everywhere(slot_);
  if (program_.slots[slot_].anything.none) {
    run_ = eval::nodes_below(program_, leaf_.node, date(0));
    all.none = ask({true, 0, 0});
    if (*all.none == Truth::open) return std::nullopt;
  }
  if (everywhere.none) return all;
  Int128 from = everywhere.lo;
  for (const Int128 change : changes_) {
    if (change <= from || change > everywhere.hi) continue;
    if (!go_through(from, change - 1)) return std::nullopt;
    from = change;
  }
  if (!go_through(from, everywhere.hi)) return std::nullopt;
  all.numbers = std::move(found_);
  return all;
}

}  // namespace

const Stretches* Lone::of(std::uint32_t leaf, const Axes& axes) {
  const auto [at, is_new] = known_.try_emplace(leaf);
  if (is_new && evaluations_ < most_evaluations_of_all) {
    Scan scan(program_, leaves_->all[leaf], axes, profile_, scratch_);
    if (scan.is_lone())
      at->second = scan.stretches(std::min(most_evaluations, most_evaluations_of_all - evaluations_));
    evaluations_ += scan.evaluations();
  }
  return at->second ? &*at->second : nullptr;
}

}  // namespace eligo::analysis
