// SPDX-License-Identifier: MIT
// Owns whether folds of lists with different lengths come to the same: compared are lists that both allow, in which some members
// of the longer one are never there.
#include "interpreter/analysis/folded.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;

namespace {

constexpr int deepest_alike_sum = 200;

}  // namespace

// The last members of a sum who are never there add nothing.
NodeId Folded::without_nobody(std::size_t p, NodeId sum) {
  const program::Program& program = *compared_.programs[p];
  for (;;) {
    const Node& n = program.nodes[sum];
    if (n.op != Op::add) return sum;
    const Node& last = program.nodes[program.child(n, 1)];
    if (last.op != Op::value_when || last.count != 3) return sum;
    const Bounds otherwise = bounds_of(range_of(program, program.child(last, 2), days_));
    const bool nothing = otherwise.is_never_negative() && otherwise.is_never_positive();
    if (!nothing || comparer_.subject(p).encoder().of(program.child(last, 0)).no != Sat::always()) return sum;
    sum = program.child(n, 0);
  }
}

// Those that can decide: of `some` whoever can be there, of `every` likewise.
std::vector<NodeId> Folded::open_parts(std::size_t p, NodeId condition) {
  const program::Program& program = *compared_.programs[p];
  const Node& n = program.nodes[condition];
  std::vector<NodeId> open;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    const Sides sides = comparer_.subject(p).encoder().of(program.child(n, i));
    if ((n.op == Op::all ? sides.yes : sides.no) != Sat::always()) open.push_back(program.child(n, i));
  }
  return open;
}

bool Folded::come_to_the_same(NodeId before, NodeId after, int depth) {
  if (comparer_.are_written_alike(before, after)) return true;
  if (depth > deepest_alike_sum) return false;
  const program::Program &program = *compared_.programs[0], &also = *compared_.programs[1];
  if (program::is_condition(program.nodes[before].op)) {
    const Node &a = program.nodes[before], &b = also.nodes[after];
    const bool each = a.op == Op::all || a.op == Op::any || a.op == Op::at_least;
    if (!each || a.op != b.op || (a.op == Op::at_least && a.payload != b.payload)) return false;
    const std::vector<NodeId> parts = open_parts(0, before), others = open_parts(1, after);
    if (parts.size() != others.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!comparer_.are_written_alike(parts[i], others[i])) return false;
    return true;
  }
  const NodeId one = without_nobody(0, before), other = without_nobody(1, after);
  if (comparer_.are_written_alike(one, other)) return true;
  const Node &a = program.nodes[one], &b = also.nodes[other];
  if (!Folds::is_linear(a.op) || a.op != b.op) return false;
  for (std::uint32_t i = 0; i < a.count; ++i)
    if (!come_to_the_same(program.child(a, i), also.child(b, i), depth + 1)) return false;
  return true;
}

}  // namespace eligo::analysis
