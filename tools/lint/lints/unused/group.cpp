// SPDX-License-Identifier: MIT
// Groups that no condition names.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_group_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const group = std::get_if<grammar::GroupDecl>(&decl.body);
    if (group == nullptr) continue;
    for (std::size_t i = 0; i < context.checked.groups.size(); ++i)
      if (context.checked.groups[i].name == group->name.id && !context.uses.groups[i])
        found.push_back({group->name.span, "no condition names the group " + context.tick(group->name.id)});
  }
}

}  // namespace unused_group_parts

Lint unused_group() {
  return {
      .summary = "a group that no condition names",
      .reason =
          "Whoever adds a value to the group believes that it counts somewhere. Often a condition lists the "
          "same values "
          "once more.",
      .level = Level::warning,
      .bad = R"(enum country
  FR "France"
  BE "Belgium"
  JP "Japan"
end
group «neighbours» of country
  FR, BE
end
fact citizenship : country
decision visa_free
  citizenship is one of FR, BE
end
)",
      .good = R"(enum country
  FR "France"
  BE "Belgium"
  JP "Japan"
end
group neighbours of country
  FR, BE
end
fact citizenship : country
decision visa_free
  citizenship is one of neighbours
end
)",
      .run = unused_group_parts::run,
  };
}

}  // namespace eligo::lint
