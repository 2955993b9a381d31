// SPDX-License-Identifier: MIT
// Lines that another line of the block makes superfluous.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "interpreter/types/sort_unique.hpp"
#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_implied_line_parts {

constexpr std::size_t most_pairs = 20'000;  // of lines of a block that ask about one fact

/// The facts and days that a line asks about, sorted.
std::vector<std::uint32_t> asked_by(const program::Program& program, NodeId line) {
  std::vector<std::uint32_t> slots;
  for (const NodeId id : analysis::all_below(program, {line})) {
    const program::Node& n = program.nodes[id];
    if (program::asks_slot(n.op)) slots.push_back(std::min(n.payload, program.today()));
    if (n.op == program::Op::value_versions || n.op == program::Op::condition_versions)
      slots.push_back(program.today());
  }
  types::sort_unique(slots);
  return slots;
}

/// By line, the others that ask about a fact of it, in order: of lines about different facts, whatever one is says nothing of the
/// other. Nothing where there are too many.
std::optional<std::vector<std::vector<std::size_t>>> related(const program::Program& program,
                                                             const std::vector<AskedLine>& lines) {
  std::vector<std::vector<std::uint32_t>> asked;
  std::map<std::uint32_t, std::vector<std::size_t>> by_slot;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    asked.push_back(asked_by(program, lines[i].node));
    for (const std::uint32_t slot : asked.back()) by_slot[slot].push_back(i);
  }
  std::vector<std::vector<std::size_t>> all;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::size_t>& others = all.emplace_back();
    for (const std::uint32_t slot : asked[i])
      others.insert(others.end(), by_slot[slot].begin(), by_slot[slot].end());
    types::sort_unique(others);
    others.erase(std::remove(others.begin(), others.end(), i), others.end());
    pairs += others.size();
    if (pairs > most_pairs) return std::nullopt;
  }
  return all;
}

void look(const Context& context, bool all, const std::vector<AskedLine>& lines,
          const std::vector<std::vector<std::size_t>>& related, std::vector<Finding>& found) {
  std::vector<bool> gone(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::size_t j : related[i]) {
      if (gone[i]) break;
      if (gone[j]) continue;
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
    if (const auto others = related(context.program, block.lines))
      look(context, block.all, block.lines, *others, found);
    else
      context.prover.give_up(context.prover.place_of(block.lines.front()));
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
