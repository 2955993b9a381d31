// SPDX-License-Identifier: MIT
// Waivers that cannot be read, or name no check.
#include "grammar/text/suggest.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace waiver_unknown_parts {

void run(const Context& context, std::vector<Finding>& found) {
  std::vector<std::string_view> codes;
  for (const Lint& lint : lints()) codes.push_back(lint.code);
  for (const Waiver& waiver : context.waivers) {
    if (!waiver.is_readable) {
      Finding finding{waiver.comment, "expected `allow`, the name of a check and `because` after `lint:`"};
      finding.help.push_back("write `# lint: allow unused/fact because …`");
      found.push_back(std::move(finding));
      continue;
    }
    for (const Waiver::Allowed& allowed : waiver.allowed) {
      const Lint* const lint = find_lint(allowed.code);
      if (lint != nullptr && !lint->after_others) continue;
      Finding finding{allowed.span, lint == nullptr ? "there is no check `" + allowed.code + "`"
                                                    : "`" + allowed.code + "` cannot be allowed"};
      const std::string_view meant = lint == nullptr ? text::nearest(allowed.code, codes) : "";
      if (!meant.empty()) finding.help.push_back("did you mean `" + std::string(meant) + "`?");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace waiver_unknown_parts

Lint waiver_unknown() {
  return {
      .summary = "a comment that allows something there is no check for",
      .reason = "It silences nothing, though it looks as if it did.",
      .level = Level::warning,
      .bad = R"(fact lives_here : yes or no
fact has_pet : yes or no  # lint: allow «unused/facts» because the form of next year asks it
decision card
  lives_here or has_pet
end
)",
      .good = R"(fact lives_here : yes or no
fact has_pet : yes or no  # lint: allow unused/fact because the form of next year asks it
decision card
  lives_here
end
)",
      .after_others = true,
      .run = waiver_unknown_parts::run,
  };
}

}  // namespace eligo::lint
