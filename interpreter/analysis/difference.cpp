// SPDX-License-Identifier: MIT
// Owns the search for classes: somebody whose verdict differs, made as wide a class as holds together, shut out, and the
// next one, until there is nobody left.
#include "interpreter/analysis/difference.hpp"

#include <algorithm>

#include "interpreter/analysis/comparer.hpp"
#include "interpreter/analysis/explorer.hpp"
#include "interpreter/analysis/folded.hpp"
#include "interpreter/program/exact.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

namespace {

// Of parts of calculated values that could not be settled: after so many there is little sense in naming more.
constexpr int most_unsettled = 5;

constexpr std::size_t few_facts = 20;

// Nobody reads more groups of amounts that do not come to an end.
constexpr std::size_t most_calculated = 8;

std::string longest_beginning(const std::vector<std::string>& named, const std::string& text) {
  std::string longest;
  for (const std::string& one : named)
    if (one.size() > longest.size() && text.compare(0, one.size(), one) == 0) longest = one;
  return longest;
}

}  // namespace

Class Comparer::finished(const Draft& draft) {
  Class done;
  if (draft.tried) return tried(draft.places, draft.standing.relation);
  done.relation = draft.standing.relation;
  done.calculated = replies_->are_calculated();
  done.everybody = draft.everybody;
  done.found = draft.found;
  describe(draft, done);
  settle_days(draft, done);
  show(draft.places, done);
  if (!plainer_) return done;
  Places places = draft.places;
  plainer_(places, done);
  show(places, done);
  return done;
}

// Of one person nothing is said but what both answer.
Class Comparer::tried(const Places& places, Relation relation) {
  Class one;
  one.relation = relation;
  one.tried = true;
  show(places, one);
  one.days = {{one.day.days, one.day.days}};
  return one;
}

bool has(const Values& values, const std::string& text) {
  const auto is_in = [&](const std::vector<std::string>& sorted, const std::string& one) {
    return std::binary_search(sorted.begin(), sorted.end(), one);
  };
  if (is_in(values.texts.named, text)) return true;
  if (is_in(values.other_texts.named, text)) return false;
  std::vector<std::string> named = values.texts.named;
  named.insert(named.end(), values.other_texts.named.begin(), values.other_texts.named.end());
  const std::string beginning = longest_beginning(named, text);
  return beginning.empty() ? values.texts.others : is_in(values.texts.longer, beginning);
}

// What stands for many is said as what it stands for.
void Comparer::tell_texts(const Shared& fact, Values& values) {
  std::vector<std::string> named;
  for (std::size_t p = 0; p < 2; ++p) {
    if (fact.slots[p] == program::nowhere) continue;
    const std::vector<std::string>& its = subject(p).axes().named_texts(fact.slots[p]);
    named.insert(named.end(), its.begin(), its.end());
  }
  types::sort_unique(named);
  const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
  const std::vector<std::string>& texts = subject(p).axes().texts(fact.slots[p]);
  for (std::uint32_t item = 0; item < texts.size(); ++item) {
    const bool is_in = std::binary_search(values.items.begin(), values.items.end(), item);
    Texts& into = is_in ? values.texts : values.other_texts;
    const std::string& text = texts[item];
    if (std::binary_search(named.begin(), named.end(), text)) {
      into.named.push_back(text);
      continue;
    }
    const std::string beginning = longest_beginning(named, text);
    if (beginning.empty())
      into.others = true;
    else
      into.longer.push_back(beginning);
  }
  for (Texts* each : {&values.texts, &values.other_texts}) {
    types::sort_unique(each->named);
    types::sort_unique(each->longer);
  }
}

void Comparer::describe(const Draft& draft, Class& done) {
  for (const Demand& demand : draft.demands) {
    if (!demand.portion) {
      done.conditions.push_back(demand.met);
      continue;
    }
    const Portion& portion = *demand.portion;
    if (portion.var == day_variable) {
      for (const auto& [lo, hi] : portion.ranges)
        done.days.push_back({static_cast<std::int32_t>(lo), static_cast<std::int32_t>(hi)});
      continue;
    }
    Values values;
    values.fact = portion.var - 1;  // variables were made in this order, after the day
    values.none = portion.none;
    const Shared& fact = compared_.facts[values.fact];
    const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
    const program::Slot& slot = compared_.programs[p]->slots[fact.slots[p]];
    if (slot.type.is_ordered()) {
      values.ranges = portion.ranges;
    } else {
      for (const auto& [lo, hi] : portion.ranges) {
        for (Int128 number = lo; number <= hi; ++number) {
          for (const std::uint32_t item : subject(p).axes().items(fact.slots[p], number)) {
            values.items.push_back(item);
          }
        }
      }
      std::sort(values.items.begin(), values.items.end());
    }
    if (slot.type.base == types::Base::text) tell_texts(fact, values);
    done.facts.push_back(std::move(values));
  }
  std::sort(done.facts.begin(), done.facts.end(),
            [](const Values& a, const Values& b) { return a.fact < b.fact; });
}

types::Possible Comparer::value_now(std::size_t p) const {
  return eval::value_of(decision(p), *compared_.programs[p], scratch_[p]);
}

// What a no of the solver says nothing about.
std::optional<NodeId> Comparer::obstacle(std::size_t p) const {
  const program::Program& program = *compared_.programs[p];
  if (const auto condition = beyond_proof(program, cones_[p])) return condition;
  if (!twins_) return std::nullopt;
  for (const NodeId id : leaf_of(program, decision(p).root).run) {
    const program::Node& n = program.nodes[id];
    const bool asks = n.op == program::Op::slot || n.op == program::Op::column;
    if (asks && (!has_values(program.slots[n.payload]) || n.type.base == types::Base::text)) return id;
  }
  return std::nullopt;
}

Difference Comparer::run(std::size_t most_classes) {
  Difference difference;
  replies_ = std::make_unique<Replies>(compared_, std::array<Subject*, 2>{&before_, &after_}, space_);
  if (replies_->are_calculated()) {
    twins_ =
        std::make_unique<Twins>(std::array<Subject*, 2>{&before_, &after_},
                                std::array<NodeId, 2>{decision(0).root, decision(1).root}, written_, space_);
    replies_->set_valid(0, twins_->lit(Twins::valid_before));
    replies_->set_valid(1, twins_->lit(Twins::valid_after));
  }
  for (std::size_t p = 0; p < 2; ++p) difference.obstacle[p] = obstacle(p);
  if (difference.obstacle[0] || difference.obstacle[1]) {
    difference.complete = false;
    return difference;
  }
  relate();
  if (twins_) join_choices();
  find_terms();
  search(most_classes, difference);
  if (difference.complete)
    drop_covered();
  else
    keep_one_a_way();
  for (const Draft& draft : drafts_) difference.classes.push_back(finished(draft));
  return difference;
}

void Comparer::search(std::size_t most_classes, Difference& difference) {
  const std::int32_t about = options_.about.days;
  // Who is found near the day that was asked about is plainer than one from the first years of the calendar.
  std::vector<Lit> nearest{space_.within(day_variable, about, about), space_.at_least(day_variable, about),
                           Sat::always()};
  std::vector<Lit> assumptions{differ()};
  int unsettled = 0;
  const auto is_new = [&](const Places& places) {
    const Standing standing = standing_of(places);
    return standing.is_other() && std::none_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
             return fits(draft, places, standing);
           });
  };
  for (;;) {
    std::vector<Lit> here = assumptions;
    here.push_back(nearest.front());
    const Found found = find(here, is_new, Worth::search);
    if (found.result == Sat::Result::no && nearest.size() > 1) {
      nearest.erase(nearest.begin());
      continue;
    }
    if (found.result == Sat::Result::no) return;
    if (drafts_.size() == most_classes || (twins_ && drafts_.size() == most_calculated)) break;
    if (found.result == Sat::Result::unknown) {
      const bool by_value = !found.places.empty() && standing_of(found.places).relation == Relation::level;
      if (found.obstacle.leaf != nullptr)
        difference.obstacle[found.obstacle.subject == &before_ ? 0 : 1] = found.obstacle.leaf->node;
      if (found.obstacle.leaf != nullptr || !by_value) break;
    }
    drafts_.push_back(draft_of(found.places));
    assumptions.push_back(-drafts_.back().lit);
    if ((drafts_.back().alone || !drafts_.back().found) && ++unsettled > most_unsettled) break;
  }
  difference.complete = false;
}

Difference compare(const Compared& compared, const Options& options, std::size_t most_classes) {
  Comparer comparer(compared, options);
  Seeker seeker(compared, comparer, options);
  const bool has_lists = !compared.lists[0].empty() || !compared.lists[1].empty();
  comparer.set_plainer([&](Places& places, const Class& one) {
    const Wanted wanted = wanted_of(one, compared, comparer);
    if (has_lists) return seeker.make_plain(places, wanted);
    seeker.make_round(places, wanted);
    seeker.bring_near(places, wanted);
  });
  std::optional<Difference> folded;
  if (has_lists) folded = Folded(compared, options, comparer, seeker).run(most_classes);
  // Members of short lists can be told apart where that says more.
  const bool one_by_one = !folded || (!folded->complete && compared.facts.size() <= few_facts);
  Difference difference = one_by_one ? comparer.run(most_classes) : std::move(*folded);
  if (one_by_one && folded && !difference.complete) difference = std::move(*folded);
  if (difference.complete || difference.classes.size() >= most_classes) return difference;
  // Where not everybody could be compared, at least somebody, found by trying, is shown.
  Explorer explorer(compared, comparer, seeker);
  explorer.seek_where_written_differently();
  explorer.add_found(difference.classes);
  return difference;
}

void try_examples(const Compared& compared, const Options& options, const std::vector<Class>& examples,
                  Difference& difference) {
  Comparer comparer(compared, options);
  Seeker seeker(compared, comparer, options);
  Explorer explorer(compared, comparer, seeker);
  for (const Class& one : examples) explorer.seek_beside(one);
  explorer.add_found(difference.classes);
}

}  // namespace eligo::analysis
