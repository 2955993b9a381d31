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

/// A decision that both have, and how it differs.
struct Pair {
  std::array<std::uint32_t, 2> decisions;
  bool is_wanted = true;
  std::string why_not;  // in English
  analysis::Compared compared;
  std::optional<analysis::Difference> difference;
};

const check::DecisionDef& decision_of(const Both& programs, const Pair& pair, std::size_t p) {
  return programs[p]->checked.decisions[pair.decisions[p]];
}

analysis::Compared compared_of(const Both& programs, const Matched& matched, const Pair& pair) {
  analysis::Compared compared;
  for (std::size_t p = 0; p < 2; ++p) {
    compared.programs[p] = &programs[p]->program;
    compared.decisions[p] = pair.decisions[p];
    for (const check::ListDef& list : programs[p]->checked.lists)
      compared.lists[p].push_back({list.fact, list.fields, list.at_most});
  }
  compared.facts = matched.facts;
  compared.conditions = matched.conditions;
  compared.values = matched.values;
  compared.changed = matched.changed;
  const check::DecisionDef& def = decision_of(programs, pair, 1);
  if (def.is_typed)
    compared.outcomes = outcomes_of_both(programs, decision_of(programs, pair, 0).type, def.type);
  return compared;
}

std::vector<Pair> pairs_of(const Both& programs, const Matched& matched, const Options& options) {
  const auto name = [&](std::size_t p, std::uint32_t decision) {
    return programs[p]->loaded.names->view(programs[p]->checked.decisions[decision].name);
  };
  std::vector<Pair> pairs;
  for (std::uint32_t a = 0; a < programs[0]->checked.decisions.size(); ++a) {
    for (std::uint32_t b = 0; b < programs[1]->checked.decisions.size(); ++b) {
      if (name(0, a) != name(1, b)) continue;
      Pair pair;
      pair.decisions = {a, b};
      pair.is_wanted = options.decision.empty() || options.decision == name(0, a);
      pair.why_not =
          why_not_compared(english, programs, decision_of(programs, pair, 0), decision_of(programs, pair, 1));
      pair.compared = compared_of(programs, matched, pair);
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

/// Compares the decisions that are wanted. Where that is given up, whoever was found for another decision is tried; where nobody at
/// all was found, also for decisions that are not wanted.
void compare_all(std::vector<Pair>& pairs, const Options& options) {
  analysis::Options how;
  how.about =
      types::Date::of(options.about.year, options.about.month, options.about.day).value_or(types::Date{});
  how.first = analysis::first_of_interest;
  how.last = analysis::last_of_interest;
  const auto compare = [&](Pair& pair) {
    if (pair.why_not.empty() && !pair.difference)
      pair.difference = analysis::compare(pair.compared, how, options.most_groups);
  };
  for (Pair& pair : pairs)
    if (pair.is_wanted) compare(pair);
  for (Pair& pair : pairs) {
    if (!pair.is_wanted || !pair.difference || pair.difference->complete ||
        pair.difference->classes.size() >= options.most_groups)
      continue;
    std::vector<analysis::Class> examples;
    for (Pair& other : pairs) {
      if (&other == &pair) continue;
      if (pair.difference->classes.empty()) compare(other);
      if (!other.difference) continue;
      examples.insert(examples.end(), other.difference->classes.begin(), other.difference->classes.end());
    }
    analysis::try_examples(pair.compared, how, examples, *pair.difference);
  }
}

DecisionAccount account_of(const Both& programs, const Matched& matched, const Infos& infos, const Pair& pair,
                           const Options& options) {
  DecisionAccount account;
  const check::DecisionDef &was = decision_of(programs, pair, 0), &def = decision_of(programs, pair, 1);
  account.name = std::string(programs[1]->loaded.names->view(def.name));
  account.label = def.label == 0 ? account.name : words::unfilled(programs.reader(1), def.label);
  account.why_not = pair.why_not;
  account.reason = why_not_compared(programs.phrases(), programs, was, def);
  account.complete = pair.difference && pair.difference->complete;
  if (!pair.difference) return account;
  const analysis::Difference& difference = *pair.difference;
  for (const analysis::Class& one : difference.classes)
    account.groups.push_back(filled(programs, matched, infos, one, {account.name, {was.type, def.type}}));
  std::stable_sort(account.groups.begin(), account.groups.end(), [](const Group& a, const Group& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : first_day(a) < first_day(b);
  });
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
  std::vector<Pair> pairs = pairs_of(programs, matched, options);
  compare_all(pairs, options);
  for (const Pair& pair : pairs)
    if (pair.is_wanted) account.decisions.push_back(account_of(programs, matched, infos, pair, options));
  number_titles(*programs[1], account);
  return account;
}

}  // namespace eligo::diff
