// SPDX-License-Identifier: MIT
// Values that no decision asks.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_value_parts {

void run(const Context& context, std::vector<Finding>& found) {
  if (context.checked.decisions.empty()) return;
  for (std::size_t i = 0; i < context.checked.values.size(); ++i) {
    const auto* const value = context.body<grammar::ValueDecl>(context.checked.values[i].decl);
    if (context.uses.values[i] || value == nullptr) continue;
    Finding finding{value->name.span,
                    "no decision asks the value " + context.tick(value->name.id) + ", and no text shows it"};
    finding.help.push_back("take it out, or write its name in place of the digits that it stands for");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_value_parts

Lint unused_value() {
  return {
      .summary = "a value that no decision asks and no text shows",
      .reason =
          "Whoever changes the value believes that the law changes with it. Often the digits still stand in "
          "the "
          "condition that should name it.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
value «least_age» : whole
  18
end
decision ticket
  age >= 18
end
)",
      .good = R"(fact age : whole from 0 to 120
value least_age : whole
  18
end
decision ticket
  age >= least_age
end
)",
      .run = unused_value_parts::run,
  };
}

}  // namespace eligo::lint
