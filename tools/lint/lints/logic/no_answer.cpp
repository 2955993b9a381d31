// SPDX-License-Identifier: MIT
// Decisions that cannot be calculated for somebody.
#include "tools/lint/lint.hpp"
#include "tools/witness/test_block.hpp"

namespace eligo::lint {
namespace logic_no_answer_parts {

/// The innermost condition that cannot be calculated for somebody.
std::optional<Span> cause(const Context& context, const program::Decision& decision,
                          const analysis::Witness& who) {
  eval::Scratch scratch;
  scratch.days = eval::Days(context.program, who.day, who.day);
  static_cast<void>(eval::decide(decision, who.profile, scratch));
  for (const NodeId id : eval::plan_of(decision, who.day).nodes) {
    const bool condition = program::is_condition(context.program.nodes[id].op);
    if (condition && scratch.truths[id].state == Truth::invalid && context.program.node_spans[id].size() != 0)
      return context.program.node_spans[id];
  }
  return std::nullopt;
}

void run(const Context& context, std::vector<Finding>& found) {
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i) {
    const check::DecisionDef& def = context.checked.decisions[i];
    const auto* const syntax = context.body<grammar::DecisionDecl>(def.decl);
    const program::Decision& decision = context.program.decisions[i];
    if (def.is_typed || syntax == nullptr) continue;
    const analysis::Answer answer = context.prover.can(decision, eval::Verdict::invalid, syntax->name.span);
    if (!answer.witness) continue;
    Finding finding{syntax->name.span, "for somebody the decision " + context.tick(def.name) +
                                           " cannot be calculated, and is `invalid`"};
    if (const std::optional<Span> at = cause(context, decision, *answer.witness))
      finding.labels.push_back({*at, "this cannot be calculated then"});
    finding.help.push_back(
        "give the facts a range in which it can be, or ask before calculating: `when x > 0 then …`");
    finding.witness =
        witness::test_block({context.checked, context.program}, "cannot be calculated", answer.witness->day,
                            answer.witness->profile, std::string(context.view(def.name)) + " invalid");
    found.push_back(std::move(finding));
  }
}

}  // namespace logic_no_answer_parts

Lint logic_no_answer() {
  return {
      .summary = "a decision that cannot be calculated for somebody",
      .reason =
          "A division by nought, a day after the year 9999, a number with too many digits: such a person "
          "gets no answer, "
          "and somebody in an office must find out why. The finding shows a person for whom it is so.",
      .level = Level::warning,
      .bad = R"(fact income : whole from 0 to 100000
fact people : whole from 0 to 20
decision «help»
  income / people rounded down to 1 <= 500
end
)",
      .good = R"(fact income : whole from 0 to 100000
fact people : whole from 1 to 20
decision help
  income / people rounded down to 1 <= 500
end
)",
      .run = logic_no_answer_parts::run,
  };
}

}  // namespace eligo::lint
