// SPDX-License-Identifier: MIT
// Owns where a line stands: the rule or decision it belongs to, what it names, which sources carry it.
#include "interpreter/words/owners.hpp"

#include <algorithm>

namespace eligo::words {
namespace {

using check::Checked;
using check::Ref;

bool holds(const grammar::Span& outer, const grammar::Span& inner) {
  return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

void add(const Checked& checked, const std::vector<grammar::Citation>& cites, std::vector<Cited>& out) {
  for (const grammar::Citation& cite : cites) {
    for (Index i = 0; i < checked.sources.size(); ++i) {
      if (checked.sources[i].name != cite.source.id) continue;
      const Cited cited{i, cite.place};
      if (std::find(out.begin(), out.end(), cited) == out.end()) out.push_back(cited);
    }
  }
}

/// The `cites` of a declaration.
void add_of_decl(const Checked& checked, Index decl, std::vector<Cited>& out) {
  if (decl == check::nowhere) return;
  const grammar::DeclBody& body = checked.ast->decls[decl].body;
  if (const auto* rule = std::get_if<grammar::RuleDecl>(&body)) add(checked, rule->cites, out);
  if (const auto* value = std::get_if<grammar::ValueDecl>(&body)) add(checked, value->cites, out);
  if (const auto* fact = std::get_if<grammar::FactDecl>(&body)) add(checked, fact->cites, out);
  if (const auto* table = std::get_if<grammar::TableDecl>(&body)) add(checked, table->cites, out);
  if (const auto* decision = std::get_if<grammar::DecisionDecl>(&body)) add(checked, decision->cites, out);
}

void add_of_table(const Checked& checked, Index table, std::vector<Cited>& out) {
  for (Index i = 0; i < checked.ast->decls.size(); ++i) {
    const auto* decl = std::get_if<grammar::TableDecl>(&checked.ast->decls[i].body);
    if (decl != nullptr && decl->name.id == checked.tables[table].name) add_of_decl(checked, i, out);
  }
}

/// The `cites` of an amendment, and whether it has any.
bool add_of_amendment(const Checked& checked, Index decl, std::vector<Cited>& out) {
  const auto* amendment = std::get_if<grammar::AmendDecl>(&checked.ast->decls[decl].body);
  if (amendment == nullptr || amendment->cites.empty()) return false;
  add(checked, amendment->cites, out);
  return true;
}

/// The `cites` of a rule or value as it is on the law day: of its version in force, and of the declaration that this
/// stands in. An amendment that cites nothing rests on what the rule itself cites.
template <typename Def>
void add_of_def(const Checked& checked, const Def& def, types::Date law_day, std::vector<Cited>& out) {
  for (const check::VersionDef& version : def.versions) {
    if (law_day < version.from || version.to < law_day) continue;
    if (!add_of_amendment(checked, version.decl, out)) add_of_decl(checked, def.decl, out);
    add(checked, version.syntax->body.cites, out);
  }
}

void add_of_ref(const Checked& checked, const Ref& ref, types::Date law_day, std::vector<Cited>& out) {
  switch (ref.kind) {
    case Ref::Kind::rule:
      add_of_def(checked, checked.rules[ref.index], law_day, out);
      break;
    case Ref::Kind::value:
      add_of_def(checked, checked.values[ref.index], law_day, out);
      break;
    case Ref::Kind::fact:
      add_of_decl(checked, checked.facts[ref.index].decl, out);
      break;
    case Ref::Kind::column:
      add_of_decl(checked, checked.facts[ref.index].decl, out);
      add_of_table(checked, checked.facts[ref.index].type.of, out);
      break;
    case Ref::Kind::list:
    case Ref::Kind::member: {
      const Index list = checked.variables[ref.index].list;
      add_of_decl(checked, checked.facts[checked.lists[list].fact].decl, out);
      if (ref.kind == Ref::Kind::list) break;
      const check::FactDef& field = checked.facts[checked.lists[list].member(0, ref.second)];
      add(checked, field.syntax->cites, out);
      if (ref.third != check::nowhere) add_of_table(checked, field.type.of, out);
      break;
    }
    case Ref::Kind::nothing:
    case Ref::Kind::enum_value:
    case Ref::Kind::group:
    case Ref::Kind::today:
      break;
  }
}

}  // namespace

Owner owner_of(const Checked& checked, Index line) {
  const grammar::Line* syntax = checked.lines[line].syntax;
  if (syntax == nullptr) return {};
  using What = grammar::AmendDecl::What;
  for (Index at = 0; at < checked.ast->decls.size(); ++at) {
    const grammar::Decl& decl = checked.ast->decls[at];
    if (!holds(decl.span, syntax->span)) continue;
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

std::vector<Cited> sources_of(const Checked& checked, Index line, types::Date law_day) {
  std::vector<Cited> out;
  if (line >= checked.lines.size()) return out;
  const check::LineDef& def = checked.lines[line];
  if (def.syntax != nullptr) add(checked, def.syntax->cites, out);
  std::vector<grammar::ExprId> left = {def.condition};
  while (!left.empty()) {
    const grammar::ExprId id = left.back();
    left.pop_back();
    const grammar::Expr& expr = (*checked.ast)[id];
    if (id < checked.refs.size()) add_of_ref(checked, checked.refs[id], law_day, out);
    for (std::uint32_t i = expr.count; i > 0; --i) left.push_back(checked.ast->child(expr, i - 1));
  }
  if (!out.empty()) return out;
  const Owner owner = owner_of(checked, line);
  if (owner.kind != Owner::Kind::nothing && add_of_amendment(checked, owner.decl, out)) return out;
  if (owner.kind == Owner::Kind::rule) add_of_decl(checked, checked.rules[owner.index].decl, out);
  if (owner.kind == Owner::Kind::decision) return sources_of_decision(checked, owner.index, law_day);
  return out;
}

std::vector<Cited> sources_of_decision(const Checked& checked, Index decision, types::Date law_day) {
  std::vector<Cited> out;
  add_of_def(checked, checked.decisions[decision], law_day, out);
  return out;
}

void add_missing(std::vector<Cited>& to, const std::vector<Cited>& from) {
  for (const Cited& cited : from) {
    if (std::find(to.begin(), to.end(), cited) == to.end()) to.push_back(cited);
  }
}

}  // namespace eligo::words
