// SPDX-License-Identifier: MIT
// Versions that change nothing.
#include "tools/lint/below.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace logic_same_versions_parts {

template <typename Def>
void look(const Context& context, const Def& def, NodeId root, std::vector<Finding>& found) {
  const std::vector<NodeId> nodes = bodies(context.program, root, def.versions.size());
  for (std::size_t v = 1; v < def.versions.size() && v < nodes.size(); ++v) {
    const check::VersionDef &before = def.versions[v - 1], &version = def.versions[v];
    if (before.not_covered || version.not_covered || version.syntax == nullptr) continue;
    const bool condition = program::is_condition(context.program.nodes[nodes[v]].op) &&
                           program::is_condition(context.program.nodes[nodes[v - 1]].op);
    const bool same = condition ? context.prover.are_same(nodes[v - 1], nodes[v], {}, version.span)
                                : nodes[v - 1] == nodes[v];
    if (!same) continue;
    Finding finding{version.span, "from " + version.from.iso() + " on " + context.tick(def.name) +
                                      " is what it was before"};
    finding.labels.push_back({before.span, "the version before"});
    finding.help.push_back("change what should change then, or let the version before go on");
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (std::size_t i = 0; i < context.checked.rules.size(); ++i)
    look(context, context.checked.rules[i], context.program.rules[i].root, found);
  for (std::size_t i = 0; i < context.checked.values.size(); ++i)
    look(context, context.checked.values[i], context.program.values[i].root, found);
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i)
    look(context, context.checked.decisions[i], context.program.decisions[i].root, found);
}

}  // namespace logic_same_versions_parts

Lint logic_same_versions() {
  return {
      .summary = "a version that means the same as the one before it",
      .reason =
          "A version says that something changes on its day. Where nothing does, a figure was copied and not "
          "changed, or "
          "the change stands elsewhere.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
rule grown_up
  until 2024-12-31 : age >= 18
  «since 2025-01-01 : not (age < 18)»
end
decision ticket
  grown_up
end
)",
      .good = R"(fact age : whole from 0 to 120
rule grown_up
  until 2024-12-31 : age >= 21
  since 2025-01-01 : age >= 18
end
decision ticket
  grown_up
end
)",
      .run = logic_same_versions_parts::run,
  };
}

}  // namespace eligo::lint
