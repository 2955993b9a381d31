// SPDX-License-Identifier: MIT
// Owns the filling of an account: from classes of numbers to names, labels and days.
#include <algorithm>

#include "interpreter/host/told_value.hpp"
#include "tools/diff/account.hpp"
#include "tools/diff/day.hpp"
#include "tools/diff/match.hpp"
#include "tools/witness/test_block.hpp"

namespace eligo::diff {

using program::nowhere;
using types::Base;
using types::Int128;

namespace {

Verdict verdict_of(eval::Verdict verdict) {
  switch (verdict) {
    case eval::Verdict::yes:
      return Verdict::yes;
    case eval::Verdict::no:
      return Verdict::no;
    case eval::Verdict::not_covered:
      return Verdict::not_covered;
    case eval::Verdict::invalid:
      return Verdict::invalid;
    case eval::Verdict::value:
      return Verdict::value;
    case eval::Verdict::undetermined:
      break;
  }
  return Verdict::undetermined;
}

Date date_of(types::Date day) {
  const types::Date::Civil civil = day.civil();
  return {civil.year, civil.month, civil.day};
}

/// Lost before won before the rest; each from the earliest on.
int rank(const Group& group) {
  if (group.before == Verdict::yes && group.after == Verdict::no) return 0;
  if (group.before == Verdict::no && group.after == Verdict::yes) return 1;
  return 2 + static_cast<int>(group.before) * 8 + static_cast<int>(group.after);
}

std::string first_day(const Group& group) {
  return group.days.empty() || !group.days.front().from ? "" : iso(*group.days.front().from);
}

class Filler {
 public:
  Filler(const Both& programs, const Matched& matched, std::vector<FactInfo> before,
         std::vector<FactInfo> after)
      : programs_(programs), matched_(matched), infos_{std::move(before), std::move(after)} {}

  [[nodiscard]] Group group(const analysis::Class& one, const std::string& decision) const;

 private:
  [[nodiscard]] Part part(const analysis::Values& values) const;
  [[nodiscard]] Condition condition(const analysis::Met& met) const;
  [[nodiscard]] std::string range(std::size_t p, std::uint32_t slot, Int128 lo, Int128 hi) const;

  const Both& programs_;
  const Matched& matched_;
  std::array<std::vector<FactInfo>, 2> infos_;
};

std::string Filler::range(std::size_t p, std::uint32_t slot, Int128 lo, Int128 hi) const {
  const program::Slot& s = programs_[p]->program.slots[slot];
  const auto spell = [&](Int128 at) {
    return host::spell(programs_[p]->checked, s.type, program::at_grid(s.type, at).exact());
  };
  const bool steps = s.type.base == Base::whole || s.type.base == Base::date;
  const types::Possible& any = s.anything;
  const bool open_below = any.is_decimal() ? !any.has_lo || lo <= program::grid_ceil(any) : lo == any.lo;
  types::Possible end = any;
  end.decimal_lo = any.decimal_hi;
  const bool open_above = any.is_decimal() ? !any.has_hi || hi >= program::grid_ceil(end) : hi == any.hi;
  const bool days = s.type.base == Base::date;
  if (lo == hi) return spell(lo);
  const std::string least = days ? "from " + spell(lo) : spell(lo) + " or more";
  const std::string most = steps ? (days ? "until " : "at most ") + spell(hi) : "less than " + spell(hi + 1);
  if (open_above) return open_below ? "any" : least;
  if (open_below) return most;
  return days ? least + " " + most
              : (steps ? spell(lo) + " to " + spell(hi) : spell(lo) + " or more, but " + most);
}

Part Filler::part(const analysis::Values& values) const {
  const analysis::Shared& fact = matched_.facts[values.fact];
  // Newer words describe better what both know.
  const std::size_t p = fact.slots[1] != nowhere ? 1 : 0;
  const std::uint32_t slot = fact.slots[p];
  const FactInfo& info = infos_[p][slot];
  Part part;
  part.name = info.name;
  part.label = info.label.empty() ? info.name : info.label;
  part.none = values.none;
  for (const auto& [lo, hi] : values.ranges) part.ranges.push_back(range(p, slot, lo, hi));
  for (const std::string& text : values.texts) part.values.push_back({text, text});
  if (programs_[p]->program.slots[slot].type.is_ordered() || values.items.empty()) return part;
  // Items are numbered by the first program that knows the fact.
  const std::size_t numbering = fact.slots[0] != nowhere ? 0 : 1;
  for (const std::array<std::uint32_t, 2>& item : fact.items) {
    const bool is_in = std::binary_search(values.items.begin(), values.items.end(), item[numbering]);
    Choice choice{item_name(*programs_[p], slot, item[p]), ""};
    choice.label = item[p] < info.choices.size() ? info.choices[item[p]].label : choice.value;
    (is_in ? part.values : part.others).push_back(std::move(choice));
  }
  if (part.others.size() >= part.values.size()) part.others.clear();
  return part;
}

Condition Filler::condition(const analysis::Met& met) const {
  Condition out;
  out.of = !met.nodes[0] ? Condition::Of::after : !met.nodes[1] ? Condition::Of::before : Condition::Of::both;
  const std::size_t p = met.nodes[1] ? 1 : 0;
  const std::pair key{p, *met.nodes[p]};
  const auto name = matched_.names.find(key);
  const auto label = matched_.labels.find(key);
  if (name != matched_.names.end()) out.name = name->second;
  if (label != matched_.labels.end()) out.label = label->second;
  if (out.label.empty() && out.name.empty()) {
    const std::string_view text =
        programs_[p]->loaded.sources->view(programs_[p]->program.node_spans[*met.nodes[p]]);
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!blank)
        out.label += c;
      else if (!out.label.empty() && out.label.back() != ' ')
        out.label += ' ';
    }
  }
  if (out.label.empty()) out.label = out.name;
  out.state = met.state == builtins::Truth::yes  ? Condition::State::yes
              : met.state == builtins::Truth::no ? Condition::State::no
                                                 : Condition::State::invalid;
  return out;
}

Group Filler::group(const analysis::Class& one, const std::string& decision) const {
  Group group;
  group.before = verdict_of(one.verdicts[0]);
  group.after = verdict_of(one.verdicts[1]);
  for (const program::DayRange& days : one.days) {
    Days range;
    if (analysis::first_of_interest < types::Date{days.from}) range.from = date_of(types::Date{days.from});
    if (types::Date{days.to} < analysis::last_of_interest) range.to = date_of(types::Date{days.to});
    group.days.push_back(range);
  }
  for (const analysis::Values& values : one.facts) group.facts.push_back(part(values));
  for (const analysis::Met& met : one.conditions) group.conditions.push_back(condition(met));
  group.day = date_of(one.day);
  const witness::Rules rules{programs_[1]->checked, programs_[1]->program};
  group.told = witness::told(rules, one.profiles[1]);
  group.test = witness::test_block(rules, heading(group.before, group.after), one.day, one.profiles[1],
                                   decision + " " + to_string(group.after));
  return group;
}

DecisionAccount compare_decision(const Both& programs, const Matched& matched, const Filler& filler,
                                 std::array<std::uint32_t, 2> decisions, const Options& options) {
  DecisionAccount account;
  const check::DecisionDef& def = programs[1]->checked.decisions[decisions[1]];
  account.name = std::string(programs[1]->loaded.names->view(def.name));
  account.label = def.label == 0
                      ? account.name
                      : words::unfilled({programs[1]->checked, 0, {}, {}, {}, {}, false}, def.label);
  if (def.is_typed || programs[0]->checked.decisions[decisions[0]].is_typed) {
    account.complete = false;
    account.why_not = "not compared: it is decided by a value, not by yes or no";
    return account;
  }
  analysis::Compared compared;
  for (std::size_t p = 0; p < 2; ++p) {
    compared.programs[p] = &programs[p]->program;
    compared.decisions[p] = decisions[p];
  }
  compared.facts = matched.facts;
  compared.conditions = matched.conditions;
  analysis::Options how;
  how.about =
      types::Date::of(options.about.year, options.about.month, options.about.day).value_or(types::Date{});
  how.first = analysis::first_of_interest;
  how.last = analysis::last_of_interest;
  const analysis::Difference difference = analysis::compare(compared, how, options.most_groups);
  for (const analysis::Class& one : difference.classes)
    account.groups.push_back(filler.group(one, account.name));
  std::stable_sort(account.groups.begin(), account.groups.end(), [](const Group& a, const Group& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : first_day(a) < first_day(b);
  });
  account.complete = difference.complete;
  if (difference.complete) return account;
  account.why_not =
      account.groups.size() == options.most_groups
          ? "more groups than " + std::to_string(options.most_groups) + ": the rest is not shown"
          : "there may be more: the comparison was given up";
  for (std::size_t p = 0; p < 2; ++p) {
    if (!difference.obstacle[p]) continue;
    const std::string_view text =
        programs[p]->loaded.sources->view(programs[p]->program.node_spans[*difference.obstacle[p]]);
    account.why_not += ", at the condition `" + std::string(text.substr(0, text.find('\n'))) + "`";
  }
  return account;
}

}  // namespace

std::string heading(Verdict before, Verdict after) {
  if (before == Verdict::yes && after == Verdict::no) return "newly refused";
  if (before == Verdict::no && after == Verdict::yes) return "newly accepted";
  const std::string was = " (was " + std::string(to_string(before)) + ")";
  if (after == Verdict::not_covered) return "no longer covered" + was;
  if (before == Verdict::not_covered) return "newly covered: " + std::string(to_string(after));
  return "now " + std::string(to_string(after)) + was;
}

Account compare(const Program& before, const Program& after, const Options& options) {
  Account account;
  account.before = before.title();
  account.after = after.title();
  const Both programs{&before.impl(), &after.impl()};
  const Matched matched = match(programs);
  account.changes = matched.changes;
  account.only_before = matched.only_before;
  account.only_after = matched.only_after;
  const Filler filler(programs, matched, before.facts(), after.facts());
  for (std::uint32_t a = 0; a < programs[0]->checked.decisions.size(); ++a) {
    const std::string_view name = programs[0]->loaded.names->view(programs[0]->checked.decisions[a].name);
    if (!options.decision.empty() && options.decision != name) continue;
    for (std::uint32_t b = 0; b < programs[1]->checked.decisions.size(); ++b)
      if (programs[1]->loaded.names->view(programs[1]->checked.decisions[b].name) == name)
        account.decisions.push_back(compare_decision(programs, matched, filler, {a, b}, options));
  }
  return account;
}

}  // namespace eligo::diff
