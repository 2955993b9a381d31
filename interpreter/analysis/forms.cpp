// SPDX-License-Identifier: MIT
// Owns the reading.
#include "interpreter/analysis/forms.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

std::optional<std::int64_t> Forms::whole_of(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (n.op != Op::constant) return std::nullopt;
  const types::Possible& p = program_.constants[n.payload];
  if (!p.is_exact() || p.none || p.base != types::Base::whole || p.lo > 1'000'000 || p.lo < -1'000'000)
    return std::nullopt;
  return static_cast<std::int64_t>(p.lo);
}

std::optional<Day> Forms::day_of(NodeId id) const {
  Day day;
  for (;;) {
    const Node& n = program_.nodes[id];
    if (n.op == Op::slot && n.type.base == types::Base::date) {
      day.var = axes_.var(n.payload);
      std::reverse(day.steps.begin(), day.steps.end());
      return day;
    }
    if (n.op != Op::shift) return std::nullopt;
    const std::optional<std::int64_t> by = whole_of(program_.child(n, 1));
    if (!by) return std::nullopt;
    day.steps.push_back({n.backwards ? -*by : *by, n.unit});
    id = program_.child(n, 0);
  }
}

// K <= full years from A to B: A + K years <= B.
std::optional<Form> Forms::between_form(NodeId between, NodeId number, bool number_first, bool strict) const {
  const Node& n = program_.nodes[between];
  std::optional<std::int64_t> least = whole_of(number);
  if (n.op != Op::between || !least) return std::nullopt;
  std::optional<Day> before = day_of(program_.child(n, 0)), after = day_of(program_.child(n, 1));
  if (!before || !after) return std::nullopt;
  if (number_first == strict) ++*least;
  before->steps.push_back({*least, n.unit});
  return Form{std::move(*before), std::move(*after), false, !number_first, program_.missing_days};
}

std::optional<Form> Forms::of(const Leaf& leaf) const {
  const Node& n = program_.nodes[leaf.node];
  if (n.op != Op::less && n.op != Op::less_equal) return std::nullopt;
  const bool strict = n.op == Op::less;
  const NodeId left = program_.child(n, 0), right = program_.child(n, 1);
  if (auto form = between_form(right, left, true, strict)) return form;
  if (auto form = between_form(left, right, false, strict)) return form;
  std::optional<Day> before = day_of(left), after = day_of(right);
  if (!before || !after) return std::nullopt;
  return Form{std::move(*before), std::move(*after), strict, false, program_.missing_days};
}

}  // namespace eligo::analysis
