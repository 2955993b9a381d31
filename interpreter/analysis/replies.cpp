// SPDX-License-Identifier: MIT
// Owns the numbering of outcomes, and the conditions under which a decision comes to each.
#include "interpreter/analysis/replies.hpp"

#include <algorithm>
#include <map>

#include "interpreter/analysis/difference.hpp"
#include "interpreter/program/exact.hpp"

namespace eligo::analysis {

using eval::Verdict;
using program::Node;
using program::Op;
using types::Base;

namespace {

// The parts of a value that can be all of it.
std::vector<NodeId> alternatives(const program::Program& program, const Node& n) {
  std::vector<NodeId> all;
  for (std::uint32_t i = 0; i < n.count; ++i)
    if (n.op == Op::value_versions || i % 2 == 1 || i + 1 == n.count) all.push_back(program.child(n, i));
  return all;
}

}  // namespace

Possible as_number(const Possible& exact) {
  if (exact.none) return exact;
  if (exact.base == Base::whole) return types::as_decimal(exact, Base::decimal);
  Possible value = exact;
  if (value.base == Base::money) value.base = Base::decimal;
  return value;
}

bool is_same_value(const Compared& compared, const Possible& before, const Possible& after) {
  if (before.none || after.none) return before.none == after.none;
  const bool item = before.base == Base::enumeration || before.base == Base::key;
  if (before.base != after.base || !item) return program::same_exact(before, after);
  const std::array<std::uint32_t, 2> both{before.items.single(), after.items.single()};
  return std::find(compared.outcomes.begin(), compared.outcomes.end(), both) != compared.outcomes.end();
}

std::optional<NodeId> calculation_in(const program::Program& program, NodeId value) {
  std::vector<NodeId> open{value};
  std::vector<bool> seen(program.nodes.size());
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    const Node& n = program.nodes[id];
    if (program::is_condition(n.op)) continue;
    switch (n.op) {
      case Op::constant:
      case Op::condition:
        break;
      case Op::column:
        if (!has_values(program.slots[n.payload])) return id;
        break;
      case Op::slot:
        if (n.type.is_ordered() || n.type.base == Base::text || !has_values(program.slots[n.payload]))
          return id;
        break;
      case Op::value_when:
      case Op::value_versions:
        for (const NodeId part : alternatives(program, n)) open.push_back(part);
        break;
      default:
        return id;
    }
  }
  return std::nullopt;
}

Replies::Replies(const Compared& compared, std::array<Subject*, 2> subjects, Space& space)
    : compared_(compared), subjects_(subjects), space_(space), sat_(space.sat()) {
  const bool typed = decision(0).typed && decision(1).typed;
  for (std::size_t p = 0; p < 2 && typed; ++p)
    calculated_ = calculated_ || calculation_in(*compared.programs[p], decision(p).root).has_value();
  all_ = {{Verdict::not_covered}, {Verdict::invalid}};
  if (!typed)
    all_.insert(all_.begin(), {{Verdict::yes}, {Verdict::no}});
  else if (calculated_)
    all_.push_back({Verdict::value});
  else
    find_cases();
}

const program::Decision& Replies::decision(std::size_t p) const {
  return compared_.programs[p]->decisions[compared_.decisions[p]];
}

bool Replies::is_same(std::size_t p, const Possible& a, std::size_t q, const Possible& b) const {
  if (p == q) return a.none || b.none ? a.none == b.none : program::same_exact(a, b);
  return is_same_value(compared_, p == 0 ? a : b, p == 0 ? b : a);
}

std::uint32_t Replies::number(std::size_t p, const Possible& exact) {
  const Possible value = as_number(exact);
  for (std::uint32_t i = 0; i < outcomes_.size(); ++i)
    if (is_same(outcomes_[i].p, outcomes_[i].value, p, value)) return i;
  outcomes_.push_back({p, value});
  return static_cast<std::uint32_t>(outcomes_.size() - 1);
}

Replies::Cases Replies::joined(const Cases& cases) {
  std::map<std::uint32_t, std::vector<Lit>> by_outcome;
  for (const auto& [outcome, lit] : cases) by_outcome[outcome].push_back(lit);
  Cases all;
  for (const auto& [outcome, lits] : by_outcome) all.emplace_back(outcome, sat_.any(lits));
  return all;
}

// Of an item, or of the cell in its row: by the classes that the axes tell apart.
Replies::Cases Replies::cases_of_items(std::size_t p, const Node& n) {
  const program::Program& program = *compared_.programs[p];
  const Axes& axes = subjects_[p]->axes();
  const Var var = axes.var(n.payload);
  Cases cases;
  const auto add = [&](const Region& region, Lit here) {
    const Possible key = axes.point(n.payload, region);
    const Possible value = n.op == Op::column ? program::column_of(program.columns[n.aux], key) : key;
    if (value.is_exact()) cases.emplace_back(number(p, value), here);
  };
  for (Int128 at = space_.lo(var); at <= space_.hi(var); ++at)
    add({false, at, at}, space_.within(var, at, at));
  if (space_.may_be_none(var)) add({true, 0, 0}, space_.is_none(var));
  return joined(cases);
}

void Replies::add_alternatives(std::size_t p, NodeId value, Lit here, Cases& to) {
  for (const auto& [outcome, lit] : cases_of(p, value)) {
    const Lit both[] = {here, lit};
    to.emplace_back(outcome, sat_.all(both));
  }
}

// Recurses as deep as values stand inside one another without a calculation.
const Replies::Cases& Replies::cases_of(std::size_t p, NodeId id) {
  const auto known = cases_[p].find(id);
  if (known != cases_[p].end()) return known->second;
  Cases made = make_cases(p, id);
  return cases_[p].emplace(id, std::move(made)).first->second;
}

Replies::Cases Replies::make_cases(std::size_t p, NodeId id) {
  const program::Program& program = *compared_.programs[p];
  Encoder& encoder = subjects_[p]->encoder();
  const Node& n = program.nodes[id];
  if (program::is_condition(n.op) || n.op == Op::condition) {
    const Sides sides = encoder.of(n.op == Op::condition ? program.child(n, 0) : id);
    const types::Type type{Base::yes_or_no, false, 0};
    return {{number(p, types::exactly(true, type, 2)), sides.yes},
            {number(p, types::exactly(false, type, 2)), sides.no}};
  }
  Cases cases;
  switch (n.op) {
    case Op::constant:
      return {{number(p, program.constants[n.payload]), Sat::always()}};
    case Op::value_versions:
      for (std::uint32_t i = 0; i < n.count; ++i)
        add_alternatives(p, program.child(n, i), encoder.on({program.version_ranges[n.payload + i]}), cases);
      return joined(cases);
    case Op::value_when: {
      Lit here = Sat::always();
      for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
        const Sides sides = encoder.of(program.child(n, i));
        const Lit taken[] = {here, sides.yes}, passed[] = {here, sides.no};
        add_alternatives(p, program.child(n, i + 1), sat_.all(taken), cases);
        here = sat_.all(passed);
      }
      add_alternatives(p, program.child(n, n.count - 1), here, cases);
      return joined(cases);
    }
    default:
      return cases_of_items(p, n);
  }
}

void Replies::find_cases() {
  for (std::size_t p = 0; p < 2; ++p) static_cast<void>(cases_of(p, decision(p).root));
  for (std::uint32_t i = 0; i < outcomes_.size(); ++i) all_.push_back({Verdict::value, i});
}

Lit Replies::is(std::size_t p, const Reply& answer) {
  Lit& known = lits_[p][answer];
  return known != 0 ? known : known = make(p, answer);
}

Lit Replies::make(std::size_t p, const Reply& answer) {
  if (!decision(p).typed) return subjects_[p]->verdict(decision(p), answer.verdict);
  Encoder& encoder = subjects_[p]->encoder();
  const Lit not_covered = subjects_[p]->verdict(decision(p), Verdict::not_covered);
  if (answer.verdict == Verdict::not_covered) return not_covered;
  const Lit asked = decision(p).has_coverage ? encoder.of(decision(p).coverage).no : Sat::always();
  if (answer.verdict == Verdict::value) {
    Lit so = valid_[p];
    if (!calculated_) {
      const Cases& cases = cases_of(p, decision(p).root);
      const auto at = std::find_if(cases.begin(), cases.end(),
                                   [&](const auto& one) { return one.first == answer.outcome; });
      so = at == cases.end() ? -Sat::always() : at->second;
    }
    const Lit all[] = {-not_covered, asked, so};
    return sat_.all(all);
  }
  if (answer.verdict != Verdict::invalid) return -Sat::always();
  std::vector<Lit> other{not_covered};
  for (const Reply& one : all_)
    if (one.verdict == Verdict::value) other.push_back(is(p, one));
  return -sat_.any(other);
}

Reply Replies::of(std::size_t p, Verdict verdict, const eval::Scratch& scratch) {
  if (verdict != Verdict::value || calculated_) return {verdict};
  return {verdict, number(p, eval::value_of(decision(p), *compared_.programs[p], scratch))};
}

}  // namespace eligo::analysis
