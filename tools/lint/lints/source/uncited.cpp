// SPDX-License-Identifier: MIT
// Rules and values that say nothing of where they stand in the law.
#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace source_uncited_parts {

using grammar::ExprKind;

/// Whether a condition says something of its own: one that only joins rules and values leaves the sources to them, and
/// one that is just a fact gives it another name.
bool has_content(const Context& context, check::ExprId root) {
  if (context.ast()[root].kind == ExprKind::name) return false;
  bool content = false;
  grammar::visit(context.ast(), root, [&](check::ExprId id, const grammar::Expr& e) {
    const check::Ref::Kind ref = context.checked.refs[id].kind;
    const bool is_asked =
        ref == check::Ref::Kind::fact || ref == check::Ref::Kind::column || ref == check::Ref::Kind::member;
    const bool is_written =
        e.kind == ExprKind::number || e.kind == ExprKind::date || e.kind == ExprKind::text;
    content = content || is_asked || is_written || e.kind == ExprKind::quantifier;
  });
  return content;
}

/// Versions and lines that nothing cites a source for; each version is told once, at its own place.
template <typename Decl>
void look(const Context& context, const Decl& decl, const std::string& noun, std::vector<Finding>& found) {
  if (!decl.cites.empty()) return;
  for (const grammar::Version& version : decl.versions) {
    bool cited = version.not_covered || !has_content(context, version.body.condition);
    const auto see = [&](const grammar::Line& line) { cited = cited || !line.cites.empty(); };
    see(version.body);
    grammar::visit(context.ast(), version.body.condition, [&](check::ExprId, const grammar::Expr& e) {
      if (e.kind != ExprKind::block) return;
      for (const grammar::Line& line : context.ast().blocks[e.value].lines) see(line);
    });
    if (cited) continue;
    const Span place = version.days.size() == 0 ? decl.name.span : version.days;
    Finding finding{place, "no source is cited for the " + noun + " " + context.tick(decl.name.id)};
    finding.help.push_back(
        "write `cites` and the name of the source; what no source says stands in the README");
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    if (const auto* const rule = std::get_if<grammar::RuleDecl>(&decl.body))
      look(context, *rule, "rule", found);
    if (const auto* const value = std::get_if<grammar::ValueDecl>(&decl.body))
      look(context, *value, "value", found);
    if (const auto* const decision = std::get_if<grammar::DecisionDecl>(&decl.body))
      look(context, *decision, "decision", found);
  }
}

}  // namespace source_uncited_parts

Lint source_uncited() {
  return {
      .summary = "a rule, value or decision without a source",
      .reason =
          "An answer names the sources of what decided. Where none is cited, neither the person nor the next "
          "author can "
          "see why it is so.",
      .level = Level::note,
      .bad = R"(source decree "Decree on cards"
  checked 2025-05-01
end
fact age : whole from 0 to 120
fact lives_here : yes or no
rule «grown_up»
  age >= 18
end
decision card
  cites decree
  lives_here and grown_up
end
)",
      .good = R"(source decree "Decree on cards"
  checked 2025-05-01
end
fact age : whole from 0 to 120
fact lives_here : yes or no
rule grown_up
  cites decree
  age >= 18
end
decision card
  cites decree
  lives_here and grown_up
end
)",
      .run = source_uncited_parts::run,
  };
}

}  // namespace eligo::lint
