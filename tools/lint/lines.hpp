// SPDX-License-Identifier: MIT
// Owns what lints say of lines for which something is proved: of a line that stands on another such line, nothing.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tools/lint/below.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {

/// `all of` or `any of` some lines; those of them that are asked about.
struct LineBlock {
  NodeId node = 0;
  bool all = false;
  std::vector<AskedLine> lines;
};

/// Every block as often as it stands.
inline std::vector<LineBlock> line_blocks(const Context& context) {
  std::map<check::Index, AskedLine> known;
  for (const AskedLine& line : context.prover.lines()) known.emplace(line.line, line);
  std::vector<LineBlock> blocks;
  for (const program::Why& why : context.program.whys) {
    if (why.kind != program::Why::Kind::all && why.kind != program::Why::Kind::any) continue;
    LineBlock block{why.node, why.kind == program::Why::Kind::all, {}};
    for (std::uint32_t i = 0; i < why.count; ++i) {
      const program::Why& child = context.program.whys[context.program.child(why, i)];
      const auto line = child.kind == program::Why::Kind::line ? known.find(child.payload) : known.end();
      if (line != known.end()) block.lines.push_back(line->second);
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

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

/// Whoever meets `a` meets `b`, proved; and somebody meets `a`, and somebody does not meet `b`.
inline bool implies(const Context& context, const AskedLine& a, const AskedLine& b) {
  Prover& prover = context.prover;
  const Span place = prover.place_of(b);
  if (a.node == b.node) return true;
  if (!prover.cannot({{a.node, Truth::yes}, {b.node, Truth::no}}, a.days, place)) return false;
  if (context.program.nodes[b.node].can_be_invalid &&
      !prover.cannot({{a.node, Truth::yes}, {b.node, Truth::invalid}}, a.days, place))
    return false;
  // Where nobody meets it any more, that is what is wrong, and said elsewhere.
  program::DayRange now = a.days;
  if (now.from <= context.as_of.days && context.as_of.days <= now.to) now.from = context.as_of.days;
  return prover.can({{a.node, Truth::yes}}, now, place) == true &&
         prover.can({{b.node, Truth::no}}, b.days, place) == true;
}

}  // namespace eligo::lint
