// SPDX-License-Identifier: MIT
// Texts that show a fact which no condition asks.
#include <algorithm>
#include <vector>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_not_asked_parts {

using check::Ref;

bool is_fact(const Ref& ref) {
  return ref.kind == Ref::Kind::fact || ref.kind == Ref::Kind::column;
}

/// By fact: whether a condition or a value asks it, or a column of it.
std::vector<bool> asked_facts(const check::Checked& checked) {
  std::vector<bool> asked(checked.facts.size());
  for (const Ref& ref : checked.refs)
    if (is_fact(ref)) asked[ref.index] = true;
  return asked;
}

void run(const Context& context, std::vector<Finding>& found) {
  const check::Checked& checked = context.checked;
  std::vector<bool> known = asked_facts(checked);  // and those that were said
  for (std::size_t text = 0; text < checked.placeholders.size(); ++text) {
    const auto pieces = context.ast().pieces_of(static_cast<grammar::TextId>(text));
    for (std::size_t i = 0; i < checked.placeholders[text].size(); ++i) {
      const Ref& ref = checked.placeholders[text][i];
      if (!is_fact(ref) || known[ref.index] || checked.facts[ref.index].member_of != check::nowhere) continue;
      const Span span = context.ast().paths[pieces[i].path].span;
      if (!context.is_own(span.source)) continue;
      known[ref.index] = true;
      Finding finding{span,
                      context.tick(checked.facts[ref.index].name) +
                          " is shown here, and no condition asks it: nobody is told that it is missing"};
      finding.help.push_back(
          "who has not told it reads *(not given)*: leave it out, or ask it in a condition");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace text_not_asked_parts

Lint text_not_asked() {
  return {
      .summary = "a text that shows a fact which no condition asks",
      .reason =
          "What is missing is worked out from the conditions. A fact that stands in a sentence or step alone "
          "is never "
          "asked for, so that most people read *Bring the lease of (not given)*.",
      .level = Level::warning,
      .bad = R"(fact tenant "tenant" : yes or no
fact lease "first day of the lease" : date
decision help "help"
  yes "Bring the lease of {«lease»}."
  tenant
end
)",
      .good = R"(fact tenant "tenant" : yes or no
fact lease "first day of the lease" : date
decision help "help"
  yes "Bring the lease of {lease}."
  tenant and lease <= today
end
)",
      .run = text_not_asked_parts::run,
  };
}

}  // namespace eligo::lint
