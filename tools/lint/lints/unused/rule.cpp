// SPDX-License-Identifier: MIT
// Rules that no decision asks.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_rule_parts {

void run(const Context& context, std::vector<Finding>& found) {
  if (context.checked.decisions.empty()) return;
  for (std::size_t i = 0; i < context.checked.rules.size(); ++i) {
    const auto* const rule = context.body<grammar::RuleDecl>(context.checked.rules[i].decl);
    if (context.uses.rules[i] || rule == nullptr) continue;
    Finding finding{rule->name.span, "no decision asks the rule " + context.tick(rule->name.id)};
    finding.help.push_back("take it out, or name it where it should count");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_rule_parts

Lint unused_rule() {
  return {
      .summary = "a rule that no decision asks",
      .reason =
          "A rule that stands in the file looks as if it were the law here, and decides nothing. Often the "
          "line that "
          "should name it was forgotten.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
rule grown_up
  age >= 18
end
rule «senior»
  age >= 65
end
decision ticket
  grown_up
end
)",
      .good = R"(fact age : whole from 0 to 120
rule grown_up
  age >= 18
end
rule senior
  age >= 65
end
decision ticket
  grown_up and not senior
end
)",
      .run = unused_rule_parts::run,
  };
}

}  // namespace eligo::lint
