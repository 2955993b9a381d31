// SPDX-License-Identifier: MIT
// Owns what lints say of lines for which something is proved: of a line that stands on another such line, nothing.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tools/lint/below.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {

/// A finding "WORDS `line`" for each; gives the conditions of all of them.
inline std::set<NodeId> find_lines(const Context& context,
                                   const std::function<bool(const AskedLine&, Span)>& is_so,
                                   const std::string& words, const std::string& help,
                                   std::vector<Finding>& found) {
  std::set<NodeId> known;
  for (const AskedLine& line : context.prover.lines()) {
    const Span place = context.prover.place_of(line);
    if (!is_so(line, place)) continue;
    const bool said = is_above(context.program, line.node, known);
    known.insert(line.node);
    if (said) continue;
    found.push_back({place, words + " " + context.prover.words_of(line, context.sources()), {}, {help}});
  }
  return known;
}

}  // namespace eligo::lint
