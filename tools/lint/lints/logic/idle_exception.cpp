// SPDX-License-Identifier: MIT
// Exceptions that take nothing away.
#include <algorithm>

#include "tools/lint/somebody.hpp"

namespace eligo::lint {
namespace logic_idle_exception_parts {

using program::Op;

/// What must hold for the exception to count: the parts of the root beside it. Nothing where the root is not such.
std::optional<std::vector<Claim>> beside(const program::Program& program, NodeId root, NodeId exception) {
  const program::Node& n = program.nodes[root];
  if (n.op != Op::all) return std::nullopt;
  std::vector<Claim> others;
  bool found = false;
  for (std::uint32_t i = 0; i < n.count; ++i) {
    const NodeId child = program.child(n, i);
    const program::Node& c = program.nodes[child];
    const bool is_it = c.op == Op::negation && program.child(c, 0) == exception;
    found = found || is_it;
    if (!is_it) others.push_back({child, Truth::yes});
  }
  if (!found) return std::nullopt;
  return others;
}

void look(const Context& context, NodeId root, const std::vector<check::Index>& exceptions,
          std::vector<Finding>& found) {
  for (const AskedLine& line : context.prover.lines()) {
    if (std::find(exceptions.begin(), exceptions.end(), line.line) == exceptions.end()) continue;
    std::optional<std::vector<Claim>> claims = beside(context.program, root, line.node);
    const Span place = context.prover.place_of(line);
    if (!claims || context.prover.cannot({{line.node, Truth::yes}}, {}, place))
      continue;  // that is said of the line
    claims->push_back({line.node, Truth::yes});
    if (!context.prover.cannot(*claims, {}, place)) continue;
    Finding finding{place, "the exception " + context.prover.words_of(line, context.sources()) +
                               " takes nothing away: whoever meets it is not in the rule without it either"};
    finding.help.push_back(
        "take it out, or look whether the rule or the exception is narrower than it should be");
    finding.witness =
        somebody(context, {{line.node, Truth::yes}}, "meets an exception that takes nothing away");
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (std::size_t i = 0; i < context.checked.rules.size(); ++i)
    look(context, context.program.rules[i].root, context.checked.rules[i].unless, found);
  for (std::size_t i = 0; i < context.checked.decisions.size(); ++i)
    if (!context.checked.decisions[i].is_typed)
      look(context, context.program.decisions[i].root, context.checked.decisions[i].unless, found);
}

}  // namespace logic_idle_exception_parts

Lint logic_idle_exception() {
  return {
      .summary = "an exception that takes nothing away",
      .reason =
          "Whoever is meant by it is kept out by the rule itself already; so the rule is narrower than its "
          "author thinks, "
          "or the exception asks the wrong thing. Proved for all people and days.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
rule grown_up
  age >= 18
  unless «baby» : age < 3
end
decision ticket
  grown_up
end
)",
      .good = R"(fact age : whole from 0 to 120
rule grown_up
  age >= 18
  unless senior : age >= 65
end
decision ticket
  grown_up
end
)",
      .run = logic_idle_exception_parts::run,
  };
}

}  // namespace eligo::lint
