// SPDX-License-Identifier: MIT
// Owns the search for the date at which something turns, by doubling steps back and halving.
#include "interpreter/analysis/turn.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;
using types::Int128;

bool is_counted_from(const program::Program& program, std::uint32_t slot) {
  return std::any_of(program.nodes.begin(), program.nodes.end(), [&](const Node& n) {
    if (n.op != Op::between || n.unit != grammar::Unit::years) return false;
    const Node& from = program.nodes[program.child(n, 0)];
    return from.op == Op::slot && from.payload == slot;
  });
}

Int128 at_turn(Int128 told, Int128 day, const program::GridRange& dates, bool counted_from,
               const std::function<bool(Int128)>& is_so) {
  constexpr Int128 two_hundred_years = 200 * 365;
  if (told > day && day >= dates.lo && is_so(day)) told = day;
  if (!counted_from || told == dates.hi || !is_so(told + 1)) return told;
  const Int128 end = std::max(dates.lo, told - two_hundred_years);
  for (Int128 step = 1, known = told; known > end; step *= 2) {
    Int128 other = std::max(end, told - step);
    if (is_so(other)) {
      known = other;
      continue;
    }
    while (known - other > 1) {
      const Int128 middle = other + (known - other) / 2;
      (is_so(middle) ? known : other) = middle;
    }
    return known;
  }
  return told;
}

}  // namespace eligo::analysis
