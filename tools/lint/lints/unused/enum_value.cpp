// SPDX-License-Identifier: MIT
// Values of an enum that nothing can ever have.
#include "tools/lint/lint.hpp"
#include "tools/lint/types.hpp"

namespace eligo::lint {
namespace unused_enum_value_parts {

/// A value of an enum that people are asked for may be told, so it is used. One that only results have must be named.
void run(const Context& context, std::vector<Finding>& found) {
  const check::Checked& checked = context.checked;
  for (check::Index e = 0; e < checked.enums.size(); ++e) {
    if (is_told(checked, types::Base::enumeration, e) || !is_result(checked, e)) continue;
    for (std::size_t i = 0; i < checked.enums[e].values.size(); ++i) {
      if (context.uses.enum_values[e][i]) continue;
      const check::EnumDef::Item& value = checked.enums[e].values[i];
      Finding finding{value.span,
                      "nothing ever comes to " + context.tick(value.name) + ", and no condition asks for it"};
      finding.help.push_back("add the case that gives it, or take it out");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace unused_enum_value_parts

Lint unused_enum_value() {
  return {
      .summary = "a result that no case gives",
      .reason =
          "The enum is the type of values and decisions only: nobody tells it. A value that no case names "
          "never comes "
          "out, though a reader, or a program that reads the answers, reckons with it.",
      .level = Level::warning,
      .bad = R"(enum share
  full    "all of it"
  «reduced» "a part of it"
  nothing "nothing"
end
fact income : money
decision help : share
  when income <= 900 then full
  else nothing
end
)",
      .good = R"(enum share
  full    "all of it"
  reduced "a part of it"
  nothing "nothing"
end
fact income : money
decision help : share
  when income <= 900       then full
  else when income <= 1200 then reduced
  else nothing
end
)",
      .run = unused_enum_value_parts::run,
  };
}

}  // namespace eligo::lint
