// SPDX-License-Identifier: MIT
// What has ended.
#include "tools/lint/lapse.hpp"

namespace eligo::lint {
namespace expiry_ended_parts {

void run(const Context& context, std::vector<Finding>& found) {
  each_lapse(context, [&](const Lapse& lapse) {
    if (context.as_of < lapse.from) return;
    Finding finding{lapse.span, lapse.what + " has ended: since " + lapse.from.iso() + " " + lapse.then};
    finding.help.push_back(
        "if the law goes on, add the version that follows; the old ones stay, for questions about their "
        "days");
    finding.witness = shown(context, lapse);
    found.push_back(std::move(finding));
  });
}

}  // namespace expiry_ended_parts

Lint expiry_ended() {
  return {
      .summary = "a rule, value or decision whose last version has ended",
      .reason =
          "From that day on everybody is refused, or hears that the case is not covered. That may be the "
          "law; or the "
          "next decree has not been written down yet.",
      .level = Level::note,
      .bad = R"(fact age : whole from 0 to 120
decision bonus
  until 2024-12-31 : age >= 65
  «since 2025-01-01» : not covered
end
)",
      .good = R"(fact age : whole from 0 to 120
decision bonus
  until 2024-12-31 : age >= 65
  since 2025-01-01 : age >= 67
end
)",
      .by_day = true,
      .run = expiry_ended_parts::run,
  };
}

}  // namespace eligo::lint
