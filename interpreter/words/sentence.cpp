// SPDX-License-Identifier: MIT
// Owns the first sentence of an answer: what was decided.
#include "interpreter/words/layout.hpp"
#include "interpreter/words/reasons.hpp"
#include "interpreter/words/words.hpp"

namespace eligo::words {
namespace {

/// The decision's `yes "…"` or `no "…"`; without one, its title and the word.
std::string yes_or_no(const Context& context, Index decision, bool yes) {
  const Language& language = phrases(context);
  if (const Index decl = context.checked.decisions[decision].decl; decl != check::nowhere) {
    if (const auto* body = std::get_if<grammar::DecisionDecl>(&context.checked.ast->decls[decl].body)) {
      const TextId text = yes ? body->yes : body->no;
      if (text != 0) return fill(context, text);
    }
  }
  return language.titled(label_of_decision(context, decision), std::string(yes ? language.yes : language.no));
}

std::string of_value(const Context& context, Index decision, const Value& value) {
  const types::Type type = type_of_decision(context.checked, decision);
  const std::optional<types::Value> read_back = read(context.checked, value, type);
  const std::string printed = read_back ? print(context, *read_back, type) : clean(value.text);
  return phrases(context).titled(label_of_decision(context, decision), printed);
}

/// No line decided that: on that day no version is in force.
std::string not_covered(const Context& context, const Outcome& outcome) {
  const std::optional<types::Date> day =
      types::Date::of(outcome.law_day.year, outcome.law_day.month, outcome.law_day.day);
  const Language& language = phrases(context);
  return outcome.reasons.empty() && day ? language.not_covered_on(language.date(*day))
                                        : std::string(language.not_covered);
}

std::string of_verdict(const Context& context, const Outcome& outcome, Index decision, Verdict verdict,
                       const Value& value) {
  const Language& language = phrases(context);
  switch (verdict) {
    case Verdict::yes:
    case Verdict::no:
      return yes_or_no(context, decision, verdict == Verdict::yes);
    case Verdict::value:
      return of_value(context, decision, value);
    case Verdict::undetermined:
      return std::string(language.cannot_tell);
    case Verdict::not_covered:
      return not_covered(context, outcome);
    case Verdict::invalid:
      return std::string(language.invalid);
  }
  return std::string(language.not_decided);
}

}  // namespace

std::string sentence(const Context& context, const Outcome& outcome) {
  const Index decision = decision_of(context.checked, outcome);
  if (!outcome.errors.empty() || decision == check::nowhere) return "";
  if (outcome.verdict == Verdict::undetermined && outcome.settled) {
    return of_verdict(context, outcome, decision, outcome.settled->verdict, outcome.settled->value);
  }
  return of_verdict(context, outcome, decision, outcome.verdict, outcome.value);
}

}  // namespace eligo::words
