// SPDX-License-Identifier: MIT
// Owns the recursion of reasons. Iterative: each line is visited once, whatever leads to it.
#include "interpreter/answer/reasons.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "interpreter/types/fault.hpp"
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

bool is_undecided(Truth::State s) {
  return s == Truth::open || s == Truth::invalid;
}

class Walk {
 public:
  Walk(const program::Program& program, const Profile& profile, const eval::Scratch& scratch,
       bool is_settled = false)
      : program_(program),
        profile_(profile),
        scratch_(scratch),
        law_day_(scratch.days.law_day().days),
        is_settled_(is_settled) {}

  /// `sure`: what the root comes to whatever is still told, where that is known beyond its own state.
  Reasons run(WhyId root, bool root_undecided, Truth::State sure = Truth::open) {
    Found found = below(root, root_undecided, sure);
    result_.facts = std::move(found.facts);
    result_.open = std::move(found.open);
    result_.below = std::move(found.lines);
    while (!todo_.empty()) {
      const auto [index, why] = todo_.back();
      todo_.pop_back();
      const Why& line = program_.whys[why];
      Found under = below(program_.child(line, 0), is_undecided(state(why)), result_.all[index].state);
      Reason& reason = result_.all[index];
      reason.facts = std::move(under.facts);
      reason.open = std::move(under.open);
      reason.below = std::move(under.lines);
    }
    types::sort_unique(result_.presumed);
    return std::move(result_);
  }

 private:
  struct Found {
    std::vector<std::uint32_t> lines, facts, open;
  };

  struct At {
    WhyId why = 0;
    Truth::State sure = Truth::open;  // yes or no where it is known to come to that, though it may be open
  };

  [[nodiscard]] Truth::State state(WhyId why) const { return scratch_.truths[program_.whys[why].node].state; }
  [[nodiscard]] Truth::State state(At at) const {
    const Truth::State own = scratch_.truths.empty() ? Truth::open : state(at.why);
    return own == Truth::open ? at.sure : own;
  }

  // The nearest lines below, and the leaves that are reached without passing one.
  Found below(WhyId root, bool undecided, Truth::State sure) {
    Found found;
    std::vector<At> stack{{root, sure}};
    std::unordered_set<WhyId> seen;
    while (!stack.empty()) {
      const At at = stack.back();
      stack.pop_back();
      if (!seen.insert(at.why).second) continue;
      const Why& w = program_.whys[at.why];
      if (w.kind == Why::Kind::line) {
        found.lines.push_back(reason_of(at));
      } else if (w.kind == Why::Kind::slot) {
        leaf(w.payload, undecided, found);
      } else {
        for (const At child : deciding(w, state(at))) stack.push_back(child);
      }
    }
    types::sort_unique(found.lines);
    std::sort(found.lines.begin(), found.lines.end(),
              [&](std::uint32_t a, std::uint32_t b) { return result_.all[a].line < result_.all[b].line; });
    types::sort_unique(found.facts);
    types::sort_unique(found.open);
    return found;
  }

  void leaf(std::uint32_t slot, bool undecided, Found& found) {
    if (slot >= program_.today()) return;
    const Profile::Status status = profile_.status(slot);
    if (profile_.is_presumed(slot)) {
      result_.presumed.push_back(slot);
      found.facts.push_back(slot);
    } else if (status != Profile::Status::untold) {
      found.facts.push_back(slot);
    }
    if (undecided && !profile_.is_known(slot)) found.open.push_back(slot);
  }

  std::uint32_t reason_of(At at) {
    const Why& w = program_.whys[at.why];
    const auto [it, fresh] = known_.try_emplace(w.payload, static_cast<std::uint32_t>(result_.all.size()));
    if (fresh) {
      result_.all.emplace_back().line = w.payload;
    } else if (result_.all[it->second].state != Truth::open || at.sure == Truth::open) {
      return it->second;
    }
    result_.all[it->second].state = state(at);
    todo_.emplace_back(it->second, at.why);  // perhaps again, with what is sure of it now
    return it->second;
  }

  // The children that belong to some smallest set which alone gives the result; with an open one, what is sure of it.
  std::vector<At> deciding(const Why& w, Truth::State own) const {
    std::vector<At> out;
    const Truth::State evaluated = scratch_.truths.empty() ? Truth::open : scratch_.truths[w.node].state;
    const auto every = [&](Truth::State sure = Truth::open) {
      for (std::uint32_t i = 0; i < w.count; ++i) out.push_back({program_.child(w, i), sure});
    };
    const auto those = [&](Truth::State wanted) {
      for (std::uint32_t i = 0; i < w.count; ++i)
        if (state(program_.child(w, i)) == wanted) out.push_back({program_.child(w, i)});
    };
    // One is enough: it decides, or else one of those that are open.
    const auto some = [&](Truth::State sure) {
      those(evaluated == Truth::open ? Truth::open : sure);
      if (evaluated == Truth::open && out.size() == 1) out[0].sure = sure;
    };
    switch (w.kind) {
      case Why::Kind::nothing:
      case Why::Kind::slot:
      case Why::Kind::line:
        break;
      case Why::Kind::operands:
        every();
        break;
      case Why::Kind::negation:
        every(own == Truth::yes ? Truth::no : own == Truth::no ? Truth::yes : Truth::open);
        break;
      case Why::Kind::all:
        if (own == Truth::yes)
          every(Truth::yes);
        else
          own == Truth::no ? some(Truth::no) : is_settled_ ? every() : those(own);
        break;
      case Why::Kind::any:
        if (own == Truth::no)
          every(Truth::no);
        else
          own == Truth::yes ? some(Truth::yes) : those(own);
        if (types::fault(types::Fault::any_of_names_one_reason) && out.size() > 1) out.resize(1);
        break;
      case Why::Kind::none_of:
        if (own == Truth::yes)
          every(Truth::no);
        else
          own == Truth::no ? some(Truth::yes) : is_settled_ ? every() : those(own);
        break;
      case Why::Kind::at_least:
        is_settled_&& evaluated == Truth::open ? every() : those(own);
        break;
      case Why::Kind::versions:
        out.push_back({program_.child(w, version(w)), own});
        break;
      case Why::Kind::when:
        when(w, out);
        break;
    }
    return out;
  }

  // The conditions asked up to the branch taken, and that branch; while it is open which, each that may be.
  void when(const Why& w, std::vector<At>& out) const {
    for (std::uint32_t i = 0; i + 1 < w.count; i += 2) {
      const WhyId condition = program_.child(w, i);
      out.push_back({condition});
      const Truth::State s = state(condition);
      if (s == Truth::invalid) return;
      if (s == Truth::no) continue;
      out.push_back({program_.child(w, i + 1)});
      if (s == Truth::yes) return;
    }
    out.push_back({program_.child(w, w.count - 1)});
  }

  [[nodiscard]] std::uint32_t version(const Why& w) const {
    for (std::uint32_t i = 0; i < w.count; ++i)
      if (law_day_ <= program_.version_ranges[w.payload + i].to) return i;
    return w.count - 1;
  }

  const program::Program& program_;
  const Profile& profile_;
  const eval::Scratch& scratch_;
  std::int32_t law_day_;
  bool is_settled_;
  Reasons result_;
  std::unordered_map<std::uint32_t, std::uint32_t> known_;  // by line
  std::vector<std::pair<std::uint32_t, WhyId>> todo_;
};

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
  if (decision.has_coverage && !coverage_decided) {  // the rest counts only since coverage is no
    const Reasons covered = Walk(program, profile, scratch).run(decision.coverage_why, false);
    r.presumed.insert(r.presumed.end(), covered.presumed.begin(), covered.presumed.end());
    types::sort_unique(r.presumed);
  }
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
                           const Profile& profile, const eval::Scratch& scratch, Truth::State settled) {
  Reasons r = Walk(program, profile, scratch, true).run(decision.why, true, settled);
  own_first(r);
  r.own = static_cast<std::uint32_t>(r.below.size());
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
