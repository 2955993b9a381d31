// SPDX-License-Identifier: MIT
// Owns the making of variables: ranges that hold for all who know a fact, and classes of items that none tells apart.
#include "interpreter/analysis/variables.hpp"

#include <algorithm>
#include <map>

namespace eligo::analysis {

using program::Program;
using program::Slot;
using types::Base;

namespace {

Region range_of(const Slot& slot) {
  if (!slot.anything.some) return {true, 0, -1};
  const program::GridRange range = program::grid_range(slot.anything);
  return {false, range.lo, range.hi};
}

class Maker {
 public:
  Maker(Space& space, std::span<Axes* const> axes, std::span<const Program* const> programs)
      : space_(space), axes_(axes), programs_(programs) {}

  void ordered(const Shared& fact, Int128 near);
  void items(const Shared& fact);
  void texts(const Shared& fact);

 private:
  template <typename F>
  void each(const Shared& fact, F f) {
    for (std::size_t p = 0; p < axes_.size(); ++p)
      if (fact.slots[p] != program::nowhere) f(p, fact.slots[p], programs_[p]->slots[fact.slots[p]]);
  }
  [[nodiscard]] bool may_be_none(const Shared& fact);
  void classes(const Shared& fact, const std::vector<std::array<std::uint32_t, 2>>& items);

  Space& space_;
  std::span<Axes* const> axes_;
  std::span<const Program* const> programs_;
};

bool Maker::may_be_none(const Shared& fact) {
  bool none = true;
  each(fact, [&](std::size_t, std::uint32_t, const Slot& slot) { none = none && slot.anything.none; });
  return none;
}

void Maker::ordered(const Shared& fact, Int128 near) {
  Region range;
  bool first = true;
  each(fact, [&](std::size_t, std::uint32_t, const Slot& slot) {
    const Region its = range_of(slot);
    range.lo = first ? its.lo : std::max(range.lo, its.lo);
    range.hi = first ? its.hi : std::min(range.hi, its.hi);
    first = false;
  });
  const Var var = space_.add(range.lo, range.hi, may_be_none(fact));
  space_.prefer(var, near);
  each(fact, [&](std::size_t p, std::uint32_t slot, const Slot&) { axes_[p]->set(slot, var); });
}

// Numbered in the order of the keys, so that neighbours are much the same to who asks.
void Maker::classes(const Shared& fact, const std::vector<std::array<std::uint32_t, 2>>& items) {
  std::array<std::vector<std::uint32_t>, 2> keys;
  each(fact, [&](std::size_t p, std::uint32_t slot, const Slot&) { keys[p] = axes_[p]->keys(slot); });
  std::map<std::array<std::uint32_t, 2>, std::vector<std::array<std::uint32_t, 2>>> by_key;
  for (const std::array<std::uint32_t, 2>& item : items) {
    std::array<std::uint32_t, 2> key{};
    for (std::size_t p = 0; p < 2; ++p)
      if (!keys[p].empty()) key[p] = keys[p][item[p]];
    by_key[key].push_back(item);
  }
  const Var var = space_.add(0, static_cast<Int128>(by_key.size()) - 1, may_be_none(fact));
  each(fact, [&](std::size_t p, std::uint32_t slot, const Slot&) {
    std::vector<std::vector<std::uint32_t>> its;
    for (const auto& [key, together] : by_key) {
      its.emplace_back();
      for (const std::array<std::uint32_t, 2>& item : together) its.back().push_back(item[p]);
    }
    axes_[p]->set(slot, var);
    axes_[p]->set_classes(slot, std::move(its));
  });
}

void Maker::items(const Shared& fact) {
  classes(fact, fact.items);
}

void Maker::texts(const Shared& fact) {
  std::vector<std::string> all;
  each(fact, [&](std::size_t p, std::uint32_t slot, const Slot&) {
    const std::vector<std::string>& its = axes_[p]->texts(slot);
    all.insert(all.end(), its.begin(), its.end());
  });
  std::vector<std::string> once;
  for (const std::string& text : all)
    if (std::find(once.begin(), once.end(), text) == once.end()) once.push_back(text);
  std::vector<std::array<std::uint32_t, 2>> items;
  for (std::uint32_t i = 0; i < once.size(); ++i) items.push_back({i, i});
  each(fact, [&](std::size_t p, std::uint32_t slot, const Slot&) { axes_[p]->set_texts(slot, once); });
  classes(fact, items);
}

}  // namespace

std::vector<Shared> all_facts(const Program& program) {
  std::vector<Shared> facts(program.today());
  for (std::uint32_t slot = 0; slot < program.today(); ++slot) {
    facts[slot].slots[0] = slot;
    for (std::uint32_t i = 0; i < program.slots[slot].universe; ++i) facts[slot].items.push_back({i, i});
  }
  return facts;
}

void make_variables(Space& space, std::span<Axes* const> axes, std::span<const Program* const> programs,
                    const std::vector<Shared>& facts, const LookedAt& days) {
  const Var day = space.add(days.first.days, days.last.days, false);
  space.prefer(day, days.about.days);
  for (std::size_t p = 0; p < axes.size(); ++p) {
    axes[p]->set(programs[p]->today(), day);
    axes[p]->set(programs[p]->law_day(), day);
  }
  Maker make(space, axes, programs);
  for (const Shared& fact : facts) {
    const std::size_t knower = fact.slots[0] != program::nowhere ? 0 : 1;
    const types::Type type = programs[knower]->slots[fact.slots[knower]].type;
    if (type.base == Base::text)
      make.texts(fact);
    else if (type.is_ordered())
      make.ordered(fact, type.base == Base::date ? Int128{days.about.days} : 0);
    else
      make.items(fact);
  }
}

}  // namespace eligo::analysis
