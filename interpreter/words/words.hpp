// SPDX-License-Identifier: MIT
// Owns the door to everything a person reads in an answer: labels, values, filled texts, the answer as text
// and as JSON.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "interpreter/check/checked.hpp"
#include "interpreter/include/eligo/eligo.hpp"
#include "interpreter/types/told.hpp"
#include "interpreter/types/value.hpp"
#include "interpreter/words/language.hpp"

namespace eligo::words {

using check::Index;
using check::TextId;

/// Who is spoken to, about whom, on which day. The questions may be empty: then nothing is told, nothing
/// decided.
struct Context {
  const check::Checked& checked;
  std::uint32_t language = 0;  // index into checked.languages
  types::Date as_of;
  /// The told (or presumed) value of a fact, the decided one of a column, value or rule; nothing where there
  /// is none.
  std::function<std::optional<types::Value>(const check::Ref&)> lookup;
  /// What was told of a fact, in part or exactly; nullptr where nothing was.
  std::function<const types::Told*(Index fact)> told;
  /// What a rule came to: for `steps … when RULE`.
  std::function<State(Index rule)> rule_state;
  /// Texts go to a program: placeholders that show a private fact print the words for "not shown".
  bool hide_private = false;
  /// Of an answer that is no: whether a change of the fact may be part of a way to yes, of the decision and of that line of it
  /// (which is not met; nowhere: of the decision alone). Where empty, each may.
  std::function<bool(Index line, Index fact)> may_help = {};
  /// What is known of a value that has no exact one yet; nothing where no more is known than its type.
  std::function<std::optional<types::Told>(const check::Ref& value)> in_part = {};
  /// The outcome that is written, where it is undetermined and settled, as it is then: with that verdict, and reasons of which
  /// those that nobody can be sure of are open. Where empty, or nothing: no more is known than the outcome says.
  std::function<std::optional<Outcome>()> as_settled = {};
  /// Whose phrases, days and amounts, where the texts may be of another language; nullptr: see phrases().
  const Language* spoken = nullptr;
};

/// The language of that code, else the first of the ruleset.
[[nodiscard]] std::uint32_t language_index(const check::Checked& checked, std::string_view code);
/// The words for it: those asked for, its own, else those of the ruleset's first language, else English.
[[nodiscard]] const Language& phrases(const Context& context);

// -- texts of the rule file, in the context's language where there is a translation
// -----------------------------------

/// With placeholders printed; "" for TextId 0.
[[nodiscard]] std::string fill(const Context& context, TextId text);
/// With placeholders as they were written: {id.expires}.
[[nodiscard]] std::string unfilled(const Context& context, TextId text);

// -- values
// ----------------------------------------------------------------------------------------------------------

[[nodiscard]] std::string print(const Context& context, const types::Value& value, types::Type type);
[[nodiscard]] std::string print(const Context& context, const types::Told& told, types::Type type);
/// A value of an outcome, of that type; nothing where its text is not one.
[[nodiscard]] std::optional<types::Value> read(const check::Checked& checked, const Value& value,
                                               types::Type type);

// -- labels: people's words, never ""
// --------------------------------------------------------------------------------

[[nodiscard]] std::string title_of(const Context& context);  // of the ruleset
[[nodiscard]] std::string label_of_fact(const Context& context, Index fact);
/// Whose field it is: "person no. 2". Precondition: a field of a member of a list.
[[nodiscard]] std::string label_of_member(const Context& context, Index field);
[[nodiscard]] std::string label_of_rule(const Context& context, Index rule);
[[nodiscard]] std::string label_of_value(const Context& context, Index value);
[[nodiscard]] std::string label_of_decision(const Context& context, Index decision);
[[nodiscard]] std::string label_of_enum_value(const Context& context, Index enumeration, Index value);
/// The words for `none` of a type: the enum's own, else the language's.
[[nodiscard]] std::string label_of_none(const Context& context, types::Type type);
/// A row as people see it: the column that the table is shown as, else the key.
[[nodiscard]] std::string label_of_row(const Context& context, Index table, Index row);
/// A line: its own label, else that of the rule or fact that it just is, else of the nearest thing around it.
[[nodiscard]] std::string label_of_line(const Context& context, Index line);
/// How a fact is asked for; "" where the rules have no question.
[[nodiscard]] std::string question_of(const Context& context, Index fact);
/// What a person can do to change it; "" where the rules name nothing.
[[nodiscard]] std::string change_of(const Context& context, Index fact);

// -- answers
// ---------------------------------------------------------------------------------------------------------

/// The answer's first sentence, alone. "" where the outcome has errors.
[[nodiscard]] std::string sentence(const Context& context, const Outcome& outcome);
/// The answer for the person concerned: plain text, at most 100 columns, each line ended. Private facts are
/// in it.
[[nodiscard]] std::string to_text(const Context& context, const Outcome& outcome);
/// The answer for programs: one JSON object. No value of a private fact is in it, in no text either.
[[nodiscard]] std::string to_json(const Context& context, const Outcome& outcome);

}  // namespace eligo::words
