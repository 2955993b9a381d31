// SPDX-License-Identifier: MIT
// Owns the walk over decisions by yes or no, whose body is not simply `always` or `never`.
#pragma once

#include <functional>

#include "tools/lint/lint.hpp"

namespace eligo::lint {

using DecisionVisit = std::function<void(const check::DecisionDef&, const program::Decision&, Span name)>;

inline void each_plain_decision(const Context& context, const DecisionVisit& visit) {
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i) {
    const check::DecisionDef& def = context.checked.decisions[i];
    const auto* const syntax = context.body<grammar::DecisionDecl>(def.decl);
    const program::Decision& decision = context.program.decisions[i];
    const bool is_fixed = context.program.nodes[decision.root].op == program::Op::truth;
    if (!def.is_typed && syntax != nullptr && !is_fixed) visit(def, decision, syntax->name.span);
  }
}

}  // namespace eligo::lint
