// SPDX-License-Identifier: MIT
// Owns the regions of one open fact, by its kind: ordered, items, texts.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "interpreter/solve/regions.hpp"

namespace eligo::solve {

using program::Node;
using program::Op;
using types::Base;

namespace {

// So many are in proportion to the table, which took longer to load; more are taken from what all facts have together.
constexpr std::uint64_t evaluations_an_item = 4;

constexpr std::string_view fresh = "\xF4\x8F\xBF\xBD";  // what no rule is likely to name

}  // namespace

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

// What a leaf is where every fact that it asks is told.
std::string Regions::signature_of(const OpenLeaf& leaf, const eval::Profile& work, Values& values) {
  evaluate(leaf, work);
  if (program::is_condition(program_.nodes[leaf.node].op))
    return {static_cast<char>('0' + truth(leaf).state)};
  const Possible& p = value(leaf);
  return p.is_exact() ? std::to_string(values.number(p.exact())) + ";" : "!";
}

// Items are one region when every open leaf agrees on them, or comes to the same value; a leaf over several facts tells
// all of them apart.
void Regions::cut_items(OpenFact& fact) {
  const Possible all = profile_.possible(fact.slot);
  const std::vector<const OpenLeaf*> leaves = leaves_on(fact.slot);
  eval::Profile work = profile_;
  const bool is_each_one = std::any_of(leaves.begin(), leaves.end(),
                                       [](const OpenLeaf* leaf) { return leaf->support.size() > 1; });
  const std::vector<std::uint32_t> items = all.items.items();
  std::uint64_t own = evaluations_an_item * items.size();
  std::unordered_set<std::string> known;
  Values values;
  for (const std::uint32_t item : items) {
    const program::Slot& slot = program_.slots[fact.slot];
    Possible one = types::exactly_item(item, slot.type, slot.universe);
    if (!is_each_one) {
      if (own >= leaves.size())
        own -= leaves.size();
      else if (!spend(static_cast<std::uint32_t>(leaves.size())))
        return give_up(fact);
      work.tell(fact.slot, one);
      std::string signature;
      for (const OpenLeaf* leaf : leaves) signature += signature_of(*leaf, work, values);
      if (!known.insert(std::move(signature)).second) continue;
    }
    fact.regions.push_back(std::move(one));
  }
}

void Regions::give_up(OpenFact& fact) {
  fact.regions.clear();
  for (OpenLeaf& leaf : leaves_)
    if (std::binary_search(leaf.support.begin(), leaf.support.end(), fact.slot)) leaf.exact = false;
}

void Regions::cut_texts(OpenFact& fact) {
  const Possible all = profile_.possible(fact.slot);
  const types::Type type{Base::text, false, 0};
  for (const std::string& text : all.any_text ? told_apart(fact.slot).texts : all.texts)
    fact.regions.push_back(types::exactly(text, type, 0));
}

// The open texts of which nothing is known that leaves ask together with this one, or with one of those.
std::vector<std::uint32_t> Regions::texts_beside(std::uint32_t slot) const {
  std::vector<std::uint32_t> out{slot};
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const OpenLeaf& leaf : leaves_) {
      if (!std::binary_search(leaf.support.begin(), leaf.support.end(), out[i])) continue;
      for (const std::uint32_t other : leaf.support)
        if (program_.slots[other].type.base == Base::text && profile_.possible(other).any_text &&
            std::find(out.begin(), out.end(), other) == out.end())
          out.push_back(other);
    }
  return out;
}

// What a text can be to conditions: each text and prefix that they name, one beyond each prefix, and any other; where
// several texts are compared with one another, so many others that each can be one of its own.
const Regions::Texts& Regions::told_apart(std::uint32_t slot) {
  constexpr std::size_t most_texts = 3;
  Texts& out = told_apart_[slot];
  if (!out.texts.empty()) return out;
  const std::vector<std::uint32_t> beside = texts_beside(slot);
  out.complete = beside.size() <= most_texts;
  const auto add = [&](std::string text) {
    out.texts.push_back(text);
    for (std::size_t i = 0; i < std::min(beside.size(), most_texts); ++i) out.texts.push_back(text += fresh);
  };
  const auto add_all = [&](const Possible& p) {
    for (const std::string& text : p.texts) add(text);
  };
  add("");
  for (const OpenLeaf& leaf : leaves_) {
    if (std::none_of(beside.begin(), beside.end(), [&](std::uint32_t other) {
          return std::binary_search(leaf.support.begin(), leaf.support.end(), other);
        }))
      continue;
    for (const NodeId id : leaf.below) {
      const Node& n = program_.nodes[id];
      if (n.op == Op::atom && program_.slots[n.payload].type.base == Base::text)
        for (const Possible& operand : program_.slots[n.payload].domain.conditions[n.aux].operands)
          add_all(operand);
      for (const NodeId child : open_children(id)) {  // decided ones too: they are no longer below
        const Node& c = program_.nodes[child];
        if (!program::is_condition(c.op) && c.type.base == Base::text) add_all(*known_.values[c.value]);
      }
      if (!program::is_condition(n.op) && n.type.base == Base::text) add_all(*known_.values[n.value]);
      // The beginning of another text that may be any is not one of a few.
      if (n.op == Op::starts_with && beside.size() > 1 &&
          known_.values[program_.nodes[program_.child(n, 1)].value]->any_text)
        out.complete = false;
    }
  }
  std::sort(out.texts.begin(), out.texts.end());
  out.texts.erase(std::unique(out.texts.begin(), out.texts.end()), out.texts.end());
  return out;
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
