// SPDX-License-Identifier: MIT
// Owns the meaning of each node, given its children's.
#include "interpreter/eval/evaluate.hpp"

#include <algorithm>

#include "interpreter/builtins/function.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::eval {

using program::Node;
using program::Op;
using program::Program;
using types::Fault;
using types::fault;
using types::Possible;

namespace {

// One run over some nodes of one profile.
class Run {
 public:
  Run(const Profile& profile, Scratch& scratch)
      : program_(profile.program()), profile_(profile), s_(scratch), law_day_(scratch.days.law_day()) {
    if (s_.truths.size() < program_.nodes.size()) s_.truths.resize(program_.nodes.size());
    if (s_.values.size() < program_.value_count) {
      s_.values.resize(program_.value_count);
      s_.made.resize(program_.value_count);
    }
  }

  void node(NodeId id) {
    const Node& n = program_.nodes[id];
    if (program::is_condition(n.op))
      s_.truths[id] = condition(n);
    else
      s_.values[n.value] = value(n);
  }

 private:
  [[nodiscard]] Truth truth(const Node& n, std::uint32_t i) const { return s_.truths[program_.child(n, i)]; }
  [[nodiscard]] const Possible& operand(const Node& n, std::uint32_t i) const {
    return *s_.values[program_.nodes[program_.child(n, i)].value];
  }
  const Possible* keep(const Node& n, Possible p) {
    s_.made[n.value] = std::move(p);
    return &s_.made[n.value];
  }

  Truth condition(const Node& n) {
    switch (n.op) {
      case Op::truth:
        return {static_cast<Truth::State>(n.payload), false};
      case Op::atom:
        return atom(n);
      case Op::less:
        return builtins::less(operand(n, 0), operand(n, 1));
      case Op::less_equal:
        return fault(Fault::less_equal_is_less) ? builtins::less(operand(n, 0), operand(n, 1))
                                                : builtins::less_equal(operand(n, 0), operand(n, 1));
      case Op::equal:
        return builtins::equal(operand(n, 0), operand(n, 1));
      case Op::member: {
        if (n.count > program::shortest_ordered_list)
          if (const auto listed = program_.listed.find(static_cast<NodeId>(&n - program_.nodes.data()));
              listed != program_.listed.end())
            return listed->second.member(operand(n, 0));
        s_.pointers.clear();
        for (std::uint32_t i = 1; i < n.count; ++i) s_.pointers.push_back(&operand(n, i));
        return builtins::member(operand(n, 0), s_.pointers);
      }
      case Op::is_none:
        return builtins::is_none(operand(n, 0));
      case Op::starts_with:
        return builtins::starts_with(operand(n, 0), operand(n, 1));
      case Op::negation: {
        const Truth inner = truth(n, 0);
        if (fault(Fault::not_turns_open_to_yes) && inner.state == Truth::open) return {Truth::yes, false};
        return builtins::negation(inner);
      }
      case Op::all:
        return all(n);
      case Op::any:
        return any(n);
      case Op::at_least:
        return at_least(n);
      case Op::condition_when:
        return when(n);
      case Op::condition_versions:
        return truth(n, version(n));
      default:
        return {};
    }
  }

  Truth atom(const Node& n) const {
    const bool day = n.payload >= program_.today();
    const program::Row row = day ? s_.days.row(n.payload == program_.law_day()) : profile_.row(n.payload);
    const std::uint32_t words = program_.slots[n.payload].domain.words;
    const std::uint64_t bit = std::uint64_t{1} << (n.aux % 64);
    if ((row[n.aux / 64] & bit) != 0) return {Truth::yes, false};
    if ((row[words + n.aux / 64] & bit) != 0) return {Truth::no, false};
    return {Truth::open, false};
  }

  // no < invalid < open < yes, the least wins; the states are numbered so.
  Truth all(const Node& n) const {
    Truth result{Truth::yes, false};
    bool may_be_invalid = false;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      Truth t = truth(n, i);
      if (fault(Fault::open_counts_as_yes) && t.state == Truth::open) t = {Truth::yes, false};
      if (fault(Fault::invalid_is_skipped) && t.state == Truth::invalid) t = {Truth::yes, false};
      if (fault(Fault::open_exception_ignored) && t.state == Truth::open &&
          program_.nodes[program_.child(n, i)].op == Op::negation)
        t = {Truth::yes, false};
      may_be_invalid = may_be_invalid || t.may_be_invalid;
      result.state = std::min(result.state, t.state);
    }
    result.may_be_invalid = result.state == Truth::open && may_be_invalid;
    return is_of_nobody_yet(n, result) ? Truth{Truth::open, true} : result;
  }

  [[nodiscard]] bool is_of_nobody_yet(const Node& n, Truth whole) const {
    return n.payload == program::asks_there && whole.state == Truth::invalid &&
           truth(n, 0).state == Truth::open;
  }

  // yes < invalid < open < no, the least wins.
  Truth any(const Node& n) const {
    constexpr int strength[] = {3, 1, 2, 0};  // by state
    Truth result{Truth::no, false};
    bool may_be_invalid = false;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const Truth t = truth(n, i);
      may_be_invalid = may_be_invalid || t.may_be_invalid;
      if (strength[t.state] < strength[result.state]) result.state = t.state;
    }
    result.may_be_invalid = result.state == Truth::open && may_be_invalid;
    return is_of_nobody_yet(n, result) ? Truth{Truth::open, true} : result;
  }

  Truth at_least(const Node& n) const {
    std::uint32_t counts[4] = {0, 0, 0, 0};
    bool may_be_invalid = false;
    for (std::uint32_t i = 0; i < n.count; ++i) {
      const Truth t = truth(n, i);
      ++counts[t.state];
      may_be_invalid = may_be_invalid || t.may_be_invalid;
    }
    const std::uint32_t needed = n.payload + (fault(Fault::at_least_one_more) ? 1 : 0);
    if (counts[Truth::yes] >= needed) return {Truth::yes, false};
    if (counts[Truth::yes] + counts[Truth::open] + counts[Truth::invalid] < needed) return {Truth::no, false};
    if (counts[Truth::invalid] != 0) return {Truth::invalid, false};
    return {Truth::open, may_be_invalid};
  }

  Truth when(const Node& n) const {
    bool first = true, may_be_invalid = false;
    Truth result;
    const auto take = [&](Truth branch) {
      may_be_invalid = may_be_invalid || branch.may_be_invalid;
      if (first) {
        result = branch;
      } else if (branch.state != result.state) {
        may_be_invalid = may_be_invalid || branch.state == Truth::invalid || result.state == Truth::invalid;
        result.state = Truth::open;
      }
      first = false;
    };
    for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
      const Truth c = truth(n, i);
      if (c.state == Truth::no) continue;
      if (c.state == Truth::invalid) {
        take({Truth::invalid, false});
        return finished(result, may_be_invalid);
      }
      take(truth(n, i + 1));
      if (c.state == Truth::yes) return finished(result, may_be_invalid);
      may_be_invalid = may_be_invalid || c.may_be_invalid;
    }
    take(truth(n, n.count - 1));
    return finished(result, may_be_invalid);
  }

  static Truth finished(Truth result, bool may_be_invalid) {
    if (may_be_invalid && result.state != Truth::invalid) return {Truth::open, true};
    return {result.state, false};
  }

  const Possible* value(const Node& n) {
    switch (n.op) {
      case Op::constant:
        return &program_.constants[n.payload];
      case Op::slot:
        return n.payload >= program_.today() ? &s_.days.possible(n.payload == program_.law_day())
                                             : &profile_.possible(n.payload, s_.made[n.value]);
      case Op::column:
        return keep(n, program::column_of(program_.columns[n.aux], profile_.possible(n.payload, s_.room)));
      case Op::condition:
        return keep(n, from_truth(truth(n, 0)));
      case Op::negate:
        return keep(n, builtins::negate(operand(n, 0), n.type));
      case Op::add:
        return keep(n, builtins::add(operand(n, 0), operand(n, 1), n.type));
      case Op::subtract:
        return keep(n, builtins::subtract(operand(n, 0), operand(n, 1), n.type));
      case Op::multiply:
        return keep(n, builtins::multiply(operand(n, 0), operand(n, 1), n.type));
      case Op::greatest:
        return keep(n, builtins::greatest(operand(n, 0), operand(n, 1), n.type));
      case Op::least:
        return keep(n, builtins::least(operand(n, 0), operand(n, 1), n.type));
      case Op::greatest_present:
        return keep(n, builtins::greatest_present(operand(n, 0), operand(n, 1), n.type));
      case Op::least_present:
        return keep(n, builtins::least_present(operand(n, 0), operand(n, 1), n.type));
      case Op::shift:
        return keep(
            n, builtins::shift(operand(n, 0), operand(n, 1), n.backwards, n.unit, program_.missing_days));
      case Op::between:
        return keep(n, builtins::between(operand(n, 0), operand(n, 1), n.unit, program_.missing_days));
      case Op::of_date:
        return keep(n, builtins::of_date(n.payload, operand(n, 0)));
      case Op::round_product:
        return keep(n,
                    builtins::round_product(operand(n, 0), operand(n, 1), operand(n, 2), n.rounding, n.type));
      case Op::round_quotient:
        return keep(
            n, builtins::round_quotient(operand(n, 0), operand(n, 1), operand(n, 2), n.rounding, n.type));
      case Op::value_when:
        return keep(n, value_when(n));
      case Op::value_versions:
        return keep(n, fitted(operand(n, version(n)), n.type));
      default:
        return nullptr;
    }
  }

  static Possible from_truth(Truth t) {
    const types::Type type{types::Base::yes_or_no, false, 0};
    if (t.state == Truth::invalid) return types::surely_invalid(type);
    Possible p = t.state == Truth::open ? types::anything(type, 2, std::nullopt, std::nullopt)
                                        : types::exactly(t.state == Truth::yes, type, 2);
    p.invalid = t.may_be_invalid;
    return p;
  }

  // A whole where the place has decimals.
  static Possible fitted(const Possible& p, types::Type type) {
    const bool decimal = type.base == types::Base::decimal || type.base == types::Base::money;
    return decimal && p.base == types::Base::whole ? types::as_decimal(p, type.base) : p;
  }

  Possible value_when(const Node& n) const {
    Possible result;
    bool first = true, may_be_invalid = false;
    const auto take = [&](const Possible& branch) {
      const Possible p = fitted(branch, n.type);
      result = first ? p : types::unite(result, p);
      first = false;
    };
    for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
      const Truth c = truth(n, i);
      if (c.state == Truth::no) continue;
      if (c.state == Truth::invalid) {
        take(types::surely_invalid(n.type));
        result.invalid = true;
        return result;
      }
      take(operand(n, i + 1));
      may_be_invalid = may_be_invalid || c.may_be_invalid;
      if (c.state == Truth::yes) {
        result.invalid = result.invalid || may_be_invalid;
        return result;
      }
    }
    take(operand(n, n.count - 1));
    result.invalid = result.invalid || may_be_invalid;
    return result;
  }

  [[nodiscard]] std::uint32_t version(const Node& n) const {
    for (std::uint32_t i = 0; i < n.count; ++i) {
      if (law_day_.days <= program_.version_ranges[n.payload + i].to) return i;
    }
    return n.count - 1;
  }

  const Program& program_;
  const Profile& profile_;
  Scratch& s_;
  types::Date law_day_;
};

}  // namespace

void run(std::span<const NodeId> nodes, const Profile& profile, Scratch& scratch) {
  Run one(profile, scratch);
  for (const NodeId n : nodes) one.node(n);
}

Possible value_of(const program::Decision& decision, const Program& program, const Scratch& scratch) {
  const Node& root = program.nodes[decision.root];
  if (program::is_condition(root.op)) {
    const Truth t = scratch.truths[decision.root];
    if (t.state == Truth::invalid) return types::surely_invalid(decision.type);
    if (t.state == Truth::open) return types::anything(decision.type, 2, std::nullopt, std::nullopt);
    return types::exactly(t.state == Truth::yes, decision.type, 2);
  }
  const Possible& p = *scratch.values[root.value];
  const bool decimal = decision.type.base == types::Base::decimal || decision.type.base == types::Base::money;
  return decimal && p.base == types::Base::whole ? types::as_decimal(p, decision.type.base) : p;
}

Verdict decide(const program::Decision& decision, const Profile& profile, Scratch& scratch) {
  const types::Date law_day = scratch.days.law_day();
  if (is_uncovered(decision, law_day))
    return fault(Fault::not_covered_is_no) ? Verdict::no : Verdict::not_covered;
  run(plan_of(decision, law_day).nodes, profile, scratch);
  return verdict_of(decision, profile.program(), scratch);
}

Verdict verdict_of(const program::Decision& decision, const Program& program, const Scratch& scratch) {
  if (decision.has_coverage) {
    switch (scratch.truths[decision.coverage].state) {
      case Truth::yes:
        return fault(Fault::not_covered_is_no) ? Verdict::no : Verdict::not_covered;
      case Truth::invalid:
        return Verdict::invalid;
      case Truth::open:
        return Verdict::undetermined;
      case Truth::no:
        break;
    }
  }
  if (decision.typed) {
    const Possible p = value_of(decision, program, scratch);
    if (p.surely_invalid()) return Verdict::invalid;
    return p.is_exact() ? Verdict::value : Verdict::undetermined;
  }
  switch (scratch.truths[decision.root].state) {
    case Truth::yes:
      return Verdict::yes;
    case Truth::no:
      return Verdict::no;
    case Truth::invalid:
      return Verdict::invalid;
    case Truth::open:
      break;
  }
  return Verdict::undetermined;
}

}  // namespace eligo::eval
