// SPDX-License-Identifier: MIT
// `eligo lint`: says what is right in the rules and yet should be otherwise.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/lint_report.hpp"
#include "tools/cli/linting.hpp"
#include "tools/cli/watch.hpp"
#include "tools/lint/pages.hpp"
#include "tools/render/plural.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace lint_parts {

int explain(const std::string& code, Console& console) {
  const std::string page = lint::page(code);
  if (!page.empty()) {
    console.out(page);
    return exit_clean;
  }
  const std::string meant = lint::nearest_code(code);
  console.complain("there is no check `" + code + "`" +
                   (meant.empty() ? "" : "; did you mean `" + meant + "`?") +
                   "\n`eligo lint --list` names them all");
  return exit_usage;
}

int list(Console& console) {
  std::size_t width = 0;
  for (const lint::About& check : lint::all_checks()) width = std::max(width, check.code.size());
  for (const lint::About& check : lint::all_checks()) {
    const std::string level(to_string(check.level));
    console.out(check.code + std::string(width + 2 - check.code.size(), ' ') + level +
                std::string(9 - level.size(), ' ') + check.summary + "\n");
  }
  return exit_clean;
}

bool has_failed(const std::string& fail_level, const Linting& linting) {
  const render::Counts counts = render::count(linting.findings());
  if (fail_level == "error") return counts.errors != 0;
  return counts.errors + counts.warnings + (fail_level == "note" ? counts.notes : 0) != 0;
}

int once(const Arguments& arguments, Console& console) {
  Linting linting(arguments, console);
  if (!linting.run()) return exit_usage;
  if (arguments.has("--write-baseline")) {
    console.err(render::plural(linting.written(), "finding") + " in the baseline " +
                render::visible(arguments.one("--write-baseline")) + "\n");
    // What a ruleset with errors would be found at, nobody knows: then they are told instead.
    if (linting.all_compile()) return exit_clean;
  }
  report(arguments.one("--format"), linting, arguments.one("--fail-level"), console);
  if (linting.is_any_unreadable()) return exit_usage;
  return !arguments.has("--exit-zero") && has_failed(arguments.one("--fail-level"), linting) ? exit_findings
                                                                                             : exit_clean;
}

/// Everything that may matter to the paths: settings and used files stand anywhere below their roots.
std::vector<std::string> roots(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& path : paths)
    if (const std::optional<FolderImporter::Located> located = FolderImporter::locate(path))
      all.push_back(located->root);
  return all;
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.has("--explain")) return explain(arguments.one("--explain"), console);
  if (arguments.has("--list")) return list(console);
  const std::string format = arguments.one("--format");
  if (arguments.has("--diff") && !format.empty() && format != "text") {
    console.complain("`--diff` shows changes to people: it goes with `--format text` alone");
    return exit_usage;
  }
  if (!arguments.has("--watch")) return once(arguments, console);
  Watch watch(roots(arguments.operands));
  int code = once(arguments, console);
  while (console.finish() && watch.wait()) {
    console.out("\n");
    code = once(arguments, console);
  }
  return code;
}

std::vector<Option> options() {
  return {
      {"--format",
       "FORMAT",
       "for people, or for programs; json: tools/cli/check.schema.json",
       {"text", "json", "sarif", "github", "junit"}},
      {"--fail-level",
       "LEVEL",
       "what ends with exit code 1: this level and above",
       {"warning", "error", "note"}},
      {"--exit-zero", "", "end with exit code 0 whatever is found"},
      {"--as-of", "DATE", "the day on which the rules are looked at; without it, today"},
      {"--level",
       "CODE=LEVEL",
       "off, note, warning or error for a check or a category, for this run",
       {},
       true},
      {"--isolated", "", "read no eligo.toml"},
      {"--no-allow", "", "waivers in the source count for nothing"},
      {"--fix", "", "mend what can be mended, where the rules are proved to mean the same"},
      {"--diff", "", "show what --fix would change; write nothing"},
      {"--baseline", "FILE", "findings that this file holds do not count"},
      {"--write-baseline", "FILE", "write all findings of today into this file"},
      {"--watch", "", "look again whenever a file changes, until standard input ends"},
      {"--explain", "CODE", "the page of a check"},
      {"--list", "", "all checks"},
  };
}

}  // namespace lint_parts

Command lint_command() {
  return {
      "lint",
      "says what in the rules is allowed and yet likely wrong, or could be said better",
      "Errors of the rules themselves are told first, and nothing else of that ruleset. Each check has a "
      "page "
      "(--explain). Settings stand in eligo.toml, in the section [lint]; a finding that is meant so is "
      "silenced by a comment on its line or above it: # lint: allow CODE because ...",
      {{"PATH",
        "a folder of rules, one of its files, or - for standard input",
        true,
        {"--explain", "--list"}}},
      lint_parts::options(),
      {
          {exit_clean, "nothing found at the level that counts"},
          {exit_findings, "something found"},
          {exit_usage,
           "wrong use, wrong settings, or a path that cannot be read or written, or holds no rules"},
      },
      {
          {"eligo lint rules", "looks at all rulesets below rules"},
          {"eligo lint rules/carte_vitale --diff", "shows what could be mended"},
          {"eligo lint --explain unused/fact", "says what a check finds, and why"},
      },
      lint_parts::run,
  };
}

}  // namespace eligo::cli
