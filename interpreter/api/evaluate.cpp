// SPDX-License-Identifier: MIT
// Owns the way from facts to an outcome as data.
#include <algorithm>

#include "interpreter/api/impl.hpp"
#include "interpreter/solve/search.hpp"

namespace eligo {

namespace api {

namespace {

Date date_of(types::Date day) {
  const types::Date::Civil c = day.civil();
  return {c.year, c.month, c.day};
}

State state_of(builtins::Truth::State s) {
  return static_cast<State>(s);
}

Possible possible_of(const check::Checked& checked, types::Type type, const types::Possible& p) {
  Possible out;
  out.none = p.none;
  const auto value = [&](const types::Value& v) { return value_of(checked, type, v); };
  if (!p.some) return out;
  if (p.is_decimal()) {
    out.is_range = true;
    if (p.has_lo) out.from = value(p.decimal_lo);
    if (p.has_hi) out.to = value(p.decimal_hi);
  } else if (p.is_discrete()) {
    out.is_range = true;
    types::Possible end = p;
    end.none = end.invalid = false;
    end.hi = p.lo;
    out.from = value(end.exact());
    end.lo = end.hi = p.hi;
    out.to = value(end.exact());
  } else if (type.base == types::Base::text) {
    for (const std::string& t : p.texts) out.values.push_back(value(t));
  } else {
    for (const std::uint32_t item : p.items.items())
      out.values.push_back(value(type.base == types::Base::yes_or_no ? types::Value(item == 1)
                                                                     : types::Value(types::Item{item})));
  }
  return out;
}

// Of a list that is not told, the list itself is what is open: nobody can tell its members' fields before it.
class Askable {
 public:
  Askable(const check::Checked& checked, const eval::Profile& profile)
      : checked_(checked), profile_(profile) {}

  [[nodiscard]] std::uint32_t of(std::uint32_t slot) const {
    const std::uint32_t list = checked_.facts[slot].member_of;
    if (list == check::nowhere || profile_.is_known(checked_.lists[list].fact)) return slot;
    return checked_.lists[list].fact;
  }
  [[nodiscard]] std::vector<std::uint32_t> of(std::vector<std::uint32_t> slots) const {
    for (std::uint32_t& slot : slots) slot = of(slot);
    std::sort(slots.begin(), slots.end());
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    return slots;
  }

 private:
  const check::Checked& checked_;
  const eval::Profile& profile_;
};

void set_reasons(Outcome& outcome, const answer::Reasons& reasons, const Askable& askable) {
  outcome.reasons.clear();
  for (const answer::Reason& r : reasons.all)
    outcome.reasons.push_back({r.line, state_of(r.state), r.below, r.facts, askable.of(r.open)});
  outcome.own = reasons.own;
  outcome.roots = reasons.below;
  outcome.facts = reasons.facts;
  outcome.open = askable.of(reasons.open);
  outcome.presumed = reasons.presumed;
}

// One question may stand for several slots; where one of them is surely needed, it is.
void add_need(std::vector<Need>& needs, Need need) {
  for (Need& known : needs) {
    if (known.slot != need.slot) continue;
    known.perhaps = known.perhaps && need.perhaps;
    return;
  }
  needs.push_back(need);
}

solve::Budget budget_of(const Program::Impl& impl) {
  solve::Budget budget;
  budget.nodes = impl.limits.search_nodes;
  return budget;
}

}  // namespace

Outcome evaluate(const Program& of, std::uint32_t decision, const eval::Profile& profile, types::Date as_of,
                 types::Date law_day, bool reasons, bool needs) {
  const Program::Impl& impl = of.impl();
  const program::Decision& d = impl.program.decisions[decision];
  const Askable askable(impl.checked, profile);
  Outcome outcome;
  outcome.decision = std::string(impl.checked.names->view(impl.checked.decisions[decision].name));
  outcome.as_of = date_of(as_of);
  outcome.law_day = date_of(law_day);
  eval::Scratch scratch;
  scratch.days = eval::Days(impl.program, as_of, law_day);
  const eval::Verdict verdict = eval::decide(d, profile, scratch);
  outcome.verdict = static_cast<Verdict>(verdict);
  if (eval::is_uncovered(d, law_day)) return outcome;  // the day alone decided
  const bool coverage = d.has_coverage && scratch.truths[d.coverage].state != builtins::Truth::no;
  const bool may_be_covered = !coverage || scratch.truths[d.coverage].state == builtins::Truth::open;
  if (d.typed && may_be_covered) {
    const types::Possible p = eval::value_of(d, impl.program, scratch);
    if (verdict == eval::Verdict::value) outcome.value = value_of(impl.checked, d.type, p.exact());
    if (verdict == eval::Verdict::undetermined) outcome.possible = possible_of(impl.checked, d.type, p);
  }
  if (reasons) {
    const answer::Reasons r = answer::reasons_of(impl.program, d, profile, scratch, coverage);
    set_reasons(outcome, r, askable);
    if (verdict == eval::Verdict::invalid) {
      for (const answer::Invalid& i : answer::invalid_of(impl.program, d, scratch, r, coverage)) {
        Invalid out;
        out.mishap = static_cast<Mishap>(i.mishap);
        if (i.line != program::nowhere) out.line = i.line;
        out.place = place_of(*impl.loaded.sources, written_in(impl, i.node, decision, out.line, law_day));
        out.facts = i.facts;
        outcome.invalid.push_back(std::move(out));
      }
    }
  }
  if (needs && verdict == eval::Verdict::undetermined) {
    std::vector<std::uint32_t> asked(impl.program.slots.size());
    for (std::uint32_t slot = 0; slot < asked.size(); ++slot)
      asked[slot] = slot < impl.checked.facts.size() ? askable.of(slot) : slot;
    const solve::Findings found =
        solve::search(impl.program, d, profile, scratch.days, {asked}, budget_of(impl));
    for (const solve::Need& n : found.needs) add_need(outcome.needs, {askable.of(n.slot), n.perhaps});
    outcome.settled_perhaps = found.settled_perhaps;
    if (found.settled) {
      Settled s;
      s.verdict = static_cast<Verdict>(found.settled->verdict);
      if (s.verdict == Verdict::value) s.value = value_of(impl.checked, d.type, found.settled->value);
      outcome.settled = s;
    }
  }
  return outcome;
}

std::optional<Outcome> settled_outcome(const Program& of, std::uint32_t decision,
                                       const eval::Profile& profile, const Outcome& outcome) {
  const Program::Impl& impl = of.impl();
  const program::Decision& d = impl.program.decisions[decision];
  const auto as_of = day_of(outcome.as_of), law_day = day_of(outcome.law_day);
  if (outcome.verdict != Verdict::undetermined || !outcome.settled || !as_of || !law_day) return std::nullopt;
  const Verdict verdict = outcome.settled->verdict;
  if (verdict == Verdict::invalid) return std::nullopt;
  eval::Scratch scratch;
  scratch.days = eval::Days(impl.program, *as_of, *law_day);
  static_cast<void>(eval::decide(d, profile, scratch));
  solve::Certainty sure(impl.program, d, profile, scratch.days, budget_of(impl));
  Outcome then = outcome;
  then.verdict = verdict;
  then.value = outcome.settled->value;
  then.settled.reset();
  then.possible.reset();
  const bool coverage = verdict == Verdict::not_covered;
  set_reasons(then, answer::settled_reasons_of(impl.program, d, profile, scratch, sure, coverage),
              Askable(impl.checked, profile));
  return then;
}

}  // namespace api

inline namespace v0 {

namespace {

Outcome refused(Error error) {
  Outcome outcome;
  outcome.errors.push_back(std::move(error));
  return outcome;
}

std::optional<std::uint32_t> decision_index(const check::Checked& checked, std::string_view name) {
  for (std::uint32_t i = 0; i < checked.decisions.size(); ++i)
    if (checked.names->view(checked.decisions[i].name) == name) return i;
  return std::nullopt;
}

}  // namespace

bool Date::valid() const noexcept {
  return api::day_of(*this).has_value();
}

std::optional<Date> parse_date(std::string_view text) noexcept {
  const auto day = types::Date::parse(text);
  if (!day) return std::nullopt;
  const types::Date::Civil c = day->civil();
  return Date{c.year, c.month, c.day};
}

std::string to_string(const Date& day) noexcept {
  return api::guarded(
      [&] {
        const auto d = api::day_of(day);
        return d ? d->iso() : std::string();
      },
      [] { return std::string(); });
}

const char* to_string(Verdict verdict) noexcept {
  constexpr const char* names[] = {"yes", "no", "value", "undetermined", "not_covered", "invalid"};
  return names[static_cast<std::size_t>(verdict)];
}

const char* to_string(Mishap mishap) noexcept {
  constexpr const char* names[] = {"too_large", "too_many_digits", "division_by_zero", "no_such_day",
                                   "bad_step"};
  return names[static_cast<std::size_t>(mishap)];
}

Outcome evaluate(const Program& program, std::string_view decision, const Facts& facts, Date as_of,
                 const EvaluateOptions& options) noexcept {
  return api::guarded(
      [&] {
        const auto index = decision_index(program.impl().checked, decision);
        if (!index)
          return refused({"evaluate/unknown_decision",
                          "`" + std::string(decision) + "` is no decision of this ruleset", "", "", 0, 0});
        if (facts.impl().of != &program)
          return refused(
              {"evaluate/other_program", "these facts were made for another program", "", "", 0, 0});
        const auto day = api::day_of(as_of);
        const auto law_day = options.law_day ? api::day_of(*options.law_day) : day;
        if (!day || !law_day)
          return refused(
              {"evaluate/no_such_day", "there is no such day", "years run from 1 to 9999", "", 0, 0});
        return api::evaluate(program, *index, facts.impl().profile, *day, *law_day, options.reasons,
                             options.needs);
      },
      [] { return refused(api::out_of_memory()); });
}

Scratch::Scratch() noexcept
    : impl_(api::guarded([] { return std::make_unique<Impl>(); }, [] { return std::unique_ptr<Impl>(); })) {}
Scratch::~Scratch() = default;

namespace {

// Whatever no chart answers: the first questions, another program or day than before, facts that are not told.
[[gnu::noinline]] Verdict decide_in_full(const Program& program, std::uint32_t decision, const Facts& facts,
                                         const Date& as_of, Scratch::Impl& s) noexcept {
  return api::guarded(
      [&] {
        const program::Program& p = program.impl().program;
        if (decision >= p.decisions.size() || facts.impl().of != &program) return Verdict::invalid;
        if (s.program != program.impl().mark || !(s.as_of == as_of)) {
          const auto day = api::day_of(as_of);
          if (!day) return Verdict::invalid;
          s.program = nullptr;  // the scratch is of no program while it changes
          s.charts.clear();
          s.scratch.days = eval::Days(p, *day, *day);
          s.as_of = as_of;
          s.program = program.impl().mark;
        }
        s.charts.count(decision, p, s.scratch.days);
        return static_cast<Verdict>(eval::decide(p.decisions[decision], facts.impl().profile, s.scratch));
      },
      [] { return Verdict::invalid; });
}

}  // namespace

Verdict decide(const Program& program, std::uint32_t decision, const Facts& facts, Date as_of,
               Scratch& scratch) noexcept {
  Scratch::Impl& s = scratch.impl();
  const Facts::Impl& f = facts.impl();
  eval::Verdict known{};
  if (f.of == &program && s.program == program.impl().mark && s.as_of == as_of &&
      s.charts.decide(decision, f.profile, known))
    return static_cast<Verdict>(known);
  return decide_in_full(program, decision, facts, as_of, s);
}

}  // namespace v0
}  // namespace eligo
