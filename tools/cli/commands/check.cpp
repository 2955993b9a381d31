// SPDX-License-Identifier: MIT
// `eligo check`: reads rulesets and says what is wrong with them.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/render/diagnostics.hpp"
#include "tools/render/plural.hpp"

namespace eligo::cli {
namespace check_parts {

/// "2 rulesets: no errors", "1 ruleset: 1 error, 2 warnings", "1 ruleset: at least 100 errors".
std::string summary(std::size_t rulesets, const render::Counts& counts) {
  std::string out = render::plural(rulesets, "ruleset") + (counts.limits ? ": at least " : ": ") +
                    (counts.errors ? render::plural(counts.errors, "error") : "no errors");
  if (counts.warnings) out += ", " + render::plural(counts.warnings, "warning");
  const std::size_t notes = counts.notes - counts.limits;
  if (notes) out += ", " + render::plural(notes, "note");
  return out + "\n";
}

/// A mistake in a file that several rulesets bring is one: of the later ones it is left out.
void leave_out_what_was_said(std::vector<Loaded>& all) {
  std::set<std::tuple<std::string, std::uint32_t, std::string, std::string>> said;
  for (Loaded& loaded : all) {
    const render::Findings shown = loaded.findings();
    const auto is_known = [&](const Diagnostic& one) {
      return !said.insert({shown.path_of(one.place.file), one.place.begin, one.code, one.message}).second;
    };
    std::vector<Diagnostic> left;
    for (const Diagnostic& one : loaded.compiled.diagnostics)
      if (!is_known(one)) left.push_back(one);
    loaded.compiled.diagnostics = std::move(left);
  }
}

int run(const Arguments& arguments, Console& console) {
  std::optional<std::vector<Loaded>> all = load_all(arguments.operands, console);
  if (!all) return exit_usage;
  leave_out_what_was_said(*all);
  std::vector<render::Findings> findings;
  for (const Loaded& loaded : *all) findings.push_back(loaded.findings());
  const render::Counts counts = render::count(findings);
  if (arguments.one("--format") == "json") {
    console.out(render::to_json(findings));
    console.err(summary(all->size(), counts));
  } else {
    const std::string text = render::to_terminal(findings, {console.color_out()});
    console.out(text + (text.empty() ? "" : "\n") + summary(all->size(), counts));
  }
  if (std::any_of(all->begin(), all->end(), [](const Loaded& loaded) { return loaded.is_unreadable(); }))
    return exit_usage;
  return counts.errors ? exit_findings : exit_clean;
}

}  // namespace check_parts

Command check_command() {
  return {
      "check",
      "reads rulesets and says what is wrong with them",
      "Of a folder without rules of its own, the rulesets below it are checked. Passed over are names that "
      "begin "
      "with a dot, and links to folders; a file whose name is only nearly that of a rule file is named. "
      "Nothing is "
      "changed.",
      {{"PATH", "a folder of rules, one of its files, or - for standard input", true}},
      {{"--format", "FORMAT", "for people, or for programs (tools/cli/check.schema.json)", {"text", "json"}}},
      {
          {exit_clean, "no errors (there may be warnings)"},
          {exit_findings, "errors"},
          {exit_usage, "wrong use, or a path that cannot be read or holds no rules"},
      },
      {
          {"eligo check rules/carte_vitale", "checks one ruleset"},
          {"eligo check rules --format json", "checks all rulesets below rules, for a script"},
      },
      check_parts::run,
  };
}

}  // namespace eligo::cli
