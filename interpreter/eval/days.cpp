// SPDX-License-Identifier: MIT
// Owns the days of an evaluation, and which nodes are in force on them.
#include <algorithm>
#include <unordered_set>

#include "interpreter/eval/evaluate.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::eval {

using program::Node;
using program::Op;
using program::Program;
using types::Fault;
using types::fault;

Days::Days(const Program& program, types::Date as_of, types::Date law_day)
    : as_of_(as_of), law_day_(fault(Fault::law_day_is_as_of) ? as_of : law_day) {
  for (const bool law : {false, true}) {
    const program::Slot& slot = program.slots[law ? program.law_day() : program.today()];
    possible_[law ? 1 : 0] = types::exactly(law ? law_day_ : as_of_, slot.type, 0);
    find_row(program, law);
  }
}

Days Days::any_of(const Program& program, types::Date first, types::Date last) {
  Days days(program, first, first);
  if (first == last) return days;
  for (const bool law : {false, true}) {
    days.possible_[law ? 1 : 0].hi = last.days;
    days.find_row(program, law);
  }
  return days;
}

void Days::find_row(const Program& program, bool law) {
  const int i = law ? 1 : 0;
  const program::Slot& slot = program.slots[law ? program.law_day() : program.today()];
  rows_[i] = possible_[i].is_exact() ? program::row_of(slot, possible_[i]) : nullptr;
  if (rows_[i] != nullptr || slot.domain.words == 0) return;
  auto made = std::make_shared<std::vector<std::uint64_t>>(std::size_t{2} * slot.domain.words);
  program::make_row(slot, program.columns, possible_[i], made->data());
  rows_[i] = made->data();
  made_[i] = std::move(made);
}

std::vector<NodeId> nodes_below(const Program& program, NodeId root, types::Date law_day) {
  std::vector<NodeId> out, open{root};
  std::unordered_set<NodeId> seen;
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    out.push_back(id);
    const Node& n = program.nodes[id];
    const bool dated = n.op == Op::condition_versions || n.op == Op::value_versions;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const program::DayRange days = dated ? program.version_ranges[n.payload + i] : program::DayRange{};
      if (days.from <= law_day.days && law_day.days <= days.to) open.push_back(program.child(n, i));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

const program::Plan& plan_of(const program::Decision& decision, types::Date law_day) {
  const auto after =
      std::upper_bound(decision.plans.begin(), decision.plans.end(), law_day.days,
                       [](std::int32_t day, const program::Plan& p) { return day < p.days.from; });
  return *(after - 1);
}

bool is_uncovered(const program::Decision& decision, types::Date law_day) {
  return std::any_of(decision.uncovered.begin(), decision.uncovered.end(),
                     [&](program::DayRange d) { return d.from <= law_day.days && law_day.days <= d.to; });
}

}  // namespace eligo::eval
