// SPDX-License-Identifier: MIT
// Owns the comparison of each decision that both rulesets have, and the order of its groups.
#include <algorithm>
#include <map>
#include <set>

#include "interpreter/host/told_value.hpp"
#include "interpreter/words/words.hpp"
#include "tools/diff/account.hpp"
#include "tools/diff/day.hpp"
#include "tools/diff/figures.hpp"
#include "tools/diff/fill.hpp"
#include "tools/diff/rows.hpp"

namespace eligo::diff {

namespace {

constexpr int most_ranked = 1'000'000;

/// Lost before won before the rest; each from the earliest on.
int rank(const Group& group) {
  if (group.tried) return most_ranked;
  if (group.before == Verdict::yes && group.after == Verdict::no) return 0;
  if (group.before == Verdict::no && group.after == Verdict::yes) return 1;
  if (group.value_before && group.value_after)
    return !group.found ? 2000 : group.change == Change::smaller ? 0 : group.change == Change::larger ? 1 : 2;
  return 3 + static_cast<int>(group.before) * 8 + static_cast<int>(group.after);
}

std::string first_day(const Group& group) {
  return group.days.empty() || !group.days.front().from ? "" : iso(*group.days.front().from);
}

bool has_items(const types::Type& type) {
  return type.base == types::Base::enumeration || type.base == types::Base::key;
}

/// Why the answers of a decision before and after cannot stand side by side, or "".
std::string why_not_compared(const Phrases& phrases, const Both& programs, const check::DecisionDef& before,
                             const check::DecisionDef& after) {
  if (before.is_typed == after.is_typed &&
      (before.type.base == after.type.base || (before.type.is_number() && after.type.is_number())))
    return "";
  const auto what = [&](std::size_t p, const check::DecisionDef& def) {
    return def.is_typed ? phrases.kind(programs[p]->checked, def.type) : std::string(phrases.with_reasons);
  };
  return phrases.not_compared(what(0, before), what(1, after));
}

/// The values of an enum, or rows of a table, that both know: by their names.
std::vector<std::array<std::uint32_t, 2>> outcomes_of_both(const Both& programs, types::Type before,
                                                           types::Type after) {
  std::vector<std::array<std::uint32_t, 2>> both;
  if (!has_items(before) || !has_items(after)) return both;
  const auto count = [&](std::size_t p, types::Type type) {
    const check::Checked& checked = programs[p]->checked;
    return type.base == types::Base::key ? checked.tables[type.of].rows
                                         : static_cast<std::uint32_t>(checked.enums[type.of].values.size());
  };
  const auto name = [&](std::size_t p, types::Type type, std::uint32_t item) {
    return host::spell(programs[p]->checked, type, types::Value(types::Item{item}));
  };
  std::map<std::string, std::uint32_t> named;
  for (std::uint32_t item = 0; item < count(1, after); ++item) named.emplace(name(1, after, item), item);
  for (std::uint32_t item = 0; item < count(0, before); ++item) {
    const auto other = named.find(name(0, before, item));
    if (other != named.end()) both.push_back({item, other->second});
  }
  return both;
}

/// `opening` stands before what was found out only in part.
std::string why_not_complete(const Phrases& phrases, std::string_view opening, const Both& programs,
                             const analysis::Difference& difference, const DecisionAccount& account,
                             const Options& options) {
  if (!difference.obstacle[0] && !difference.obstacle[1] && difference.classes.empty() &&
      difference.nobody_found == 0)
    return std::string(phrases.nobody_tried);
  if (account.groups.size() >= options.most_groups) return phrases.too_many(options.most_groups);
  std::string why(opening);
  if (difference.nobody_found > 0) return why + phrases.not_settled(difference.nobody_found);
  why += phrases.given_up;
  for (std::size_t p = 0; p < 2; ++p) {
    if (!difference.obstacle[p]) continue;
    const std::string_view text =
        programs[p]->loaded.sources->view(programs[p]->program.node_spans[*difference.obstacle[p]]);
    why += phrases.at_condition(std::string(text.substr(0, text.find('\n'))));
  }
  return why;
}

DecisionAccount compare_decision(const Both& programs, const Matched& matched, const Infos& infos,
                                 std::array<std::uint32_t, 2> decisions, const Options& options) {
  DecisionAccount account;
  const check::DecisionDef& def = programs[1]->checked.decisions[decisions[1]];
  account.name = std::string(programs[1]->loaded.names->view(def.name));
  account.label = def.label == 0 ? account.name : words::unfilled(programs.reader(1), def.label);
  const check::DecisionDef& was = programs[0]->checked.decisions[decisions[0]];
  account.why_not = why_not_compared(english, programs, was, def);
  account.reason = why_not_compared(programs.phrases(), programs, was, def);
  if (!account.why_not.empty()) {
    account.complete = false;
    return account;
  }
  analysis::Compared compared;
  for (std::size_t p = 0; p < 2; ++p) {
    compared.programs[p] = &programs[p]->program;
    compared.decisions[p] = decisions[p];
  }
  compared.facts = matched.facts;
  compared.conditions = matched.conditions;
  compared.values = matched.values;
  for (std::size_t p = 0; p < 2; ++p)
    for (const check::ListDef& list : programs[p]->checked.lists)
      compared.lists[p].push_back({list.fact, list.fields, list.at_most});
  compared.changed = matched.changed;
  if (def.is_typed) compared.outcomes = outcomes_of_both(programs, was.type, def.type);
  analysis::Options how;
  how.about =
      types::Date::of(options.about.year, options.about.month, options.about.day).value_or(types::Date{});
  how.first = analysis::first_of_interest;
  how.last = analysis::last_of_interest;
  const analysis::Difference difference = analysis::compare(compared, how, options.most_groups);
  for (const analysis::Class& one : difference.classes)
    account.groups.push_back(filled(programs, matched, infos, one, {account.name, {was.type, def.type}}));
  std::stable_sort(account.groups.begin(), account.groups.end(), [](const Group& a, const Group& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : first_day(a) < first_day(b);
  });
  account.complete = difference.complete;
  if (!difference.complete) {
    const Phrases& phrases = programs.phrases();
    account.why_not = why_not_complete(english, there_may_be_more, programs, difference, account, options);
    account.reason = why_not_complete(phrases, phrases.others_too, programs, difference, account, options);
  }
  return account;
}

// Tests that stand together have titles of their own: "newly accepted 2".
void number_titles(const Program::Impl& after, Account& account) {
  std::set<std::string> taken;
  for (const check::TestDef& test : after.checked.tests) taken.insert(test.title);
  for (DecisionAccount& decision : account.decisions) {
    for (Group& group : decision.groups) {
      const std::string title = heading(*account.phrases, group);
      std::string free = title;
      for (int number = 2; !taken.insert(free).second; ++number) free = title + " " + std::to_string(number);
      const std::size_t end = group.test.rfind("\" as of ", group.test.find('\n'));
      group.test.insert(end, free.substr(title.size()));
    }
  }
}

}  // namespace

Account compare(const Program& before, const Program& after, const Options& options) {
  const Both programs(before, after, options.language);
  Account account;
  account.language = programs.language();
  account.phrases = &programs.phrases();
  account.before = words::title_of(programs.reader(0));
  account.after = words::title_of(programs.reader(1));
  account.before_at = options.revision.empty()
                          ? options.before
                          : account.phrases->at_revision(options.before, options.revision);
  account.after_at = options.after;
  const Matched matched = match(programs);
  account.changes = matched.changes;
  account.figures = changed_figures(programs);
  account.rows = changed_rows(programs);
  account.only_before = matched.only_before;
  account.gone = matched.gone;
  account.added = matched.added;
  account.presumes_otherwise = matched.presumes_otherwise;
  account.other_currency = matched.other_currency;
  account.only_after = matched.only_after;
  const Infos infos{before.facts(account.language), after.facts(account.language)};
  for (std::uint32_t a = 0; a < programs[0]->checked.decisions.size(); ++a) {
    const std::string_view name = programs[0]->loaded.names->view(programs[0]->checked.decisions[a].name);
    if (!options.decision.empty() && options.decision != name) continue;
    for (std::uint32_t b = 0; b < programs[1]->checked.decisions.size(); ++b)
      if (programs[1]->loaded.names->view(programs[1]->checked.decisions[b].name) == name)
        account.decisions.push_back(compare_decision(programs, matched, infos, {a, b}, options));
  }
  number_titles(*programs[1], account);
  return account;
}

}  // namespace eligo::diff
