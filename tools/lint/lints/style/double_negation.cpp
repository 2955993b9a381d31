// SPDX-License-Identifier: MIT
// A negation of a negation.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_double_negation_parts {

using grammar::Expr;
using grammar::ExprKind;

bool is_negative(const Expr& e) {
  return e.op == grammar::Op::is_not || e.op == grammar::Op::is_not_one_of;
}

/// What is negated twice, said once; "" where it cannot be read off the text.
std::string plain(const Context& context, const Expr& inner) {
  const text::SourceSet& sources = context.sources();
  if (inner.kind == ExprKind::logical_not) {
    const Expr& asked = context.ast()[context.ast().child(inner, 0)];
    const std::string text(sources.view(asked.span));
    return asked.kind == ExprKind::name ? text : "(" + text + ")";
  }
  std::string text(sources.view(inner.span));
  const std::size_t at = inner.focus.begin - inner.span.begin;
  const std::size_t negation = text.find(" not", at);
  if (text.compare(at, 2, "is") != 0 || negation == std::string::npos) return "";
  return text.erase(negation, 4);
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Expr& e : context.ast().exprs) {
    if (e.kind != ExprKind::logical_not) continue;
    const Expr& inner = context.ast()[context.ast().child(e, 0)];
    if (inner.kind != ExprKind::logical_not && !is_negative(inner)) continue;
    Finding finding{e.span, "two negations: say what is, not what is not otherwise"};
    if (const std::string text = plain(context, inner); !text.empty())
      finding.fixes.push_back({"write it without negations", {{e.span, text}}});
    found.push_back(std::move(finding));
  }
}

}  // namespace style_double_negation_parts

Lint style_double_negation() {
  return {
      .summary = "`not` before something that is negated already",
      .reason =
          "Two negations are one statement, and readers get them wrong. What is not told stays open either "
          "way, so "
          "nothing is lost by saying it directly.",
      .level = Level::warning,
      .bad = R"(fact citizenship : one of FR, BE, JP
fact lives_here : yes or no
decision card
  lives_here and «not (citizenship is not FR)»
end
)",
      .good = R"(fact citizenship : one of FR, BE, JP
fact lives_here : yes or no
decision card
  lives_here and citizenship is FR
end
)",
      .every_file = true,
      .run = style_double_negation_parts::run,
  };
}

}  // namespace eligo::lint
