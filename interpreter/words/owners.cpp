// SPDX-License-Identifier: MIT
// Owns where a line stands: the rule or decision it belongs to, and what it names.
#include "interpreter/words/owners.hpp"

#include <algorithm>

namespace eligo::words {
namespace {

using check::Checked;
using check::Ref;

}  // namespace

Owner owner_of(const Checked& checked, Index line) {
  const grammar::Line* syntax = checked.lines[line].syntax;
  if (syntax == nullptr) return {};
  using What = grammar::AmendDecl::What;
  for (Index at = 0; at < checked.ast->decls.size(); ++at) {
    const grammar::Decl& decl = checked.ast->decls[at];
    if (!decl.span.holds(syntax->span)) continue;
    const auto* rule = std::get_if<grammar::RuleDecl>(&decl.body);
    const auto* decision = std::get_if<grammar::DecisionDecl>(&decl.body);
    const auto* amendment = std::get_if<grammar::AmendDecl>(&decl.body);
    if (rule != nullptr || (amendment != nullptr && amendment->what == What::rule)) {
      const check::NameId name = rule != nullptr ? rule->name.id : amendment->name.id;
      for (Index i = 0; i < checked.rules.size(); ++i) {
        if (checked.rules[i].name == name) return {Owner::Kind::rule, i, at};
      }
    }
    if (decision != nullptr || (amendment != nullptr && amendment->what == What::decision)) {
      const check::NameId name = decision != nullptr ? decision->name.id : amendment->name.id;
      for (Index i = 0; i < checked.decisions.size(); ++i) {
        if (checked.decisions[i].name == name) return {Owner::Kind::decision, i, at};
      }
    }
  }
  return {};
}

Ref just_is(const Checked& checked, Index line) {
  const grammar::ExprId condition = checked.lines[line].condition;
  if (condition == 0 || (*checked.ast)[condition].kind != grammar::ExprKind::name) return {};
  const Ref ref = condition < checked.refs.size() ? checked.refs[condition] : Ref{};
  return ref.kind == Ref::Kind::rule || ref.kind == Ref::Kind::fact ? ref : Ref{};
}

bool is_coverage(const check::Checked& checked, Index line) {
  return std::any_of(checked.decisions.begin(), checked.decisions.end(),
                     [line](const check::DecisionDef& decision) { return decision.coverage == line; });
}

}  // namespace eligo::words
