// SPDX-License-Identifier: MIT
// Owns a small ruleset, parsed and checked, with things told and outcomes made by hand.
#include "tests/words/desk.hpp"

#include <stdexcept>

#include "grammar/parse.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::words::test {
namespace {

void refuse_errors(const text::SourceSet& sources, const text::Diagnostics& all) {
  for (const text::Diagnostic& one : all) {
    if (one.severity != text::Severity::error) continue;
    const text::LineColumn at = sources.position(one.span.source, one.span.begin);
    throw std::runtime_error(std::string(sources.name(one.span.source)) + ":" + std::to_string(at.line) +
                             ": " + one.message);
  }
}

template <class Things>
Index find(const Things& things, text::NameId name) {
  for (Index i = 0; i < things.size(); ++i) {
    if (things[i].name == name) return i;
  }
  return check::nowhere;
}

}  // namespace

Desk::Desk(const std::vector<std::string>& files) {
  check::Input input;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const text::SourceId id = sources_.add("pass/" + std::to_string(i) + ".eligo", files[i]);
    refuse_errors(sources_, grammar::parse(sources_, id, names_, input.limits, ast_));
    input.units.push_back({id, true});
  }
  input.sources = &sources_;
  input.ast = &ast_;
  input.names = &names_;
  result_ = check::check(input);
  refuse_errors(sources_, result_.diagnostics);
}

Index Desk::fact(const std::string& name) const {
  const Index index = find(checked().facts, names_.find(name));
  if (index == check::nowhere) throw std::runtime_error("no fact " + name);
  return index;
}

Index Desk::line(const std::string& id) const {
  for (Index i = 0; i < checked().lines.size(); ++i) {
    if (checked().lines[i].id == id) return i;
  }
  for (Index i = 0; i < checked().lines.size(); ++i) {
    if (checked().lines[i].id.rfind(id, 0) == 0) return i;
  }
  std::string known;
  for (const check::LineDef& line : checked().lines) known += "\n" + line.id;
  throw std::runtime_error("no line " + id + " among" + known);
}

types::Value Desk::choice(const std::string& of, const std::string& value) const {
  const types::Type type = checked().facts[fact(of)].type;
  const std::optional<types::Value> item = read(checked(), {FactKind::text, false, value}, type);
  if (!item) throw std::runtime_error("no choice " + value);
  return *item;
}

Desk& Desk::tell(const std::string& name, types::Value value) {
  const Index index = find(checked().values, names_.find(name));
  if (index != check::nowhere) {
    values_[index] = std::move(value);
    return *this;
  }
  types::Told told;
  told.value = std::move(value);
  return tell(name, std::move(told));
}

Desk& Desk::tell(const std::string& name, types::Told told) {
  told_[fact(name)] = std::move(told);
  return *this;
}

Desk& Desk::rule(const std::string& name, State state) {
  rules_[find(checked().rules, names_.find(name))] = state;
  return *this;
}

Context Desk::context(const std::string& language) const {
  Context out{checked(), language_index(checked(), language), *types::Date::of(2025, 6, 1), {}, {}, {}};
  out.lookup = [this](const check::Ref& ref) -> std::optional<types::Value> {
    if (ref.kind == check::Ref::Kind::value && values_.count(ref.index) > 0) return values_.at(ref.index);
    if (ref.kind != check::Ref::Kind::fact) return std::nullopt;
    if (told_.count(ref.index) == 0) return checked().facts[ref.index].presumed;
    const types::Told& told = told_.at(ref.index);
    return told.kind == types::Told::Kind::exactly ? std::optional<types::Value>(told.value) : std::nullopt;
  };
  out.told = [this](Index index) { return told_.count(index) > 0 ? &told_.at(index) : nullptr; };
  out.rule_state = [this](Index index) { return rules_.count(index) > 0 ? rules_.at(index) : State::open; };
  return out;
}

Reason Desk::reason(const std::string& id, State state, const std::vector<std::string>& facts,
                    std::vector<std::uint32_t> below) const {
  Reason out;
  out.line = line(id);
  out.state = state;
  out.below = std::move(below);
  for (const std::string& name : facts) out.facts.push_back(fact(name));
  return out;
}

Outcome Desk::outcome(const std::string& decision, Verdict verdict) {
  Outcome out;
  out.decision = decision;
  out.verdict = verdict;
  out.as_of = out.law_day = {2025, 6, 1};
  return out;
}

}  // namespace eligo::words::test
