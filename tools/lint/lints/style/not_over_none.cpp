// SPDX-License-Identifier: MIT
// `not` of a comparison with something that may be none.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_not_over_none_parts {

using grammar::Expr;
using grammar::ExprKind;
using grammar::Op;

bool is_order(const Expr& e) {
  return e.kind == ExprKind::compare &&
         (e.op == Op::less || e.op == Op::less_equal || e.op == Op::greater || e.op == Op::greater_equal);
}

/// The comparisons below a `not`, as far as `and` and `or` reach.
void look(const Context& context, const Expr& negation, std::vector<Finding>& found) {
  std::vector<check::ExprId> open = {context.ast().child(negation, 0)};
  while (!open.empty()) {
    const Expr& e = context.ast()[open.back()];
    open.pop_back();
    if (e.kind == ExprKind::logical_and || e.kind == ExprKind::logical_or)
      for (std::uint32_t i = 0; i < e.count; ++i) open.push_back(context.ast().child(e, i));
    for (std::uint32_t i = 0; is_order(e) && i < e.count; ++i) {
      const check::ExprId side = context.ast().child(e, i);
      if (!context.checked.types[side].or_none) continue;
      const std::string name = context.quote(context.ast()[side].span);
      Finding finding{e.span, name + " may be none: then this comparison is no, and `not` of it is yes"};
      finding.labels.push_back({negation.focus, "it is negated here"});
      finding.help.push_back(
          "if none should not count, turn the comparison round and leave `not` out; if it should, say so: " +
          name.substr(0, name.size() - 1) + " is none or …`");
      found.push_back(std::move(finding));
      break;
    }
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Expr& e : context.ast().exprs)
    if (e.kind == ExprKind::logical_not) look(context, e, found);
}

}  // namespace style_not_over_none_parts

Lint style_not_over_none() {
  return {
      .summary = "`not` of a comparison with something that may be none",
      .reason =
          "Every comparison with none is no, whatever its direction; so `not` of it is yes, and somebody "
          "without a day "
          "passes a condition about that day. It may be meant so. Most often it is not.",
      .level = Level::note,
      .bad = R"(fact ban_ends : date or none
decision licence
  not («ban_ends >= today»)
end
)",
      .good = R"(fact ban_ends : date or none
decision licence
  ban_ends is none or ban_ends < today
end
)",
      .every_file = true,
      .run = style_not_over_none_parts::run,
  };
}

}  // namespace eligo::lint
