// SPDX-License-Identifier: MIT
// Owns what text and JSON both say of an outcome, beside its sentence and its reasons.
#include "interpreter/words/answer.hpp"

namespace eligo::words {
namespace {

/// True where the step's rule is there and came to no.
bool is_left_out(const Context& context, const grammar::Step& step) {
  if (!step.when || !context.rule_state) return false;
  for (Index i = 0; i < context.checked.rules.size(); ++i) {
    if (context.checked.rules[i].name == step.when.id) return context.rule_state(i) == State::no;
  }
  return false;
}

}  // namespace

std::string_view spell(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
      return "yes";
    case Verdict::no:
      return "no";
    case Verdict::value:
      return "value";
    case Verdict::undetermined:
      return "undetermined";
    case Verdict::not_covered:
      return "not_covered";
    case Verdict::invalid:
      break;
  }
  return "invalid";
}

std::string_view spell(State state) {
  switch (state) {
    case State::no:
      return "no";
    case State::invalid:
      return "invalid";
    case State::open:
      return "open";
    case State::yes:
      break;
  }
  return "yes";
}

std::string spell(const Date& day) {
  const std::optional<types::Date> date = types::Date::of(day.year, day.month, day.day);
  return date ? date->iso() : "";
}

types::Date law_day_of(const Outcome& outcome) {
  const Date& day = outcome.law_day;
  return types::Date::of(day.year, day.month, day.day).value_or(types::Date{types::Date::min_days});
}

Verdict told_verdict(const Outcome& outcome) {
  const bool settled = outcome.verdict == Verdict::undetermined && outcome.settled.has_value();
  return settled ? outcome.settled->verdict : outcome.verdict;
}

std::vector<std::string> steps_of(const Context& context, const Outcome& outcome) {
  const Index decision = decision_of(context.checked, outcome);
  std::vector<std::string> out;
  const Verdict verdict = told_verdict(outcome);
  if (decision == check::nowhere || !outcome.errors.empty() || verdict != Verdict::yes) return out;
  const Index decl = context.checked.decisions[decision].decl;
  if (decl == check::nowhere) return out;
  const auto* body = std::get_if<grammar::DecisionDecl>(&context.checked.ast->decls[decl].body);
  if (body == nullptr) return out;
  for (const grammar::Step& step : body->steps) {
    if (!is_left_out(context, step)) out.push_back(fill(context, step.text));
  }
  return out;
}

Source source_of(const Context& context, const Cited& cited) {
  const check::SourceDef& def = context.checked.sources[cited.source];
  Source out;
  out.name = context.checked.names->view(def.name);
  out.place = fill(context, cited.place);
  if (def.decl == check::nowhere) return out;
  if (const auto* decl = std::get_if<grammar::SourceDecl>(&context.checked.ast->decls[def.decl].body)) {
    out.title = fill(context, decl->title);
    out.publisher = fill(context, decl->publisher);
    out.url = fill(context, decl->url);
  }
  return out;
}

std::vector<ReasonId> first_reasons(const Outcome& outcome) {
  std::vector<ReasonId> out;
  for (const ReasonId id : outcome.roots) {
    if (id < outcome.reasons.size()) out.push_back(id);
  }
  if (!out.empty()) return out;
  for (ReasonId id = 0; id < outcome.own && id < outcome.reasons.size(); ++id) out.push_back(id);
  return out;
}

std::string describe(const Context& context, const Outcome& outcome, const Invalid& invalid) {
  const Language& language = phrases(context);
  const Index decision = decision_of(context.checked, outcome);
  std::string label = title_of(context);
  if (invalid.line) {
    label = label_of_line(context, *invalid.line);
  } else if (decision != check::nowhere) {
    label = label_of_decision(context, decision);
  }
  return language.titled(label, language.mishap(invalid.mishap));
}

}  // namespace eligo::words
