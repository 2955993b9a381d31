// SPDX-License-Identifier: MIT
// Owns the finding of folds.
#include "interpreter/analysis/folds.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;
using program::Program;
using types::Base;

namespace {

// Of told values and written ones with no more digits: what comes of it has no more digits either.
bool stays_on_grid(const Program& program, const Node& n) {
  switch (n.op) {
    case Op::constant: {
      const types::Possible& value = program.constants[n.payload];
      return !value.is_decimal() || value.places <= types::told_places;
    }
    case Op::multiply:
    case Op::round_product:
    case Op::round_quotient:
      return n.type.base != Base::decimal && n.type.base != Base::money;
    default:
      return true;
  }
}

}  // namespace

bool Folds::is_linear(Op op) {
  switch (op) {
    case Op::add:
    case Op::subtract:
    case Op::negate:
    case Op::greatest:
    case Op::least:
      return true;
    default:
      return false;
  }
}

Folds::Folds(const Program& program, const std::vector<List>& lists, const LookedAt& days)
    : program_(program),
      days_(days),
      field_of_(program.slots.size()),
      is_length_(program.slots.size()),
      about_(program.nodes.size()),
      is_sum_(program.nodes.size()) {
  std::uint32_t members = 0;
  for (const List& list : lists) {
    is_length_[list.length] = true;
    for (std::uint32_t m = 0; m < list.most; ++m) {
      ++members;
      for (std::uint32_t f = 0; f < list.fields; ++f) field_of_[list.field(m, f)] = members;
    }
  }
  for (NodeId id = 0; id < program.nodes.size(); ++id) {
    const Node& n = program.nodes[id];
    About& about = about_[id];
    if (program::asks_slot(n.op) && field_of_[n.payload] != 0)
      about = {About::Kind::member, field_of_[n.payload]};
    else if (program::asks_slot(n.op) && is_length_[n.payload])
      about = {About::Kind::length, 0};
    for (std::uint32_t i = 0; i < n.count; ++i) about = joined(about, about_[program.child(n, i)]);
  }
  rise();
}

Folds::About Folds::joined(const About& a, const About& b) {
  if (a.kind < b.kind) return joined(b, a);
  if (a.kind == About::Kind::member && b.kind == About::Kind::member && a.member != b.member)
    return {About::Kind::several, 0};
  return a;
}

// A part of it is about one member: it says something of each of them.
bool Folds::folds_here(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (about_[id].kind == About::Kind::member) return true;
  if (about_[id].kind != About::Kind::several) return false;
  for (std::uint32_t i = 0; i < n.count; ++i)
    if (about_[program_.child(n, i)].kind == About::Kind::member) return true;
  return false;
}

// Children are as many as there are, less those who left: that is one number to people.
void Folds::rise() {
  for (NodeId id = 0; id < program_.nodes.size(); ++id) {
    const Node& n = program_.nodes[id];
    if (program::is_condition(n.op) || !n.type.is_number()) continue;
    is_sum_[id] = folds_here(id);
    if (is_sum_[id] || !is_linear(n.op) || about_[id].kind != About::Kind::several) continue;
    bool all = true;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const NodeId part = program_.child(n, i);
      all = all && (is_sum_[part] || program_.nodes[part].op == Op::constant);
    }
    is_sum_[id] = all;
  }
}

bool Folds::may_fail(NodeId fold) const {
  return program_.nodes[fold].can_be_invalid && may_be_invalid(program_, fold, days_);
}

bool Folds::can_be_fact(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (program::is_condition(n.op)) return true;
  if (n.type.or_none && may_fail(id)) return false;
  if (!n.type.is_number() && n.type.base != Base::date) return false;
  const std::vector<NodeId> below = leaf_of(program_, id).run;
  return std::all_of(below.begin(), below.end(),
                     [&](NodeId part) { return stays_on_grid(program_, program_.nodes[part]); });
}

std::optional<std::vector<NodeId>> Folds::below(const std::vector<NodeId>& roots) const {
  std::vector<NodeId> open = roots, found;
  std::vector<bool> seen(program_.nodes.size());
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id] || about_[id].kind < About::Kind::member) continue;
    seen[id] = true;
    if (is_sum_[id] || folds_here(id)) {
      if (!can_be_fact(id)) return std::nullopt;
      found.push_back(id);
      continue;
    }
    const Node& n = program_.nodes[id];
    for (std::uint32_t i = 0; i < n.count; ++i) open.push_back(program_.child(n, i));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace eligo::analysis
