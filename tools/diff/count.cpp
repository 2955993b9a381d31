// SPDX-License-Identifier: MIT
// Owns the asking of two rulesets about real profiles.
#include <map>

#include "tools/diff/account.hpp"

namespace eligo::diff {

namespace {

/// Tells what was told for one program to the other, as far as it knows it.
Facts carried_over(const Program& from, const Facts& told, const Program& to) {
  Facts facts(to);
  const std::vector<FactInfo> infos = from.facts();
  for (std::uint32_t slot = 0; slot < infos.size(); ++slot) {
    if (infos[slot].list) continue;  // told with its list
    if (const std::string value = told.told(slot); !value.empty())
      static_cast<void>(facts.tell(infos[slot].name, value));
  }
  return facts;
}

/// The profile for both programs; nothing where neither takes it.
std::optional<std::pair<Facts, Facts>> tell_both(const Program& before, const Program& after,
                                                 std::string_view line, std::string& why) {
  Facts now(after);
  const Errors errors = now.tell_json(line);
  if (errors.empty()) return std::pair{carried_over(after, now, before), now};
  Facts then(before);
  if (then.tell_json(line).empty()) return std::pair{then, carried_over(before, then, after)};
  why = errors.front().message;
  return std::nullopt;
}

}  // namespace

std::optional<Count> count_affected(const Program& before, const Program& after, const Account& account,
                                    const std::string& lines, Date as_of, std::string& why) {
  Count count;
  count.as_of = as_of;
  std::map<std::string, std::map<std::pair<Verdict, Verdict>, std::size_t>> found;
  std::size_t at = 0, number = 0;
  while (at < lines.size()) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line(lines.data() + at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto both = tell_both(before, after, line, why);
    if (!both) {
      why = "line " + std::to_string(number) + ": " + why;
      return std::nullopt;
    }
    ++count.profiles;
    EvaluateOptions options;
    options.reasons = false;
    options.needs = false;
    for (const DecisionAccount& decision : account.decisions) {
      const Outcome was = evaluate(before, decision.name, both->first, as_of, options);
      const Outcome is = evaluate(after, decision.name, both->second, as_of, options);
      const bool same = was.verdict == is.verdict && was.value.text == is.value.text;
      if (!same) ++found[decision.name][{was.verdict, is.verdict}];
    }
  }
  for (const auto& [decision, pairs] : found)
    for (const auto& [verdicts, people] : pairs)
      count.affected.push_back({decision, verdicts.first, verdicts.second, people});
  return count;
}

}  // namespace eligo::diff
