// SPDX-License-Identifier: MIT
// Owns why a settled answer is what it is, although the lines that it rests on are open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interpreter/words/reasons.hpp"

namespace eligo::words {

/// What holds of the open lines of a settled answer, whatever the missing answers are.
enum class Together : std::uint8_t {
  each,          // every one of them is sure: yes or no as `SettledReasons::decided` says
  some_not_met,  // at least one is no, but not always the same one
  some_met,      // at least one is yes, but not always the same one
  all,           // no more can be said than that they lead there together
};

struct SettledReasons {
  Together how = Together::all;
  std::optional<Outcome> decided;  // the outcome as it is then; with `each` always
  std::vector<ReasonId>
      lines;  // where reading begins: of `decided`, or of the outcome where that is not known
};

/// Of an undetermined outcome that is settled.
[[nodiscard]] SettledReasons settled_reasons(const Context& context, const Outcome& outcome);

}  // namespace eligo::words
