// SPDX-License-Identifier: MIT
// `eligo diff`: for whom two versions of rules come out otherwise.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "tools/cli/asked.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/git.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/diff/account.hpp"

namespace eligo::cli {
namespace diff_parts {

bool is_one_of(diff::Change change, bool widening) {
  return change == diff::Change::other || change == (widening ? diff::Change::larger : diff::Change::smaller);
}

/// What a gate forbids of a group, or "". Which of two outcomes without an order is better only people know: both gates
/// stay shut.
std::string forbidden(const diff::Group& group, bool widening) {
  if (group.value_before && group.value_after) {
    if (!group.found) return "somebody perhaps gets another value: it could not be settled";
    if (!is_one_of(group.change, widening)) return "";
    if (group.change == diff::Change::other)
      return "somebody gets another value, and values of this kind have no order";
    return widening ? "somebody gets a larger value" : "somebody gets a smaller value";
  }
  const Verdict verdict = widening ? group.after : group.before;
  if (verdict == Verdict::value)
    return widening ? "somebody gets a value who got none" : "somebody gets a value no longer";
  if (verdict != Verdict::yes) return "";
  return widening ? "somebody is accepted who was not" : "somebody is no longer accepted";
}

bool is_complete(const diff::Account& account) {
  return std::all_of(account.decisions.begin(), account.decisions.end(),
                     [](const diff::DecisionAccount& decision) { return decision.complete; });
}

/// Why a gate stays shut, or "".
std::string why_not(const diff::Account& account, bool widening) {
  for (const diff::DecisionAccount& decision : account.decisions)
    for (const diff::Group& group : decision.groups)
      if (const std::string why = forbidden(group, widening); !why.empty()) return why;
  if (widening ? account.only_after || account.added : account.only_before || account.gone)
    return widening ? "what was not decided about before is now: see what is asked"
                    : "what was decided about before is no longer: see what is asked";
  if (account.presumes_otherwise)
    return "who does not tell everything may get another answer: see what is presumed";
  if (account.other_currency) return "amounts are in another currency";
  return is_complete(account) ? "" : "the comparison is not complete, so nobody knows whether anybody is";
}

bool is_same(const diff::Account& account) {
  return account.changes.empty() && is_complete(account) &&
         std::all_of(account.decisions.begin(), account.decisions.end(),
                     [](const diff::DecisionAccount& decision) { return decision.groups.empty(); });
}

int run(const Arguments& arguments, Console& console) {
  const std::string format = arguments.one("--format"), revision = arguments.one("--git");
  const bool from_git = arguments.has("--git");
  if (arguments.operands.size() != (from_git ? 1u : 2u)) {
    console.complain(from_git
                         ? "with `--git`, one ruleset is compared with itself as it was; found several paths"
                         : "two rulesets are compared: the one before and the one after");
    return exit_usage;
  }
  const std::optional<Date> about = day_of(arguments, "--as-of", today(), console);
  if (!about) return exit_usage;
  for (const std::string& path : arguments.operands)
    if (!may_be_one(path, console)) return exit_usage;
  const TemporaryFolder folder;
  std::string old = arguments.operands.front();
  if (from_git) {
    std::string why;
    const std::optional<std::string> was = at_revision(old, revision, folder, why);
    if (!was) {
      console.complain(why);
      return exit_usage;
    }
    old = *was;
  }
  const std::string otherwise = "nothing was compared";
  const std::shared_ptr<const Program> before = load_program(old, false, console, otherwise);
  const std::shared_ptr<const Program> after =
      load_program(arguments.operands.back(), false, console, otherwise);
  if (!before || !after) return exit_usage;
  const std::string asked = arguments.one("--lang");
  if (!asked.empty() && !choose_language(*after, asked, console)) return exit_usage;
  diff::Options options;
  options.about = *about;
  options.before = arguments.operands.front();
  options.revision = revision;
  options.after = arguments.operands.back();
  options.decision = arguments.one("--decision");
  options.language = asked;
  for (const auto& program : {before, after})
    if (!options.decision.empty() && !has_decision(*program, options.decision, console)) return exit_usage;
  const diff::Account account = diff::compare(*before, *after, options);
  std::optional<diff::Count> count;
  if (arguments.has("--profiles")) {
    std::string why;
    const std::optional<std::string> lines = read_input(arguments.one("--profiles"), why);
    if (lines) count = diff::count_affected(*before, *after, account, *lines, *about, why);
    if (!count) {
      console.complain(arguments.one("--profiles") + ": " + why);
      return exit_usage;
    }
  }
  console.out(format == "json"       ? diff::to_json(account, count)
              : format == "markdown" ? diff::to_markdown(account, count)
                                     : diff::to_text(account, count, console.color_out()));
  for (const bool widening : {true, false}) {
    const std::string gate = widening ? "--deny-widening" : "--deny-narrowing";
    const std::string why = arguments.has(gate) ? why_not(account, widening) : "";
    if (why.empty()) continue;
    console.complain(why);
    return exit_findings;
  }
  return arguments.has("--exit-code") && !is_same(account) ? exit_findings : exit_clean;
}

}  // namespace diff_parts

Command diff_command() {
  return {
      "diff",
      "says for whom two versions of rules come out otherwise",
      "The groups cover every difference: who is in none of them gets the same answer from both, on every "
      "day from 1900 to 2199. Each comes with somebody of it, as a test.",
      {{"PATH", "the ruleset before, and the one after; with --git the one after alone", true}},
      {
          {"--git", "REVISION", "compare a ruleset with itself as it was then: HEAD, main, v1.2"},
          {"--decision", "NAME", "this decision alone; without it, each that both have"},
          {"--as-of", "DAY", "show people near this day (YYYY-MM-DD); without it, the day of this computer"},
          {"--profiles", "FILE.jsonl",
           "also count how many of these profiles, one JSON object a line, are concerned"},
          {"--lang", "LANGUAGE",
           "the language of sentences, labels, days and amounts; without it, the first of the ruleset after"},
          {"--format",
           "FORMAT",
           "for people, for a merge request, or for programs (tools/diff/diff.schema.json)",
           {"text", "markdown", "json"}},
          {"--deny-widening", "",
           "end with 1 where somebody is accepted who was not, or gets a larger value, or another one "
           "without an order"},
          {"--deny-narrowing", "",
           "end with 1 where somebody is no longer accepted, or gets a smaller value, or another one without "
           "an order"},
          {"--exit-code", "", "end with 1 where anything differs"},
      },
      {
          {exit_clean, "compared"},
          {exit_findings, "what --deny-widening, --deny-narrowing or --exit-code asked about"},
          {exit_usage, "wrong use, or an error in the rules or profiles"},
      },
      {
          {"eligo diff rules/carte_vitale rules/carte_vitale_2026", "who gains, who loses, from when on"},
          {"eligo diff --git HEAD rules/carte_vitale", "what the changes that are not committed do"},
          {"eligo diff --git HEAD rules/carte_vitale --lang fr", "the same, in French"},
          {"eligo diff --git main rules/carte_vitale --format markdown --deny-narrowing",
           "a check of a merge request"},
      },
      diff_parts::run,
  };
}

}  // namespace eligo::cli
