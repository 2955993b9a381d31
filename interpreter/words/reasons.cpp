// SPDX-License-Identifier: MIT
// Owns how a deciding line speaks to the person (language.md 2.14), and what they could do about it.
#include "interpreter/words/reasons.hpp"

#include <algorithm>
#include <utility>

#include "interpreter/words/answer.hpp"
#include "interpreter/words/owners.hpp"

namespace eligo::words {
namespace {

using check::Checked;

/// Calls `visit` for what is below a reason, in order, each once; `visit` says whether to go further down.
template <class Visit>
void visit_below(const Outcome& outcome, ReasonId reason, Visit visit) {
  std::vector<bool> seen(outcome.reasons.size());
  seen[reason] = true;
  std::vector<ReasonId> left;
  const auto push = [&](ReasonId of) {
    const auto& below = outcome.reasons[of].below;
    left.insert(left.end(), below.rbegin(), below.rend());
  };
  push(reason);
  while (!left.empty()) {
    const ReasonId id = left.back();
    left.pop_back();
    if (id >= seen.size() || seen[id]) continue;
    seen[id] = true;
    if (visit(id)) push(id);
  }
}

TextId otherwise_of(const Checked& checked, Index line) {
  if (line >= checked.lines.size() || checked.lines[line].syntax == nullptr) return 0;
  return checked.lines[line].syntax->otherwise;
}

/// A line that is just a fact without a label reads as its question and the answer; "" for all others.
std::string as_question(const Context& context, const Reason& reason) {
  const Checked& checked = context.checked;
  if (reason.line >= checked.lines.size()) return "";
  const grammar::Line* syntax = checked.lines[reason.line].syntax;
  const check::Ref ref = just_is(checked, reason.line);
  if (ref.kind != check::Ref::Kind::fact || (syntax != nullptr && syntax->label != 0)) return "";
  const grammar::FactDecl* decl = checked.facts[ref.index].syntax;
  if (decl->label != 0 || decl->ask == 0) return "";
  const Language& language = phrases(context);
  const bool yes = reason.state == State::yes;
  return language.after_question(fill(context, decl->ask), std::string(yes ? language.yes : language.no));
}

/// A line that keeps people out when it is yes: an exception, coverage, or one of `none of`; also further in, in a block that
/// is such a line (of `none of` within `none of` again those that are not met).
bool is_obstacle(const Checked& checked, Index line) {
  if (line >= checked.lines.size() || checked.lines[line].syntax == nullptr) return false;
  const text::Span span = checked.lines[line].syntax->span;
  const auto stands_in = [&](Index of) {
    return of < checked.lines.size() && checked.lines[of].syntax->span.holds(span);
  };
  const auto is_exception = [&](const auto& def) {
    return std::any_of(def.unless.begin(), def.unless.end(), stands_in);
  };
  const auto is_outside = [&](const check::DecisionDef& def) {
    return stands_in(def.coverage) || is_exception(def);
  };
  bool is = std::any_of(checked.rules.begin(), checked.rules.end(), is_exception) ||
            std::any_of(checked.decisions.begin(), checked.decisions.end(), is_outside);
  for (const grammar::Block& block : checked.ast->blocks)
    if (block.kind == grammar::BlockKind::none_of && block.span.begin < span.begin && block.span.holds(span))
      is = !is;  // the line that is the block stands around it
  return is;
}

void add_once(std::vector<std::string>& to, std::string what) {
  if (std::find(to.begin(), to.end(), what) == to.end()) to.push_back(std::move(what));
}

}  // namespace

bool keeps_to_itself(const Context& context, const Outcome& outcome, ReasonId reason) {
  const Reason& of = outcome.reasons[reason];
  return otherwise_of(context.checked, of.line) != 0 &&
         of.state == (is_obstacle(context.checked, of.line) ? State::no : State::yes);
}

Index decision_of(const Checked& checked, const Outcome& outcome) {
  for (Index i = 0; i < checked.decisions.size(); ++i) {
    if (checked.names->view(checked.decisions[i].name) == outcome.decision) return i;
  }
  return check::nowhere;
}

types::Type type_of_decision(const Checked& checked, Index decision) {
  if (decision == check::nowhere || !checked.decisions[decision].is_typed)
    return {types::Base::yes_or_no, false, 0};
  return checked.decisions[decision].type;
}

namespace {

/// Labels of the nearest labelled lines below a reason; where `alone` is told, of those that came out so.
std::vector<std::string> labels_below(const Context& context, const Outcome& outcome, ReasonId reason,
                                      std::optional<State> alone = std::nullopt) {
  std::vector<std::string> labels;
  visit_below(outcome, reason, [&](ReasonId id) {
    const Reason& below = outcome.reasons[id];
    if ((alone && below.state != *alone) || !has_label(context.checked, below.line)) return true;
    std::string label = label_of_line(context, below.line);
    if (label != label_of_line(context, outcome.reasons[reason].line)) add_once(labels, std::move(label));
    return false;
  });
  return labels;
}

std::string not_met(const Context& context, const Outcome& outcome, ReasonId reason) {
  const Reason& of = outcome.reasons[reason];
  if (std::string question = as_question(context, of); !question.empty()) return question;
  const Language& language = phrases(context);
  std::string label = label_of_line(context, of.line);
  const std::vector<std::string> inner = labels_below(context, outcome, reason);
  if (!inner.empty()) label = language.detail(label, inner);
  return of.state == State::yes ? language.exception(label) : language.not_met(label);
}

/// Those who were not asked before.
class Objecting {
 public:
  Objecting(const Context& context, const Outcome& outcome)
      : context_(context), outcome_(outcome), seen_(outcome.reasons.size()) {}

  /// Its own `otherwise`, or those below; of lines beside one that speaks, the label where it has none. Recurses as deep as
  /// rules refer to one another, which the limit `reference_depth` bounds.
  std::vector<Objection> of(ReasonId reason) {
    if (const TextId own = otherwise_of(context_.checked, outcome_.reasons[reason].line); own != 0)
      return {{fill(context_, own), reason}};
    return below(reason);
  }

 private:
  std::vector<Objection> below(ReasonId reason) {
    std::vector<std::pair<ReasonId, std::vector<Objection>>> parts;
    bool any = false;
    for (const ReasonId id : outcome_.reasons[reason].below) {
      if (id >= seen_.size() || seen_[id]) continue;
      seen_[id] = true;
      parts.emplace_back(id, keeps_to_itself(context_, outcome_, id) ? below(id) : of(id));
      any = any || !parts.back().second.empty();
    }
    std::vector<Objection> all;
    for (auto& [id, said] : parts) {
      if (any && said.empty()) said.push_back({silent(id), id});
      for (Objection& one : said) all.push_back(std::move(one));
    }
    return all;
  }

  /// What decided beside a line that speaks, and has no words of its own: of the coverage, that it is so.
  [[nodiscard]] std::string silent(ReasonId reason) const {
    return told_verdict(outcome_) == Verdict::not_covered ? grounds(context_, outcome_, reason)
                                                          : not_met(context_, outcome_, reason);
  }

  const Context& context_;
  const Outcome& outcome_;
  std::vector<bool> seen_;
};

}  // namespace

std::vector<Objection> objections(const Context& context, const Outcome& outcome, ReasonId reason) {
  std::vector<Objection> out = Objecting(context, outcome).of(reason);
  if (!out.empty()) return out;
  return {{told_verdict(outcome) == Verdict::not_covered ? grounds(context, outcome, reason)
                                                         : not_met(context, outcome, reason),
           reason}};
}

bool has_label(const Checked& checked, Index line) {
  if (line >= checked.lines.size()) return false;
  const grammar::Line* syntax = checked.lines[line].syntax;
  if (syntax != nullptr && syntax->label != 0) return true;
  const check::Ref ref = just_is(checked, line);
  if (ref.kind == check::Ref::Kind::fact) return checked.facts[ref.index].syntax->label != 0;
  return ref.kind == check::Ref::Kind::rule && checked.rules[ref.index].label != 0;
}

bool has_words(const Context& context, const Outcome& outcome, ReasonId coverage) {
  return called_by(context.checked, outcome.reasons[coverage].line).by != Called::By::coverage ||
         !Objecting(context, outcome).of(coverage).empty() ||
         !labels_below(context, outcome, coverage, State::yes).empty();
}

/// Labels of the nearest lines below a yes that led to it: those that are met, and obstacles that are not there.
static std::vector<std::string> routes_of(const Context& context, const Outcome& outcome, ReasonId reason) {
  std::vector<std::string> labels, absent;
  const std::string own = label_of_line(context, outcome.reasons[reason].line);
  visit_below(outcome, reason, [&](ReasonId id) {
    const Reason& below = outcome.reasons[id];
    const bool is_absent = below.state == State::no && is_obstacle(context.checked, below.line);
    if ((below.state != State::yes && !is_absent) || !has_label(context.checked, below.line)) return true;
    std::string label = label_of_line(context, below.line);
    if (label == own) return false;
    if (is_absent)
      add_once(absent, phrases(context).does_not_apply_inside(label));
    else
      add_once(labels, std::move(label));
    return false;
  });
  labels.insert(labels.end(), absent.begin(), absent.end());
  return labels;
}

std::string grounds(const Context& context, const Outcome& outcome, ReasonId reason) {
  const Language& language = phrases(context);
  const Reason& of = outcome.reasons[reason];
  if (std::string question = as_question(context, of); !question.empty()) return question;
  const std::string label = label_of_line(context, of.line);
  // What gives a value may be a condition that was not met; a yes comes of obstacles that are not there.
  if (of.state == State::no)
    return outcome.verdict == Verdict::value && !is_obstacle(context.checked, of.line)
               ? language.not_met(label)
               : language.does_not_apply(label);
  const std::vector<std::string> routes = routes_of(context, outcome, reason);
  return routes.empty() ? label : language.detail(label, routes);
}

std::vector<std::string> remedies(const Context& context, const Outcome& outcome, ReasonId reason) {
  const Checked& checked = context.checked;
  std::vector<Index> facts;
  const auto gather = [&](ReasonId id) {
    for (const Index fact : outcome.reasons[id].facts) {
      if (fact < checked.facts.size() && std::find(facts.begin(), facts.end(), fact) == facts.end()) {
        facts.push_back(fact);
      }
    }
    return true;
  };
  gather(reason);
  visit_below(outcome, reason, gather);
  const Reason& of = outcome.reasons[reason];
  const Index line = of.state == State::no ? of.line : check::nowhere;
  std::vector<std::pair<std::uint32_t, std::string>> found;
  for (const Index fact : facts) {
    const grammar::FactDecl* decl = checked.facts[fact].syntax;
    if (decl->can_change_by == 0 || (context.may_help && !context.may_help(line, fact))) continue;
    std::string what = fill(context, decl->can_change_by);
    if (!what.empty() && what.back() == '.') what.pop_back();  // the hint ends its sentence itself
    found.emplace_back(decl->cost.value_or(1), std::move(what));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [cost, what] : found) add_once(out, std::move(what));
  return out;
}

std::optional<types::Told> told_of(const Context& context, Index fact) {
  if (context.told) {
    if (const types::Told* told = context.told(fact)) return *told;
  }
  types::Told told;
  if (context.lookup) {
    if (auto value = context.lookup({check::Ref::Kind::fact, fact, check::nowhere})) {
      told.value = std::move(*value);
      return told;
    }
  }
  if (!context.checked.facts[fact].presumed) return std::nullopt;
  told.value = *context.checked.facts[fact].presumed;
  return told;
}

std::string with_answer(const Context& context, Index fact) {
  const Language& language = phrases(context);
  const grammar::FactDecl* decl = context.checked.facts[fact].syntax;
  const std::optional<types::Told> told = told_of(context, fact);
  const std::string answer =
      told ? print(context, *told, context.checked.facts[fact].type) : std::string(language.not_told);
  if (decl->label == 0 && decl->ask != 0) {
    return language.after_question(question_of(context, fact), answer);
  }
  return language.titled(label_of_fact(context, fact), answer);
}

}  // namespace eligo::words
