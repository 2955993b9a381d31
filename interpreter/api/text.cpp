// SPDX-License-Identifier: MIT
// Owns the way from an outcome to words: what texts may ask about the person is answered from the facts.
#include <map>

#include "interpreter/answer/remedies.hpp"
#include "interpreter/api/impl.hpp"
#include "interpreter/words/reasons.hpp"

namespace eligo {

namespace {

using types::Possible;

std::optional<types::Value> exact(const Possible& p) {
  if (!p.is_exact()) return std::nullopt;
  return p.exact();
}

// Nothing where none may be, or nothing but the type is known.
std::optional<types::Told> range_of(const Possible& p, types::Type type) {
  if (!p.some || p.none) return std::nullopt;
  types::Told out;
  out.kind = types::Told::Kind::range;
  if (p.is_decimal()) {
    if (p.has_lo) out.from = p.decimal_lo;
    if (p.has_hi) out.to = p.decimal_hi;
  } else if (p.is_discrete()) {
    const Possible all = types::anything(type, 0, std::nullopt, std::nullopt);
    const auto end = [&](types::Int128 at) {
      Possible single = p;
      single.lo = single.hi = at;
      single.invalid = false;
      return single.exact();
    };
    if (p.lo > all.lo) out.from = end(p.lo);
    if (p.hi < all.hi) out.to = end(p.hi);
  }
  if (!out.from && !out.to) return std::nullopt;
  return out;
}

// Answers the questions of texts about one person on one day.
class Person {
 public:
  Person(const Program::Impl& impl, const Facts::Impl& facts, types::Date as_of, types::Date law_day)
      : impl_(impl), facts_(facts) {
    scratch_.days = eval::Days(impl.program, as_of, law_day);
  }

  std::optional<types::Value> lookup(const check::Ref& ref) {
    using Kind = check::Ref::Kind;
    switch (ref.kind) {
      case Kind::today:
        return scratch_.days.as_of();
      case Kind::fact:
        return exact(facts_.profile.possible(ref.index));
      case Kind::column: {
        const auto key = exact(facts_.profile.possible(ref.index));
        if (!key || types::is_none(*key)) return std::nullopt;
        const check::TableDef& table = impl_.checked.tables[impl_.checked.facts[ref.index].type.of];
        return table.columns[ref.second].cells[std::get<types::Item>(*key).index];
      }
      case Kind::value: {
        const program::NodeId root = impl_.program.values[ref.index].root;
        run(root);
        const program::Node& n = impl_.program.nodes[root];
        if (!program::is_condition(n.op)) return exact(*scratch_.values[n.value]);
        return truth(root);
      }
      case Kind::rule: {
        const program::NodeId root = impl_.program.rules[ref.index].root;
        run(root);
        return truth(root);
      }
      default:
        return std::nullopt;
    }
  }

  /// Of a value of an ordered type that is not exact: the range that it is within.
  std::optional<types::Told> in_part(const check::Ref& ref) {
    const program::NodeId root = impl_.program.values[ref.index].root;
    run(root);
    const program::Node& n = impl_.program.nodes[root];
    if (program::is_condition(n.op)) return std::nullopt;
    return range_of(*scratch_.values[n.value], impl_.checked.values[ref.index].type);
  }

  State rule(check::Index index) {
    const program::NodeId root = impl_.program.rules[index].root;
    run(root);
    return static_cast<State>(scratch_.truths[root].state);
  }

  [[nodiscard]] const types::Told* told(check::Index fact) {
    if (!facts_.is_told(fact)) return nullptr;
    return &told_.try_emplace(fact, *facts_.told_of(fact)).first->second;
  }

 private:
  void run(program::NodeId root) {
    eval::run(eval::nodes_below(impl_.program, root, scratch_.days.law_day()), facts_.profile, scratch_);
  }
  [[nodiscard]] std::optional<types::Value> truth(program::NodeId root) const {
    const builtins::Truth::State s = scratch_.truths[root].state;
    if (s == builtins::Truth::yes || s == builtins::Truth::no) return s == builtins::Truth::yes;
    return std::nullopt;
  }

  const Program::Impl& impl_;
  const Facts::Impl& facts_;
  eval::Scratch scratch_;
  std::map<check::Index, types::Told> told_;  // what was asked for
};

// What may help this person: found where a text asks for it first.
class Remedies {
 public:
  Remedies(const Program::Impl& impl, const Facts::Impl& facts, check::Index decision, types::Date as_of,
           types::Date law_day)
      : impl_(impl), facts_(facts), decision_(decision), days_(impl.program, as_of, law_day) {}

  [[nodiscard]] bool may_help(check::Index line, check::Index fact) {
    if (!found_) found_ = find(impl_.program.decisions[decision_]);
    if (!(*found_)[fact]) return false;
    const auto known = by_line_.find(line);
    if (known != by_line_.end()) return known->second.empty() || known->second[fact];
    const std::optional<program::Decision> alone = decided_by(line);
    const std::vector<bool>& helps = by_line_[line] = alone ? find(*alone) : std::vector<bool>();
    return helps.empty() || helps[fact];
  }

 private:
  /// A decision of what the line asks and nothing else.
  [[nodiscard]] std::optional<program::Decision> decided_by(check::Index line) const {
    for (const program::Why& why : impl_.program.whys) {
      if (why.kind != program::Why::Kind::line || why.payload != line) continue;
      program::Decision decision;
      decision.root = why.node;
      decision.plans.push_back({{}, eval::nodes_below(impl_.program, why.node, days_.law_day())});
      return decision;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<bool> find(const program::Decision& decision) const {
    const check::Checked& checked = impl_.checked;
    const auto can_change = [&](check::Index fact) { return checked.facts[fact].syntax->can_change_by != 0; };
    std::vector<std::uint32_t> changes_with(checked.facts.size(), program::nowhere);
    for (check::Index fact = 0; fact < checked.facts.size(); ++fact) {
      if (can_change(fact)) changes_with[fact] = fact;
      const check::Index list = checked.facts[fact].member_of;
      if (list != check::nowhere && can_change(checked.lists[list].fact))
        changes_with[fact] = checked.lists[list].fact;
    }
    return answer::remedies_of(impl_.program, decision, facts_.profile, days_, changes_with);
  }

  const Program::Impl& impl_;
  const Facts::Impl& facts_;
  check::Index decision_;
  eval::Days days_;
  std::optional<std::vector<bool>> found_;
  std::map<check::Index, std::vector<bool>> by_line_;  // empty: not known, each may
};

}  // namespace

namespace api {

words::Context context_of(const Program& program, const Facts& facts, types::Date as_of, types::Date law_day,
                          std::string_view language) {
  const Program::Impl& impl = program.impl();
  const auto person = std::make_shared<Person>(impl, facts.impl(), as_of, law_day);
  words::Context context{impl.checked,
                         words::language_index(impl.checked, language),
                         as_of,
                         [person](const check::Ref& ref) { return person->lookup(ref); },
                         [person](check::Index fact) { return person->told(fact); },
                         [person](check::Index rule) { return person->rule(rule); },
                         false};
  context.in_part = [person](const check::Ref& value) { return person->in_part(value); };
  return context;
}

}  // namespace api

inline namespace v0 {

namespace {

template <typename F>
std::string written(const Program& program, const Facts& facts, const Outcome& outcome,
                    std::string_view language, F&& write) noexcept {
  return api::guarded(
      [&]() -> std::string {
        const auto as_of = api::day_of(outcome.as_of);
        const auto law_day = api::day_of(outcome.law_day);
        if (!as_of || !law_day || facts.impl().of != &program) return {};
        words::Context context = api::context_of(program, facts, *as_of, *law_day, language);
        const check::Index decision = words::decision_of(context.checked, outcome);
        if (decision != check::nowhere)
          context.may_help = [remedies = Remedies(program.impl(), facts.impl(), decision, *as_of, *law_day)](
                                 check::Index line, check::Index fact) mutable {
            return remedies.may_help(line, fact);
          };
        if (decision != check::nowhere)
          context.as_settled = [&] {
            return api::settled_outcome(program, decision, facts.impl().profile, outcome);
          };
        return write(context, outcome);
      },
      [] { return std::string(); });
}

}  // namespace

std::string to_text(const Program& program, const Facts& facts, const Outcome& outcome,
                    std::string_view language) noexcept {
  return written(program, facts, outcome, language,
                 [](const words::Context& c, const Outcome& o) { return words::to_text(c, o); });
}

std::string to_json(const Program& program, const Facts& facts, const Outcome& outcome,
                    std::string_view language) noexcept {
  return written(program, facts, outcome, language,
                 [](const words::Context& c, const Outcome& o) { return words::to_json(c, o); });
}

}  // namespace v0
}  // namespace eligo
