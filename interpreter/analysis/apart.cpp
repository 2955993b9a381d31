// SPDX-License-Identifier: MIT
// Owns which facts of a class are told one by one, rather than by the conditions that ask them.
#include <algorithm>

#include "interpreter/analysis/comparer.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

// The facts that the failing conditions of a no ask about: these are told one by one.
Comparer::Apart Comparer::told_apart(const Standing& standing) {
  Apart apart;
  std::vector<bool>& vars = apart.vars;
  vars.resize(space_.count());
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
    apart.failing[p] = eval::nodes_below(program, at, types::Date{day});
  }
  for (std::size_t p = 0; p < 2; ++p) apart.needed[p] = needed_for_yes(p);
  vars[day_variable] = false;
  return apart;
}

// Conditions without which there is no yes on the day of whom was asked about last.
std::vector<NodeId> Comparer::needed_for_yes(std::size_t p) const {
  const program::Program& program = *compared_.programs[p];
  const std::int32_t day = scratch_[p].days.law_day().days;
  std::vector<NodeId> needed;
  for (std::vector<NodeId> open{decision(p).root}; !open.empty();) {
    const NodeId id = open.back();
    open.pop_back();
    needed.push_back(id);
    const program::Node& n = program.nodes[id];
    for (std::uint32_t i = 0; i < n.count; ++i) {
      if (n.op == program::Op::all) open.push_back(program.child(n, i));
      if (n.op != program::Op::condition_versions || day > program.version_ranges[n.payload + i].to) continue;
      open.push_back(program.child(n, i));
      break;
    }
  }
  types::sort_unique(needed);
  return needed;
}

// It is needed and met, and says something else than the condition that fails, of which it is no part: then it takes the place of the
// facts that both ask. Of what only one of the two has, days on which more begins or ends are not to be hidden.
bool Comparer::is_beside(const Term& term, const Apart& apart) const {
  if (term.is_dated && !(term.nodes[0] && term.nodes[1])) return false;
  bool is_needed = false;
  for (std::size_t p = 0; p < 2; ++p) {
    if (!term.nodes[p]) continue;
    is_needed =
        is_needed || std::binary_search(apart.needed[p].begin(), apart.needed[p].end(), *term.nodes[p]);
    if (scratch_[p].truths[*term.nodes[p]].state != Truth::yes) return false;
    if (apart.failing[p].empty()) continue;
    if (std::binary_search(apart.failing[p].begin(), apart.failing[p].end(), *term.nodes[p])) return false;
    const std::vector<NodeId> below = all_below(*compared_.programs[p], {*term.nodes[p]});
    if (std::binary_search(below.begin(), below.end(), apart.failing[p].back())) return false;
  }
  return is_needed;
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
