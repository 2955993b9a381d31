// SPDX-License-Identifier: MIT
// Owns the numbering of items by class, and values of regions.
#include "interpreter/analysis/axes.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

using builtins::Truth;
using program::Node;
using program::Op;
using program::Slot;
using program::SlotCondition;
using types::Base;

namespace {

// Above every text that a rule names.
constexpr const char* beyond = "\xF4\x8F\xBF\xBD";

}  // namespace

Axes::Axes(const program::Program& program, const std::vector<Leaf>& leaves, Space& space)
    : program_(program),
      leaves_(leaves),
      space_(space),
      vars_(program.slots.size()),
      items_(program.slots.size()) {
  for (std::uint32_t s = 0; s < program.today(); ++s)
    if (program.slots[s].type.base == Base::text) gather_texts(s);
}

Possible Axes::item(std::uint32_t slot, std::uint32_t item) const {
  const Slot& s = program_.slots[slot];
  if (s.type.base == Base::text) return types::exactly(items_[slot].texts[item], s.type, 0);
  return types::exactly_item(item, s.type, s.universe);
}

// Texts that stand for all others: each that is named, one beyond each, and one more; plain ones where these will do.
void Axes::gather_texts(std::uint32_t slot) {
  std::vector<std::string>& texts = items_[slot].texts;
  const auto add = [&](const Possible& p) { texts.insert(texts.end(), p.texts.begin(), p.texts.end()); };
  for (const SlotCondition& c : program_.slots[slot].domain.conditions)
    for (const Possible& operand : c.operands) add(operand);
  for (const Possible& p : program_.constants)
    if (p.base == Base::text && !p.any_text) add(p);
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  items_[slot].named = texts;
  const std::size_t named = texts.size();
  for (std::size_t i = 0; i < named; ++i)
    for (const char* more : {"x", beyond})
      if (std::find(texts.begin(), texts.end(), texts[i] + more) == texts.end())
        texts.push_back(texts[i] + more);
  for (const char* other : {"x", "", beyond})
    if (std::find(texts.begin(), texts.end(), other) == texts.end()) texts.emplace_back(other);
}

// Items stand in one class where they share the row of their fact, and leaves do not tell them apart: one that asks a
// column sees its cells, one that asks the item itself sees every one.
std::vector<std::uint32_t> Axes::keys(std::uint32_t slot) const {
  const Slot& s = program_.slots[slot];
  const auto count =
      s.type.base == Base::text ? static_cast<std::uint32_t>(items_[slot].texts.size()) : s.universe;
  std::vector<std::uint32_t> columns;
  bool each = s.type.base == Base::text;
  for (const Leaf& leaf : leaves_) {
    for (const NodeId id : leaf.run) {
      const Node& n = program_.nodes[id];
      if (n.op == Op::column && n.payload == slot) columns.push_back(n.aux);
      each = each || (n.op == Op::slot && n.payload == slot);
    }
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());

  std::vector<std::uint32_t> order(count), key(count, 0);
  std::iota(order.begin(), order.end(), 0);
  const auto split = [&](const auto& before, const auto& same) {
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return key[a] != key[b] ? key[a] < key[b] : before(a, b);
    });
    std::vector<std::uint32_t> next(count, 0);
    for (std::uint32_t i = 1; i < count; ++i) {
      const std::uint32_t a = order[i - 1], b = order[i];
      next[b] = next[a] + (key[a] == key[b] && same(a, b) ? 0 : 1);
    }
    key = std::move(next);
  };
  for (const std::uint32_t column : columns) {
    std::vector<Possible> cells;
    for (std::uint32_t i = 0; i < count; ++i)
      cells.push_back(program::column_of(program_.columns[column], item(slot, i)));
    split([&](std::uint32_t a, std::uint32_t b) { return program::exact_before(cells[a], cells[b]); },
          [&](std::uint32_t a, std::uint32_t b) { return program::same_exact(cells[a], cells[b]); });
  }
  if (each) {
    split([](std::uint32_t a, std::uint32_t b) { return a < b; },
          [](std::uint32_t, std::uint32_t) { return false; });
  } else if (s.domain.coded) {
    const auto code = [&](std::uint32_t i) { return s.domain.item_codes[i]; };
    split([&](std::uint32_t a, std::uint32_t b) { return code(a) < code(b); },
          [&](std::uint32_t a, std::uint32_t b) { return code(a) == code(b); });
  }
  return key;
}

Possible Axes::point(std::uint32_t slot, const Region& region) const {
  const Slot& s = program_.slots[slot];
  if (region.none) return types::exactly(types::None{}, s.type, s.universe);
  if (!s.type.is_ordered())
    return item(slot, items_[slot].classes[static_cast<std::size_t>(region.lo)].front());
  return program::at_grid(s.type, region.lo);
}

Possible Axes::spread(std::uint32_t slot, const Region& region) const {
  const Slot& s = program_.slots[slot];
  if (region.none) return point(slot, region);
  const bool text_of_several = s.type.base == Base::text && region.lo != region.hi;
  if (text_of_several || (region == everywhere(slot) && slot < program_.today())) {
    Possible anything = s.anything;
    anything.none = false;
    return anything;
  }
  if (s.type.is_ordered()) {
    Possible p = program::at_grid(s.type, region.lo);
    if (region.lo == region.hi) return p;
    const Possible end = program::at_grid(s.type, region.hi);
    p.hi = end.hi;
    p.decimal_hi = end.decimal_hi;
    p.places = types::told_places;
    return p;
  }
  Possible all;
  for (Int128 c = region.lo; c <= region.hi; ++c) {
    for (const std::uint32_t i : items_[slot].classes[static_cast<std::size_t>(c)]) {
      const Possible one = item(slot, i);
      if (all.some)
        all.items.add(i);
      else
        all = one;
      if (s.type.base == Base::text) break;
    }
  }
  return all;
}

// The points where a condition about an ordered fact may change, the first one among them.
std::vector<Int128> Axes::borders(std::uint32_t slot, const SlotCondition& condition) const {
  const Int128 lo = space_.lo(var(slot)), hi = space_.hi(var(slot));
  std::vector<Int128> points{lo};
  for (const Possible& operand : condition.operands) {
    if (!operand.some) continue;
    const Int128 at = program::grid_ceil(operand);
    for (const Int128 point : {at, at + 1})
      if (point > lo && point <= hi) points.push_back(point);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

Lit Axes::atom(const Node& atom) {
  const std::uint32_t slot = atom.payload;
  const SlotCondition& condition = program_.slots[slot].domain.conditions[atom.aux];
  const Var v = var(slot);
  const auto holds = [&](const Region& at) {
    return program::ask(condition, program_.columns, point(slot, at)).state == Truth::yes;
  };
  std::vector<Int128> starts;
  if (program_.slots[slot].type.is_ordered()) {
    if (space_.lo(v) <= space_.hi(v)) starts = borders(slot, condition);
  } else {
    for (Int128 c = space_.lo(v); c <= space_.hi(v); ++c) starts.push_back(c);
  }
  std::vector<Lit> pieces;
  for (std::size_t i = 0; i < starts.size();) {
    if (!holds({false, starts[i], starts[i]})) {
      ++i;
      continue;
    }
    const Int128 from = starts[i];
    while (i < starts.size() && holds({false, starts[i], starts[i]})) ++i;
    pieces.push_back(space_.within(v, from, i < starts.size() ? starts[i] - 1 : space_.hi(v)));
  }
  if (space_.may_be_none(v) && holds({true, 0, 0})) pieces.push_back(space_.is_none(v));
  return space_.sat().any(pieces);
}

}  // namespace eligo::analysis
