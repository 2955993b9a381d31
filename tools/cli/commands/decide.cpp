// SPDX-License-Identifier: MIT
// `eligo decide`: decides about one person or case.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/asked.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/cli/told.hpp"
#include "tools/render/colors.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace decide_parts {

constexpr int exit_no = 1, exit_undetermined = 3, exit_not_covered = 4, exit_invalid = 5;

int exit_code(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
    case Verdict::value:
      return exit_clean;
    case Verdict::no:
      return exit_no;
    case Verdict::undetermined:
      return exit_undetermined;
    case Verdict::not_covered:
      return exit_not_covered;
    case Verdict::invalid:
      return exit_invalid;
  }
  return exit_usage;
}

render::Color color_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
      return render::Color::green;
    case Verdict::no:
    case Verdict::invalid:
      return render::Color::red;
    case Verdict::undetermined:
      return render::Color::yellow;
    case Verdict::value:
    case Verdict::not_covered:
      return render::Color::bold;
  }
  return render::Color::bold;
}

std::optional<std::string> choose_decision(const Program& program, const std::string& asked,
                                           Console& console) {
  const std::vector<DecisionInfo> all = program.decisions();
  if (asked.empty() && all.size() == 1) return all.front().name;
  if (asked.empty() && !all.empty()) {
    std::string listed;
    for (const DecisionInfo& decision : all) listed += (listed.empty() ? "" : ", ") + decision.name;
    console.complain("the ruleset has several decisions: choose one with `--decision`: " + listed);
    return std::nullopt;
  }
  return has_decision(program, asked, console) ? std::optional(asked) : std::nullopt;
}

/// The answer with its first paragraph, the verdict, in colour.
std::string painted(const std::string& answer, Verdict verdict, bool color) {
  const std::string text = render::visible_lines(answer);
  const std::size_t end = std::min(text.find("\n\n"), text.size());
  std::string out = render::colored(text.substr(0, end), color_of(verdict), color) + text.substr(end);
  if (out.empty() || out.back() != '\n') out += '\n';
  return out;
}

int run(const Arguments& arguments, Console& console) {
  const bool json = arguments.one("--format") == "json";
  const std::optional<Date> as_of = day_of(arguments, "--as-of", today(), console);
  if (!as_of) return exit_usage;
  const std::optional<Date> law_day = day_of(arguments, "--law-day", *as_of, console);
  if (!law_day) return exit_usage;
  if (is_standard_input(arguments.operands.front()) && is_standard_input(arguments.one("--profile"))) {
    console.complain("standard input can be the ruleset or the profile, not both");
    return exit_usage;
  }
  const std::shared_ptr<const Program> program = load_program(arguments.operands.front(), json, console);
  if (!program) return exit_usage;
  const std::optional<std::string> language = choose_language(*program, arguments.one("--lang"), console);
  if (!language) return exit_usage;
  const std::optional<std::string> decision = choose_decision(*program, arguments.one("--decision"), console);
  if (!decision) return exit_usage;

  Facts facts(*program);
  const std::optional<std::string> profile =
      arguments.has("--profile") ? std::optional(arguments.one("--profile")) : std::nullopt;
  if (!tell(*program, facts, profile, arguments.all("--set"), json, console)) return exit_usage;

  EvaluateOptions options;
  options.law_day = law_day;
  const Outcome outcome = evaluate(*program, *decision, facts, *as_of, options);
  if (!outcome.errors.empty()) {
    Refusals refusals;
    refusals.add("", outcome.errors);
    refusals.say(json, console);
    return exit_usage;
  }
  if (json) {
    std::string text = to_json(*program, facts, outcome, *language);
    if (text.empty() || text.back() != '\n') text += '\n';
    console.out(text);
  } else {
    console.out(painted(to_text(*program, facts, outcome, *language), outcome.verdict, console.color_out()));
  }
  return arguments.has("--exit-code") ? exit_code(outcome.verdict) : exit_clean;
}

}  // namespace decide_parts

Command decide_command() {
  return {
      "decide",
      "decides about one person or case, and says why",
      "The answer gives the verdict, the lines of the rules that decided, what is still needed, and what "
      "comes next. What is "
      "not told is not \"no\": it may be anything.",
      {{"RULESET", "a folder of rules, one of its files, or - for standard input"}},
      {
          {"--profile", "FILE.json", "what is told of the person, as JSON; - for standard input"},
          {"--set",
           "FACT=VALUE",
           "tells one fact, in place of what the profile says of it: id.kind=passport, phone.version=16.1, "
           "\"phone.version=from 16\"",
           {},
           true},
          {"--as-of", "DAY",
           "the day that the rules call today (YYYY-MM-DD); without it, the day of this computer"},
          {"--law-day", "DAY", "the day whose law applies; without it, the same as --as-of"},
          {"--decision", "NAME", "which decision, where the ruleset has several"},
          {"--lang", "LANGUAGE", "the language of the answer; without it, the ruleset's first"},
          {"--format",
           "FORMAT",
           "for people, or for programs (tools/cli/decide.schema.json)",
           {"text", "json"}},
          {"--exit-code", "", "end with the verdict as exit code"},
      },
      {
          {exit_clean, "answered, whatever the verdict (with --exit-code: yes, or a value)"},
          {decide_parts::exit_no, "with --exit-code: no"},
          {exit_usage, "nothing was decided: wrong use, an error in the rules, or a refused profile"},
          {decide_parts::exit_undetermined, "with --exit-code: undetermined"},
          {decide_parts::exit_not_covered, "with --exit-code: not_covered"},
          {decide_parts::exit_invalid, "with --exit-code: invalid"},
      },
      {
          {"eligo decide rules/carte_vitale --profile me.json --lang fr", "answers in French, as of today"},
          {"eligo decide rules/carte_vitale --set phone.os=ios --set phone.version=15.8",
           "a phone alone can decide"},
          {"eligo decide rules/carte_vitale --profile - --as-of 2025-06-01 --format json < me.json",
           "for a script"},
      },
      decide_parts::run,
  };
}

}  // namespace eligo::cli
