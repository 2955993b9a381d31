// SPDX-License-Identifier: MIT
// Owns the way from a block up to its decision.
#include "interpreter/analysis/omission.hpp"

#include <algorithm>

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

using program::Op;
using program::Program;

std::optional<Omission> Omission::of(const Program& program, const program::Decision& decision, NodeId block,
                                     NodeId line) {
  const program::Node& n = program.nodes[block];
  if (n.op != Op::all && n.op != Op::any) return std::nullopt;
  Omission omission;
  omission.block_ = block;
  omission.line_ = line;
  omission.idle_ = n.op == Op::all ? Truth::yes : Truth::no;
  for (const NodeId id : all_below(program, Subject::conditions_of(decision))) {
    const program::Node& here = program.nodes[id];
    const auto stands_on = [&](NodeId part) {
      return std::binary_search(omission.above_.begin(), omission.above_.end(), part);
    };
    bool above = id == block;
    for (std::uint32_t i = 0; i < here.count && !above; ++i) above = stands_on(program.child(here, i));
    if (!above) continue;
    if (!program::is_logic(here.op)) return std::nullopt;
    omission.above_.push_back(id);
  }
  bool has_line = false;
  for (std::uint32_t i = 0; i < n.count; ++i) has_line = has_line || program.child(n, i) == line;
  if (!has_line || omission.above_.empty()) return std::nullopt;
  return omission;
}

eval::Verdict Omission::decide(const program::Decision& decision, const eval::Profile& profile,
                               eval::Scratch& scratch) const {
  const types::Date law_day = scratch.days.law_day();
  if (eval::is_uncovered(decision, law_day)) return eval::Verdict::not_covered;
  for (const NodeId id : eval::plan_of(decision, law_day).nodes) {
    if (!std::binary_search(above_.begin(), above_.end(), id)) continue;
    const Truth is = scratch.truths[line_];
    if (id == block_) scratch.truths[line_].state = idle_;
    eval::run({&id, 1}, profile, scratch);
    scratch.truths[line_] = is;
  }
  return eval::verdict_of(decision, profile.program(), scratch);
}

}  // namespace eligo::analysis
