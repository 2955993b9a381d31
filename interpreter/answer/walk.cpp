// SPDX-License-Identifier: MIT
// Owns the way from a condition down to the lines and facts that decide it (language.md 3.11).
#include "interpreter/answer/walk.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "interpreter/types/fault.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::answer {

using builtins::Truth;
using eval::Profile;
using program::Node;
using program::NodeId;
using program::Op;
using program::Why;
using program::WhyId;

Walk::Walk(const program::Program& program, const Profile& profile, const eval::Scratch& scratch,
           solve::Certainty* sure)
    : program_(program),
      profile_(profile),
      scratch_(scratch),
      law_day_(scratch.days.law_day().days),
      sure_(sure) {}

Reasons Walk::run(WhyId root, bool root_undecided, Truth::State verdict) {
  Found found = below({root, verdict}, root_undecided);
  result_.facts = std::move(found.facts);
  result_.open = std::move(found.open);
  result_.below = std::move(found.lines);
  while (!todo_.empty()) {
    const auto [index, why] = todo_.back();
    todo_.pop_back();
    const Why& line = program_.whys[why];
    Found under = below({program_.child(line, 0), toward_[index]}, is_undecided(own_state(why)));
    Reason& reason = result_.all[index];
    reason.facts = std::move(under.facts);
    reason.open = std::move(under.open);
    reason.below = std::move(under.lines);
  }
  types::sort_unique(result_.presumed);
  return std::move(result_);
}

Truth::State Walk::own_state(WhyId why) const {
  return scratch_.truths[program_.whys[why].node].state;
}

Truth::State Walk::state(WhyId why) const {
  return state_of(program_.whys[why]);
}

Truth::State Walk::state_of(const Why& w) const {
  const Truth::State own = scratch_.truths.empty() ? Truth::open : scratch_.truths[w.node].state;
  return own == Truth::open && sure_ != nullptr ? sure_->of(w.node) : own;
}

// What is reached in two ways speaks for either. False: nothing is new.
bool Walk::widen(Truth::State& known, Truth::State& toward) {
  if (known == toward || known == Truth::open) return false;
  known = toward = Truth::open;
  return true;
}

// The nearest lines below, and the leaves that are reached without passing one.
Walk::Found Walk::below(At root, bool undecided) {
  Found found;
  std::vector<At> stack{root};
  std::unordered_map<WhyId, Truth::State> seen;
  while (!stack.empty()) {
    At at = stack.back();
    stack.pop_back();
    const auto [known, fresh] = seen.try_emplace(at.why, at.toward);
    if (!fresh && !widen(known->second, at.toward)) continue;
    const Why& w = program_.whys[at.why];
    if (w.kind == Why::Kind::line) {
      found.lines.push_back(reason_of(at));
    } else if (w.kind == Why::Kind::slot) {
      leaf(w.payload, undecided, found);
    } else {
      const Truth::State own = state(at.why);
      const auto children =
          sure_ == nullptr ? deciding(w, own) : sure_children(w, own == Truth::open ? at.toward : own);
      stack.insert(stack.end(), children.begin(), children.end());
    }
  }
  types::sort_unique(found.lines);
  std::sort(found.lines.begin(), found.lines.end(),
            [&](std::uint32_t a, std::uint32_t b) { return result_.all[a].line < result_.all[b].line; });
  types::sort_unique(found.facts);
  types::sort_unique(found.open);
  return found;
}

void Walk::leaf(std::uint32_t slot, bool undecided, Found& found) {
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

std::uint32_t Walk::reason_of(At at) {
  const Why& w = program_.whys[at.why];
  const auto [it, fresh] = known_.try_emplace(w.payload, static_cast<std::uint32_t>(result_.all.size()));
  const std::uint32_t index = it->second;
  if (fresh) {
    Reason& reason = result_.all.emplace_back();
    reason.line = w.payload;
    reason.state = state(at.why);
    toward_.push_back(at.toward);
  } else if (!widen(toward_[index], at.toward)) {
    return index;
  }
  todo_.emplace_back(index, at.why);
  return index;
}

void Walk::add_every(const Why& w, std::vector<At>& out, Truth::State toward) const {
  for (std::uint32_t i = 0; i < w.count; ++i) out.push_back({program_.child(w, i), toward});
}
void Walk::add_those(const Why& w, Truth::State wanted, std::vector<At>& out, Truth::State toward) const {
  for (std::uint32_t i = 0; i < w.count; ++i)
    if (state(program_.child(w, i)) == wanted) out.push_back({program_.child(w, i), toward});
}

// The children that belong to some smallest set which alone gives the result.
std::vector<Walk::At> Walk::deciding(const Why& w, Truth::State own) const {
  std::vector<At> out;
  switch (w.kind) {
    case Why::Kind::nothing:
    case Why::Kind::slot:
    case Why::Kind::line:
      break;
    case Why::Kind::operands:
    case Why::Kind::negation:
      add_every(w, out);
      break;
    case Why::Kind::all:
      own == Truth::yes ? add_every(w, out) : add_those(w, own, out);
      break;
    case Why::Kind::any:
      own == Truth::no ? add_every(w, out) : add_those(w, own, out);
      if (types::fault(types::Fault::any_of_names_one_reason) && out.size() > 1) out.resize(1);
      break;
    case Why::Kind::none_of:
      if (own == Truth::yes)
        add_every(w, out);
      else
        add_those(w, own == Truth::no ? Truth::yes : own, out);
      break;
    case Why::Kind::at_least:
      add_those(w, own, out);
      break;
    case Why::Kind::versions:
      out.push_back({program_.child(w, version(w))});
      break;
    case Why::Kind::when:
      when(w, out);
      break;
  }
  return out;
}

// The same where it is known what each comes to in every completion. `toward`: what the whole comes to, or else speaks for;
// then what speaks for it too counts, be it open.
std::vector<Walk::At> Walk::sure_children(const Why& w, Truth::State toward) const {
  std::vector<At> out;
  const auto opposite = [](Truth::State s) {
    return s == Truth::yes ? Truth::no : s == Truth::no ? Truth::yes : s;
  };
  const bool is_sure = state_of(w) == toward && toward != Truth::open;
  switch (w.kind) {
    case Why::Kind::nothing:
    case Why::Kind::slot:
    case Why::Kind::line:
      break;
    case Why::Kind::operands:
      add_every(w, out);
      break;
    case Why::Kind::negation:
      add_every(w, out, opposite(toward));
      break;
    case Why::Kind::all:
      add_sure(w, toward, toward == Truth::no, is_sure, out);
      break;
    case Why::Kind::any:
      add_sure(w, toward, toward == Truth::yes, is_sure, out);
      break;
    case Why::Kind::none_of:
      add_sure(w, opposite(toward), toward == Truth::no, is_sure, out);
      break;
    case Why::Kind::at_least:
      if (toward == Truth::open) return add_every(w, out), out;
      add_those(w, toward, out, toward);
      if (!is_sure || out.size() < enough(w, toward)) add_those(w, Truth::open, out, toward);
      break;
    case Why::Kind::versions:
      out.push_back({program_.child(w, version(w)), toward});
      break;
    case Why::Kind::when:
      when(w, out, toward);
      break;
  }
  return out;
}

// Of `all` toward no, and `any` toward yes, one child is enough: one that is sure, or else such that are so together.
void Walk::add_sure(const Why& w, Truth::State toward, bool one_is_enough, bool is_sure,
                    std::vector<At>& out) const {
  if (toward == Truth::open) return add_every(w, out);
  add_those(w, toward, out, toward);
  if (one_is_enough && is_sure && !out.empty()) return;
  const std::size_t sure = out.size();
  add_those(w, Truth::open, out, toward);
  if (one_is_enough && is_sure && sure == 0) leave_together(out, toward);
}

// Of these one comes to that in every completion. Left are the pairs of which that is true; or else those without which it
// would not be, where they are enough. Whatever their order is.
void Walk::leave_together(std::vector<At>& all, Truth::State state) const {
  constexpr std::size_t most = 32;
  if (all.size() < 3 || all.size() > most) return;
  const auto nodes = [&](const std::vector<At>& of) {
    std::vector<NodeId> out;
    for (const At& at : of) out.push_back(program_.whys[at.why].node);
    return out;
  };
  const std::vector<NodeId> whole = nodes(all);
  std::vector<At> paired, needed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool has_pair = false;
    for (std::size_t j = 0; j < all.size() && !has_pair; ++j)
      has_pair = j != i && sure_->is_one_of(std::array{whole[i], whole[j]}, state);
    if (has_pair) paired.push_back(all[i]);
    std::vector<NodeId> others = whole;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (!sure_->is_one_of(others, state)) needed.push_back(all[i]);
  }
  if (!paired.empty())
    all = std::move(paired);
  else if (!needed.empty() && sure_->is_one_of(nodes(needed), state))
    all = std::move(needed);
}

// How many lines of an `at least` decide it, if they are that.
std::uint32_t Walk::enough(const Why& w, Truth::State state) const {
  const Node& n = program_.nodes[w.node];
  if (n.op != Op::at_least) return 0;
  return state == Truth::yes ? n.payload : w.count + 1 - n.payload;
}

// The conditions asked up to the branch taken, and that branch; while it is open which, each that may be.
void Walk::when(const Why& w, std::vector<At>& out, Truth::State toward) const {
  for (std::uint32_t i = 0; i + 1 < w.count; i += 2) {
    const WhyId condition = program_.child(w, i);
    out.push_back({condition});
    const Truth::State s = state(condition);
    if (s == Truth::invalid) return;
    if (s == Truth::no) continue;
    out.push_back({program_.child(w, i + 1), toward});
    if (s == Truth::yes) return;
  }
  out.push_back({program_.child(w, w.count - 1), toward});
}

std::uint32_t Walk::version(const Why& w) const {
  for (std::uint32_t i = 0; i < w.count; ++i)
    if (law_day_ <= program_.version_ranges[w.payload + i].to) return i;
  return w.count - 1;
}

}  // namespace eligo::answer
