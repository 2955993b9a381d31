// SPDX-License-Identifier: MIT
// Owns how two calculated values stand to one another all over a box: made the same way, never made so, or how far apart.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/analysis/alike.hpp"
#include "interpreter/analysis/bounds.hpp"
#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

/// One program as it was evaluated over a box: the values and truths stand in the scratch.
struct Seen {
  Subject* subject = nullptr;
  const eval::Scratch* scratch = nullptr;
  const std::vector<bool>* rounded = nullptr;  // by node: values that are rounded somewhere below
};

/// Values of the first program are compared with values of the second one. To be made the same way is to be the same value;
/// the opposite is not so: amounts that rounding makes one by chance are made in different ways.
class Likeness {
 public:
  using Pair = std::pair<NodeId, NodeId>;

  /// `joined`: conditions of both that are proved to mean the same, sorted.
  Likeness(std::array<Seen, 2> seen, Alike& written, const std::vector<Pair>& joined,
           const std::vector<Region>& places);

  /// Made the same way, wherever in the box.
  [[nodiscard]] bool same(NodeId a, NodeId b) { return same(a, b, 0); }
  /// Made in different ways, wherever in the box.
  [[nodiscard]] bool apart(NodeId a, NodeId b) { return apart(a, b, 0); }
  /// The second value less the first.
  [[nodiscard]] Bounds step(NodeId a, NodeId b) { return step(a, b, 0); }
  /// Whether two values are different ones.
  [[nodiscard]] static Truth::State differ(const Possible& a, const Possible& b);

 private:
  [[nodiscard]] const program::Node& node(std::size_t p, NodeId id) const {
    return seen_[p].subject->program().nodes[id];
  }
  [[nodiscard]] NodeId child(std::size_t p, NodeId id, std::uint32_t i) const {
    return seen_[p].subject->program().child(node(p, id), i);
  }
  [[nodiscard]] const Possible& value(std::size_t p, NodeId id) const {
    return *seen_[p].scratch->values[node(p, id).value];
  }
  [[nodiscard]] Truth::State state(std::size_t p, NodeId condition) const {
    return seen_[p].scratch->truths[condition].state;
  }
  [[nodiscard]] bool is_joined(NodeId a, NodeId b) const;
  [[nodiscard]] NodeId resolved(std::size_t p, NodeId id) const;
  [[nodiscard]] std::vector<NodeId> chosen(std::size_t p, NodeId id) const;
  [[nodiscard]] Bounds above(std::size_t p, NodeId id, NodeId base, int depth) const;
  [[nodiscard]] bool is_strict(std::size_t p, NodeId id) const;
  [[nodiscard]] bool written_alike(NodeId a, NodeId b) const;
  [[nodiscard]] bool same_cells(NodeId a, NodeId b) const;
  /// The parts of two values that depend on conditions, one for each way on which both can be; nothing where the ways differ.
  [[nodiscard]] std::optional<std::vector<Pair>> ways(NodeId a, NodeId b) const;
  [[nodiscard]] bool same(NodeId a, NodeId b, int depth);
  [[nodiscard]] bool find_same(NodeId a, NodeId b, int depth);
  [[nodiscard]] bool find_apart(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds find_step(NodeId a, NodeId b, int depth);
  [[nodiscard]] bool same_parts(NodeId a, NodeId b, int depth);
  [[nodiscard]] bool apart(NodeId a, NodeId b, int depth);
  [[nodiscard]] bool apart_parts(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step_of_choice(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step_of_parts(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step_of_product(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step_of_shifted(NodeId a, NodeId b, int depth);
  [[nodiscard]] Bounds step_of_rounded(NodeId a, NodeId b, int depth);

  std::array<Seen, 2> seen_;
  Alike& written_;
  const std::vector<Pair>& joined_;
  const std::vector<Region>& places_;  // by variable
  std::unordered_map<std::uint64_t, bool> same_, apart_;
  std::unordered_map<std::uint64_t, Bounds> steps_;
};

}  // namespace eligo::analysis
