// SPDX-License-Identifier: MIT
// Sources that were read on a day that is still to come.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace source_checked_ahead_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const source = std::get_if<grammar::SourceDecl>(&decl.body);
    if (source == nullptr || !source->checked) continue;
    const types::Date day{*source->checked};
    if (day <= context.as_of) continue;
    Finding finding{source->checked_span,
                    context.tick(source->name.id) + " was read on " + day.iso() + ", which is still to come"};
    finding.help.push_back(
        "write the day on which somebody last read it: until that day nothing reminds anybody");
    found.push_back(std::move(finding));
  }
}

}  // namespace source_checked_ahead_parts

Lint source_checked_ahead() {
  return {
      .summary = "a source that was read on a day to come",
      .reason =
          "The day behind `checked` says until when somebody can vouch for the rules. A year that was "
          "mistyped silences "
          "the reminder to read the source again. The day on which the rules are looked at is today, or the "
          "one of "
          "`--as-of`.",
      .level = Level::warning,
      .bad = R"(source decree "Decree on cards"
  checked «2052-05-01»
end
fact lives_here : yes or no
decision card
  cites decree
  lives_here
end
)",
      .good = R"(source decree "Decree on cards"
  checked 2025-05-01
end
fact lives_here : yes or no
decision card
  cites decree
  lives_here
end
)",
      .by_day = true,
      .run = source_checked_ahead_parts::run,
  };
}

}  // namespace eligo::lint
