// SPDX-License-Identifier: MIT
// Owns the making of a program in which folds are facts.
#include <algorithm>
#include <functional>

#include "interpreter/analysis/folds.hpp"
#include "interpreter/eval/evaluate.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using program::Node;
using program::Op;
using program::Program;
using types::Base;
using types::Possible;

namespace {

constexpr types::Type yes_or_no{Base::yes_or_no, false, 0};

// Facts stand before the days.
void move_days(Program& program, std::uint32_t by) {
  const std::uint32_t today = program.today();
  for (Node& n : program.nodes)
    if (program::asks_slot(n.op) && n.payload >= today) n.payload += by;
  program.slots.insert(program.slots.begin() + today, by, program::Slot{});
}

void ask_condition(Program& program, NodeId id, std::uint32_t at) {
  program::Slot& slot = program.slots[at];
  slot.type = yes_or_no;
  slot.universe = 2;
  slot.anything = types::anything(yes_or_no, 2, std::nullopt, std::nullopt);
  program.constants.push_back(types::exactly(true, yes_or_no, 2));
  program::SlotCondition is_yes;
  is_yes.operands.emplace_back(program.constants.back());
  slot.domain.conditions.push_back(std::move(is_yes));
  program::seal(slot, program.columns);
  program.nodes[id].op = Op::atom;
  program.nodes[id].aux = 0;
}

void ask_value(Program& program, NodeId id, std::uint32_t at, Possible range) {
  program::Slot& slot = program.slots[at];
  slot.type = program.nodes[id].type;
  slot.anything = std::move(range);
  program::seal(slot, program.columns);
  program.nodes[id].op = Op::slot;
}

// Of whom nothing is told, on days between which no law changes.
void over_everybody(const Program& program, NodeId node, const LookedAt& days,
                    const std::function<void(const eval::Scratch&)>& see) {
  const std::vector<NodeId> below = all_below(program, {node});
  std::vector<std::int32_t> begins = law_changes(program, below);
  begins.push_back(days.first.days);
  types::sort_unique(begins);
  const eval::Profile nobody(program);
  eval::Scratch scratch;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::int32_t from = std::max(begins[i], days.first.days);
    const std::int32_t to =
        i + 1 < begins.size() ? std::min(begins[i + 1] - 1, days.last.days) : days.last.days;
    if (from > to) continue;
    scratch.days = eval::Days::any_of(program, types::Date{from}, types::Date{to});
    eval::run(below, nobody, scratch);
    see(scratch);
  }
}

// What only folds asked is not evaluated any more.
void shorten_plans(Program& program) {
  for (program::Decision& decision : program.decisions) {
    std::vector<NodeId> roots{decision.root};
    if (decision.has_coverage) roots.push_back(decision.coverage);
    const std::vector<NodeId> needed = all_below(program, roots);
    for (program::Plan& plan : decision.plans)
      plan.nodes.erase(
          std::remove_if(plan.nodes.begin(), plan.nodes.end(),
                         [&](NodeId id) { return !std::binary_search(needed.begin(), needed.end(), id); }),
          plan.nodes.end());
  }
}

}  // namespace

Possible range_of(const Program& program, NodeId value, const LookedAt& days) {
  std::optional<Possible> all;
  over_everybody(program, value, days, [&](const eval::Scratch& scratch) {
    const Possible& here = *scratch.values[program.nodes[value].value];
    all = all ? types::unite(*all, here) : here;
  });
  return *all;
}

bool may_be_invalid(const Program& program, NodeId node, const LookedAt& days) {
  bool invalid = false;
  over_everybody(program, node, days, [&](const eval::Scratch& scratch) {
    const builtins::Truth& truth = scratch.truths[node];
    const program::Node& n = program.nodes[node];
    invalid = invalid ||
              (program::is_condition(n.op) ? truth.state == builtins::Truth::invalid || truth.may_be_invalid
                                           : scratch.values[n.value]->invalid);
  });
  return invalid;
}

std::unique_ptr<Program> with_facts(const Program& program, const Folds& folds,
                                    const std::vector<NodeId>& nodes, const LookedAt& days) {
  auto made = std::make_unique<Program>(program);
  const std::uint32_t facts = program.today();
  move_days(*made, static_cast<std::uint32_t>(nodes.size()));
  for (std::uint32_t slot = 0; slot < facts; ++slot)
    if (folds.is_field(slot)) made->slots[slot].anything.some = made->slots[slot].anything.none = false;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const NodeId id = nodes[i];
    if (program::is_condition(program.nodes[id].op)) {
      ask_condition(*made, id, facts + i);
    } else {
      Possible range = range_of(program, id, days);
      range.invalid = false;  // only of a combination that nobody has
      ask_value(*made, id, facts + i, std::move(range));
    }
    made->nodes[id].payload = facts + i;
    made->nodes[id].count = 0;
  }
  shorten_plans(*made);
  return made;
}

}  // namespace eligo::analysis
