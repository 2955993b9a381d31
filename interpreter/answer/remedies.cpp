// SPDX-License-Identifier: MIT
// Owns "what can I do?": what can change is taken as not told, and the search says what then still matters.
#include "interpreter/answer/remedies.hpp"

#include "interpreter/solve/search.hpp"

namespace eligo::answer {

std::vector<bool> remedies_of(const program::Program& program, const program::Decision& decision,
                              const eval::Profile& profile, const eval::Days& days,
                              std::span<const std::uint32_t> changes_with) {
  std::vector<bool> helps(program.slots.size(), false);
  std::vector<std::uint32_t> asked(program.slots.size());
  eval::Profile changed = profile;
  for (std::uint32_t slot = 0; slot < asked.size(); ++slot) {
    asked[slot] = slot;
    if (slot >= changes_with.size() || changes_with[slot] == program::nowhere) continue;
    asked[slot] = changes_with[slot];
    changed.forget(slot);
    // Whoever changes it is not held to what is presumed of those who say nothing.
    if (program.slots[slot].presumed) changed.tell(slot, program.slots[slot].anything);
  }
  eval::Scratch scratch;
  scratch.days = days;
  const eval::Verdict verdict = eval::decide(decision, changed, scratch);
  if (verdict != eval::Verdict::undetermined && verdict != eval::Verdict::yes) return helps;
  if (verdict == eval::Verdict::undetermined) {
    const solve::Findings found =
        solve::search(program, decision, changed, days, {asked, /*yes_alone=*/true}, solve::Budget{});
    for (const solve::Need& need : found.needs) helps[asked[need.slot]] = true;
  }
  // A fact of a list that can change does what the list does; where any value will do, each change helps.
  for (std::uint32_t slot = 0; slot < changes_with.size(); ++slot)
    if (changes_with[slot] != program::nowhere)
      helps[slot] = verdict == eval::Verdict::yes || helps[changes_with[slot]];
  return helps;
}

}  // namespace eligo::answer
