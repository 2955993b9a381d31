// SPDX-License-Identifier: MIT
// Owns the recursion of reasons. Iterative: each line is visited once, whatever leads to it.
#include "interpreter/answer/reasons.hpp"

#include <algorithm>
#include <unordered_set>

#include "interpreter/answer/walk.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::answer {

using builtins::Truth;
using eval::Profile;
using program::Node;
using program::NodeId;
using program::nowhere;
using program::Op;
using program::Why;
using program::WhyId;

namespace {

// The decision's own lines come first, in the order of the file.
void own_first(Reasons& r) {
  std::vector<std::uint32_t> order(r.below);
  std::vector<bool> first(r.all.size(), false);
  for (const std::uint32_t i : order) first[i] = true;
  std::vector<std::uint32_t> rest;
  for (std::uint32_t i = 0; i < r.all.size(); ++i)
    if (!first[i]) rest.push_back(i);
  std::sort(rest.begin(), rest.end(),
            [&](std::uint32_t a, std::uint32_t b) { return r.all[a].line < r.all[b].line; });
  order.insert(order.end(), rest.begin(), rest.end());
  std::vector<std::uint32_t> place(r.all.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Reason> sorted;
  for (const std::uint32_t i : order) {
    sorted.push_back(std::move(r.all[i]));
    for (std::uint32_t& b : sorted.back().below) b = place[b];
  }
  for (std::uint32_t& b : r.below) b = place[b];
  r.all = std::move(sorted);
}

// The rest counts only since coverage is no.
void add_presumed_by_coverage(Reasons& r, Walk walk, const program::Decision& decision) {
  const Reasons covered = walk.run(decision.coverage_why, false, Truth::no);
  r.presumed.insert(r.presumed.end(), covered.presumed.begin(), covered.presumed.end());
  types::sort_unique(r.presumed);
}

}  // namespace

Reasons reasons_of(const program::Program& program, const program::Decision& decision, const Profile& profile,
                   const eval::Scratch& scratch, bool coverage_decided) {
  bool open = false;  // undecided: what is not told is among its leaves
  if (coverage_decided)
    open = is_undecided(scratch.truths[decision.coverage].state);
  else if (decision.typed)
    open = !eval::value_of(decision, program, scratch).is_exact();
  else
    open = is_undecided(scratch.truths[decision.root].state);
  Reasons r =
      Walk(program, profile, scratch).run(coverage_decided ? decision.coverage_why : decision.why, open);
  if (decision.has_coverage && !coverage_decided)
    add_presumed_by_coverage(r, Walk(program, profile, scratch), decision);
  own_first(r);
  r.own = decision.typed && !coverage_decided ? 0 : static_cast<std::uint32_t>(r.below.size());
  return r;
}

namespace {

// What is told of the lines below, which are open, counts for the line above.
void fold_open_lines(std::vector<Reason>& all) {
  for (Reason& reason : all) {
    std::vector<std::uint32_t> kept, left;
    for (const std::uint32_t b : reason.below) (all[b].state == Truth::open ? left : kept).push_back(b);
    std::unordered_set<std::uint32_t> seen(left.begin(), left.end());
    while (!left.empty()) {
      const Reason& open = all[left.back()];
      left.pop_back();
      reason.facts.insert(reason.facts.end(), open.facts.begin(), open.facts.end());
      reason.open.insert(reason.open.end(), open.open.begin(), open.open.end());
      for (const std::uint32_t b : open.below)
        if (seen.insert(b).second) left.push_back(b);
    }
    types::sort_unique(reason.facts);
    types::sort_unique(reason.open);
    reason.below = std::move(kept);
  }
}

}  // namespace

Reasons settled_reasons_of(const program::Program& program, const program::Decision& decision,
                           const Profile& profile, const eval::Scratch& scratch, solve::Certainty& sure,
                           bool coverage_decided) {
  const program::WhyId root = coverage_decided ? decision.coverage_why : decision.why;
  const Truth::State verdict = coverage_decided ? Truth::yes
                               : decision.typed ? Truth::open
                                                : sure.of(decision.root);
  Reasons r = Walk(program, profile, scratch, &sure).run(root, true, verdict);
  if (decision.has_coverage && !coverage_decided)
    add_presumed_by_coverage(r, Walk(program, profile, scratch, &sure), decision);
  own_first(r);
  r.own = decision.typed && !coverage_decided ? 0 : static_cast<std::uint32_t>(r.below.size());
  fold_open_lines(r.all);
  return r;
}

namespace {

bool is_invalid(const program::Program& program, const eval::Scratch& s, NodeId id) {
  const Node& n = program.nodes[id];
  return program::is_condition(n.op) ? s.truths[id].state == Truth::invalid
                                     : s.values[n.value]->surely_invalid();
}

Mishap mishap_of(const program::Program& program, const eval::Scratch& s, const Node& n) {
  const auto zero = [](const types::Possible& p) {
    return p.some &&
           (p.is_decimal() ? p.decimal_lo.is_zero() && p.decimal_hi.is_zero() : p.lo == 0 && p.hi == 0);
  };
  switch (n.op) {
    case Op::shift:
      return Mishap::no_such_day;
    case Op::round_quotient:
      if (zero(*s.values[program.nodes[program.child(n, 1)].value])) return Mishap::division_by_zero;
      [[fallthrough]];
    case Op::round_product: {
      const types::Possible& step = *s.values[program.nodes[program.child(n, 2)].value];
      if (step.some &&
          (step.is_decimal() ? step.decimal_lo.is_negative() || step.decimal_lo.is_zero() : step.lo <= 0))
        return Mishap::bad_step;
      break;
    }
    default:
      break;
  }
  return n.type.base == types::Base::whole ? Mishap::too_large : Mishap::too_many_digits;
}

}  // namespace

std::vector<Invalid> invalid_of(const program::Program& program, const program::Decision& decision,
                                const eval::Scratch& scratch, const Reasons& reasons, bool coverage_decided) {
  // From the deciding lines that have no invalid line below them (or from the decision itself) down to where
  // it began.
  std::vector<std::pair<NodeId, std::uint32_t>> starts;
  for (const Reason& r : reasons.all) {
    const bool deeper = std::any_of(r.below.begin(), r.below.end(),
                                    [&](std::uint32_t b) { return reasons.all[b].state == Truth::invalid; });
    if (r.state != Truth::invalid || deeper) continue;
    for (const Why& w : program.whys)
      if (w.kind == Why::Kind::line && w.payload == r.line) starts.emplace_back(w.node, r.line);
  }
  if (starts.empty()) starts.emplace_back(coverage_decided ? decision.coverage : decision.root, nowhere);
  std::vector<Invalid> out;
  std::unordered_set<NodeId> seen;
  const std::vector<NodeId>& plan = eval::plan_of(decision, scratch.days.law_day()).nodes;
  const auto evaluated = [&](NodeId id) { return std::binary_search(plan.begin(), plan.end(), id); };
  for (const auto& [start, line] : starts) {
    std::vector<NodeId> open{start};
    while (!open.empty()) {
      const NodeId id = open.back();
      open.pop_back();
      if (!evaluated(id) || !is_invalid(program, scratch, id) || !seen.insert(id).second) continue;
      const Node& n = program.nodes[id];
      bool deeper = false;
      for (std::uint32_t i = 0; i < n.count; ++i) {
        const NodeId child = program.child(n, i);
        if (!evaluated(child) || !is_invalid(program, scratch, child)) continue;
        deeper = true;
        open.push_back(child);
      }
      if (deeper) continue;
      Invalid found;
      found.node = id;
      found.line = line;
      found.mishap = mishap_of(program, scratch, n);
      for (const NodeId below : eval::nodes_below(program, id, scratch.days.law_day())) {
        const Node& b = program.nodes[below];
        if ((b.op == Op::slot || b.op == Op::column || b.op == Op::atom) && b.payload < program.today())
          found.facts.push_back(b.payload);
      }
      types::sort_unique(found.facts);
      out.push_back(std::move(found));
    }
  }
  std::sort(out.begin(), out.end(), [](const Invalid& a, const Invalid& b) { return a.node < b.node; });
  return out;
}

}  // namespace eligo::answer
