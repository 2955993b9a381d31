// SPDX-License-Identifier: MIT
// Digits in a condition.
#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_number_parts {

using grammar::Expr;
using grammar::ExprKind;

template <typename Def>
void look(const Context& context, const Def& def, std::vector<Finding>& found) {
  for (const check::ExprId root : expressions_of(context.checked, def)) {
    grammar::visit(context.ast(), root, [&](check::ExprId, const Expr& e) {
      if (e.kind != ExprKind::compare) return;
      for (std::uint32_t i = 0; i < e.count; ++i) {
        const Expr& side = context.ast()[context.ast().child(e, i)];
        const std::string_view digits = context.sources().view(side.span);
        if (side.kind != ExprKind::number || digits == "0" || digits == "1") continue;
        Finding finding{side.span, "the figure " + context.quote(side.span) + " has no name"};
        finding.help.push_back(
            "make a value of it: it gets a label, a source and versions, and messages can show it");
        found.push_back(std::move(finding));
      }
    });
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const check::RuleDef& rule : context.checked.rules) look(context, rule, found);
  for (const check::DecisionDef& decision : context.checked.decisions) look(context, decision, found);
}

}  // namespace style_number_parts

Lint style_number() {
  return {
      .summary = "digits in a condition that should be a value with a name",
      .reason =
          "Figures are what decrees change most. A value has a name that says what it is, a source, and a "
          "version for each "
          "decree; a message can show it, so that the two never disagree. 0 and 1 need no name.",
      .level = Level::note,
      .bad = R"(fact age : whole from 0 to 120
decision ticket
  age >= «65»
end
)",
      .good = R"(fact age : whole from 0 to 120
value senior_age "age from which people are seniors" : whole
  65
end
decision ticket
  age >= senior_age
end
)",
      .run = style_number_parts::run,
  };
}

}  // namespace eligo::lint
