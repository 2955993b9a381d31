// SPDX-License-Identifier: MIT
// Owns the comparison of two programs node by node.
#include "interpreter/analysis/alike.hpp"

#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Base;

namespace {

constexpr int deepest_alike = 400;

bool is_numbered(Base base) {
  return base == Base::enumeration || base == Base::key;
}

// Items are numbered by each program for itself.
bool same_constant(const Possible& one, const Possible& other) {
  if (one.surely_invalid() || other.surely_invalid()) return one.surely_invalid() && other.surely_invalid();
  return !is_numbered(one.base) && one.is_exact() && other.is_exact() && program::same_exact(one, other);
}

}  // namespace

bool Alike::same(NodeId in_a, NodeId in_b, int depth) {
  if (depth > deepest_alike) return false;
  const std::uint64_t key = (std::uint64_t{in_a} << 32) | in_b;
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  const bool found = find(in_a, in_b, depth);
  return known_[key] = found;
}

bool Alike::find(NodeId in_a, NodeId in_b, int depth) {
  const Node& a = a_.program().nodes[in_a];
  const Node& b = b_.program().nodes[in_b];
  if (a.op != b.op || a.unit != b.unit || a.rounding != b.rounding || a.backwards != b.backwards ||
      a.type.base != b.type.base || a.count != b.count)
    return false;
  const bool counts_months = a.unit == grammar::Unit::months || a.unit == grammar::Unit::years;
  if (counts_months && a_.program().missing_days != b_.program().missing_days) return false;
  if (!same_payload(a, b)) return false;
  for (std::uint32_t i = 0; i < a.count; ++i)
    if (!same(a_.program().child(a, i), b_.program().child(b, i), depth + 1)) return false;
  return true;
}

bool Alike::same_payload(const Node& a, const Node& b) const {
  switch (a.op) {
    case Op::constant:
      return same_constant(a_.program().constants[a.payload], b_.program().constants[b.payload]);
    case Op::slot:
      return same_slot(a.payload, b.payload);
    case Op::column:
      return same_slot(a.payload, b.payload) && same_cells(a, b);
    case Op::atom:
      return same_slot(a.payload, b.payload) && same_atom(a, b);
    case Op::value_versions:
    case Op::condition_versions:
      return same_versions(a, b);
    default:
      return a.payload == b.payload;
  }
}

bool Alike::same_versions(const Node& a, const Node& b) const {
  for (std::uint32_t i = 0; i < a.count; ++i) {
    const program::DayRange& one = a_.program().version_ranges[a.payload + i];
    const program::DayRange& other = b_.program().version_ranges[b.payload + i];
    if (one.from != other.from || one.to != other.to) return false;
  }
  return true;
}

bool Alike::same_slot(std::uint32_t a, std::uint32_t b) const {
  return a_.axes().var(a) == b_.axes().var(b);
}

bool Alike::same_cells(const Node& a, const Node& b) const {
  const program::Column& one = a_.program().columns[a.aux];
  const program::Column& other = b_.program().columns[b.aux];
  if (is_numbered(one.type.base)) return false;
  const Region all = a_.axes().everywhere(a.payload);
  for (Int128 number = all.lo; number <= all.hi; ++number) {
    const std::vector<std::uint32_t>& in_a = a_.axes().items(a.payload, number);
    const std::vector<std::uint32_t>& in_b = b_.axes().items(b.payload, number);
    for (std::size_t i = 0; i < in_a.size(); ++i)
      if (!((*one.cells)[in_a[i]] == (*other.cells)[in_b[i]])) return false;
  }
  return true;
}

// Of items, by asking about each class; else by what is written.
bool Alike::same_atom(const Node& a, const Node& b) const {
  const program::Slot &in_a = a_.program().slots[a.payload], &in_b = b_.program().slots[b.payload];
  const program::SlotCondition& one = in_a.domain.conditions[a.aux];
  const program::SlotCondition& other = in_b.domain.conditions[b.aux];
  if (in_a.type.is_ordered() || in_a.type.base == Base::text) {
    if (one.kind != other.kind || one.operands.size() != other.operands.size()) return false;
    for (std::size_t i = 0; i < one.operands.size(); ++i)
      if (!program::same_exact(one.operands[i].get(), other.operands[i].get())) return false;
    return true;
  }
  const auto agree = [&](const Region& at) {
    return program::ask(one, a_.program().columns, a_.axes().point(a.payload, at)).state ==
           program::ask(other, b_.program().columns, b_.axes().point(b.payload, at)).state;
  };
  const Region all = a_.axes().everywhere(a.payload);
  for (Int128 number = all.lo; number <= all.hi; ++number)
    if (!agree({false, number, number})) return false;
  const bool may_be_none = in_a.anything.none && in_b.anything.none;
  return !may_be_none || agree({true, 0, 0});
}

}  // namespace eligo::analysis
