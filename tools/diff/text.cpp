// SPDX-License-Identifier: MIT
// Owns the account in words, for a terminal and for a merge request.
#include <algorithm>

#include "interpreter/words/phrase.hpp"
#include "tools/diff/account.hpp"
#include "tools/diff/phrases.hpp"
#include "tools/render/colors.hpp"
#include "tools/render/visible.hpp"

namespace eligo::diff {

namespace {

constexpr std::size_t most_values = 12;

/// " from 26 May 2025", " until 23 July 2023", " from … until … or from …". Where not everybody is in a group, there may be
/// such people on other days too; of somebody found by trying, the example has the day.
std::string days_of(const Phrases& phrases, const Group& group, bool complete) {
  if (group.tried) return "";
  if (group.days.empty()) return " " + std::string(phrases.any_day);
  std::vector<std::string> all;
  for (const Days& days : group.days) all.push_back(days.words);
  const bool all_days = complete && group.days_settled;
  return " " + (all_days ? phrases.either(all) : phrases.at_least(phrases.either(all)));
}

std::string choices(const Phrases& phrases, const Part& part, const std::vector<Choice>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < most_values; ++i) {
    out += (i == 0 ? "" : ", ") + values[i].label;
    if (values[i].label != values[i].value && !part.is_plain) out += " (" + values[i].value + ")";
  }
  return values.size() <= most_values ? out : phrases.and_more(out, values.size() - most_values);
}

std::string values_of_part(const Phrases& phrases, const Part& part) {
  std::string out;
  const auto add = [&](const std::string& one) {
    if (!out.empty()) out += phrases.or_else;
    out += one;
  };
  std::string others = choices(phrases, part, part.others);
  for (const std::string& one : part.others_printed) others += (others.empty() ? "" : ", ") + one;
  if (!others.empty())
    add(phrases.any_but(others));
  else if (!part.values.empty())
    add(choices(phrases, part, part.values));
  for (const std::string& range : part.printed) add(range);
  return out;
}

std::string part_of(const Phrases& phrases, const Part& part) {
  const std::string whose = part.of == Part::Of::both     ? part.label
                            : part.of == Part::Of::before ? phrases.as_it_was(part.label)
                                                          : phrases.as_it_is(part.label);
  return phrases.language->titled(whose, values_of_part(phrases, part));
}

std::string condition_of(const Phrases& phrases, const Condition& condition) {
  const auto titled = phrases.language->titled;
  std::string out = condition.owner.empty() ? condition.label : titled(condition.owner, condition.label);
  if (!condition.name.empty() && condition.name != condition.label) out += " (`" + condition.name + "`)";
  if (condition.of == Condition::Of::both) return out;
  out = condition.of == Condition::Of::before ? phrases.as_it_was(out) : phrases.as_it_is(out);
  // Of what is called the same and is not, the text says what became of it.
  return condition.text.empty() ? out : titled(out, condition.text);
}

/// Titles that are the same tell nothing: then the paths stand beside them.
std::string title_of(const Account& account, bool after) {
  const std::string& title = after ? account.after : account.before;
  if (account.before != account.after || account.before_at == account.after_at) return title;
  return title + " (" + (after ? account.after_at : account.before_at) + ")";
}

/// " (`activate`)", behind a label that is not the name.
std::string name_beside(const DecisionAccount& decision) {
  return decision.label == decision.name ? "" : " (`" + render::visible(decision.name) + "`)";
}

/// "1–13 newly refused, 14–22 newly accepted": of many groups, which are alike. "" where that says little.
std::string overview_of(const Phrases& phrases, const std::vector<Group>& groups) {
  constexpr std::size_t few = 6;
  std::string out;
  std::size_t stretches = 0;
  for (std::size_t from = 0, to = 0; from < groups.size(); from = to) {
    const std::string what = heading(phrases, groups[from]);
    while (to < groups.size() && heading(phrases, groups[to]) == what) ++to;
    if (++stretches > 1) out += ", ";
    out += std::to_string(from + 1) + (to - from > 1 ? "–" + std::to_string(to) : "") + " " + what;
  }
  return groups.size() > few && 2 * stretches < groups.size() ? out : "";
}

struct Section {
  std::string_view heading;
  std::vector<std::string> lines;
};

std::vector<Section> sections_of(const Phrases& phrases, const Group& group) {
  std::vector<Section> all;
  Section facts{"", {}};
  for (const Part& part : group.facts) facts.lines.push_back(part_of(phrases, part));
  all.push_back(std::move(facts));
  Section holds{phrases.meet, {}}, fails{phrases.fail, {}}, invalid{phrases.incalculable, {}};
  for (const Condition& condition : group.conditions)
    (condition.state == Condition::State::yes  ? holds
     : condition.state == Condition::State::no ? fails
                                               : invalid)
        .lines.push_back(condition_of(phrases, condition));
  for (Section* section : {&fails, &invalid, &holds}) all.push_back(std::move(*section));
  return all;
}

render::Color color_of(const Group& group) {
  return group.after == Verdict::yes || group.change == Change::larger ? render::Color::green
                                                                       : render::Color::red;
}

std::vector<std::string> affected_lines(const Phrases& phrases, const Count& count) {
  std::vector<std::string> lines;
  for (const Affected& one : count.affected)
    lines.push_back(phrases.affected(one.decision, one.count, one.before, one.after));
  if (lines.empty()) lines.emplace_back(phrases.nobody_affected);
  return lines;
}

}  // namespace

std::string summary_of(const Account& account, const DecisionAccount& decision) {
  const Phrases& phrases = *account.phrases;
  const auto tried = static_cast<std::size_t>(std::count_if(decision.groups.begin(), decision.groups.end(),
                                                            [](const Group& group) { return group.tried; }));
  const std::size_t groups = decision.groups.size() - tried;
  std::vector<std::string> said;
  if (!decision.complete) said.push_back(decision.reason);
  if (groups > 0) said.push_back(phrases.groups(groups));
  if (tried > 0) said.push_back(phrases.examples(tried));
  if (said.empty())
    return std::string(account.only_before || account.only_after ? phrases.all_of_both_the_same
                       : account.presumes_otherwise              ? phrases.all_told_the_same
                                                                 : phrases.all_the_same);
  if (decision.complete) said.emplace_back(phrases.others_the_same);
  return words::chain(said, phrases.between);
}

std::string to_text(const Account& account, const std::optional<Count>& count, bool color) {
  using render::Color;
  using render::colored;
  using render::visible;
  const Phrases& phrases = *account.phrases;
  std::string out = colored(visible(title_of(account, false)), Color::bold, color) + "\n-> " +
                    colored(visible(title_of(account, true)), Color::bold, color) + "\n";
  const auto list = [&](std::string_view title, const std::vector<std::string>& sentences) {
    if (!sentences.empty()) ((out += "\n") += title) += "\n";
    for (const std::string& sentence : sentences) out += "  - " + visible(sentence) + "\n";
  };
  list(phrases.asked, account.changes);
  list(phrases.figures, account.figures);
  list(phrases.tables, account.rows);
  for (const DecisionAccount& decision : account.decisions) {
    out +=
        "\n" +
        phrases.language->titled(colored(visible(decision.label), Color::bold, color) + name_beside(decision),
                                 visible(summary_of(account, decision))) +
        "\n";
    if (const std::string overview = overview_of(phrases, decision.groups); !overview.empty())
      out += "  " + visible(overview) + "\n";
    std::size_t number = 0;
    for (const Group& group : decision.groups) {
      out += "\n" + std::to_string(++number) + ". " +
             colored(visible(heading(phrases, group)), color_of(group), color) +
             visible(days_of(phrases, group, decision.complete)) + visible(values_of(phrases, group)) + "\n";
      for (const Section& section : sections_of(phrases, group)) {
        if (section.lines.empty()) continue;
        if (!section.heading.empty()) out += "   " + std::string(section.heading) + "\n";
        for (const std::string& line : section.lines)
          out += (section.heading.empty() ? "   " : "     - ") + visible(line) + "\n";
      }
      out += "   " + std::string(phrases.example) + "\n";
      std::size_t at = 0;
      while (at < group.test.size()) {
        const std::size_t end = group.test.find('\n', at);
        out += "     " + colored(visible(group.test.substr(at, end - at)), Color::cyan, color) + "\n";
        at = end + 1;
      }
    }
  }
  if (count) list(phrases.profiles(count->profiles, count->as_of), affected_lines(phrases, *count));
  return out;
}

std::string to_markdown(const Account& account, const std::optional<Count>& count) {
  const auto safe = [](const std::string& text) {
    std::string out;
    for (const char c : render::visible(text)) {
      if (c == '*' || c == '_' || c == '<' || c == '>' || c == '|' || c == '[' || c == ']') out += '\\';
      out += c;
    }
    return out;
  };
  const Phrases& phrases = *account.phrases;
  std::string out = "## " + safe(title_of(account, false)) + " → " + safe(title_of(account, true)) + "\n";
  const auto list = [&](std::string_view title, const std::vector<std::string>& sentences) {
    if (!sentences.empty()) out += "\n### " + std::string(title) + "\n\n";
    for (const std::string& sentence : sentences) out += "- " + render::visible(sentence) + "\n";
  };
  list(phrases.asked, account.changes);
  list(phrases.figures, account.figures);
  list(phrases.tables, account.rows);
  for (const DecisionAccount& decision : account.decisions) {
    out += "\n### " + safe(decision.label) + name_beside(decision) + "\n\n" +
           safe(summary_of(account, decision)) + ".\n";
    if (const std::string overview = overview_of(phrases, decision.groups); !overview.empty())
      out += "\n" + safe(overview) + "\n";
    std::size_t number = 0;
    for (const Group& group : decision.groups) {
      out += "\n" + std::to_string(++number) + ". **" + safe(heading(phrases, group)) + "**" +
             safe(days_of(phrases, group, decision.complete)) + safe(values_of(phrases, group)) + "\n";
      for (const Section& section : sections_of(phrases, group)) {
        if (section.lines.empty()) continue;
        const std::string margin = section.heading.empty() ? "   " : "     ";
        if (!section.heading.empty()) out += "   - " + std::string(section.heading) + "\n";
        for (const std::string& line : section.lines) out += margin + "- " + render::visible(line) + "\n";
      }
      out += "\n   <details><summary>" + std::string(phrases.example_on_page) + "</summary>\n\n   ```\n";
      std::size_t at = 0;
      while (at < group.test.size()) {
        const std::size_t end = group.test.find('\n', at);
        out += "   " + render::visible(group.test.substr(at, end - at)) + "\n";
        at = end + 1;
      }
      out += "   ```\n   </details>\n";
    }
  }
  if (count) {
    out += "\n### " + phrases.profiles_on_page(count->profiles, count->as_of) + "\n\n";
    for (const std::string& line : affected_lines(phrases, *count))
      out += "- " + render::visible(line) + "\n";
  }
  return out;
}

}  // namespace eligo::diff
