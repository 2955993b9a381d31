// SPDX-License-Identifier: MIT
// Owns what conditions are made of, as lints ask it.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "interpreter/analysis/leaves.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::lint {

/// Whether a node is one of these, or made of one, in whatever version.
[[nodiscard]] inline bool is_above(const program::Program& program, program::NodeId node,
                                   const std::set<program::NodeId>& below) {
  const std::vector<program::NodeId> all = analysis::all_below(program, {node});
  return std::any_of(all.begin(), all.end(), [&](program::NodeId id) { return below.count(id) != 0; });
}

/// The node of each version of a rule, value or decision whose root this is, in the order of days; nothing where it has
/// no versions.
[[nodiscard]] inline std::vector<program::NodeId> bodies(const program::Program& program,
                                                         program::NodeId root, std::size_t count) {
  using program::Op;
  std::vector<program::NodeId> open{root};
  while (!open.empty()) {  // down through exceptions, which stand around the versions
    const program::NodeId id = open.back();
    open.pop_back();
    const program::Node& n = program.nodes[id];
    if ((n.op == Op::condition_versions || n.op == Op::value_versions) && n.count == count) {
      std::vector<program::NodeId> all;
      for (std::uint32_t i = 0; i < n.count; ++i) all.push_back(program.child(n, i));
      return all;
    }
    if (n.op == Op::all)
      for (std::uint32_t i = 0; i < n.count; ++i) open.push_back(program.child(n, i));
  }
  return {};
}

}  // namespace eligo::lint
