// SPDX-License-Identifier: MIT
// Owns the account in words, for a terminal and for a merge request.
#include <algorithm>

#include "tools/diff/account.hpp"
#include "tools/diff/day.hpp"
#include "tools/render/colors.hpp"
#include "tools/render/plural.hpp"
#include "tools/render/visible.hpp"

namespace eligo::diff {

namespace {

constexpr std::size_t most_values = 12;

/// " from 26 May 2025", " until 23 July 2023", " from … until … or from …". Where not everybody is in a group, there may be
/// such people on other days too; of somebody found by trying, the example has the day.
std::string days_of(const Group& group, bool complete) {
  if (group.tried) return "";
  std::string out;
  for (const Days& days : group.days) out += (out.empty() ? " " : " or ") + days.words;
  if (out.empty()) return " on any day";
  return complete ? out : " at least" + out;
}

std::string choices(const std::vector<Choice>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < most_values; ++i) {
    out += (i == 0 ? "" : ", ") + values[i].label;
    if (values[i].label != values[i].value) out += " (" + values[i].value + ")";
  }
  return values.size() <= most_values ? out
                                      : out + " and " + std::to_string(values.size() - most_values) + " more";
}

std::string values_of_part(const Part& part) {
  std::string out;
  const auto add = [&](const std::string& one) { out += (out.empty() ? "" : "; or ") + one; };
  if (!part.others.empty())
    add("any but " + choices(part.others));
  else if (!part.values.empty())
    add(choices(part.values));
  for (const std::string& range : part.printed) add(range);
  if (part.none) add("none");
  return out;
}

std::string when_of(const Part& part) {
  if (part.of == Part::Of::both) return "";
  return part.of == Part::Of::before ? ", as it was" : ", as it is now";
}

std::string condition_of(const Condition& condition) {
  std::string out = condition.owner.empty() ? condition.label : condition.owner + ": " + condition.label;
  if (!condition.name.empty() && condition.name != condition.label) out += " (`" + condition.name + "`)";
  if (condition.of == Condition::Of::both) return out;
  out += condition.of == Condition::Of::before ? ", as it was" : ", as it is now";
  // Of what is called the same and is not, the text says what became of it.
  return condition.text.empty() ? out : out + ": " + condition.text;
}

/// Titles that are the same tell nothing: then the paths stand beside them.
std::string title_of(const Account& account, bool after) {
  const std::string& title = after ? account.after : account.before;
  if (account.before != account.after || account.before_at == account.after_at) return title;
  return title + " (" + (after ? account.after_at : account.before_at) + ")";
}

struct Section {
  std::string heading;
  std::vector<std::string> lines;
};

std::vector<Section> sections_of(const Group& group) {
  std::vector<Section> all;
  Section facts{"", {}};
  for (const Part& part : group.facts)
    facts.lines.push_back(part.label + when_of(part) + ": " + values_of_part(part));
  all.push_back(std::move(facts));
  Section holds{"who meet", {}}, fails{"who do not meet", {}},
      invalid{"for whom this cannot be calculated", {}};
  for (const Condition& condition : group.conditions)
    (condition.state == Condition::State::yes  ? holds
     : condition.state == Condition::State::no ? fails
                                               : invalid)
        .lines.push_back(condition_of(condition));
  for (Section* section : {&fails, &invalid, &holds}) all.push_back(std::move(*section));
  return all;
}

// Why it is not complete, as a sentence begins.
std::string reason_of(const DecisionAccount& decision) {
  const std::string opening = "there may be more: ";
  const bool is_open = decision.why_not.rfind(opening, 0) == 0;
  return is_open ? "not complete, there may be others: " + decision.why_not.substr(opening.size())
                 : decision.why_not;
}

std::string summary_of(const Account& account, const DecisionAccount& decision) {
  const bool all_known = !account.only_before && !account.only_after;
  const auto tried = static_cast<std::size_t>(std::count_if(decision.groups.begin(), decision.groups.end(),
                                                            [](const Group& group) { return group.tried; }));
  const std::size_t groups = decision.groups.size() - tried;
  std::string known;
  if (groups > 0)
    known =
        render::plural(groups, "group") + " of people " + (groups == 1 ? "gets" : "get") + " another answer";
  if (tried > 0) known += (groups == 0 ? "" : "; ") + render::plural(tried, "example") + " found by trying";
  if (!decision.complete) return reason_of(decision) + (known.empty() ? "" : "; " + known);
  if (!known.empty()) return known + "; everybody else gets the same";
  return all_known ? "the same for everybody, on every day"
                   : "the same on every day, for everybody whom both decide about";
}

render::Color color_of(const Group& group) {
  return group.after == Verdict::yes || group.change == Change::larger ? render::Color::green
                                                                       : render::Color::red;
}

std::string affected_line(const Affected& one) {
  return "`" + one.decision + "`: " + render::plural(one.count, "profile") + " from " +
         std::string(to_string(one.before)) + " to " + std::string(to_string(one.after));
}

}  // namespace

std::string to_text(const Account& account, const std::optional<Count>& count, bool color) {
  using render::Color;
  using render::colored;
  using render::visible;
  std::string out = colored(visible(title_of(account, false)), Color::bold, color) + "\n-> " +
                    colored(visible(title_of(account, true)), Color::bold, color) + "\n";
  if (!account.changes.empty()) {
    out += "\nWhat is asked\n";
    for (const std::string& change : account.changes) out += "  - " + visible(change) + "\n";
  }
  if (!account.figures.empty()) {
    out += "\nWhat figures come to\n";
    for (const std::string& figure : account.figures) out += "  - " + visible(figure) + "\n";
  }
  if (!account.rows.empty()) {
    out += "\nWhat stands in tables\n";
    for (const std::string& row : account.rows) out += "  - " + visible(row) + "\n";
  }
  for (const DecisionAccount& decision : account.decisions) {
    out += "\n" + colored(visible(decision.label), Color::bold, color) +
           (decision.label == decision.name ? "" : " (`" + visible(decision.name) + "`)") + ": " +
           visible(summary_of(account, decision)) + "\n";
    std::size_t number = 0;
    for (const Group& group : decision.groups) {
      out += "\n" + std::to_string(++number) + ". " +
             colored(visible(heading(group)), color_of(group), color) +
             visible(days_of(group, decision.complete)) + visible(values_of(group)) + "\n";
      for (const Section& section : sections_of(group)) {
        if (section.lines.empty()) continue;
        if (!section.heading.empty()) out += "   " + section.heading + "\n";
        for (const std::string& line : section.lines)
          out += (section.heading.empty() ? "   " : "     - ") + visible(line) + "\n";
      }
      out += "   for example\n";
      std::size_t at = 0;
      while (at < group.test.size()) {
        const std::size_t end = group.test.find('\n', at);
        out += "     " + colored(visible(group.test.substr(at, end - at)), Color::cyan, color) + "\n";
        at = end + 1;
      }
    }
  }
  if (count) {
    out += "\nOf " + render::plural(count->profiles, "profile") + ", on " + iso(count->as_of) + ":\n";
    for (const Affected& one : count->affected) out += "  - " + visible(affected_line(one)) + "\n";
    if (count->affected.empty()) out += "  - each gets the same answer\n";
  }
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
  std::string out = "## " + safe(title_of(account, false)) + " → " + safe(title_of(account, true)) + "\n";
  for (const std::string& change : account.changes) out += "\n- " + render::visible(change);
  for (const std::string& figure : account.figures) out += "\n- " + render::visible(figure);
  for (const std::string& row : account.rows) out += "\n- " + render::visible(row);
  if (!account.changes.empty() || !account.figures.empty() || !account.rows.empty()) out += "\n";
  for (const DecisionAccount& decision : account.decisions) {
    out += "\n### " + safe(decision.label) + "\n\n" + safe(summary_of(account, decision)) + ".\n";
    std::size_t number = 0;
    for (const Group& group : decision.groups) {
      out += "\n" + std::to_string(++number) + ". **" + safe(heading(group)) + "**" +
             safe(days_of(group, decision.complete)) + safe(values_of(group)) + "\n";
      for (const Section& section : sections_of(group)) {
        if (section.lines.empty()) continue;
        const std::string margin = section.heading.empty() ? "   " : "     ";
        if (!section.heading.empty()) out += "   - " + section.heading + "\n";
        for (const std::string& line : section.lines) out += margin + "- " + render::visible(line) + "\n";
      }
      out += "\n   <details><summary>For example</summary>\n\n   ```\n";
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
    out += "\n### " + render::plural(count->profiles, "profile") + " on " + iso(count->as_of) + "\n\n";
    for (const Affected& one : count->affected) out += "- " + render::visible(affected_line(one)) + "\n";
    if (count->affected.empty()) out += "- each gets the same answer\n";
  }
  return out;
}

}  // namespace eligo::diff
