// SPDX-License-Identifier: MIT
// Decisions that cannot be calculated for somebody.
#include "interpreter/analysis/leaves.hpp"
#include "tools/lint/lint.hpp"
#include "tools/witness/test_block.hpp"

namespace eligo::lint {
namespace logic_no_answer_parts {

/// Walks down from a decision to what is invalid for somebody: the evaluation was about them.
class Descent {
 public:
  Descent(const program::Program& program, const eval::Scratch& scratch, types::Date day)
      : program_(program), scratch_(scratch), day_(day) {}

  /// The innermost condition that is invalid and makes the root invalid; of values alone, the innermost value.
  [[nodiscard]] std::optional<Span> from(NodeId root) const {
    std::optional<Span> condition, value;
    for (std::optional<NodeId> id = root; id; id = below(*id)) {
      if (program_.node_spans[*id].size() == 0) continue;
      (program::is_condition(program_.nodes[*id].op) ? condition : value) = program_.node_spans[*id];
    }
    return condition ? condition : value;
  }
  [[nodiscard]] bool is_invalid(NodeId id) const {
    return analysis::truth_of(program_, scratch_, id).state == Truth::invalid;
  }

 private:
  [[nodiscard]] std::optional<NodeId> below(NodeId id) const {
    const program::Node& n = program_.nodes[id];
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const NodeId part = program_.child(n, i);
      if (counts(n, i) && is_invalid(part)) return part;
    }
    return std::nullopt;
  }

  /// Cases that do not apply and versions of other days were not asked.
  [[nodiscard]] bool counts(const program::Node& n, std::uint32_t i) const {
    using program::Op;
    if (n.op == Op::value_versions || n.op == Op::condition_versions) {
      const program::DayRange& range = program_.version_ranges[n.payload + i];
      return range.from <= day_.days && day_.days <= range.to;
    }
    if (n.op != Op::value_when && n.op != Op::condition_when) return true;
    for (std::uint32_t c = 0; c < i && c + 1 < n.count; c += 2) {
      const Truth::State state = scratch_.truths[program_.child(n, c)].state;
      if (state != Truth::no) return state == Truth::yes && i == c + 1;
    }
    return i % 2 == 0;
  }

  const program::Program& program_;
  const eval::Scratch& scratch_;
  types::Date day_;
};

std::optional<Span> cause(const Context& context, const program::Decision& decision,
                          const analysis::Witness& who) {
  eval::Scratch scratch;
  scratch.days = eval::Days(context.program, who.day, who.day);
  static_cast<void>(eval::decide(decision, who.profile, scratch));
  const Descent descent(context.program, scratch, who.day);
  const bool by_coverage = decision.has_coverage && descent.is_invalid(decision.coverage);
  return descent.from(by_coverage ? decision.coverage : decision.root);
}

void run(const Context& context, std::vector<Finding>& found) {
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i) {
    const check::DecisionDef& def = context.checked.decisions[i];
    const auto* const syntax = context.body<grammar::DecisionDecl>(def.decl);
    const program::Decision& decision = context.program.decisions[i];
    if (syntax == nullptr) continue;
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
