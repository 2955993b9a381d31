// SPDX-License-Identifier: MIT
// Lines that everybody meets.
#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_always_met_parts {

/// A condition about what branches of a `when` calculate: each is taken for possible as long as a fact of it is open.
bool is_about_branches(const program::Program& program, NodeId node) {
  if (!analysis::is_leaf(program.nodes[node].op)) return false;
  for (const NodeId id : analysis::leaf_of(program, node).run)
    if (program.nodes[id].op == program::Op::value_when) return true;
  return false;
}

void run(const Context& context, std::vector<Finding>& found) {
  const auto everybody = [&](const AskedLine& line, Span place) {
    Prover& prover = context.prover;
    return prover.cannot({{line.node, Truth::no}}, line.days, place) &&
           (!context.program.nodes[line.node].can_be_invalid ||
            prover.cannot({{line.node, Truth::invalid}}, line.days, place));
  };
  find_lines(context, everybody, "everybody meets",
             "take the line out, or say what it was to ask; where it is meant so, write `always`", found);
  for (const AskedLine& line : context.prover.lines()) {
    if (!is_about_branches(context.program, line.node)) continue;
    const Span place = context.prover.place_of(line);
    for (Finding& finding : found)
      if (finding.span.source == place.source && finding.span.begin == place.begin)
        finding.help.push_back(
            "people are asked for it all the same, since a condition of `when` does not narrow what its "
            "branches "
            "calculate with: let them do so themselves, such as by `max(children - 2, 0)`");
  }
}

}  // namespace logic_always_met_parts

Lint logic_always_met() {
  return {
      .summary = "a line that everybody meets, on every day on which it stands",
      .reason =
          "It looks like a condition and keeps nobody out; among `any of` it lets everybody in, whatever the "
          "other lines "
          "say. Often a sign is turned round, or `or` was meant to be `and`. Proved for all people and days.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  all of
    local      : resident
    «old_enough» : age >= 18 or age < 65
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  all of
    local      : resident
    old_enough : age >= 18 and age < 65
  end
end
)",
      .run = logic_always_met_parts::run,
  };
}

}  // namespace eligo::lint
