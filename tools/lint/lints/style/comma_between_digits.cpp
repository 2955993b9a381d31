// SPDX-License-Identifier: MIT
// Two numbers that read as one with a decimal comma.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_comma_between_digits_parts {

using grammar::Expr;
using grammar::ExprKind;

void look(const Context& context, const Expr& e, std::vector<Finding>& found) {
  for (std::uint32_t i = 1; i < e.count; ++i) {
    const Expr& left = context.ast()[context.ast().child(e, i - 1)];
    const Expr& right = context.ast()[context.ast().child(e, i)];
    if (left.kind != ExprKind::number || right.kind != ExprKind::number) continue;
    const Span comma{left.span.source, left.span.end, right.span.begin};
    if (comma.size() != 1 || context.sources().view(comma) != ",") continue;
    const Span both{left.span.source, left.span.begin, right.span.end};
    const std::string one(context.sources().view(left.span)), other(context.sources().view(right.span));
    Finding finding{both, context.quote(both) + " are two numbers, `" + one + "` and `" + other + "`"};
    finding.help.push_back("if one number is meant, write a point: `" + one + "." + other + "`");
    finding.fixes.push_back({"write a blank between the two", {{comma, ", "}}});
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Expr& e : context.ast().exprs)
    if (e.kind == ExprKind::call || e.kind == ExprKind::member) look(context, e, found);
}

}  // namespace style_comma_between_digits_parts

Lint style_comma_between_digits() {
  return {
      .summary = "two numbers with a comma and no blank between them",
      .reason =
          "Where decimals are written with a comma, `500,50` reads as one number. Here it is two, and in "
          "`min` or "
          "`max` nothing else shows it: the least of 500 and 50 is 50. With a blank behind the comma it is "
          "meant.",
      .level = Level::warning,
      .bad = R"(fact rent : whole from 0 to 5000
value ceiling : whole
  min(rent, «500,50»)
end
decision help
  rent <= ceiling
end
)",
      .good = R"(fact rent : whole from 0 to 5000
value ceiling : whole
  min(rent, 500, 50)
end
decision help
  rent <= ceiling
end
)",
      .run = style_comma_between_digits_parts::run,
  };
}

}  // namespace eligo::lint
