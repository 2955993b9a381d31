// SPDX-License-Identifier: MIT
// Owns the complaints about days and decisions.
#include "tools/cli/asked.hpp"

#include <algorithm>
#include <vector>

#include "tools/cli/nearest.hpp"

namespace eligo::cli {

std::optional<Date> day_of(const Arguments& arguments, const std::string& option, Date otherwise,
                           Console& console) {
  if (!arguments.has(option)) return otherwise;
  const std::optional<Date> date = parse_date(arguments.one(option));
  if (!date)
    console.complain("`" + option + "` needs a day such as 2025-06-01; found `" + arguments.one(option) +
                     "`");
  return date;
}

bool has_decision(const Program& program, const std::string& name, Console& console) {
  std::vector<std::string> names;
  std::string listed;
  for (const DecisionInfo& decision : program.decisions()) {
    names.push_back(decision.name);
    listed += (listed.empty() ? "" : ", ") + decision.name;
  }
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  console.complain(names.empty() ? "the ruleset has no decision"
                                 : "the ruleset has no decision `" + name + "`; it has " + listed +
                                       did_you_mean(name, names));
  return false;
}

}  // namespace eligo::cli
