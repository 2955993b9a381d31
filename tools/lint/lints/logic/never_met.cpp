// SPDX-License-Identifier: MIT
// Lines that nobody can meet.
#include <algorithm>
#include <set>

#include "tools/lint/below.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace {

void run(const Context& context, std::vector<Finding>& found) {
  Prover& prover = context.prover;
  std::set<NodeId> known;  // what stands on such a line is said there
  for (const AskedLine& line : prover.lines()) {
    const text::Span place = prover.place_of(line);
    if (!prover.cannot({{line.node, Truth::yes}}, line.days, place)) continue;
    const bool said = is_above(prover.program(), line.node, known);
    known.insert(line.node);
    if (said) continue;
    Finding finding{place, "nobody can meet " + prover.words_of(line, context.sources())};
    finding.help.push_back(
        "look for parts that exclude one another, for figures that were mixed up, and for `all of` in place "
        "of `any of`");
    found.push_back(std::move(finding));
  }
}

}  // namespace

Lint logic_never_met() {
  return {
      .summary = "a line that nobody can meet, on any day on which it stands",
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
      .run = run,
  };
}

}  // namespace eligo::lint
