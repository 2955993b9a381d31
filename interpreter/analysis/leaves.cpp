// SPDX-License-Identifier: MIT
// Owns what a leaf is made of.
#include "interpreter/analysis/leaves.hpp"

#include <algorithm>
#include <unordered_set>

#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using program::Program;

std::vector<NodeId> calculations_of(const Program& program, NodeId value) {
  std::vector<NodeId> found;
  for (std::vector<NodeId> open{value}; !open.empty();) {
    const NodeId id = open.back();
    open.pop_back();
    const Node& n = program.nodes[id];
    if (program::is_condition(n.op) || !n.can_be_invalid) continue;
    if (!chooses(n.op)) found.push_back(id);
    for (const NodeId part : chooses(n.op) ? parts_of(program, id) : std::vector<NodeId>{})
      open.push_back(part);
  }
  types::sort_unique(found);
  return found;
}

builtins::Truth truth_of(const Program& program, const eval::Scratch& scratch, NodeId leaf) {
  using builtins::Truth;
  const Node& n = program.nodes[leaf];
  if (program::is_condition(n.op)) return scratch.truths[leaf];
  const types::Possible& value = *scratch.values[n.value];
  if (!value.invalid) return {Truth::yes, false};
  return value.surely_invalid() ? Truth{Truth::invalid, false} : Truth{Truth::open, true};
}

Leaf leaf_of(const Program& program, NodeId node) {
  Leaf leaf;
  leaf.node = node;
  std::vector<NodeId> open{node};
  std::unordered_set<NodeId> seen;
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    const Node& n = program.nodes[id];
    if (id != node && program::is_condition(n.op)) {
      leaf.conditions.push_back(id);
      continue;
    }
    leaf.run.push_back(id);
    if (n.op == Op::slot || n.op == Op::column) leaf.slots.push_back(std::min(n.payload, program.today()));
    if (n.op == Op::value_versions) {
      leaf.slots.push_back(program.today());
      for (std::uint32_t i = 0; i < n.count; ++i)
        leaf.changes.push_back(program.version_ranges[n.payload + i].from);
    }
    for (std::uint32_t i = 0; i < n.count; ++i) open.push_back(program.child(n, i));
  }
  std::sort(leaf.run.begin(), leaf.run.end());
  types::sort_unique(leaf.slots);
  types::sort_unique(leaf.conditions);
  types::sort_unique(leaf.changes);
  return leaf;
}

std::shared_ptr<const Leaves> leaves_of(const Program& program, std::span<const NodeId> values) {
  auto leaves = std::make_shared<Leaves>();
  leaves->of.assign(program.nodes.size(), program::nowhere);
  const auto add = [&](NodeId id) {
    leaves->of[id] = static_cast<std::uint32_t>(leaves->all.size());
    leaves->all.push_back(leaf_of(program, id));
  };
  for (NodeId id = 0; id < program.nodes.size(); ++id)
    if (is_leaf(program.nodes[id].op)) add(id);
  for (const NodeId id : values) add(id);
  return leaves;
}

std::vector<NodeId> all_below(const Program& program, std::vector<NodeId> open) {
  std::vector<NodeId> below;
  std::vector<bool> seen(program.nodes.size());
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    below.push_back(id);
    const Node& n = program.nodes[id];
    for (std::uint32_t i = 0; i < n.count; ++i) open.push_back(program.child(n, i));
  }
  std::sort(below.begin(), below.end());
  return below;
}

std::vector<std::int32_t> law_changes(const Program& program, const std::vector<NodeId>& nodes) {
  std::vector<std::int32_t> days;
  for (const NodeId id : nodes) {
    const Node& n = program.nodes[id];
    if (n.op != Op::value_versions && n.op != Op::condition_versions) continue;
    for (std::uint32_t i = 0; i < n.count; ++i) days.push_back(program.version_ranges[n.payload + i].from);
  }
  types::sort_unique(days);
  return days;
}

std::optional<NodeId> beyond_proof(const Program& program, const std::vector<NodeId>& nodes) {
  for (const NodeId id : nodes) {
    const Node& n = program.nodes[id];
    if (n.op == Op::atom && !has_values(program.slots[n.payload])) return id;
    const bool is_value = !program::is_condition(n.op) && n.can_be_invalid && !chooses(n.op);
    if (!is_leaf(n.op) && !is_value) continue;
    std::size_t texts = 0;
    bool is_text_fact = false;
    for (const NodeId part : leaf_of(program, id).run) {
      const Node& p = program.nodes[part];
      if (p.op != Op::slot && p.op != Op::column) continue;
      if (!has_values(program.slots[p.payload])) return id;
      texts += p.type.base == types::Base::text ? 1 : 0;
      is_text_fact = is_text_fact || (p.op == Op::slot && p.type.base == types::Base::text);
    }
    if (is_text_fact && texts > 1) return id;
  }
  return std::nullopt;
}

std::vector<NodeId> parts_of(const Program& program, NodeId id) {
  const Node& n = program.nodes[id];
  const bool is_value = !program::is_condition(n.op);
  if (is_value && !n.can_be_invalid) return {};
  if (is_leaf(n.op) || (is_value && !chooses(n.op))) return leaf_of(program, id).conditions;
  std::vector<NodeId> parts;
  if (program::is_logic(n.op) || is_value)
    for (std::uint32_t i = 0; i < n.count; ++i) parts.push_back(program.child(n, i));
  return parts;
}

}  // namespace eligo::analysis
