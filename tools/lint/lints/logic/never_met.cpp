// SPDX-License-Identifier: MIT
// Lines that nobody can meet.
#include <set>

#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_never_met_parts {

/// Versions of which no line is to blame alone.
template <typename Def>
void look(const Context& context, const Def& def, NodeId root, const std::set<NodeId>& known,
          std::vector<Finding>& found) {
  const std::vector<NodeId> nodes = bodies(context.program, root, def.versions.size());
  for (std::size_t v = 0; v < nodes.size(); ++v) {
    const check::VersionDef& version = def.versions[v];
    const program::Op op = context.program.nodes[nodes[v]].op;
    if (version.not_covered || version.syntax == nullptr || op == program::Op::truth ||
        !program::is_condition(op) || is_above(context.program, nodes[v], known) ||
        !context.prover.cannot({{nodes[v], Truth::yes}}, {version.from.days, version.to.days}, version.span))
      continue;
    Finding finding{version.span, "nobody can meet this version of " + context.tick(def.name)};
    finding.help.push_back(
        "look which of its parts exclude one another, and for `all of` in place of `any of`");
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  const auto nobody = [&](const AskedLine& line, Span place) {
    return context.prover.cannot({{line.node, Truth::yes}}, line.days, place);
  };
  const std::set<NodeId> known =
      find_lines(context, nobody, "nobody can meet",
                 "look for parts that exclude one another, for figures that were mixed up, and "
                 "for `all of` in place of `any of`",
                 found);
  for (std::size_t i = 0; i < context.checked.rules.size(); ++i)
    look(context, context.checked.rules[i], context.program.rules[i].root, known, found);
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i)
    if (!context.checked.decisions[i].is_typed)
      look(context, context.checked.decisions[i], context.program.decisions[i].root, known, found);
}

}  // namespace logic_never_met_parts

Lint logic_never_met() {
  return {
      .summary = "a line or version that nobody can meet, on any day on which it stands",
      .reason =
          "It looks like a way to the answer and is none: among `any of` it helps nobody, among `all of` it "
          "shuts out "
          "everybody. Proved for all people and days, from the types and ranges of the facts and the cells "
          "of tables.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  any of
    local   : resident
    «student» : age >= 18 and age < 16
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  any of
    local   : resident
    student : age >= 16 and age < 18
  end
end
)",
      .run = logic_never_met_parts::run,
  };
}

}  // namespace eligo::lint
