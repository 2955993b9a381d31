// SPDX-License-Identifier: MIT
// Conditions that lapse while the decision goes on.
#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "grammar/walk.hpp"
#include "tools/lint/lapse.hpp"
#include "tools/lint/somebody.hpp"

namespace eligo::lint {
namespace expiry_widening_parts {

using grammar::ExprKind;
using program::DayRange;

/// The rules that a decision asks as a condition (met: wider) and those that it asks as an obstacle (met: narrower).
class Asked {
 public:
  explicit Asked(const Context& context) : context_(context) {}

  void decision(const check::DecisionDef& decision) {
    for (const check::VersionDef& version : decision.versions)
      if (!version.not_covered) expression(version.body, true);
    for (const check::Index line : decision.unless) expression(context_.checked.lines[line].condition, false);
  }
  [[nodiscard]] bool as(check::Index rule, bool condition) const {
    return seen_.count({rule, condition}) != 0;
  }

 private:
  void expression(check::ExprId root, bool condition) {
    const grammar::Ast& ast = context_.ast();
    std::vector<std::pair<check::ExprId, bool>> open = {{root, condition}};
    while (!open.empty()) {
      const auto [now, met] = open.back();
      open.pop_back();
      const grammar::Expr& e = ast[now];
      if (context_.checked.refs[now].kind == check::Ref::Kind::rule)
        rule(context_.checked.refs[now].index, met);
      if (e.kind == ExprKind::block) {
        const grammar::Block& block = ast.blocks[e.value];
        const bool inner = block.kind == grammar::BlockKind::none_of ? !met : met;
        for (const grammar::Line& line : block.lines) open.emplace_back(line.condition, inner);
      } else if (e.kind == ExprKind::logical_not || e.kind == ExprKind::logical_and ||
                 e.kind == ExprKind::logical_or || e.kind == ExprKind::quantifier) {
        for (const check::ExprId child : grammar::children(ast, e))
          open.emplace_back(child, e.kind == ExprKind::logical_not ? !met : met);
      }
    }
  }

  void rule(check::Index index, bool met) {
    if (!seen_.insert({index, met}).second) return;
    const check::RuleDef& def = context_.checked.rules[index];
    for (const check::VersionDef& version : def.versions) expression(version.body, met);
    for (const check::Index line : def.unless) expression(context_.checked.lines[line].condition, !met);
  }

  const Context& context_;
  std::set<std::pair<check::Index, bool>> seen_;
};

/// The law days on which both versions are in force, without those on which something that the decision asks is not covered.
std::vector<DayRange> covered(const program::Decision& decision, const check::VersionDef& of,
                              const check::VersionDef& version) {
  std::vector<DayRange> days;
  std::int32_t from = std::max(of.from, version.from).days;
  const std::int32_t to = std::min(of.to, version.to).days;
  for (const DayRange& gap : decision.uncovered) {  // sorted
    if (gap.to < from) continue;
    if (gap.from > to) break;
    if (gap.from > from) days.push_back({from, gap.from - 1});
    from = gap.to + 1;
  }
  if (from <= to) days.push_back({from, to});
  return days;
}

/// On some day of the version somebody may get another answer than a no or not covered.
bool goes_on(const Context& context, std::size_t index, const check::VersionDef& version) {
  const program::Decision& lowered = context.program.decisions[index];
  for (const check::VersionDef& each : context.checked.decisions[index].versions) {
    if (is_lapse(context, each)) continue;
    for (const DayRange& days : covered(lowered, each, version))
      if (lowered.typed || !Prover::looks_at(days) ||
          context.prover.find({{lowered.root, Truth::yes}}, days).kind != analysis::Answer::Kind::no)
        return true;
  }
  return false;
}

bool is_explained(const Context& context, const check::VersionDef& version) {
  const auto* const amendment = context.body<grammar::AmendDecl>(version.decl);
  return !version.syntax->body.cites.empty() || (amendment != nullptr && !amendment->cites.empty());
}

/// Whoever the condition kept out until the day before.
std::string let_in(const Context& context, check::Index rule, std::size_t version) {
  const program::Program& program = context.program;
  const check::RuleDef& def = context.checked.rules[rule];
  const NodeId root = program.rules[rule].root;
  // Exceptions stand beside the versions.
  const NodeId versions = def.unless.empty() ? root : program.child(program.nodes[root], 0);
  if (program.nodes[versions].op != program::Op::condition_versions) return "";
  const NodeId old = program.child(program.nodes[versions], static_cast<std::uint32_t>(version - 1));
  const types::Date from = def.versions[version].from;
  const bool must_be = context.ast()[def.versions[version].body].kind == ExprKind::always;
  return before_and_since(context, std::string(context.view(def.name)), root,
                          {{old, must_be ? Truth::no : Truth::yes}}, from, from);
}

void run(const Context& context, std::vector<Finding>& found) {
  for (std::size_t d = 0; d < context.checked.decisions.size(); ++d) {
    const check::DecisionDef& decision = context.checked.decisions[d];
    Asked asked(context);
    asked.decision(decision);
    for (check::Index r = 0; r < context.checked.rules.size(); ++r) {
      const check::RuleDef& rule = context.checked.rules[r];
      for (std::size_t v = 1; v < rule.versions.size(); ++v) {  // what the first one says is no change
        const check::VersionDef& version = rule.versions[v];
        const ExprKind kind = context.ast()[version.body].kind;
        const bool lapses = (kind == ExprKind::always && asked.as(r, true)) ||
                            (kind == ExprKind::never && asked.as(r, false));
        if (!lapses || is_explained(context, version) || !goes_on(context, d, version)) continue;
        Finding finding{context.ast()[version.body].span,
                        "from " + version.from.iso() + " on " + context.tick(rule.name) +
                            " keeps nobody out of " + context.tick(decision.name) +
                            ", and no source is cited for that"};
        finding.help.push_back(
            "cite the source that ends the condition, behind the version; if it was a way to a right, "
            "it ends with `never`");
        finding.witness = let_in(context, r, v);
        found.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace expiry_widening_parts

Lint expiry_widening() {
  return {
      .summary = "a condition that ends, without a source, while its decision goes on",
      .reason =
          "A way to a right that has ended leaves nobody in: `never`. A condition that has ended keeps "
          "nobody out: "
          "`always`, and everybody meets it from then on. The two are easily taken for one another, so the "
          "wider one "
          "must say where it stands in the law. Where nobody can get a yes any more, as where something else "
          "that the "
          "decision asks has ended, nothing is said.",
      .level = Level::warning,
      .bad = R"(fact lives_here : yes or no
rule resident
  until 2024-12-31 : lives_here
  since 2025-01-01 : «always»
end
decision card
  resident
end
)",
      .good = R"(source decree "Decree on cards"
  checked 2025-05-01
end
fact lives_here : yes or no
rule resident
  until 2024-12-31 : lives_here
  since 2025-01-01 : always
    cites decree
end
decision card
  resident
end
)",
      .run = expiry_widening_parts::run,
  };
}

}  // namespace eligo::lint
