// SPDX-License-Identifier: MIT
// `eligo facts`: what a ruleset asks for.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/fact_words.hpp"
#include "tools/cli/profile_shape.hpp"
#include "tools/cli/ruleset.hpp"
#include "tools/render/colors.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace facts_parts {

// A list of choices takes this many columns, and labels are shown of that many choices.
constexpr std::size_t widest_choices = 60, most_labels = 8;

/// "FR, BE, GB, … (249 in all)"
std::string listed(const std::vector<Choice>& choices, const FactWords& words) {
  std::string out;
  std::size_t shown = 0;
  for (const Choice& choice : choices) {
    const std::string value = render::shortened(choice.value, 40);
    if (shown > 0 && out.size() + value.size() > widest_choices) break;
    out += (shown++ ? ", " : "") + value;
  }
  return shown == choices.size() ? out : out + ", … (" + words.in_all(choices.size()) + ")";
}

std::string type_of(const FactInfo& fact, const FactWords& words) {
  if (fact.kind == FactKind::list) return words.list(fact.at_most);
  std::string out(words.kind(fact.kind));
  if (!fact.choices.empty()) out += listed(fact.choices, words);
  if (fact.from) out += std::string(words.from) + fact.from->text;
  if (fact.to) out += std::string(words.to) + fact.to->text;
  if (fact.admits_none) out += words.or_none;
  return out;
}

/// In the words of answers, where the fact has such.
std::string presumed(const FactInfo& fact, const FactWords& words) {
  const Value& value = *fact.presumed;
  if (value.none) return fact.none_label.empty() ? value.text : fact.none_label;
  if (fact.kind == FactKind::yes_or_no) return std::string(value.text == "yes" ? words.yes : words.no);
  for (const Choice& choice : fact.choices)
    if (choice.value == value.text) return choice.label;
  return value.text;
}

/// The fields of a list's members are shown once, without a member's position.
std::vector<FactInfo> shown_once(const std::vector<FactInfo>& facts) {
  std::vector<FactInfo> shown;
  for (const FactInfo& fact : facts) {
    if (fact.list && fact.member != 1) continue;
    shown.push_back(fact);
    if (fact.list) shown.back().name = facts[*fact.list].name + "[…]." + fact.field;
  }
  return shown;
}

std::string table(const std::vector<FactInfo>& facts, const std::string& title, const FactWords& words,
                  bool color) {
  int widest = 0;
  const std::vector<FactInfo> shown = shown_once(facts);
  for (const FactInfo& fact : shown) widest = std::max(widest, render::width(fact.name));
  const std::string colon(words.colon);
  const std::string margin(static_cast<std::size_t>(widest) + 2, ' ');
  std::string out = render::colored(render::visible(title), render::Color::bold, color) + colon +
                    words.facts(shown.size()) + "\n";
  for (const FactInfo& fact : shown) {
    out += "\n" + render::colored(fact.name, render::Color::bold, color) +
           std::string(static_cast<std::size_t>(widest + 2 - render::width(fact.name)), ' ');
    out += render::visible(type_of(fact, words)) + "\n";
    const auto line = [&](const std::string& text) { out += margin + render::visible(text) + "\n"; };
    if (!fact.question.empty()) line(fact.question);
    if (fact.question.empty() && !fact.label.empty()) line(fact.label);
    const bool has_labels = std::any_of(fact.choices.begin(), fact.choices.end(),
                                        [](const Choice& choice) { return choice.label != choice.value; });
    if (has_labels && fact.choices.size() <= most_labels) {
      for (const Choice& choice : fact.choices) line("  " + choice.value + colon + choice.label);
      if (fact.admits_none && !fact.none_label.empty()) line("  none" + colon + fact.none_label);
    }
    if (!fact.can_change_by.empty()) line(std::string(words.can_change_by) + fact.can_change_by);
    if (fact.presumed) line(std::string(words.presumed) + presumed(fact, words));
    if (fact.is_private) line(std::string(words.is_private));
  }
  return out;
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.has("--blank") && arguments.has("--json-schema")) {
    console.complain("choose `--blank` or `--json-schema`, not both");
    return exit_usage;
  }
  const bool json = arguments.has("--blank") || arguments.has("--json-schema");
  const std::shared_ptr<const Program> program = load_program(arguments.operands.front(), json, console);
  if (!program) return exit_usage;
  const std::optional<std::string> language = choose_language(*program, arguments.one("--lang"), console);
  if (!language) return exit_usage;
  const std::vector<FactInfo> facts = program->facts(*language);
  if (arguments.has("--blank")) {
    console.out(blank_profile(facts));
    for (const FactInfo& fact : facts)
      if (fact.kind == FactKind::list)
        console.err("`" + fact.name + "` is a list, `[]` where there is nobody; a member is " +
                    blank_member(fact, facts) + "\n");
  } else if (arguments.has("--json-schema")) {
    console.out(profile_schema(facts, program->title(*language)));
  } else {
    console.out(table(facts, program->title(*language), fact_words(*language), console.color_out()));
  }
  return exit_clean;
}

}  // namespace facts_parts

Command facts_command() {
  return {
      "facts",
      "lists what a ruleset asks for: facts, types, questions, choices",
      "",
      {{"RULESET", "a folder of rules, one of its files, or - for standard input"}},
      {
          {"--blank", "",
           "a profile to fill in, as JSON: null means not told; what a member of a list is, is told beside "
           "it"},
          {"--json-schema", "", "the JSON Schema (2020-12) of profiles"},
          {"--lang", "LANGUAGE", "the language of labels and questions; without it, the ruleset's first"},
      },
      {
          {exit_clean, "listed"},
          {exit_usage, "wrong use, or an error in the rules"},
      },
      {
          {"eligo facts rules/carte_vitale --lang fr", "the questions, in French"},
          {"eligo facts rules/carte_vitale --blank > me.json", "a profile to fill in"},
          {"eligo facts rules/carte_vitale --json-schema > profile.schema.json", "for editors and forms"},
      },
      facts_parts::run,
  };
}

}  // namespace eligo::cli
