// SPDX-License-Identifier: MIT
// Files that `eligo fmt` would change.
#include "eligo/eligo.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_layout_parts {

/// What stands on the first line that differs.
Span first_difference(const text::SourceSet& sources, text::SourceId source, std::string_view laid_out) {
  const std::string_view bytes = sources.bytes(source);
  std::uint32_t at = 0;
  while (at < bytes.size() && at < laid_out.size() && bytes[at] == laid_out[at]) ++at;
  const std::string_view line = sources.line(source, sources.position(source, at).line);
  const auto begin = static_cast<std::uint32_t>(line.data() - bytes.data());
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {source, begin, begin};
  const std::size_t last = line.find_last_not_of(" \t\r") + 1;
  return {source, static_cast<std::uint32_t>(begin + first), static_cast<std::uint32_t>(begin + last)};
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const check::Unit& unit : context.loaded.units) {
    const std::string name(context.sources().name(unit.source));
    const std::string text(context.sources().bytes(unit.source));
    const Formatted made = format(name, text);
    if (!made.text || *made.text == text) continue;
    Finding finding{first_difference(context.sources(), unit.source, *made.text),
                    "from here on the file is laid out otherwise than `eligo fmt` does it"};
    finding.help.push_back("`eligo fmt` lays it out, and changes nothing but blanks and line ends");
    found.push_back(std::move(finding));
  }
}

}  // namespace style_layout_parts

Lint style_layout() {
  return {
      .summary = "a file that `eligo fmt` would change",
      .reason =
          "With one layout for all files a change shows what was changed, and nothing else. `--fix` leaves "
          "the layout "
          "alone: `eligo fmt` is there for it.",
      .level = Level::warning,
      .bad = R"(fact lives_here : yes or no
decision card
      «lives_here»
end
)",
      .good = R"(fact lives_here : yes or no
decision card
  lives_here
end
)",
      .every_file = true,
      .run = style_layout_parts::run,
  };
}

}  // namespace eligo::lint
