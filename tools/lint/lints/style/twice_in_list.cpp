// SPDX-License-Identifier: MIT
// A value that stands twice behind `one of`.
#include <string_view>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_twice_in_list_parts {

using grammar::Expr;
using grammar::ExprKind;

void look(const Context& context, const Expr& member, std::vector<Finding>& found) {
  const auto span_of = [&](std::uint32_t i) { return context.ast()[context.ast().child(member, i)].span; };
  for (std::uint32_t i = 2; i < member.count; ++i) {
    for (std::uint32_t j = 1; j < i; ++j) {
      if (context.sources().view(span_of(i)) != context.sources().view(span_of(j))) continue;
      Finding finding{span_of(i), context.quote(span_of(i)) + " stands twice in this list"};
      finding.labels.push_back({span_of(j), "the first time"});
      finding.help.push_back("write what was meant in its place, or take it out");
      found.push_back(std::move(finding));
      break;
    }
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Expr& e : context.ast().exprs)
    if (e.kind == ExprKind::member) look(context, e, found);
}

}  // namespace style_twice_in_list_parts

Lint style_twice_in_list() {
  return {
      .summary = "a value that stands twice behind `one of`",
      .reason =
          "The second one asks nothing. Mostly it was copied to be changed and was not, and somebody whom "
          "the list was "
          "to name is left out.",
      .level = Level::warning,
      .bad = R"(fact citizenship : one of FR, BE, ES, PT
decision card
  citizenship is one of BE, ES, «ES»
end
)",
      .good = R"(fact citizenship : one of FR, BE, ES, PT
decision card
  citizenship is one of BE, ES, PT
end
)",
      .run = style_twice_in_list_parts::run,
  };
}

}  // namespace eligo::lint
