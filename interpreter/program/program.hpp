// SPDX-License-Identifier: MIT
// Owns the compiled ruleset: flat, immutable, shared between threads. Evaluation, answers and analysis read
// nothing else.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "interpreter/builtins/operations.hpp"
#include "interpreter/check/checked.hpp"
#include "interpreter/program/domains.hpp"

namespace eligo::program {

/// Index into Program::nodes; a child's index is below its parent's.
using NodeId = std::uint32_t;
/// A `member` with no more children is asked one by one.
inline constexpr std::uint32_t shortest_ordered_list = 16;
/// Index into Program::whys.
using WhyId = std::uint32_t;

enum class Op : std::uint8_t {
  // values
  constant,   // payload: of constants
  slot,       // payload: slot
  column,     // payload: slot of the key, aux: of columns
  condition,  // the child as a value: yes or no
  negate,
  add,
  subtract,
  multiply,
  greatest,
  least,
  greatest_present,  // of values that may be none; none of none
  least_present,
  shift,    // unit, backwards: date, n
  between,  // unit: from, to
  of_date,  // payload: a place in builtins::functions(); a date
  round_product,
  round_quotient,  // rounding: a, b, step
  value_when,      // condition, result, …, else
  value_versions,
  // conditions
  truth,  // payload: builtins::Truth::State
  atom,   // payload: slot, aux: condition of its domain
  less,
  less_equal,
  equal,
  member,
  is_none,
  starts_with,  // of values
  negation,
  all,
  any,       // of both payload: asks_there, or 0
  at_least,  // payload: N
  condition_when,
  condition_versions,  // payload: first of version_ranges, one a child
};

/// Payload of `all` and `any` of two: the first says whether a list has the member that the second is about. What nobody
/// need have is not invalid: while the first is open, so is the whole where the second is invalid.
inline constexpr std::uint32_t asks_there = 1;

[[nodiscard]] inline bool is_condition(Op op) {
  return op >= Op::truth;
}

/// A condition that is made of conditions alone.
[[nodiscard]] inline bool is_logic(Op op) {
  switch (op) {
    case Op::negation:
    case Op::all:
    case Op::any:
    case Op::at_least:
    case Op::condition_when:
    case Op::condition_versions:
      return true;
    default:
      return false;
  }
}

/// Whose payload is the slot of a fact or day.
[[nodiscard]] inline bool asks_slot(Op op) {
  return op == Op::slot || op == Op::column || op == Op::atom;
}

/// One distinct condition or value; equal ones are one node.
struct Node {
  Op op = Op::truth;
  grammar::Unit unit = grammar::Unit::nothing;
  grammar::Rounding rounding = grammar::Rounding::nothing;
  bool backwards = false;
  bool can_be_invalid = false;  // for some profile; false: it is proved that it never is
  types::Type type;
  std::uint32_t first = 0, count = 0;  // Program::children
  std::uint32_t payload = 0, aux = 0;
  std::uint32_t value = 0;  // of values: its place in the memory of an evaluation
};

struct DayRange {
  std::int32_t from = types::Date::min_days, to = types::Date::max_days;
};

/// How the reasons of an expression are found once its nodes have values (language.md 3.11).
struct Why {
  enum class Kind : std::uint8_t {
    nothing,   // a literal
    slot,      // slot: a leaf
    operands,  // every child
    all,
    any,      // node: of the whole; children by their own state
    none_of,  // children are lines that must not be yes
    at_least,
    negation,  // one child
    when,      // condition, result, …, else
    versions,  // payload: first of version_ranges
    line,      // line: index of Checked::lines; one child
  } kind = Kind::nothing;
  NodeId node = 0;                     // whose state it explains, where it is a condition
  std::uint32_t first = 0, count = 0;  // Program::why_children
  std::uint32_t payload = 0;           // slot, line or first version range
};

/// What is evaluated, in this order, for a decision on law days from .. to.
struct Plan {
  DayRange days;
  std::vector<NodeId> nodes;
};

struct Decision {
  bool typed = false;
  types::Type type;
  NodeId root = 0;
  WhyId why = 0;
  bool has_coverage = false;
  NodeId coverage = 0;
  WhyId coverage_why = 0;
  std::vector<DayRange> uncovered;  // law days, sorted
  std::vector<Plan> plans;          // sorted, every law day in one
};

struct Rule {
  NodeId root = 0;
  WhyId why = 0;
};

struct Program {
  // INVARIANT: slots are the facts in order, then today, then the law day.
  std::vector<Slot> slots;
  std::vector<Column> columns;
  std::vector<Node> nodes;
  std::vector<NodeId> children;
  std::deque<types::Possible> constants;                // never move: conditions of slots refer to them
  std::unordered_map<NodeId, builtins::Listed> listed;  // long lists of constants that a `member` asks
  std::vector<DayRange> version_ranges;
  std::vector<Why> whys;
  std::vector<WhyId> why_children;
  std::vector<Rule> rules;   // as Checked::rules
  std::vector<Rule> values;  // as Checked::values; root is a value (or a condition, for yes or no)
  std::vector<Decision> decisions;
  std::vector<grammar::Span> node_spans;  // where a node was first written, for errors
  std::unordered_map<NodeId, std::vector<grammar::Span>>
      written_too;  // where else, of one that may be invalid
  std::unordered_map<NodeId, std::vector<grammar::Span>>
      node_pieces;  // of what is written in pieces: a sum without its factor
  types::MissingDays missing_days = types::MissingDays::roll_forward;
  std::uint32_t value_count = 0;
  std::uint64_t work_bound = 0;

  [[nodiscard]] std::uint32_t today() const { return static_cast<std::uint32_t>(slots.size()) - 2; }
  [[nodiscard]] std::uint32_t law_day() const { return static_cast<std::uint32_t>(slots.size()) - 1; }
  [[nodiscard]] NodeId child(const Node& n, std::uint32_t i) const { return children[n.first + i]; }
  [[nodiscard]] WhyId child(const Why& w, std::uint32_t i) const { return why_children[w.first + i]; }
};

/// Lowers a checked ruleset without errors. Never fails.
[[nodiscard]] Program lower(const check::Checked& checked);

}  // namespace eligo::program
