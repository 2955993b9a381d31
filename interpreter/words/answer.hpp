// SPDX-License-Identifier: MIT
// Owns what text and JSON both say of an outcome, beside its sentence and its reasons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interpreter/words/reasons.hpp"
#include "interpreter/words/sources.hpp"

namespace eligo::words {

/// The words of the data: "not_covered", "open", "2025-06-01".
[[nodiscard]] std::string_view spell(Verdict verdict);
[[nodiscard]] std::string_view spell(State state);
[[nodiscard]] std::string spell(const Date& day);
/// The day whose law was applied; the first one where the outcome has none.
[[nodiscard]] types::Date law_day_of(const Outcome& outcome);

/// The verdict that the person is told: the settled one where there is one.
[[nodiscard]] Verdict told_verdict(const Outcome& outcome);

/// What comes next after a yes, settled or not: a step is left out only if its rule is no. Empty after
/// anything else.
[[nodiscard]] std::vector<std::string> steps_of(const Context& context, const Outcome& outcome);

struct Source {
  std::string name, title, url, publisher, place;  // "" where the rules say nothing
};
[[nodiscard]] Source source_of(const Context& context, const Cited& cited);

/// Where reading begins, as indices into Outcome::reasons: `roots`, or the own lines where there are none.
[[nodiscard]] std::vector<ReasonId> first_reasons(const Outcome& outcome);

/// "monthly base: a number became too large …"
[[nodiscard]] std::string describe(const Context& context, const Outcome& outcome, const Invalid& invalid);

}  // namespace eligo::words
