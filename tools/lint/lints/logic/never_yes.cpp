// SPDX-License-Identifier: MIT
// Decisions that are yes for nobody.
#include "tools/lint/decisions.hpp"

namespace eligo::lint {
namespace logic_never_yes_parts {

void run(const Context& context, std::vector<Finding>& found) {
  each_plain_decision(context, [&](const check::DecisionDef& def, const program::Decision& decision,
                                   Span place) {
    if (context.prover.can(decision, eval::Verdict::yes, place).kind != analysis::Answer::Kind::no) return;
    Finding finding{place, "the decision " + context.tick(def.name) + " is yes for nobody, on no day"};
    finding.help.push_back(
        "ask the other checks of `logic` which of its lines nobody can meet, or which exclude one another");
    found.push_back(std::move(finding));
  });
}

}  // namespace logic_never_yes_parts

Lint logic_never_yes() {
  return {
      .summary = "a decision that is yes for nobody",
      .reason =
          "Whoever asks is refused, whatever the truth is. Proved for all people and days: the lines that "
          "must all be met "
          "exclude one another, or an exception takes away everything.",
      .level = Level::error,
      .bad = R"(fact age : whole from 0 to 120
rule child
  age < 16
end
decision «ticket»
  all of
    child
    grown_up : age >= 18
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
rule child
  age < 16
end
decision ticket
  any of
    child
    grown_up : age >= 18
  end
end
)",
      .run = logic_never_yes_parts::run,
  };
}

}  // namespace eligo::lint
