// SPDX-License-Identifier: MIT
// Owns whether conditions and values of two programs say the same: written alike about the same facts.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

class Alike {
 public:
  Alike(const Subject& a, const Subject& b) : a_(a), b_(b) {}

  /// False where that is not seen at once: they may still mean the same. Recurses as deep as what is written alike stands
  /// inside one another, within reason.
  [[nodiscard]] bool same(NodeId in_a, NodeId in_b) { return same(in_a, in_b, 0); }

 private:
  [[nodiscard]] bool same(NodeId in_a, NodeId in_b, int depth);
  [[nodiscard]] bool find(NodeId in_a, NodeId in_b, int depth);
  [[nodiscard]] bool same_payload(const program::Node& a, const program::Node& b) const;
  [[nodiscard]] bool same_versions(const program::Node& a, const program::Node& b) const;
  [[nodiscard]] bool same_slot(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool same_cells(const program::Node& a, const program::Node& b) const;
  [[nodiscard]] bool same_atom(const program::Node& a, const program::Node& b) const;

  const Subject& a_;
  const Subject& b_;
  std::unordered_map<std::uint64_t, bool> known_;
};

}  // namespace eligo::analysis
