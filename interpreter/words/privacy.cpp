// SPDX-License-Identifier: MIT
// Owns which things would show a private fact (language.md 2.4).
#include "interpreter/words/privacy.hpp"

#include <set>
#include <utility>
#include <vector>

namespace eligo::words {
namespace {

using check::Checked;
using check::Index;
using check::Ref;

/// What is left to look at: whole rules and values, each once, and expressions.
struct Search {
  const Checked& checked;
  std::set<std::pair<Ref::Kind, Index>> seen;
  std::vector<grammar::ExprId> left;

  /// True if the ref shows a private fact by itself; else what it refers to is left to look at.
  bool meets(const Ref& ref) {
    if (ref.kind == Ref::Kind::fact || ref.kind == Ref::Kind::column)
      return checked.facts[ref.index].is_private;
    if (ref.kind == Ref::Kind::list || ref.kind == Ref::Kind::member) {
      const check::ListDef& list = checked.lists[checked.variables[ref.index].list];
      return checked.facts[ref.kind == Ref::Kind::list ? list.fact : list.member(0, ref.second)].is_private;
    }
    if (ref.kind != Ref::Kind::rule && ref.kind != Ref::Kind::value) return false;
    if (!seen.emplace(ref.kind, ref.index).second) return false;
    const auto& versions =
        ref.kind == Ref::Kind::rule ? checked.rules[ref.index].versions : checked.values[ref.index].versions;
    for (const check::VersionDef& version : versions) left.push_back(version.body);
    if (ref.kind == Ref::Kind::rule) {
      for (const Index line : checked.rules[ref.index].unless) left.push_back(checked.lines[line].condition);
    }
    return false;
  }

  void open(const grammar::Expr& expr) {
    for (std::uint32_t i = 0; i < expr.count; ++i) left.push_back(checked.ast->child(expr, i));
    if (expr.kind != grammar::ExprKind::block) return;
    for (const grammar::Line& line : checked.ast->blocks[expr.value].lines) left.push_back(line.condition);
  }
};

}  // namespace

bool is_private(const Checked& checked, const Ref& ref) {
  Search search{checked, {}, {}};
  if (search.meets(ref)) return true;
  while (!search.left.empty()) {
    const grammar::ExprId id = search.left.back();
    search.left.pop_back();
    if (id < checked.refs.size() && search.meets(checked.refs[id])) return true;
    search.open((*checked.ast)[id]);
  }
  return false;
}

}  // namespace eligo::words
