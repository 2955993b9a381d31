// SPDX-License-Identifier: MIT
// Waivers that silence nothing.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace waiver_unused_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const Waiver& waiver : context.waivers) {
    for (const Waiver::Allowed& allowed : waiver.allowed) {
      if (allowed.used || find_lint(allowed.code) == nullptr) continue;
      Finding finding{allowed.span, "there is no finding `" + allowed.code + "` here to allow"};
      if (waiver.allowed.size() == 1)
        finding.fixes.push_back({"take the comment out", {{waiver.removal, ""}}});
      else
        finding.help.push_back("take it out of the list");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace waiver_unused_parts

Lint waiver_unused() {
  return {
      .summary = "a comment that allows what is not there",
      .reason =
          "The rules were mended, or the comment stands at another line than the finding. It would silence "
          "the next "
          "finding there, for a reason that nobody thought of.",
      .level = Level::warning,
      .bad = R"(fact lives_here : yes or no
decision card
  lives_here  # lint: allow «style/double_negation» because the law says it so
end
)",
      .good = R"(fact lives_here : yes or no
decision card
  lives_here
end
)",
      .after_others = true,
      .run = waiver_unused_parts::run,
  };
}

}  // namespace eligo::lint
