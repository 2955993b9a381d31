// SPDX-License-Identifier: MIT
// Lines without which every decision would answer the same.
#include <algorithm>
#include <map>

#include "interpreter/analysis/subject.hpp"
#include "tools/lint/lines.hpp"

namespace eligo::lint {
namespace logic_idle_line_parts {

using analysis::Omission;

// Conditions looked at, over all lines and decisions.
constexpr std::size_t most_conditions = 1'000'000;

/// A line in a block of lines.
struct Place {
  AskedLine line;
  const LineBlock* block = nullptr;
};

/// Every line that stands in one block alone, those within others last.
std::vector<Place> places(const std::vector<LineBlock>& blocks) {
  std::map<check::Index, std::vector<Place>> by_line;
  for (const LineBlock& block : blocks) {
    for (const AskedLine& line : block.lines) {
      if (!Prover::looks_at(line.days)) continue;
      std::vector<Place>& its = by_line[line.line];
      if (its.empty() || its.back().block->node != block.node) its.push_back({line, &block});
    }
  }
  std::vector<Place> all;
  for (auto& [line, its] : by_line)
    if (its.size() == 1) all.push_back(std::move(its.front()));
  std::stable_sort(all.begin(), all.end(),
                   [](const Place& a, const Place& b) { return a.line.node > b.line.node; });
  return all;
}

class Look {
 public:
  explicit Look(const Context& context)
      : context_(context), prover_(context.prover), blocks_(line_blocks(context)) {
    for (const program::Decision& decision : context.program.decisions)
      cones_.push_back(analysis::all_below(context.program, analysis::Subject::conditions_of(decision)));
  }

  void run(std::vector<Finding>& found) {
    for (const Place& place : places(blocks_)) {
      if (spent_ > most_conditions) return prover_.give_up(prover_.place_of(place.line));
      if (!is_idle(place)) continue;
      const bool said = is_said_elsewhere(place);
      idle_.push_back(place.line.node);
      if (said) continue;
      found.push_back(
          {prover_.place_of(place.line),
           prover_.words_of(place.line, context_.sources()) +
               " changes no answer: without it everybody gets the same",
           {},
           {"take it out, or look whether it should ask something else; what is asked elsewhere covers it"}});
    }
  }

 private:
  /// No decision that asks it answers anybody otherwise without it, and one asks it.
  [[nodiscard]] bool is_idle(const Place& place) {
    bool asked = false;
    for (std::size_t d = 0; d < cones_.size(); ++d) {
      if (!std::binary_search(cones_[d].begin(), cones_[d].end(), place.block->node)) continue;
      const program::Decision& decision = context_.program.decisions[d];
      const auto omission = Omission::of(context_.program, decision, place.block->node, place.line.node);
      spent_ += cones_[d].size();
      // What an amount depends on is not followed.
      if (decision.typed || !omission ||
          prover_.matters(decision, *omission, prover_.place_of(place.line)) != false)
        return false;
      asked = true;
    }
    return asked;
  }

  /// Where a finding of another check is the reason.
  [[nodiscard]] bool is_said_elsewhere(const Place& place) {
    const auto never = [&](const AskedLine& line, Truth::State state) {
      return prover_.cannot({{line.node, state}}, line.days, prover_.place_of(line));
    };
    const auto stands_on_block = [&](NodeId node) {
      return is_above(context_.program, node, {place.block->node});
    };
    if (std::any_of(idle_.begin(), idle_.end(), stands_on_block)) return true;
    for (const AskedLine& line : prover_.lines())
      if ((line.line == place.line.line || stands_on_block(line.node)) &&
          (never(line, Truth::yes) || never(line, Truth::no)))
        return true;
    for (const AskedLine& other : place.block->lines)
      if (other.line != place.line.line &&
          (place.block->all ? implies(context_, other, place.line) : implies(context_, place.line, other)))
        return true;
    const Span at = prover_.place_of(place.line);
    for (const program::Decision& decision : context_.program.decisions)
      if (!decision.typed && stands_on_block(decision.root) &&
          (prover_.can(decision, eval::Verdict::yes, at).kind != analysis::Answer::Kind::yes ||
           prover_.can(decision, eval::Verdict::no, at).kind != analysis::Answer::Kind::yes))
        return true;
    return false;
  }

  const Context& context_;
  Prover& prover_;
  std::vector<LineBlock> blocks_;
  std::vector<std::vector<NodeId>> cones_;  // by decision
  std::vector<NodeId> idle_;
  std::size_t spent_ = 0;
};

void run(const Context& context, std::vector<Finding>& found) {
  Look(context).run(found);
}

}  // namespace logic_idle_line_parts

Lint logic_idle_line() {
  return {
      .summary = "a line without which every decision would answer the same",
      .reason =
          "Whoever reads it believes that it keeps somebody out or lets somebody in. It does neither, since "
          "other "
          "lines, of this rule or of those that ask it, say as much already. It may stand there on purpose, "
          "for the "
          "reasons that "
          "people are told. Proved for all people and days.",
      .level = Level::note,
      .bad = R"(fact age : whole from 0 to 120
fact resident : yes or no
rule person
  all of
    local : resident
    «young» : age < 30
  end
end
decision ticket
  all of
    person
    child : age < 12
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
fact resident : yes or no
rule person
  all of
    local : resident
    young : age < 30
  end
end
decision ticket
  all of
    person
    grown_up : age >= 18
  end
end
)",
      .run = logic_idle_line_parts::run,
  };
}

}  // namespace eligo::lint
