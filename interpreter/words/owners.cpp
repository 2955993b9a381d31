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

Called called_by(const Checked& checked, Index line) {
  using By = Called::By;
  const auto own_label = [&](Index of) {
    return checked.lines[of].syntax == nullptr ? 0 : checked.lines[of].syntax->label;
  };
  if (own_label(line) != 0) return {By::label, own_label(line)};
  const Ref ref = just_is(checked, line);
  if (ref.kind == Ref::Kind::fact) return {By::fact, 0, ref.index};
  if (ref.kind == Ref::Kind::rule && checked.rules[ref.index].label != 0) return {By::rule, 0, ref.index};
  check::NameId name = is_coverage(checked, line) ? 0 : checked.lines[line].name;
  for (Index near = checked.lines[line].near; near != check::nowhere; near = checked.lines[near].near) {
    if (own_label(near) != 0) return {By::label, own_label(near)};
    if (is_coverage(checked, near)) return {By::coverage};
    if (name == 0) name = checked.lines[near].name;
  }
  if (is_coverage(checked, line)) return {By::coverage};
  return {By::owner, 0, check::nowhere, name};
}

bool is_coverage(const check::Checked& checked, Index line) {
  return std::any_of(checked.decisions.begin(), checked.decisions.end(),
                     [line](const check::DecisionDef& decision) { return decision.coverage == line; });
}

}  // namespace eligo::words
