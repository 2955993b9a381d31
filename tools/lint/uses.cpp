// SPDX-License-Identifier: MIT
// Walks from the decisions to whatever they ask.
#include "tools/lint/uses.hpp"

#include "grammar/walk.hpp"

namespace eligo::lint {
namespace {

using check::Index;
using check::Ref;

class Walk {
 public:
  explicit Walk(const check::Checked& checked) : c_(checked) {
    uses_.facts.resize(c_.facts.size());
    uses_.rules.resize(c_.rules.size());
    uses_.values.resize(c_.values.size());
    uses_.groups.resize(c_.groups.size());
    for (const check::EnumDef& each : c_.enums) uses_.enum_values.emplace_back(each.values.size());
  }

  Uses run() {
    for (const check::DecisionDef& decision : c_.decisions) {
      follow(decision);
      const auto& syntax = std::get<grammar::DecisionDecl>(c_.ast->decls[decision.decl].body);
      for (const grammar::Step& step : syntax.steps)
        for (Index i = 0; i < c_.rules.size(); ++i)
          if (step.when && c_.rules[i].name == step.when.id) rule(i);
    }
    for (const std::vector<Ref>& text : c_.placeholders)
      for (const Ref& shown : text) see(shown);
    names();
    return std::move(uses_);
  }

 private:
  template <typename Def>
  void follow(const Def& def) {
    for (const check::ExprId e : expressions_of(c_, def)) expression(e);
  }

  void expression(check::ExprId root) {
    grammar::visit(*c_.ast, root, [&](check::ExprId e, const grammar::Expr&) { see(c_.refs[e]); });
  }

  void see(const Ref& ref) {
    switch (ref.kind) {
      case Ref::Kind::fact:
      case Ref::Kind::column:
        uses_.facts[ref.index] = true;
        break;
      case Ref::Kind::rule:
        rule(ref.index);
        break;
      case Ref::Kind::value:
        value(ref.index);
        break;
      case Ref::Kind::list:
        list(c_.variables[ref.index].list, check::nowhere);
        break;
      case Ref::Kind::member:
        list(c_.variables[ref.index].list, ref.second);
        break;
      case Ref::Kind::nothing:
      case Ref::Kind::enum_value:
      case Ref::Kind::group:
      case Ref::Kind::today:
        break;
    }
  }

  void list(Index index, Index field) {
    if (index == check::nowhere) return;
    const check::ListDef& def = c_.lists[index];
    uses_.facts[def.fact] = true;
    if (field == check::nowhere) return;
    for (std::uint32_t m = 0; m < def.at_most; ++m) uses_.facts[def.member(m, field)] = true;
  }

  void rule(Index index) {
    if (uses_.rules[index]) return;
    uses_.rules[index] = true;
    follow(c_.rules[index]);
  }
  void value(Index index) {
    if (uses_.values[index]) return;
    uses_.values[index] = true;
    follow(c_.values[index]);
  }

  /// Values of enums and groups are named anywhere but in tests, in rules that nobody asks too.
  void names() {
    const auto all = [&](const auto& defs) {
      for (const auto& def : defs)
        for (const check::ExprId root : expressions_of(c_, def))
          grammar::visit(*c_.ast, root, [&](check::ExprId e, const grammar::Expr&) { name(e); });
    };
    all(c_.rules);
    all(c_.values);
    all(c_.decisions);
  }

  void name(check::ExprId e) {
    const Ref& ref = c_.refs[e];
    if (ref.kind == Ref::Kind::enum_value) uses_.enum_values[ref.index][ref.second] = true;
    if (ref.kind != Ref::Kind::group) return;
    uses_.groups[ref.index] = true;
    const check::GroupDef& group = c_.groups[ref.index];
    for (const Index value : group.values) uses_.enum_values[group.of][value] = true;
  }

  const check::Checked& c_;
  Uses uses_;
};

}  // namespace

Uses uses_of(const check::Checked& checked) {
  return Walk(checked).run();
}

}  // namespace eligo::lint
