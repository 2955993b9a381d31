// SPDX-License-Identifier: MIT
// Questions that were given up.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace logic_not_analysed_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const Prover::GivenUp& one : context.prover.given_up()) {
    const std::string_view text = context.sources().view(one.place);
    Finding finding{one.place, "not analysed: a question about `" +
                                   std::string(text.substr(0, text.find('\n'))) +
                                   "` was given up, so the checks of `logic` do not say all about it"};
    if (one.at && one.at->size() != 0)
      finding.labels.push_back({*one.at, "what this comes to could not be settled"});
    found.push_back(std::move(finding));
  }
}

}  // namespace logic_not_analysed_parts

Lint logic_not_analysed() {
  return {
      .summary = "a line or decision about which the checks of `logic` say nothing",
      .reason =
          "Sums and products of several facts, and lists with many members, can be more than the proofs have "
          "time for. "
          "Nothing is guessed then, and nothing is kept silent.",
      .level = Level::note,
      .bad = R"(fact width : whole from 2 to 100000
fact depth : whole from 2 to 100000
decision plot
  «width * depth is 1000003»
end
)",
      .good = R"(fact width : whole from 2 to 100000
fact depth : whole from 2 to 100000
decision plot
  width is 100 and depth is 10
end
)",
      .after_others = true,
      .run = logic_not_analysed_parts::run,
  };
}

}  // namespace eligo::lint
