// SPDX-License-Identifier: MIT
// Decisions that are never no.
#include "tools/lint/decisions.hpp"

namespace eligo::lint {
namespace logic_always_yes_parts {

void run(const Context& context, std::vector<Finding>& found) {
  each_plain_decision(
      context, [&](const check::DecisionDef& def, const program::Decision& decision, Span place) {
        if (context.prover.can(decision, eval::Verdict::no, place).kind != analysis::Answer::Kind::no) return;
        if (context.prover.can(decision, eval::Verdict::yes, place).kind != analysis::Answer::Kind::yes)
          return;
        Finding finding{place, "the decision " + context.tick(def.name) + " is no for nobody, on no day"};
        finding.help.push_back("look for a line that everybody meets, and for `any of` in place of `all of`");
        found.push_back(std::move(finding));
      });
}

}  // namespace logic_always_yes_parts

Lint logic_always_yes() {
  return {
      .summary = "a decision that is no for nobody",
      .reason =
          "A decision that refuses nobody decides nothing: its conditions look as if they kept somebody out. "
          "Proved for "
          "all people and days.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
rule child
  age < 18
end
decision «ticket»
  any of
    child
    grown_up : age >= 16
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
rule child
  age < 18
end
decision ticket
  any of
    child
    senior : age >= 65
  end
end
)",
      .run = logic_always_yes_parts::run,
  };
}

}  // namespace eligo::lint
