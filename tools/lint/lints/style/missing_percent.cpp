// SPDX-License-Identifier: MIT
// A figure without `%` among percentages.
#include <algorithm>

#include "interpreter/types/decimal.hpp"
#include "tools/lint/figures.hpp"

namespace eligo::lint {
namespace style_missing_percent_parts {

using types::Decimal;

/// "8500 %" of 85: what it is, as the others are written. Nothing of a share, from 0 to 1.
std::optional<std::string> as_percentage(const Figure& figure) {
  const std::optional<Decimal> number = Decimal::parse(figure.written);
  if (!number || !(*Decimal::parse("1") < *number)) return std::nullopt;
  const std::optional<Decimal> hundredfold = Decimal::multiply(*number, *Decimal::parse("100"));
  return hundredfold ? std::optional<std::string>(hundredfold->str() + " %") : std::nullopt;
}

void look(const Alike& figures, std::vector<Finding>& found) {
  const auto percentage = std::find_if(figures.begin(), figures.end(),
                                       [](const Figure& figure) { return figure.is_percentage(); });
  if (percentage == figures.end()) return;
  for (const Figure& figure : figures) {
    if (figure.is_percentage() || figure.base != types::Base::decimal) continue;
    const std::optional<std::string> meant = as_percentage(figure);
    if (!meant) continue;
    Finding finding{figure.span, "`" + figure.written + "` is " + *meant + ", among percentages"};
    finding.labels.push_back({percentage->span, "a percentage stands here"});
    finding.help.push_back("if a percentage is meant, write `" + figure.written + " %`");
    found.push_back(std::move(finding));
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Alike& figures : alike_figures(context)) look(figures, found);
}

}  // namespace style_missing_percent_parts

Lint style_missing_percent() {
  return {
      .summary = "a figure without `%` where others of its kind are percentages",
      .reason =
          "`85` where the version before says `80 %` is eighty-five times the amount. Nothing else shows it: "
          "both are "
          "decimal numbers. Looked at are the versions and cases of one value, and the cells of one column; "
          "figures "
          "from 0 to 1 are shares and may stand beside percentages.",
      .level = Level::warning,
      .bad = R"(fact income : decimal from 0
value share : decimal
  until 2025-12-31 : 80 %
  since 2026-01-01 : «85»
end
decision help
  income * share < 1000
end
)",
      .good = R"(fact income : decimal from 0
value share : decimal
  until 2025-12-31 : 80 %
  since 2026-01-01 : 85 %
end
decision help
  income * share < 1000
end
)",
      .run = style_missing_percent_parts::run,
  };
}

}  // namespace eligo::lint
