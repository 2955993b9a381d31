// SPDX-License-Identifier: MIT
// Lines that another line of the block makes superfluous.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "interpreter/types/sort_unique.hpp"
#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_implied_line_parts {

constexpr std::size_t most_pairs = 40'000;  // of lines of a block that ask about one fact

/// The facts and days that each line asks about, sorted.
std::vector<std::vector<std::uint32_t>> asked_by(const program::Program& program,
                                                 const std::vector<AskedLine>& lines) {
  std::vector<std::vector<std::uint32_t>> all;
  for (const AskedLine& line : lines) {
    std::vector<std::uint32_t>& slots = all.emplace_back();
    for (const NodeId id : analysis::all_below(program, {line.node})) {
      const program::Node& n = program.nodes[id];
      const bool by_day = n.op == program::Op::value_versions || n.op == program::Op::condition_versions;
      if (program::asks_slot(n.op) || by_day)
        slots.push_back(by_day ? program.today() : std::min(n.payload, program.today()));
    }
    types::sort_unique(slots);
  }
  return all;
}

/// Of lines about different facts, whatever one is says nothing of the other.
class Pairs {
 public:
  Pairs(const program::Program& program, const std::vector<AskedLine>& lines)
      : asked_(asked_by(program, lines)) {}

  [[nodiscard]] bool are_related(std::size_t i, std::size_t j) const {
    std::vector<std::uint32_t> both;
    std::set_intersection(asked_[i].begin(), asked_[i].end(), asked_[j].begin(), asked_[j].end(),
                          std::back_inserter(both));
    return !both.empty();
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t all = 0;
    for (std::size_t i = 0; i < asked_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) all += are_related(i, j) ? 2 : 0;
    return all;
  }

 private:
  std::vector<std::vector<std::uint32_t>> asked_;  // by line
};

void look(const Context& context, bool all, const std::vector<AskedLine>& lines, const Pairs& pairs,
          std::vector<Finding>& found) {
  std::vector<bool> gone(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = 0; j < lines.size() && !gone[i]; ++j) {
      if (i == j || gone[j] || !pairs.are_related(i, j)) continue;
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
    const Pairs pairs(context.program, block.lines);
    if (pairs.count() > most_pairs)
      context.prover.give_up(context.prover.place_of(block.lines.front()));
    else
      look(context, block.all, block.lines, pairs, found);
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
