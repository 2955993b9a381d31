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

/// Makes a fold ask its fact. Where it may be invalid, it is a case distinction, whose parts must stand before it: nodes that no
/// decision needs any more, since members are asked no more, are used again.
class Asker {
 public:
  Asker(Program& program, std::vector<NodeId> spare) : program_(program), spare_(std::move(spare)) {}

  [[nodiscard]] bool ask(const FoldedNode& fold, std::uint32_t at, const std::optional<Possible>& range);
  [[nodiscard]] const std::vector<NodeId>& used_again() const { return used_; }

 private:
  [[nodiscard]] std::optional<NodeId> before(NodeId fold);
  [[nodiscard]] bool choose(const FoldedNode& fold, const Node& fails, const Node& invalid,
                            const Node& valid);
  [[nodiscard]] bool ask_condition(const FoldedNode& fold, std::uint32_t at);
  [[nodiscard]] bool ask_value(const FoldedNode& fold, std::uint32_t at, Possible range);
  void add_item(std::uint32_t at, std::uint32_t item);

  Program& program_;
  std::vector<NodeId> spare_, used_;  // sorted
};

std::optional<NodeId> Asker::before(NodeId fold) {
  if (spare_.empty() || spare_.front() > fold) return std::nullopt;
  used_.push_back(spare_.front());
  spare_.erase(spare_.begin());
  program_.node_spans[used_.back()] = program_.node_spans[fold];
  return used_.back();
}

bool Asker::choose(const FoldedNode& fold, const Node& fails, const Node& invalid, const Node& valid) {
  const auto first = static_cast<std::uint32_t>(program_.children.size());
  for (const Node* part : {&fails, &invalid, &valid}) {
    const std::optional<NodeId> id = before(fold.node);
    if (!id) return false;
    program_.nodes[*id] = *part;
    program_.children.push_back(*id);
  }
  Node& n = program_.nodes[fold.node];
  n.op = program::is_condition(n.op) ? Op::condition_when : Op::value_when;
  n.first = first;
  n.count = 3;
  return true;
}

void Asker::add_item(std::uint32_t at, std::uint32_t item) {
  program::Slot& slot = program_.slots[at];
  program_.constants.push_back(types::exactly_item(item, slot.type, slot.universe));
  program::SlotCondition is;
  is.operands.emplace_back(program_.constants.back());
  slot.domain.conditions.push_back(std::move(is));
}

bool Asker::ask_condition(const FoldedNode& fold, std::uint32_t at) {
  program::Slot& slot = program_.slots[at];
  slot.type = fold.may_fail ? types::Type{Base::enumeration, false, program::nowhere} : yes_or_no;
  slot.universe = fold.may_fail ? fold_states : fold_states - 1;
  slot.anything = types::anything(slot.type, slot.universe, std::nullopt, std::nullopt);
  add_item(at, fold_is_yes);
  if (fold.may_fail) add_item(at, fold_is_invalid);
  program::seal(slot, program_.columns);
  Node is_yes;
  is_yes.op = Op::atom;
  is_yes.type = yes_or_no;
  is_yes.payload = at;
  if (!fold.may_fail) {
    program_.nodes[fold.node] = is_yes;
    return true;
  }
  Node is_invalid = is_yes, invalid;
  is_invalid.aux = 1;
  invalid.type = yes_or_no;
  invalid.payload = builtins::Truth::invalid;
  invalid.can_be_invalid = true;
  return choose(fold, is_invalid, invalid, is_yes);
}

bool Asker::ask_value(const FoldedNode& fold, std::uint32_t at, Possible range) {
  program::Slot& slot = program_.slots[at];
  slot.type = program_.nodes[fold.node].type;
  slot.type.or_none = slot.type.or_none || fold.may_fail;
  slot.anything = std::move(range);
  slot.anything.none = slot.anything.none || fold.may_fail;
  if (fold.may_fail) {
    program::SlotCondition none;
    none.kind = program::SlotCondition::Kind::is_none;
    slot.domain.conditions.push_back(none);
  }
  program::seal(slot, program_.columns);
  Node valid;
  valid.op = Op::slot;
  valid.type = program_.nodes[fold.node].type;
  valid.payload = at;
  valid.value = program_.nodes[fold.node].value;
  if (!fold.may_fail) {
    program_.nodes[fold.node] = valid;
    return true;
  }
  Node is_none, invalid = valid;
  is_none.op = Op::atom;
  is_none.type = yes_or_no;
  is_none.payload = at;
  invalid.op = Op::constant;
  invalid.payload = static_cast<std::uint32_t>(program_.constants.size());
  invalid.can_be_invalid = true;
  program_.constants.push_back(types::surely_invalid(valid.type));
  invalid.value = program_.value_count++;
  valid.value = program_.value_count++;
  return choose(fold, is_none, invalid, valid);
}

bool Asker::ask(const FoldedNode& fold, std::uint32_t at, const std::optional<Possible>& range) {
  return range ? ask_value(fold, at, *range) : ask_condition(fold, at);
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

void make_plans(Program& program) {
  for (program::Decision& decision : program.decisions) {
    for (program::Plan& plan : decision.plans) {
      const types::Date day{plan.days.from};
      plan.nodes = eval::nodes_below(program, decision.root, day);
      if (!decision.has_coverage) continue;
      const std::vector<NodeId> coverage = eval::nodes_below(program, decision.coverage, day);
      plan.nodes.insert(plan.nodes.end(), coverage.begin(), coverage.end());
      types::sort_unique(plan.nodes);
    }
  }
}

// Those that are not needed where folds ask nothing but their facts.
std::vector<NodeId> spare_nodes(Program& program, const std::vector<FoldedNode>& folds,
                                const std::vector<NodeId>& roots) {
  for (const FoldedNode& fold : folds) program.nodes[fold.node].count = 0;
  const std::vector<NodeId> needed = all_below(program, roots);
  std::vector<NodeId> spare;
  for (NodeId id = 0; id < program.nodes.size(); ++id)
    if (!std::binary_search(needed.begin(), needed.end(), id)) spare.push_back(id);
  return spare;
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

WithFacts with_facts(const Program& program, const Folds& folds, const std::vector<FoldedNode>& nodes,
                     const std::vector<NodeId>& roots, const LookedAt& days) {
  auto made = std::make_unique<Program>(program);
  const std::uint32_t facts = program.today();
  move_days(*made, static_cast<std::uint32_t>(nodes.size()));
  for (std::uint32_t slot = 0; slot < facts; ++slot)
    if (folds.is_field(slot)) made->slots[slot].anything.some = made->slots[slot].anything.none = false;
  Asker asker(*made, spare_nodes(*made, nodes, roots));
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    std::optional<Possible> range;
    if (!program::is_condition(program.nodes[nodes[i].node].op)) {
      range = range_of(program, nodes[i].node, days);
      range->invalid = false;  // only of a combination that nobody has, or said by none
    }
    if (!asker.ask(nodes[i], facts + i, range)) return {};
  }
  make_plans(*made);
  std::vector<NodeId> used = asker.used_again();
  types::sort_unique(used);
  return {std::move(made), std::move(used)};
}

}  // namespace eligo::analysis
