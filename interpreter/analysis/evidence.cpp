// SPDX-License-Identifier: MIT
// Owns the drawing of people at random, near where conditions change, and the book of what was so of them.
#include "interpreter/analysis/evidence.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace eligo::analysis {

using builtins::Truth;
using program::Slot;
using types::Possible;

namespace {

constexpr std::size_t most_days = 4;
// Larger programs would be looked at for longer than their questions take.
constexpr std::size_t most_evaluations = 20'000'000;

class Drawer {
 public:
  explicit Drawer(const LookedAt& days) : days_(days), about_(days.about) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

  /// A value near where some condition changes.
  Possible value(const Slot& slot) {
    const Possible& any = slot.anything;
    if (any.none && (!any.some || below(8) == 0))
      return types::exactly(types::None{}, slot.type, slot.universe);
    if (slot.type.base == types::Base::text) {
      const auto& conditions = slot.domain.conditions;
      if (conditions.empty() || below(4) == 0) return types::exactly(std::string("x"), slot.type, 0);
      const auto& operands = conditions[below(conditions.size())].operands;
      if (operands.empty()) return types::exactly(std::string(), slot.type, 0);  // `is none` names nothing
      const Possible& named = operands[below(operands.size())];
      return types::exactly(named.texts.empty() ? std::string() : named.texts[0], slot.type, 0);
    }
    if (slot.type.is_ordered()) return at_point(slot);
    return types::exactly_item(static_cast<std::uint32_t>(below(slot.universe)), slot.type, slot.universe);
  }

  /// Today, or a day on which something begins to be otherwise.
  types::Date day(const program::Program& program) {
    const std::size_t which = below(3);
    std::int32_t day = about_.days;
    if (which == 1 && !program.version_ranges.empty())
      day = program.version_ranges[below(program.version_ranges.size())].from;
    const auto& cuts = program.slots[program.today()].domain.cuts;
    if (which == 2 && !cuts.empty()) day = static_cast<std::int32_t>(cuts[below(cuts.size())]);
    return types::Date{std::clamp(day, days_.first.days, days_.last.days)};
  }

 private:
  Possible at_point(const Slot& slot) {
    const Possible& any = slot.anything;
    types::Int128 point = slot.type.base == types::Base::date ? about_.days : 0;
    const auto& cuts = slot.domain.cuts;
    if (!cuts.empty() && below(4) != 0) point = cuts[below(cuts.size())];
    if (below(2) == 0) point += static_cast<types::Int128>(below(64)) - 32;
    const program::GridRange range = program::grid_range(any);
    return program::at_grid(slot.type, std::clamp(point, range.lo, range.hi));
  }

  LookedAt days_;
  types::Date about_;
  std::mt19937 random_{20'250'526};
};

std::size_t plane_of(Truth::State state) {
  return state == Truth::yes ? 0 : (state == Truth::no ? 1 : 2);
}

std::uint64_t key_of(const Claim& claim) {
  return std::uint64_t{claim.condition} * 4 + claim.state;
}

bool is_on(std::int32_t day, const std::vector<program::DayRange>& days) {
  return std::any_of(days.begin(), days.end(),
                     [day](const program::DayRange& range) { return range.from <= day && day <= range.to; });
}

}  // namespace

Evidence::Evidence(const program::Program& program, const LookedAt& days)
    : program_(program),
      nodes_(program.nodes.size()),
      seen_(program.nodes.size()),
      room_(std::min(most_seen, most_evaluations / (program.nodes.size() + 1))) {
  std::iota(nodes_.begin(), nodes_.end(), 0);
  see_at_random(days);
}

void Evidence::see_at_random(const LookedAt& days) {
  Drawer drawer(days);
  for (std::size_t i = 0; i < room_ * 3 / 4; ++i) {
    eval::Profile profile(program_);
    for (std::uint32_t slot = 0; slot < program_.today(); ++slot)
      if (has_values(program_.slots[slot])) profile.tell(slot, drawer.value(program_.slots[slot]));
    see(profile, drawer.day(program_), {});
  }
}

void Evidence::see(const eval::Profile& profile, types::Date day, std::span<const Claim> claims) {
  const std::size_t who = days_.size();
  if (who >= room_) {
    // Somebody for whom only this was evaluated.
    if (claims.size() != 1) return;
    std::vector<std::int32_t>& days = later_[key_of(claims[0])];
    if (days.size() < most_days && std::find(days.begin(), days.end(), day.days) == days.end())
      days.push_back(day.days);
    return;
  }
  days_.push_back(day.days);
  scratch_.days = eval::Days(program_, day, day);
  eval::run(nodes_, profile, scratch_);
  const std::uint64_t bit = std::uint64_t{1} << (who % 64);
  for (const program::NodeId id : nodes_) {
    if (!program::is_condition(program_.nodes[id].op)) continue;
    const Truth::State state = scratch_.truths[id].state;
    if (state != Truth::open) seen_[id][plane_of(state)][who / 64] |= bit;
  }
}

Evidence::Seen Evidence::seen_on(const std::vector<program::DayRange>& days) const {
  Seen all{};
  for (std::size_t who = 0; who < days_.size(); ++who)
    if (is_on(days_[who], days)) all[who / 64] |= std::uint64_t{1} << (who % 64);
  return all;
}

bool Evidence::was_seen(std::span<const Claim> claims, const std::vector<program::DayRange>& days) const {
  Seen all{};
  all.fill(~std::uint64_t{0});
  for (const Claim& claim : claims)
    for (std::size_t w = 0; w < words; ++w) all[w] &= seen_[claim.condition][plane_of(claim.state)][w];
  if (all != Seen{}) {
    const Seen then = seen_on(days);
    for (std::size_t w = 0; w < words; ++w)
      if ((all[w] & then[w]) != 0) return true;
  }
  if (claims.size() != 1) return false;
  const auto later = later_.find(key_of(claims[0]));
  return later != later_.end() && std::any_of(later->second.begin(), later->second.end(),
                                              [&](std::int32_t day) { return is_on(day, days); });
}

}  // namespace eligo::analysis
