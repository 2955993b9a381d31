// SPDX-License-Identifier: MIT
// A name with a colon that has taken the next line as its condition.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_condition_below_parts {

void look(const Context& context, const grammar::Line& line, std::vector<Finding>& found) {
  const Span condition = context.ast()[line.condition].span;
  if (!line.name || !context.is_own(line.name.span.source) || condition.source != line.name.span.source)
    return;
  const auto name = context.sources().position(condition.source, line.name.span.begin);
  const auto below = context.sources().position(condition.source, condition.begin);
  if (below.line <= name.line || below.column > name.column) return;
  Finding finding{line.name.span, "the condition of " + context.tick(line.name.id) +
                                      " stands on the next line, as a line of its own would"};
  finding.labels.push_back({condition, "this is its condition"});
  finding.help.push_back("if " + context.tick(line.name.id) +
                         " is a condition itself, leave the `:` behind it out");
  finding.help.push_back(
      "if it is the name of that condition, let the condition stand deeper, or on the same line");
  found.push_back(std::move(finding));
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Block& block : context.ast().blocks)
    for (const grammar::Line& line : block.lines) look(context, line, found);
}

}  // namespace style_condition_below_parts

Lint style_condition_below() {
  return {
      .summary = "a name with `:` whose condition is the line below, which reads as another one",
      .reason =
          "A `:` at the end of a line makes the next line its condition. Where one slips in behind a rule or "
          "fact, that is "
          "no condition any more but the name of the line below, and nobody is asked about it. A condition "
          "below its name "
          "stands deeper.",
      .level = Level::warning,
      .bad = R"(fact grown_up : yes or no
fact resident : yes or no
decision ticket
  all of
    «resident» :
    grown_up
  end
end
decision library_card
  resident
end
)",
      .good = R"(fact grown_up : yes or no
fact resident : yes or no
decision ticket
  all of
    resident
    grown_up
  end
end
decision library_card
  resident
end
)",
      .run = style_condition_below_parts::run,
  };
}

}  // namespace eligo::lint
