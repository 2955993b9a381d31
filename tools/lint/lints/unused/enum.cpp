// SPDX-License-Identifier: MIT
// Enums that are the type of nothing.
#include "tools/lint/lint.hpp"
#include "tools/lint/types.hpp"

namespace eligo::lint {
namespace unused_enum_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const written = std::get_if<grammar::EnumDecl>(&decl.body);
    if (written == nullptr) continue;
    check::Index index = 0;
    while (index < context.checked.enums.size() && context.checked.enums[index].name != written->name.id)
      ++index;
    if (is_told(context.checked, types::Base::enumeration, index) || is_result(context.checked, index))
      continue;
    found.push_back({written->name.span, "nothing has the type " + context.tick(written->name.id) +
                                             ": no fact, field, column, value or decision"});
  }
}

}  // namespace unused_enum_parts

Lint unused_enum() {
  return {
      .summary = "an enum that is the type of nothing",
      .reason =
          "Its values can neither be told nor decided. It is a leftover, or a fact has another type than was "
          "meant.",
      .level = Level::warning,
      .bad = R"(enum «card»
  student "student card"
  senior  "senior card"
end
fact card_kind : one of student, senior
decision ticket
  card_kind is student
end
)",
      .good = R"(enum card
  student "student card"
  senior  "senior card"
end
fact card_kind : card
decision ticket
  card_kind is student
end
)",
      .run = unused_enum_parts::run,
  };
}

}  // namespace eligo::lint
