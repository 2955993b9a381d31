// SPDX-License-Identifier: MIT
// Sources that nobody has read for a long time.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace source_unchecked_parts {

void run(const Context& context, std::vector<Finding>& found) {
  const std::int64_t months = context.settings[0];
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const source = std::get_if<grammar::SourceDecl>(&decl.body);
    if (source == nullptr) continue;
    if (!source->checked) {
      Finding finding{source->name.span,
                      "no day says when " + context.tick(source->name.id) + " was last read"};
      finding.help.push_back("read it again, and write the day: `checked " + context.as_of.iso() + "`");
      found.push_back(std::move(finding));
      continue;
    }
    const types::Date day{*source->checked};
    const std::int64_t age = types::full_months(day, context.as_of, types::MissingDays::roll_back);
    if (age < months) continue;
    Finding finding{source->checked_span, context.tick(source->name.id) + " was last read " +
                                              std::to_string(age) + " months ago, on " + day.iso()};
    finding.help.push_back("read it again; where it says the same, the new day is all that changes");
    found.push_back(std::move(finding));
  }
}

}  // namespace source_unchecked_parts

Lint source_unchecked() {
  return {
      .summary = "a source that nobody has read for months",
      .reason =
          "The law changes and says nothing to these files. The day behind `checked` says until when "
          "somebody can vouch "
          "for them. The day on which the rules are looked at is today, or the one of `--as-of`.",
      .level = Level::note,
      .bad = R"(source decree "Decree on cards"
  checked «2023-01-15»
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
      .settings = {{"months", 12, "after how many months a source is to be read again."}},
      .by_day = true,
      .run = source_unchecked_parts::run,
  };
}

}  // namespace eligo::lint
