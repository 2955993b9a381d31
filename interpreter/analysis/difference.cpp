// SPDX-License-Identifier: MIT
// Owns the search for classes: somebody whose verdict differs, made as wide a class as holds together, shut out, and the
// next one, until there is nobody left.
#include "interpreter/analysis/difference.hpp"

#include <algorithm>

#include "interpreter/analysis/comparer.hpp"

namespace eligo::analysis {

namespace {

constexpr Verdict verdicts[] = {Verdict::yes, Verdict::no, Verdict::not_covered, Verdict::invalid};

}  // namespace

void Comparer::shorten(Class& done) {
  const auto still = [&] {
    for (std::size_t p = 0; p < 2; ++p) {
      scratch_[p].days = eval::Days(*compared_.programs[p], done.day, done.day);
      if (eval::decide(decision(p), done.profiles[p], scratch_[p]) != done.verdicts[p]) return false;
    }
    return true;
  };
  for (std::size_t f = compared_.facts.size(); f-- > 0;) {
    const Shared& fact = compared_.facts[f];
    std::optional<types::Possible> told[2];
    for (std::size_t p = 0; p < 2; ++p) {
      if (fact.slots[p] == program::nowhere) continue;
      told[p] = done.profiles[p].possible(fact.slots[p]);
      done.profiles[p].forget(fact.slots[p]);
    }
    if (still()) continue;
    for (std::size_t p = 0; p < 2; ++p)
      if (told[p]) done.profiles[p].tell(fact.slots[p], *told[p]);
  }
}

Class Comparer::finished(const Draft& draft) {
  Class done;
  for (std::size_t p = 0; p < 2; ++p) {
    done.verdicts[p] = draft.verdicts[p];
    done.profiles.push_back(subject(p).profile(draft.places));
  }
  done.day = types::Date{static_cast<std::int32_t>(draft.places[day_variable].lo)};
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
            if (slot.type.base == types::Base::text)
              values.texts.push_back(subject(p).axes().texts(fact.slots[p])[item]);
            else
              values.items.push_back(item);
          }
        }
      }
      std::sort(values.items.begin(), values.items.end());
    }
    done.facts.push_back(std::move(values));
  }
  std::sort(done.facts.begin(), done.facts.end(),
            [](const Values& a, const Values& b) { return a.fact < b.fact; });
  shorten(done);
  return done;
}

Difference Comparer::run(std::size_t most_classes) {
  Difference difference;
  for (std::size_t p = 0; p < 2; ++p)
    difference.obstacle[p] = beyond_proof(*compared_.programs[p], cones_[p]);
  if (difference.obstacle[0] || difference.obstacle[1]) {
    difference.complete = false;
    return difference;
  }
  join_leaves();
  find_terms();
  std::vector<Lit> differ;
  for (const Verdict before : verdicts)
    for (const Verdict after : verdicts)
      if (before != after) differ.push_back(pair({before, after}));
  const Lit any = sat_.any(differ);
  const std::int32_t about = options_.about.days;
  // Who is found near the day that was asked about is plainer than one from the first years of the calendar.
  std::vector<Lit> nearest{space_.within(day_variable, about, about), space_.at_least(day_variable, about),
                           Sat::always()};
  std::vector<Lit> assumptions{any};
  for (;;) {
    std::vector<Lit> here = assumptions;
    here.push_back(nearest.front());
    const Found found = find(here, [&](const Places& places) {
      const auto of = verdicts_of(places);
      return of[0] != of[1] && std::none_of(drafts_.begin(), drafts_.end(),
                                            [&](const Draft& draft) { return fits(draft, places, of); });
    });
    if (found.result == Sat::Result::no && nearest.size() > 1) {
      nearest.erase(nearest.begin());
      continue;
    }
    if (found.result == Sat::Result::no) break;
    if (found.result == Sat::Result::unknown || drafts_.size() == most_classes) {
      difference.complete = false;
      if (found.result == Sat::Result::unknown && found.obstacle.leaf != nullptr)
        difference.obstacle[found.obstacle.subject == &before_ ? 0 : 1] = found.obstacle.leaf->node;
      break;
    }
    drafts_.push_back(draft_of(found.places));
    assumptions.push_back(-drafts_.back().lit);
  }
  if (difference.complete) drop_covered();
  for (const Draft& draft : drafts_) difference.classes.push_back(finished(draft));
  return difference;
}

Difference compare(const Compared& compared, const Options& options, std::size_t most_classes) {
  return Comparer(compared, options).run(most_classes);
}

}  // namespace eligo::analysis
