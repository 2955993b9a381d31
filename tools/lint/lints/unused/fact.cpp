// SPDX-License-Identifier: MIT
// Facts that no decision asks.
#include <set>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_fact_parts {

/// A declaration stands for several facts where it is a field, or a list: it is used where one of them is.
void run(const Context& context, std::vector<Finding>& found) {
  if (context.checked.decisions.empty()) return;
  std::set<const grammar::FactDecl*> used, seen;
  for (std::size_t i = 0; i < context.checked.facts.size(); ++i) {
    const check::FactDef& fact = context.checked.facts[i];
    if (!context.uses.facts[i]) continue;
    used.insert(fact.syntax);
    used.insert(fact.whole);
  }
  for (const check::FactDef& fact : context.checked.facts) {
    // Of a record or list that nobody asks, its fields are not told one by one.
    const bool is_field = fact.whole != nullptr && fact.whole != fact.syntax;
    const grammar::FactDecl* const shown = is_field && used.count(fact.whole) == 0 ? fact.whole : fact.syntax;
    if (used.count(shown) != 0 || !seen.insert(shown).second) continue;
    Finding finding{shown->name.span, "no decision asks " + context.tick(shown->name.id)};
    finding.help.push_back(
        "take it out, or use it in a condition: whoever fills in the form is asked for nothing");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_fact_parts

Lint unused_fact() {
  return {
      .summary = "a fact that no decision asks",
      .reason =
          "People are asked for it, or a program looks it up, and nothing depends on the answer. Often the "
          "condition "
          "that should ask it was forgotten. Nobody need tell more than the rules need.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
  ask "How old are you?"
fact «income» : money
  ask "What is your income?"
decision ticket
  age >= 65
end
)",
      .good = R"(fact age : whole from 0 to 120
  ask "How old are you?"
fact income : money
  ask "What is your income?"
decision ticket
  age >= 65 and income <= 900
end
)",
      .run = unused_fact_parts::run,
  };
}

}  // namespace eligo::lint
