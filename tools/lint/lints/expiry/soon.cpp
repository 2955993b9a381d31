// SPDX-License-Identifier: MIT
// What will end soon.
#include "tools/lint/lapse.hpp"

namespace eligo::lint {
namespace expiry_soon_parts {

void run(const Context& context, std::vector<Finding>& found) {
  const std::int64_t months = context.settings[0];
  each_lapse(context, [&](const Lapse& lapse) {
    if (lapse.from <= context.as_of) return;
    if (types::full_months(context.as_of, lapse.from, types::MissingDays::roll_back) >= months) return;
    Finding finding{lapse.span, lapse.what + " ends soon: from " + lapse.from.iso() + " on " + lapse.then};
    finding.help.push_back("if the law goes on, add the version that follows");
    finding.witness = shown(context, lapse);
    found.push_back(std::move(finding));
  });
}

}  // namespace expiry_soon_parts

Lint expiry_soon() {
  return {
      .summary = "a rule, value or decision that ends within the next months",
      .reason =
          "On that day everybody is refused, or hears that the case is not covered, unless somebody writes "
          "down what "
          "follows. The day on which the rules are looked at is today, or the one of `--as-of`.",
      .level = Level::note,
      .bad = R"(fact age : whole from 0 to 120
decision bonus
  until 2025-09-30 : age >= 65
  «since 2025-10-01» : not covered
end
)",
      .good = R"(fact age : whole from 0 to 120
decision bonus
  until 2025-09-30 : age >= 65
  since 2025-10-01 : age >= 67
end
)",
      .settings = {{"months", 6, "how many months before the day it is told."}},
      .by_day = true,
      .run = expiry_soon_parts::run,
  };
}

}  // namespace eligo::lint
