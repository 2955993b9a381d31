// SPDX-License-Identifier: MIT
// Owns which facts of a class are told one by one, rather than by the conditions that ask them.
#include <algorithm>

#include "interpreter/analysis/comparer.hpp"

namespace eligo::analysis {

// The facts that the failing conditions of a no ask about: these are told one by one.
std::vector<bool> Comparer::told_apart(const Standing& standing) {
  std::vector<bool> vars(space_.count());
  for (std::size_t p = 0; p < 2; ++p) {
    if (standing.of[p].verdict != Verdict::no) continue;
    const program::Program& program = *compared_.programs[p];
    NodeId at = decision(p).root;
    const std::int32_t day = scratch_[p].days.law_day().days;
    for (;;) {  // down to the condition that fails
      const program::Node& n = program.nodes[at];
      std::optional<NodeId> failing;
      for (std::uint32_t i = 0; i < n.count && !failing; ++i) {
        const NodeId child = program.child(n, i);
        if (n.op == program::Op::all && scratch_[p].truths[child].state == Truth::no) failing = child;
        if (n.op == program::Op::condition_versions && day <= program.version_ranges[n.payload + i].to)
          failing = child;
      }
      if (!failing) break;
      at = *failing;
    }
    // Where all of the decision fails together, nothing is told apart.
    if (at == decision(p).root && program.nodes[at].op == program::Op::any) continue;
    const std::vector<NodeId> below = all_below(program, {at});
    for (const Var var : asked_by(p, below)) vars[var] = true;
    keep_together(p, below, vars);
  }
  vars[day_variable] = false;
  return vars;
}

// Days that are compared with one another (a date of birth with the day) say little by themselves.
void Comparer::keep_together(std::size_t p, const std::vector<NodeId>& below, std::vector<bool>& vars) {
  const program::Program& program = *compared_.programs[p];
  for (const Asked& asked : leaves_) {
    if (asked.subject != &subject(p) || !std::binary_search(below.begin(), below.end(), asked.leaf->node))
      continue;
    std::vector<Var> days;
    for (const std::uint32_t slot : asked.leaf->slots)
      if (program.slots[slot].type.base == types::Base::date) days.push_back(subject(p).axes().var(slot));
    if (days.size() < 2) continue;
    for (const Var var : days) vars[var] = false;
  }
}

}  // namespace eligo::analysis
