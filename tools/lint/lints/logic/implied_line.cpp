// SPDX-License-Identifier: MIT
// Lines that another line of the block makes superfluous.
#include <set>
#include <utility>

#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_implied_line_parts {

constexpr std::size_t most_lines = 40;  // of a block: each is compared with each

void look(const Context& context, bool all, const std::vector<AskedLine>& lines,
          std::vector<Finding>& found) {
  std::vector<bool> gone(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < lines.size() && !gone[i]; ++j) {
      if (i == j || gone[j]) continue;
      // In `all of` the wider of two asks nothing; in `any of` the narrower one helps nobody.
      if (!(all ? implies(context, lines[j], lines[i]) : implies(context, lines[i], lines[j]))) continue;
      const bool same = all ? implies(context, lines[i], lines[j]) : implies(context, lines[j], lines[i]);
      if (same && i < j) continue;  // of two that say the same, the later one
      gone[i] = true;
      const std::string mine = context.prover.words_of(lines[i], context.sources());
      const std::string other = context.prover.words_of(lines[j], context.sources());
      Finding finding{context.prover.place_of(lines[i]),
                      same && mine == other ? mine + " stands twice in this block"
                      : same                ? mine + " says the same as " + other
                      : all                 ? mine + " asks nothing: whoever meets " + other + " meets it"
                                            : mine + " helps nobody: whoever meets it meets " + other};
      finding.labels.push_back({context.prover.place_of(lines[j]), "the other line"});
      finding.help.push_back("take it out, or look which of the two should ask something else");
      found.push_back(std::move(finding));
    }
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  std::set<std::vector<check::Index>> seen;
  for (const LineBlock& block : line_blocks(context)) {
    std::vector<check::Index> names;
    for (const AskedLine& line : block.lines) names.push_back(line.line);
    if (names.size() < 2 || !seen.insert(std::move(names)).second) continue;
    if (block.lines.size() > most_lines)
      context.prover.give_up(context.prover.place_of(block.lines.front()));
    else
      look(context, block.all, block.lines, found);
  }
}

}  // namespace logic_implied_line_parts

Lint logic_implied_line() {
  return {
      .summary = "a line that another line of its block makes superfluous",
      .reason =
          "Among `all of`, a line that everybody meets who meets another one keeps nobody out; among `any "
          "of`, a line whose "
          "people all meet another one lets nobody in. Often a figure or a name was copied and not changed.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  all of
    local    : resident
    adult    : age >= 18
    «no_child» : age >= 12
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
fact resident : yes or no
decision ticket
  all of
    local   : resident
    adult   : age >= 18
    working : age < 65
  end
end
)",
      .run = logic_implied_line_parts::run,
  };
}

}  // namespace eligo::lint
