// SPDX-License-Identifier: MIT
// Owns the search for the ends, inwards from where nobody is beyond.
#include "interpreter/analysis/settled_days.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::DayRange;
using Result = Sat::Result;

namespace {

// Where it cannot be settled how far a class goes: so many days on which the law changes are asked for somebody.
constexpr std::size_t most_changes_asked = 4;

DayRange range_of(Int128 one, Int128 other) {
  return {static_cast<std::int32_t>(std::min(one, other)), static_cast<std::int32_t>(std::max(one, other))};
}

}  // namespace

DaySettler::Answer DaySettler::ask(Int128 one, Int128 other) const {
  return ask_(range_of(one, other));
}

// First days, or last days, under a law: from behind the outer end on.
std::vector<Int128> DaySettler::changes_between(Int128 outer, Int128 seen) const {
  const bool up = outer < seen;
  std::vector<Int128> days;
  for (const Int128 change : changes_) {
    const Int128 day = up ? change : change - 1;
    if (up ? outer < day && day <= seen : seen <= day && day < outer) days.push_back(day);
  }
  if (!up) std::reverse(days.begin(), days.end());
  return days;
}

// How far inwards somebody may be for the outer end to be as it is said, where nobody knows whether there is somebody then.
Int128 DaySettler::reach(Int128 outer, Int128 seen) const {
  if (outer != calendar_.from && outer != calendar_.to) return outer;
  const std::vector<Int128> changes = changes_between(outer, seen);
  return changes.empty() ? seen : changes.front() + (outer < seen ? -1 : 1);
}

// The end of a law where one ends between them.
Int128 DaySettler::middle(Int128 outer, Int128 seen) const {
  const std::vector<Int128> changes = changes_between(outer, seen);
  if (changes.empty()) return outer + (seen - outer) / 2;
  return changes[changes.size() / 2] + (outer < seen ? -1 : 1);
}

DaySettler::End DaySettler::unsettled(Int128 outer, Int128 seen) const {
  std::vector<Int128> changes = changes_between(outer, seen);
  if (changes.size() > most_changes_asked)
    changes.erase(changes.begin(), changes.end() - static_cast<std::ptrdiff_t>(most_changes_asked));
  for (const Int128 change : changes)
    if (ask(change, change).result == Result::yes) return {outer, change};
  return {outer, seen};
}

DaySettler::End DaySettler::end(Int128 outer, Int128 seen) const {
  const Int128 inwards = outer < seen ? 1 : -1;
  if (outer == seen) return {outer, outer};
  Int128 to = outer;
  Answer found = ask(outer, to);
  if (found.result == Result::unknown) {
    to = reach(outer, seen);
    if (to == seen) return {outer, outer};
    if (to != outer) found = ask(outer, to);
  }
  if (found.result == Result::yes) return {outer, outer};
  while (found.result != Result::unknown) {
    if (found.result == Result::yes)
      seen = found.day;
    else
      outer = to + inwards;
    if (outer == seen) return {seen, seen};
    to = middle(outer, seen);
    found = ask(outer, to);
  }
  return unsettled(outer, seen);
}

SettledDays DaySettler::settled(const std::vector<DayRange>& days, Int128 somebody) const {
  SettledDays settled;
  bool all = true;
  for (const DayRange& range : days) {
    Answer found{Result::yes, somebody};
    if (somebody < range.from || somebody > range.to) found = ask_(range);
    if (found.result == Result::no) continue;
    if (found.result == Result::unknown) {
      settled.days.push_back(range);
      all = false;
      continue;
    }
    const End first = end(range.from, found.day), last = end(range.to, found.day);
    settled.days.push_back(range_of(first.outer, last.outer));
    settled.seen.push_back(range_of(first.seen, last.seen));
    all = all && first.outer == first.seen && last.outer == last.seen;
  }
  if (all) settled.seen.clear();
  return settled;
}

}  // namespace eligo::analysis
