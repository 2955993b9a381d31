// SPDX-License-Identifier: MIT
// Long lists of choices that carry no labels.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_inline_choice_parts {

void look(const Context& context, const grammar::FactDecl& fact, std::vector<Finding>& found) {
  const std::size_t longest = static_cast<std::size_t>(context.settings[0]);
  if (fact.ask == 0 || fact.type.kind != grammar::TypeKind::inline_enum || fact.type.values.size() <= longest)
    return;
  Finding finding{fact.type.span, "people choose among " + std::to_string(fact.type.values.size()) +
                                      " words that have no labels"};
  finding.help.push_back("declare an enum with a label for each value, and make it the type of " +
                         context.tick(fact.name.id));
  found.push_back(std::move(finding));
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    if (const auto* const fact = std::get_if<grammar::FactDecl>(&decl.body)) look(context, *fact, found);
    if (const auto* const record = std::get_if<grammar::RecordDecl>(&decl.body))
      for (const grammar::FactDecl& field : record->fields) look(context, field, found);
  }
}

}  // namespace style_inline_choice_parts

Lint style_inline_choice() {
  return {
      .summary = "a question with a long `one of` whose answers have no labels",
      .reason =
          "An inline `one of` has names and no labels: a form can only show the names, in no language. An "
          "enum has a "
          "label for each value, and they can be translated.",
      .level = Level::warning,
      .bad = R"(fact proof : «one of bill, contract, tax_notice, certificate»
  ask "Which proof of your address do you have?"
decision card
  proof is bill
end
)",
      .good = R"(enum proof_kind
  bill        "bill"
  contract    "rental contract"
  tax_notice  "tax notice"
  certificate "certificate of the town"
end
fact proof : proof_kind
  ask "Which proof of your address do you have?"
decision card
  proof is bill
end
)",
      .settings = {{"longest", 3, "so many values may stand in an inline `one of` of a question."}},
      .run = style_inline_choice_parts::run,
  };
}

}  // namespace eligo::lint
