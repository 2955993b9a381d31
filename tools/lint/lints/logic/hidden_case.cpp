// SPDX-License-Identifier: MIT
// Cases that earlier ones hide.
#include "tools/lint/somebody.hpp"

namespace eligo::lint {
namespace logic_hidden_case_parts {

using program::Op;

/// The case's condition where it stands in this `when`; the `when` itself where it was first written elsewhere.
Span place_of(const Context& context, NodeId when, NodeId condition) {
  const Span whole = context.program.node_spans[when], part = context.program.node_spans[condition];
  return part.size() != 0 && whole.holds(part) ? part : whole;
}

void look(const Context& context, NodeId id, std::vector<Finding>& found) {
  const program::Node& n = context.program.nodes[id];
  std::vector<Claim> earlier;
  for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
    const NodeId condition = context.program.child(n, i);
    const Span place = place_of(context, id, condition);
    const bool alone_never = context.prover.cannot({{condition, Truth::yes}}, {}, place);
    std::vector<Claim> reached = earlier;
    reached.push_back({condition, Truth::yes});
    if (context.prover.cannot(reached, {}, place)) {
      Finding finding{place,
                      alone_never
                          ? "nobody is ever in this case"
                          : "nobody gets to this case: the ones before it take everybody who would be in it"};
      finding.help.push_back(alone_never ? "look for parts that exclude one another"
                                         : "put the narrower case first, or take this one out");
      if (!alone_never)
        finding.witness = somebody(context, {{condition, Truth::yes}}, "would be in a case that is hidden");
      found.push_back(std::move(finding));
    }
    earlier.push_back({condition, Truth::no});
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (NodeId id = 0; id < context.program.nodes.size(); ++id) {
    const Op op = context.program.nodes[id].op;
    const bool is_when = op == Op::value_when || op == Op::condition_when;
    // A count is made of such nodes too; those nobody wrote.
    if (is_when && context.program.node_spans[id].size() != 0 &&
        context.sources().view(context.program.node_spans[id]).substr(0, 4) == "when")
      look(context, id, found);
  }
}

}  // namespace logic_hidden_case_parts

Lint logic_hidden_case() {
  return {
      .summary = "a case of `when` that nobody gets to",
      .reason =
          "The first case that fits counts. One that stands behind a wider case is never reached: whoever "
          "wrote it thinks "
          "of people who get something else. Proved for all people and days.",
      .level = Level::error,
      .bad = R"(fact age : whole from 0 to 120
value fee : whole
  when age < 18     then 5
  else when «age < 6» then 0
  else 10
end
decision cheap
  fee <= 5
end
)",
      .good = R"(fact age : whole from 0 to 120
value fee : whole
  when age < 6       then 0
  else when age < 18 then 5
  else 10
end
decision cheap
  fee <= 5
end
)",
      .run = logic_hidden_case_parts::run,
  };
}

}  // namespace eligo::lint
