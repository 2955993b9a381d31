// SPDX-License-Identifier: MIT
// `at least 1 of`.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_at_least_one_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Block& block : context.ast().blocks) {
    if (block.kind != grammar::BlockKind::at_least || block.at_least != 1) continue;
    Finding finding{block.opener, "`at least 1 of` is `any of`"};
    finding.fixes.push_back({"write `any of`", {{block.opener, "any of"}}});
    found.push_back(std::move(finding));
  }
}

}  // namespace style_at_least_one_parts

Lint style_at_least_one() {
  return {
      .summary = "`at least 1 of`",
      .reason =
          "There is one way to say it: `any of`. A reader who sees a number looks for the reason why it is "
          "that one.",
      .level = Level::warning,
      .bad = R"(fact student : yes or no
fact senior : yes or no
decision reduced
  «at least 1 of»
    studies : student
    is_old  : senior
  end
end
)",
      .good = R"(fact student : yes or no
fact senior : yes or no
decision reduced
  any of
    studies : student
    is_old  : senior
  end
end
)",
      .every_file = true,
      .run = style_at_least_one_parts::run,
  };
}

}  // namespace eligo::lint
