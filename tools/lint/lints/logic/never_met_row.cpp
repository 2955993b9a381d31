// SPDX-License-Identifier: MIT
// Rows of tables whose cells exclude one another.
#include <algorithm>
#include <set>
#include <utility>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace logic_never_met_row_parts {

using program::Op;

constexpr std::size_t most_questions = 5'000;

/// Conditions that hold together or not at all, about cells of the row that a fact names.
struct Together {
  std::uint32_t slot = 0;
  std::vector<Claim> parts;
};

/// By node: whether it is made of what the row says that the fact names.
std::vector<bool> ask_cells(const program::Program& program, std::uint32_t slot) {
  std::vector<bool> asks(program.nodes.size());
  for (NodeId id = 0; id < program.nodes.size(); ++id) {
    const program::Node& n = program.nodes[id];
    if (program::asks_slot(n.op) && n.payload == slot)
      asks[id] =
          n.op == Op::column ||
          (n.op == Op::atom && program.slots[slot].domain.conditions[n.aux].column != program::nowhere);
    for (std::uint32_t i = 0; i < n.count; ++i) asks[id] = asks[id] || asks[program.child(n, i)];
  }
  return asks;
}

std::vector<Together> all_together(const program::Program& program) {
  std::vector<Together> found;
  for (std::uint32_t slot = 0; slot < program.today(); ++slot) {
    if (program.slots[slot].type.base != types::Base::key) continue;
    const std::vector<bool> asks = ask_cells(program, slot);
    for (const program::Node& n : program.nodes) {
      if (n.op != Op::all) continue;
      Together together{slot, {}};
      for (std::uint32_t i = 0; i < n.count; ++i)
        if (asks[program.child(n, i)]) together.parts.push_back({program.child(n, i), Truth::yes});
      if (together.parts.size() > 1) found.push_back(std::move(together));
    }
  }
  return found;
}

class Look {
 public:
  Look(const Context& context, std::vector<Finding>& found) : context_(context), found_(found) {}

  void at(const Together& together) {
    const auto classes = context_.prover.classes(together.slot);
    const Span place = context_.program.node_spans[together.parts.front().condition];
    asked_ += classes.size() * (together.parts.size() + 1);
    if (asked_ > most_questions) return context_.prover.give_up(place);
    std::vector<std::size_t> broken;
    bool any_met = false;
    for (std::size_t number = 0; number < classes.size(); ++number) {
      const analysis::ItemClass of{together.slot, number};
      const auto together_can = context_.prover.can(together.parts, of, place);
      any_met = any_met || together_can != false;
      const auto can = [&](const Claim& part) { return context_.prover.can({part}, of, place) == true; };
      if (together_can == false && std::all_of(together.parts.begin(), together.parts.end(), can))
        broken.push_back(number);
    }
    if (!any_met) return;  // that is no matter of rows
    for (const std::size_t number : broken)
      for (const std::uint32_t row : classes[number]) say(together, row);
  }

 private:
  void say(const Together& together, std::uint32_t row) {
    const types::Type type = context_.program.slots[together.slot].type;
    if (!said_.insert({type.of, row}).second) return;
    const check::TableDef& table = context_.checked.tables[type.of];
    std::string words;
    for (const Claim& part : together.parts) {
      if (!words.empty()) words += &part == &together.parts.back() ? " and " : ", ";
      words += context_.quote(context_.program.node_spans[part.condition]);
    }
    Finding finding{table.row_spans[row], "with this row nobody meets " + words + " together, on any day"};
    finding.help.push_back(
        "each of them can be met, so its cells exclude one another: look for days that are swapped, or "
        "belong to "
        "another row");
    found_.push_back(std::move(finding));
  }

  const Context& context_;
  std::vector<Finding>& found_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> said_;  // table and row
  std::size_t asked_ = 0;
};

void run(const Context& context, std::vector<Finding>& found) {
  Look look(context, found);
  for (const Together& together : all_together(context.program)) look.at(together);
}

}  // namespace logic_never_met_row_parts

Lint logic_never_met_row() {
  return {
      .summary = "a row of a table that can never match, since its cells exclude one another",
      .reason =
          "A row that opens after it has closed opens for nobody, and no rule shows it. Asked of each row "
          "alone: where "
          "conditions that stand together each can be met with it, and together cannot. Proved for all "
          "people and "
          "days.",
      .level = Level::warning,
      .bad = R"(table towns
  key code : text
  opens    : date
  closes   : date
  rows
    "A", 2025-01-01, 2026-01-01
    «"B", 2026-03-01, 2025-03-01»
  end
end
fact town : towns
decision ticket
  all of
    open : town.opens <= today and today < town.closes
  end
end
)",
      .good = R"(table towns
  key code : text
  opens    : date
  closes   : date
  rows
    "A", 2025-01-01, 2026-01-01
    "B", 2025-03-01, 2026-03-01
  end
end
fact town : towns
decision ticket
  all of
    open : town.opens <= today and today < town.closes
  end
end
)",
      .run = logic_never_met_row_parts::run,
  };
}

}  // namespace eligo::lint
