// SPDX-License-Identifier: MIT
// Owns the sharing of nodes of decision diagrams.
#include "interpreter/solve/diagram.hpp"

#include <algorithm>

#include "interpreter/builtins/operations.hpp"

namespace eligo::solve {

Ref Diagrams::leaf(Leaf value) {
  const auto [it, fresh] = leaves_.try_emplace(value, static_cast<Ref>(nodes_.size()));
  if (fresh) nodes_.push_back(Node{no_variable, 0, 0, value});
  return it->second;
}

Ref Diagrams::node(std::uint32_t variable, std::span<const Ref> children) {
  if (children.empty()) return leaf(builtins::Truth::invalid);  // of a fact that can be nothing
  if (std::all_of(children.begin(), children.end(), [&](Ref r) { return r == children.front(); }))
    return children.front();
  std::uint64_t h = variable * 0x9e3779b97f4a7c15ull;
  for (const Ref r : children) h = ((h ^ r) * 0x9e3779b97f4a7c15ull) ^ (h >> 29);
  if (2 * (nodes_.size() + 1) > unique_.size()) grow();
  Place& place = unique_[place_of(h, variable, children)];
  if (place.node != no_ref) return place.node;
  if (nodes_.size() >= most_) {
    exhausted_ = true;
    return children.front();
  }
  Node n;
  n.variable = variable;
  n.first = static_cast<std::uint32_t>(children_.size());
  n.count = static_cast<std::uint32_t>(children.size());
  children_.insert(children_.end(), children.begin(), children.end());
  nodes_.push_back(n);
  place = {h, static_cast<Ref>(nodes_.size() - 1)};
  return place.node;
}

std::size_t Diagrams::place_of(std::uint64_t hash, std::uint32_t variable,
                               std::span<const Ref> children) const {
  std::size_t at = hash & (unique_.size() - 1);
  for (; unique_[at].node != no_ref; at = (at + 1) & (unique_.size() - 1)) {
    if (unique_[at].hash != hash || nodes_[unique_[at].node].variable != variable) continue;
    const std::span<const Ref> other = this->children(unique_[at].node);
    if (std::equal(other.begin(), other.end(), children.begin(), children.end())) break;
  }
  return at;
}

void Diagrams::grow() {
  std::vector<Place> old(unique_.empty() ? 64 : 2 * unique_.size());
  old.swap(unique_);
  for (const Place& place : old) {
    if (place.node == no_ref) continue;
    std::size_t at = place.hash & (unique_.size() - 1);
    while (unique_[at].node != no_ref) at = (at + 1) & (unique_.size() - 1);
    unique_[at] = place;
  }
}

std::vector<std::uint32_t> Diagrams::support(Ref r) const {
  std::vector<std::uint32_t> variables;
  std::vector<bool> seen(nodes_.size(), false);
  std::vector<Ref> open{r};
  while (!open.empty()) {
    const Ref at = open.back();
    open.pop_back();
    if (seen[at] || is_leaf(at)) continue;
    seen[at] = true;
    variables.push_back(nodes_[at].variable);
    for (const Ref child : children(at)) open.push_back(child);
  }
  std::sort(variables.begin(), variables.end());
  variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
  return variables;
}

Ref Diagrams::with(Ref r, std::uint32_t variable, std::uint32_t value) {
  const Ref none = leaf(0);
  return apply(r, none, none, [&](Ref a, Ref, Ref) -> std::optional<Ref> {
    if (is_leaf(a) || nodes_[a].variable > variable) return a;
    if (nodes_[a].variable == variable) return children_[nodes_[a].first + value];
    return std::nullopt;
  });
}

}  // namespace eligo::solve
