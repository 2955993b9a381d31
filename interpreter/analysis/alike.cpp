// SPDX-License-Identifier: MIT
// Owns the comparison of two leaves node by node.
#include "interpreter/analysis/alike.hpp"

#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Base;

namespace {

class Pair {
 public:
  Pair(const Subject& a, const Subject& b) : a_(a), b_(b) {}

  // Recurses as deep as one leaf's values stand inside one another.
  [[nodiscard]] bool alike(NodeId in_a, NodeId in_b) const {
    const Node& a = a_.program().nodes[in_a];
    const Node& b = b_.program().nodes[in_b];
    if (a.op != b.op || a.unit != b.unit || a.rounding != b.rounding || a.backwards != b.backwards ||
        a.type.base != b.type.base || a.count != b.count)
      return false;
    if (program::is_condition(a.op) && !is_leaf(a.op)) return false;
    const bool counts_months = a.unit == grammar::Unit::months || a.unit == grammar::Unit::years;
    if (counts_months && a_.program().missing_days != b_.program().missing_days) return false;
    if (!same_payload(a, b)) return false;
    for (std::uint32_t i = 0; i < a.count; ++i)
      if (!alike(a_.program().child(a, i), b_.program().child(b, i))) return false;
    return true;
  }

 private:
  [[nodiscard]] bool same_payload(const Node& a, const Node& b) const {
    const program::Program& p = a_.program();
    const program::Program& q = b_.program();
    switch (a.op) {
      case Op::constant: {
        const types::Possible& one = p.constants[a.payload];
        const types::Possible& other = q.constants[b.payload];
        // Items are numbered by each program for itself.
        const bool item = one.base == Base::enumeration || one.base == Base::key;
        return !item && one.is_exact() && other.is_exact() && program::same_exact(one, other);
      }
      case Op::slot:
        return same_slot(a.payload, b.payload);
      case Op::column:
        return same_slot(a.payload, b.payload) && same_cells(a, b);
      case Op::value_versions:
        for (std::uint32_t i = 0; i < a.count; ++i) {
          const program::DayRange& one = p.version_ranges[a.payload + i];
          const program::DayRange& other = q.version_ranges[b.payload + i];
          if (one.from != other.from || one.to != other.to) return false;
        }
        return true;
      default:
        return a.payload == b.payload;
    }
  }

  [[nodiscard]] bool same_slot(std::uint32_t a, std::uint32_t b) const {
    return a_.axes().var(a) == b_.axes().var(b);
  }

  [[nodiscard]] bool same_cells(const Node& a, const Node& b) const {
    const program::Column& one = a_.program().columns[a.aux];
    const program::Column& other = b_.program().columns[b.aux];
    if (one.type.base == Base::enumeration || one.type.base == Base::key) return false;
    const Region all = a_.axes().everywhere(a.payload);
    for (Int128 number = all.lo; number <= all.hi; ++number) {
      const std::vector<std::uint32_t>& in_a = a_.axes().items(a.payload, number);
      const std::vector<std::uint32_t>& in_b = b_.axes().items(b.payload, number);
      for (std::size_t i = 0; i < in_a.size(); ++i)
        if (!((*one.cells)[in_a[i]] == (*other.cells)[in_b[i]])) return false;
    }
    return true;
  }

  const Subject& a_;
  const Subject& b_;
};

}  // namespace

bool are_alike(const Subject& a, const Leaf& of_a, const Subject& b, const Leaf& of_b) {
  return Pair(a, b).alike(of_a.node, of_b.node);
}

}  // namespace eligo::analysis
