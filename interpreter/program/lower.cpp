// SPDX-License-Identifier: MIT
// Owns the order of lowering: slots, then rules and values each after what it refers to, then decisions.
#include "interpreter/program/lowering.hpp"

#include <algorithm>

#include "interpreter/types/fault.hpp"

namespace eligo::program {

using types::Base;
using types::Type;

Program lower(const check::Checked& checked) {
  return Lowering(checked).run();
}

Program Lowering::run() {
  program_.missing_days = checked_.missing_days;
  node_of_.assign(ast_.exprs.size(), 0);
  why_of_.assign(ast_.exprs.size(), 0);
  done_.assign(ast_.exprs.size(), false);
  bound_.assign(checked_.variables.size(), 0);
  program_.nodes.reserve(ast_.exprs.size() / 4);  // most conditions come again
  program_.node_spans.reserve(ast_.exprs.size() / 4);
  program_.whys.reserve(ast_.exprs.size() + checked_.lines.size());  // lists of members make more
  program_.why_children.reserve(ast_.exprs.size() + checked_.lines.size());
  known_.reserve(ast_.exprs.size() / 8);
  known_atoms_.reserve(ast_.exprs.size() / 8);
  known_asking_.reserve(ast_.exprs.size() / 8);
  known_constants_.reserve(ast_.exprs.size() / 8);
  why(Why{}, {});  // whys[0] explains nothing
  make_slots();
  make_columns();
  make_things();
  for (Index i = 0; i < checked_.decisions.size(); ++i) make_decision(i);
  for (Slot& slot : program_.slots) seal(slot, program_.columns);
  order_lists();
  for (Index i = 0; i < checked_.decisions.size(); ++i) make_plans(program_.decisions[i], i);
  for (const Decision& d : program_.decisions)
    for (const Plan& p : d.plans)
      program_.work_bound = std::max<std::uint64_t>(program_.work_bound, p.nodes.size());
  return std::move(program_);
}

void Lowering::order_lists() {
  for (NodeId id = 0; id < program_.nodes.size(); ++id) {
    const Node& n = program_.nodes[id];
    if (n.op != Op::member || n.count <= shortest_ordered_list) continue;
    std::vector<const types::Possible*> list;
    for (std::uint32_t i = 1; i < n.count; ++i) {
      const NodeId one = program_.child(n, i);
      if (is_constant(one) && constant_of(one).is_exact()) list.push_back(&constant_of(one));
    }
    if (list.size() + 1 == n.count) program_.listed.emplace(id, builtins::Listed(list));
  }
}

std::uint32_t Lowering::universe(Type type) const {
  switch (type.base) {
    case Base::yes_or_no:
      return 2;
    case Base::enumeration:
      return static_cast<std::uint32_t>(checked_.enums[type.of].values.size());
    case Base::key:
      return checked_.tables[type.of].rows;
    default:
      return 0;
  }
}

void Lowering::make_slots() {
  for (const check::FactDef& fact : checked_.facts) {
    Slot slot;
    slot.type = fact.type;
    slot.universe = universe(fact.type);
    slot.anything = types::anything(fact.type, slot.universe, fact.from, fact.to);
    if (types::fault(types::Fault::untold_list_is_empty) && fact.list != check::nowhere)
      slot.anything = types::exactly(std::int64_t{0}, fact.type, 0);
    if (fact.presumed) slot.presumed = types::exactly(*fact.presumed, fact.type, slot.universe);
    program_.slots.push_back(std::move(slot));
  }
  for (int day = 0; day < 2; ++day) {
    Slot slot;
    slot.type = Type{Base::date, false, 0};
    slot.anything = types::anything(slot.type, 0, std::nullopt, std::nullopt);
    program_.slots.push_back(std::move(slot));
  }
  slot_whys_.assign(program_.slots.size(), 0);
}

void Lowering::make_columns() {
  for (const check::TableDef& table : checked_.tables) {
    std::vector<std::uint32_t>& of_table = column_of_.emplace_back();
    for (const check::TableDef::Column& column : table.columns) {
      of_table.push_back(static_cast<std::uint32_t>(program_.columns.size()));
      program_.columns.push_back({column.type, universe(column.type), &column.cells});
    }
  }
}

std::vector<std::uint32_t> Lowering::things_of(const std::vector<ExprId>& roots) const {
  std::vector<std::uint32_t> found;
  std::vector<ExprId> open(roots);
  while (!open.empty()) {
    const ExprId e = open.back();
    open.pop_back();
    if (ast_[e].kind == grammar::ExprKind::name) {
      const Ref& ref = checked_.refs[e];
      if (ref.kind == Ref::Kind::rule) found.push_back(ref.index);
      if (ref.kind == Ref::Kind::value)
        found.push_back(ref.index + static_cast<std::uint32_t>(checked_.rules.size()));
      continue;
    }
    each_part(e, [&](ExprId part) { open.push_back(part); });
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void Lowering::make_things() {
  enum State : std::uint8_t { fresh, entered, made };
  std::vector<State> state(thing_count(), fresh);
  thing_.assign(thing_count(), Whole{0, 0});
  thing_uncovered_.resize(thing_count());
  thing_uncovered_known_.assign(thing_count(), false);
  std::vector<std::uint32_t> stack;
  for (std::uint32_t start = 0; start < thing_count(); ++start) {
    stack.push_back(start);
    while (!stack.empty()) {
      const std::uint32_t thing = stack.back();
      if (state[thing] == fresh) {
        state[thing] = entered;
        for (Index i = checked_.refers_from[thing]; i < checked_.refers_from[thing + 1]; ++i)
          if (state[checked_.referred[i]] == fresh) stack.push_back(checked_.referred[i]);
        continue;
      }
      stack.pop_back();
      if (state[thing] == made) continue;
      make_thing(thing);
      static_cast<void>(uncovered_of_thing(thing));
      state[thing] = made;
    }
  }
  for (std::uint32_t thing = 0; thing < thing_count(); ++thing)
    (thing < checked_.rules.size() ? program_.rules : program_.values)
        .push_back({thing_[thing].node, thing_[thing].why});
}

void Lowering::make_thing(std::uint32_t thing) {
  if (thing < checked_.rules.size()) {
    const check::RuleDef& rule = checked_.rules[thing];
    thing_[thing] =
        with_exceptions(versions(rule.versions, Type{Base::yes_or_no, false, 0}, true), rule.unless);
  } else {
    const check::ValueDef& value = checked_.values[thing - checked_.rules.size()];
    thing_[thing] = versions(value.versions, value.type, false);
  }
}

Lowering::Whole Lowering::line(Index index) {
  const check::LineDef& def = checked_.lines[index];
  lower(def.condition);
  Why w;
  w.kind = Why::Kind::line;
  w.node = node_of_[def.condition];
  w.payload = index;
  return {node_of_[def.condition], why(w, {why_of_[def.condition]})};
}

Lowering::Whole Lowering::version(const check::VersionDef& v, Type type, bool lines) {
  Whole whole{0, 0};
  if (v.not_covered && type == yes_or_no) {
    whole.node = truth(builtins::Truth::open);
  } else if (v.not_covered) {
    Node n;
    n.op = Op::constant;
    n.type = type;
    n.payload = static_cast<std::uint32_t>(program_.constants.size());
    program_.constants.push_back(types::surely_invalid(type));
    whole.node = make(n, {});
  } else if (lines && v.line != nowhere && ast_[v.body].kind != grammar::ExprKind::block) {
    whole = line(v.line);
  } else {
    lower(v.body);
    whole = {node_of_[v.body], why_of_[v.body]};
  }
  if (type != yes_or_no && is_condition(program_.nodes[whole.node].op)) whole.node = as_value(whole.node);
  return whole;
}

Lowering::Whole Lowering::versions(const std::vector<check::VersionDef>& all, Type type, bool lines) {
  if (all.size() == 1) return version(all.front(), type, lines);
  std::vector<NodeId> nodes;
  std::vector<WhyId> whys;
  const auto first_range = static_cast<std::uint32_t>(program_.version_ranges.size());
  for (const check::VersionDef& v : all) {
    const Whole whole = version(v, type, lines);
    nodes.push_back(whole.node);
    whys.push_back(whole.why);
  }
  const std::int32_t early = types::fault(types::Fault::until_excludes_its_day) ? 1 : 0;
  for (const check::VersionDef& v : all)
    program_.version_ranges.push_back(
        {v.from.days - (&v == &all.front() ? 0 : early), v.to.days - (&v == &all.back() ? 0 : early)});
  Node n;
  n.op = type == yes_or_no ? Op::condition_versions : Op::value_versions;
  n.type = type;
  n.payload = first_range;
  Why w;
  w.kind = Why::Kind::versions;
  w.node = make(n, nodes);
  w.payload = first_range;
  return {w.node, why(w, whys)};
}

Lowering::Whole Lowering::with_exceptions(Whole body, const std::vector<Index>& unless) {
  if (unless.empty()) return body;
  std::vector<NodeId> nodes{body.node};
  std::vector<WhyId> whys{body.why};
  for (const Index l : unless) {
    const Whole exception = line(l);
    nodes.push_back(not_node(exception.node));
    Why negated;
    negated.kind = Why::Kind::negation;
    negated.node = nodes.back();
    whys.push_back(why(negated, {exception.why}));
  }
  Node n;
  n.op = Op::all;
  n.type = Type{Base::yes_or_no, false, 0};
  Why w;
  w.kind = Why::Kind::all;
  w.node = make(n, nodes);
  return {w.node, why(w, whys)};
}

void Lowering::make_decision(Index index) {
  const check::DecisionDef& def = checked_.decisions[index];
  Decision d;
  d.typed = def.is_typed;
  d.type = def.is_typed ? def.type : Type{Base::yes_or_no, false, 0};
  const Whole whole = with_exceptions(versions(def.versions, d.type, !def.is_typed), def.unless);
  d.root = whole.node;
  d.why = whole.why;
  if (def.coverage != nowhere) {
    const Whole coverage = line(def.coverage);
    d.has_coverage = true;
    d.coverage = coverage.node;
    d.coverage_why = coverage.why;
  }
  program_.decisions.push_back(std::move(d));
}

}  // namespace eligo::program
