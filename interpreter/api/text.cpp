// SPDX-License-Identifier: MIT
// Owns the way from an outcome to words: what texts may ask about the person is answered from the facts.
#include <map>

#include "interpreter/api/impl.hpp"

namespace eligo {

namespace {

using types::Possible;

std::optional<types::Value> exact(const Possible& p) {
  if (!p.is_exact()) return std::nullopt;
  return p.exact();
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

}  // namespace

namespace api {

words::Context context_of(const Program& program, const Facts& facts, types::Date as_of, types::Date law_day,
                          std::string_view language) {
  const Program::Impl& impl = program.impl();
  const auto person = std::make_shared<Person>(impl, facts.impl(), as_of, law_day);
  return words::Context{impl.checked,
                        words::language_index(impl.checked, language),
                        as_of,
                        [person](const check::Ref& ref) { return person->lookup(ref); },
                        [person](check::Index fact) { return person->told(fact); },
                        [person](check::Index rule) { return person->rule(rule); },
                        false};
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
        return write(api::context_of(program, facts, *as_of, *law_day, language), outcome);
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
