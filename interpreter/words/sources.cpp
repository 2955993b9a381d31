// SPDX-License-Identifier: MIT
// Owns which sources carry a line or a decision: what it cites, and what that cites which it is made from.
#include "interpreter/words/sources.hpp"

#include <algorithm>

#include "interpreter/words/owners.hpp"

namespace eligo::words {
namespace {

using check::Checked;
using check::Ref;
using check::version_on;

void add(const Checked& checked, const std::vector<grammar::Citation>& cites, std::vector<Cited>& out) {
  for (const grammar::Citation& cite : cites) {
    for (Index i = 0; i < checked.sources.size(); ++i)
      if (checked.sources[i].name == cite.source.id) add_missing(out, {{i, cite.place}});
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

/// The `cites` of that version and of the declaration that it stands in: an amendment that cites nothing rests on
/// what it amends.
template <typename Def>
void add_of_version(const Checked& checked, const Def& def, const check::VersionDef& version,
                    std::vector<Cited>& out) {
  if (!add_of_amendment(checked, version.decl, out)) add_of_decl(checked, def.decl, out);
  add(checked, version.syntax->body.cites, out);
}

template <typename Def>
void add_of_def(const Checked& checked, const Def& def, types::Date law_day, std::vector<Cited>& out) {
  if (const check::VersionDef* version = version_on(def, law_day))
    add_of_version(checked, def, *version, out);
}

void add_of_ref(const Checked& checked, const Ref& ref, types::Date law_day, std::vector<Cited>& out) {
  switch (ref.kind) {
    case Ref::Kind::rule:
      add_of_def(checked, checked.rules[ref.index], law_day, out);
      break;
    case Ref::Kind::value:  // of the walk: what it is made from counts too
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

/// What expressions name, values down to what they are made from themselves on that day.
class Made {
 public:
  Made(const Checked& checked, types::Date law_day, std::vector<Cited>& out)
      : checked_(checked), law_day_(law_day), out_(out), seen_(checked.values.size()) {}

  void of(grammar::ExprId root) {
    left_.push_back(root);
    while (!left_.empty()) {
      const grammar::ExprId id = left_.back();
      left_.pop_back();
      const grammar::Expr& expr = (*checked_.ast)[id];
      const Ref ref = id < checked_.refs.size() ? checked_.refs[id] : Ref{};
      for (std::uint32_t i = expr.count; i > 0; --i) left_.push_back(checked_.ast->child(expr, i - 1));
      ref.kind == Ref::Kind::value ? value(ref.index) : add_of_ref(checked_, ref, law_day_, out_);
    }
  }

 private:
  void value(Index index) {
    if (seen_[index]) return;
    seen_[index] = true;
    const check::ValueDef& def = checked_.values[index];
    const check::VersionDef* version = version_on(def, law_day_);
    if (version == nullptr) return;
    add_of_version(checked_, def, *version, out_);
    if (!version->not_covered) left_.push_back(version->body);
  }

  const Checked& checked_;
  types::Date law_day_;
  std::vector<Cited>& out_;
  std::vector<bool> seen_;
  std::vector<grammar::ExprId> left_;
};

}  // namespace

std::vector<Cited> sources_of(const Checked& checked, Index line, types::Date law_day) {
  std::vector<Cited> out;
  if (line >= checked.lines.size()) return out;
  const check::LineDef& def = checked.lines[line];
  if (def.syntax != nullptr) add(checked, def.syntax->cites, out);
  Made(checked, law_day, out).of(def.condition);
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

std::vector<Cited> sources_of_expression(const Checked& checked, Index decision, types::Date law_day) {
  std::vector<Cited> out;
  const check::DecisionDef& def = checked.decisions[decision];
  const check::VersionDef* version = version_on(def, law_day);
  if (def.is_typed && version != nullptr && !version->not_covered)
    Made(checked, law_day, out).of(version->body);
  return out;
}

void add_missing(std::vector<Cited>& to, const std::vector<Cited>& from) {
  for (const Cited& cited : from) {
    if (std::find(to.begin(), to.end(), cited) == to.end()) to.push_back(cited);
  }
}

}  // namespace eligo::words
