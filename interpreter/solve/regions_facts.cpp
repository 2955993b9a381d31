// SPDX-License-Identifier: MIT
// Owns the regions of one open fact, by its kind: ordered, items, texts.
#include <algorithm>
#include <unordered_set>

#include "interpreter/solve/regions.hpp"

namespace eligo::solve {

using program::Node;
using program::Op;
using types::Base;

void Regions::cut(OpenFact& fact) {
  const types::Type type = program_.slots[fact.slot].type;
  if (type.is_ordered())
    cut_ordered(fact);
  else if (type.base == Base::text)
    cut_texts(fact);
  else
    cut_items(fact);
  if (profile_.possible(fact.slot).none && !type.is_ordered())
    fact.regions.push_back(types::exactly(types::None{}, type, 0));
}

void Regions::cut_ordered(OpenFact& fact) {
  if (!profile_.choices(fact.slot).empty()) {
    fact.regions = profile_.choices(fact.slot);
    return;
  }
  const Possible range = whole_range(fact.slot);
  std::vector<Int128>& borders = borders_[fact.slot];
  for (OpenLeaf& leaf : leaves_) {
    if (!leaf.exact || leaf.support != std::vector<std::uint32_t>{fact.slot}) continue;
    const Node& n = program_.nodes[leaf.node];
    if (n.op == Op::atom) {
      for (const Possible& operand : program_.slots[fact.slot].domain.conditions[n.aux].operands) {
        if (!operand.some) continue;
        const Int128 at = program::grid_ceil(operand);
        borders.push_back(at);
        borders.push_back(at + 1);
      }
    } else if (program::is_condition(n.op)) {
      eval::Profile work = profile_;
      if (!find_borders(leaf, fact.slot, work, borders)) leaf.exact = false;
    }
  }
  if (range.some) {
    borders.push_back(range.lo);
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    for (const Int128 at : borders)
      if (at >= range.lo && at <= range.hi) fact.regions.push_back(program::at_grid(range, at));
  }
  if (range.none) fact.regions.push_back(types::exactly(types::None{}, program_.slots[fact.slot].type, 0));
}

// Items are one region when every open leaf agrees on them; a leaf over several facts tells all of them
// apart.
void Regions::cut_items(OpenFact& fact) {
  const Possible all = profile_.possible(fact.slot);
  const std::vector<const OpenLeaf*> leaves = leaves_on(fact.slot);
  eval::Profile work = profile_;
  std::unordered_set<std::string> known;
  for (const std::uint32_t item : all.items.items()) {
    const program::Slot& slot = program_.slots[fact.slot];
    Possible one = types::exactly_item(item, slot.type, slot.universe);
    std::string signature;
    if (!spend(static_cast<std::uint32_t>(leaves.size()))) return give_up(fact);
    work.tell(fact.slot, one);
    for (const OpenLeaf* leaf : leaves) {
      if (leaf->support.size() > 1 || !program::is_condition(program_.nodes[leaf->node].op)) {
        signature += std::to_string(item);
        continue;
      }
      evaluate(*leaf, work);
      signature += static_cast<char>('0' + truth(*leaf).state);
    }
    if (!known.insert(std::move(signature)).second) continue;
    fact.regions.push_back(std::move(one));
  }
}

void Regions::give_up(OpenFact& fact) {
  fact.regions.clear();
  for (OpenLeaf& leaf : leaves_)
    if (std::binary_search(leaf.support.begin(), leaf.support.end(), fact.slot)) leaf.exact = false;
}

// What a text can be to conditions: each text and prefix that they name, one beyond each prefix, and any
// other.
void Regions::cut_texts(OpenFact& fact) {
  const Possible all = profile_.possible(fact.slot);
  const types::Type type{Base::text, false, 0};
  std::vector<std::string> texts = all.texts;
  if (all.any_text) {
    texts = {"", "\xF4\x8F\xBF\xBD"};
    const auto add = [&](const Possible& p) {
      for (const std::string& text : p.texts) {
        texts.push_back(text);
        texts.push_back(text + "\xF4\x8F\xBF\xBD");
      }
    };
    for (const OpenLeaf& leaf : leaves_) {
      if (!std::binary_search(leaf.support.begin(), leaf.support.end(), fact.slot)) continue;
      for (const NodeId id : leaf.below) {
        const Node& n = program_.nodes[id];
        if (n.op == Op::atom && n.payload == fact.slot)
          for (const Possible& operand : program_.slots[fact.slot].domain.conditions[n.aux].operands)
            add(operand);
        for (const NodeId child : open_children(id)) {  // decided ones too: they are no longer below
          const Node& c = program_.nodes[child];
          if (!program::is_condition(c.op) && c.type.base == Base::text) add(*known_.values[c.value]);
        }
        if (!program::is_condition(n.op) && n.type.base == Base::text) add(*known_.values[n.value]);
      }
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  }
  for (const std::string& text : texts) fact.regions.push_back(types::exactly(text, type, 0));
}

std::vector<Possible> Regions::candidates(std::uint32_t slot) const {
  std::vector<Possible> out;
  for (const OpenFact& fact : facts_)
    if (fact.slot == slot) out = fact.regions;
  const types::Type type = program_.slots[slot].type;
  if (!type.is_ordered() || !profile_.choices(slot).empty()) return out;
  const Possible range = whole_range(slot);
  if (!range.some) return out;
  std::vector<Int128> points{range.lo, range.hi, range.lo + (range.hi - range.lo) / 2};
  for (const OpenFact& other : facts_)
    if (program_.slots[other.slot].type.base == type.base)
      for (const Possible& p : other.regions)
        if (p.some)
          for (const Int128 by : {-1, 0, 1}) points.push_back(program::grid_ceil(p) + by);
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  for (const Int128 at : points)
    if (at >= range.lo && at <= range.hi) out.push_back(program::at_grid(range, at));
  return out;
}

}  // namespace eligo::solve
