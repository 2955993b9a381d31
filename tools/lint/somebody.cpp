// SPDX-License-Identifier: MIT
// Looks for people whom a finding can be shown on.
#include "tools/lint/somebody.hpp"

#include <algorithm>
#include <optional>

#include "eligo/eligo.hpp"
#include "interpreter/eval/evaluate.hpp"
#include "tools/witness/test_block.hpp"

namespace eligo::lint {
namespace {

using analysis::Witness;

bool asks(const Context& context, const program::Decision& decision, NodeId node, types::Date law_day) {
  const std::vector<NodeId> below = eval::nodes_below(context.program, decision.root, law_day);
  return std::find(below.begin(), below.end(), node) != below.end();
}

std::string verdict_on(const Context& context, const program::Decision& decision,
                       const eval::Profile& profile, types::Date day) {
  eval::Scratch scratch;
  scratch.days = eval::Days(context.program, day, day);
  return to_string(static_cast<Verdict>(eval::decide(decision, profile, scratch)));
}

std::string test_of(const Context& context, std::size_t decision, const std::string& title, types::Date day,
                    const eval::Profile& profile) {
  const std::string verdict = verdict_on(context, context.program.decisions[decision], profile, day);
  const std::string name(context.view(context.checked.decisions[decision].name));
  return witness::test_block({context.checked, context.program}, title, day, profile, name + " " + verdict);
}

}  // namespace

std::string somebody(const Context& context, const std::vector<Claim>& claims, const std::string& title) {
  for (std::size_t i = 0; i < context.program.decisions.size(); ++i) {
    const program::Decision& decision = context.program.decisions[i];
    if (decision.typed) continue;
    for (const Truth::State state : {Truth::no, Truth::yes}) {
      std::vector<Claim> all = claims;
      all.push_back({decision.root, state});
      const std::optional<Witness> who = context.prover.find(all, {}).witness;
      if (who && asks(context, decision, claims[0].condition, who->day))
        return test_of(context, i, title, who->day, who->profile);
    }
  }
  return "";
}

std::string before_and_since(const Context& context, const std::string& name, NodeId thing,
                             const std::vector<Claim>& claims, types::Date asked_on, types::Date since) {
  const types::Date before{since.days - 1};
  for (std::size_t i = 0; i < context.program.decisions.size(); ++i) {
    const program::Decision& decision = context.program.decisions[i];
    if (decision.typed || !(asks(context, decision, thing, before) || asks(context, decision, thing, since)))
      continue;
    std::vector<Claim> all = claims;
    all.push_back({decision.root, Truth::yes});
    const std::optional<Witness> who = context.prover.find(all, {asked_on.days, asked_on.days}).witness;
    if (!who || verdict_on(context, decision, who->profile, before) ==
                    verdict_on(context, decision, who->profile, since))
      continue;
    return test_of(context, i, name + ", before " + since.iso(), before, who->profile) +
           test_of(context, i, name + ", since " + since.iso(), since, who->profile);
  }
  return "";
}

}  // namespace eligo::lint
