// SPDX-License-Identifier: MIT
// Owns how a deciding line speaks to the person (language.md 2.14), and what they could do about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interpreter/words/words.hpp"

namespace eligo::words {

/// Index into Outcome::reasons.
using ReasonId = std::uint32_t;

/// The decision of an outcome, or check::nowhere.
[[nodiscard]] Index decision_of(const check::Checked& checked, const Outcome& outcome);
[[nodiscard]] types::Type type_of_decision(const check::Checked& checked, Index decision);

/// True where the line has words of its own, or is a rule or fact that has.
[[nodiscard]] bool has_label(const check::Checked& checked, Index line);

/// What a line says of a *no*, and the reason that says it: itself, or one below it.
struct Objection {
  std::string words;
  ReasonId of;
};
/// Whether its `otherwise` is for the other answer: below a `not`, what decides is that a line is met.
[[nodiscard]] bool keeps_to_itself(const Context& context, const Outcome& outcome, ReasonId reason);
/// For *no*, and for the line of the coverage: its own `otherwise`, or what the deciding lines below it say where one of them
/// has one, or its label with those of the lines below. Never empty.
[[nodiscard]] std::vector<Objection> objections(const Context& context, const Outcome& outcome,
                                                ReasonId reason);
/// Whether the line of a coverage that is yes says more than that it is so: it, or one below it, has words of its own.
[[nodiscard]] bool has_words(const Context& context, const Outcome& outcome, ReasonId coverage);
/// For *yes* and values: its label, and in brackets those of the routes below it that were taken.
[[nodiscard]] std::string grounds(const Context& context, const Outcome& outcome, ReasonId reason);
/// `can change by` of the facts at the leaves of a line and of those below it that may help, the cheapest first.
[[nodiscard]] std::vector<std::string> remedies(const Context& context, const Outcome& outcome,
                                                ReasonId reason);

/// A fact and what was told or presumed of it: "label: value", "question? value".
[[nodiscard]] std::string with_answer(const Context& context, Index fact);
/// What was told or presumed; nothing where neither.
[[nodiscard]] std::optional<types::Told> told_of(const Context& context, Index fact);

}  // namespace eligo::words
