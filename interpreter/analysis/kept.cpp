// SPDX-License-Identifier: MIT
// Owns which of the classes that were found are kept: what says nothing new is left out.
#include <algorithm>

#include "interpreter/analysis/comparer.hpp"

namespace eligo::analysis {

// Who was found first lives nearest to the day that was asked about.
void Comparer::hand_on(std::size_t from) {
  const Places places = drafts_[from].places;
  const Standing standing = standing_of(places);
  for (std::size_t i = from + 1; i < drafts_.size(); ++i) {
    Draft& to = drafts_[i];
    const bool same = !(to.standing < standing) && !(standing < to.standing);
    if (!same || !to.found || to.handed_on || !fits(to, places, standing)) continue;
    to.places = places;
    to.handed_on = true;
  }
}

// Where there may be more, one person alone is an example: one for each way in which the answer changes is enough.
void Comparer::keep_one_a_way() {
  const auto is_of_way = [](const Draft& a, const Draft& b) {
    return a.found && !(a.standing < b.standing) && !(b.standing < a.standing);
  };
  std::vector<Draft> kept;
  for (const bool alone : {false, true}) {
    for (Draft& draft : drafts_) {
      draft.tried = draft.alone && draft.found;
      if (draft.tried != alone) continue;
      const bool known =
          std::any_of(kept.begin(), kept.end(), [&](const Draft& one) { return is_of_way(one, draft); });
      if (!alone || !known) kept.push_back(draft);
    }
  }
  drafts_ = std::move(kept);
}

// A class everybody of which is in another one says nothing new. The latest first: they were found in what was left.
void Comparer::drop_covered() {
  for (std::size_t i = 0; i < drafts_.size();) {
    if (!drafts_[i].found) {
      ++i;
      continue;
    }
    std::vector<Lit> assumptions{drafts_[i].lit};
    for (std::size_t other = 0; other < drafts_.size(); ++other)
      if (other != i) assumptions.push_back(-drafts_[other].lit);
    const auto alone = [&](const Places& places) {
      const Standing standing = standing_of(places);
      for (std::size_t other = 0; other < drafts_.size(); ++other)
        if (fits(drafts_[other], places, standing) != (other == i)) return false;
      return standing.is_other();
    };
    if (find(assumptions, alone).result != Sat::Result::no) {
      ++i;
      continue;
    }
    hand_on(i);
    drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace eligo::analysis
