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
  /// `sure`: by node, what an open one comes to whatever is still told (else open); nothing for the reasons of the moment.
  Walk(const program::Program& program, const Profile& profile, const eval::Scratch& scratch,
       std::span<const Truth::State> sure = {})
      : program_(program),
        profile_(profile),
        scratch_(scratch),
        law_day_(scratch.days.law_day().days),
        sure_(sure) {}

  Reasons run(WhyId root, bool root_undecided) {
    Found found = below(root, root_undecided);
    result_.facts = std::move(found.facts);
    result_.open = std::move(found.open);
    result_.below = std::move(found.lines);
    while (!todo_.empty()) {
      const auto [index, why] = todo_.back();
      todo_.pop_back();
      const Why& line = program_.whys[why];
      Found under = below(program_.child(line, 0), is_undecided(own_state(why)));
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

  [[nodiscard]] Truth::State own_state(WhyId why) const {
    return scratch_.truths[program_.whys[why].node].state;
  }
  [[nodiscard]] Truth::State state(WhyId why) const {
    const Truth::State own = scratch_.truths.empty() ? Truth::open : own_state(why);
    return own == Truth::open && !sure_.empty() ? sure_[program_.whys[why].node] : own;
  }

  // The nearest lines below, and the leaves that are reached without passing one.
  Found below(WhyId root, bool undecided) {
    Found found;
    std::vector<WhyId> stack{root};
    std::unordered_set<WhyId> seen;
    while (!stack.empty()) {
      const WhyId at = stack.back();
      stack.pop_back();
      if (!seen.insert(at).second) continue;
      const Why& w = program_.whys[at];
      if (w.kind == Why::Kind::line) {
        found.lines.push_back(reason_of(at));
      } else if (w.kind == Why::Kind::slot) {
        leaf(w.payload, undecided, found);
      } else {
        for (const WhyId child : deciding(w, state(at))) stack.push_back(child);
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

  std::uint32_t reason_of(WhyId at) {
    const Why& w = program_.whys[at];
    const auto [it, fresh] = known_.try_emplace(w.payload, static_cast<std::uint32_t>(result_.all.size()));
    if (!fresh) return it->second;
    Reason& reason = result_.all.emplace_back();
    reason.line = w.payload;
    reason.state = state(at);
    todo_.emplace_back(it->second, at);
    return it->second;
  }

  // The children that belong to some smallest set which alone gives the result.
  std::vector<WhyId> deciding(const Why& w, Truth::State own) const {
    std::vector<WhyId> out;
    const auto every = [&] {
      for (std::uint32_t i = 0; i < w.count; ++i) out.push_back(program_.child(w, i));
    };
    const auto those = [&](Truth::State wanted) {
      for (std::uint32_t i = 0; i < w.count; ++i)
        if (state(program_.child(w, i)) == wanted) out.push_back(program_.child(w, i));
    };
    // One is enough; where no one is sure, those that are open lead there together.
    const auto some = [&](Truth::State wanted) {
      those(wanted);
      if (out.empty()) those(Truth::open);
    };
    const bool open_of_settled = own == Truth::open && !sure_.empty();
    switch (w.kind) {
      case Why::Kind::nothing:
      case Why::Kind::slot:
      case Why::Kind::line:
        break;
      case Why::Kind::operands:
      case Why::Kind::negation:
        every();
        break;
      case Why::Kind::all:
        if (own == Truth::yes || open_of_settled)
          every();
        else
          own == Truth::no ? some(Truth::no) : those(own);
        break;
      case Why::Kind::any:
        if (own == Truth::no)
          every();
        else
          own == Truth::yes ? some(Truth::yes) : those(own);
        if (types::fault(types::Fault::any_of_names_one_reason) && out.size() > 1) out.resize(1);
        break;
      case Why::Kind::none_of:
        if (own == Truth::yes || open_of_settled)
          every();
        else
          own == Truth::no ? some(Truth::yes) : those(own);
        break;
      case Why::Kind::at_least:
        open_of_settled ? every() : those(own);
        if (own != Truth::open && out.size() < enough(w, own)) those(Truth::open);
        break;
      case Why::Kind::versions:
        out.push_back(program_.child(w, version(w)));
        break;
      case Why::Kind::when:
        when(w, out);
        break;
    }
    return out;
  }

  // How many lines of an `at least` decide it, if they are that.
  [[nodiscard]] std::uint32_t enough(const Why& w, Truth::State state) const {
    const Node& n = program_.nodes[w.node];
    if (n.op != Op::at_least) return 0;
    return state == Truth::yes ? n.payload : state == Truth::no ? w.count + 1 - n.payload : 0;
  }

  // The conditions asked up to the branch taken, and that branch; while it is open which, each that may be.
  void when(const Why& w, std::vector<WhyId>& out) const {
    for (std::uint32_t i = 0; i + 1 < w.count; i += 2) {
      const WhyId condition = program_.child(w, i);
      out.push_back(condition);
      const Truth::State s = state(condition);
      if (s == Truth::invalid) return;
      if (s == Truth::no) continue;
      out.push_back(program_.child(w, i + 1));
      if (s == Truth::yes) return;
    }
    out.push_back(program_.child(w, w.count - 1));
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
  std::span<const Truth::State> sure_;
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

// The rest counts only since coverage is no.
void add_presumed_by_coverage(Reasons& r, Walk walk, const program::Decision& decision) {
  const Reasons covered = walk.run(decision.coverage_why, false);
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
                           const Profile& profile, const eval::Scratch& scratch,
                           std::span<const Truth::State> sure, bool coverage_decided) {
  Reasons r = Walk(program, profile, scratch, sure)
                  .run(coverage_decided ? decision.coverage_why : decision.why, true);
  if (decision.has_coverage && !coverage_decided)
    add_presumed_by_coverage(r, Walk(program, profile, scratch, sure), decision);
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
