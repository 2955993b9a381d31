// SPDX-License-Identifier: MIT
// Waivers without a reason.
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace waiver_unexplained_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const Waiver& waiver : context.waivers) {
    if (!waiver.is_readable || !waiver.reason.empty()) continue;
    Finding finding{waiver.comment, "no reason is given"};
    finding.help.push_back("write `because` and why it is meant so behind the name of the check");
    found.push_back(std::move(finding));
  }
}

}  // namespace waiver_unexplained_parts

Lint waiver_unexplained() {
  return {
      .summary = "a comment that allows something and does not say why",
      .reason = "The next reader cannot tell whether the reason still holds, so the comment stays for ever.",
      .level = Level::warning,
      .bad = R"(fact lives_here : yes or no
fact has_pet : yes or no  «# lint: allow unused/fact»
decision card
  lives_here
end
)",
      .good = R"(fact lives_here : yes or no
fact has_pet : yes or no  # lint: allow unused/fact because the form of next year asks it
decision card
  lives_here
end
)",
      .after_others = true,
      .run = waiver_unexplained_parts::run,
  };
}

}  // namespace eligo::lint
