// SPDX-License-Identifier: MIT
// Owns how the facts of a program, and the day, are variables of a space: ordered ones by the grid of what can be told,
// items by classes that nothing in the program tells apart.
#pragma once

#include <string>
#include <vector>

#include "interpreter/analysis/leaves.hpp"
#include "interpreter/analysis/space.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::analysis {

using types::Possible;

class Axes {
 public:
  /// The days looked at go from `first` to `last`; models lie near `about` where they can.
  struct Days {
    types::Date first, last, about;
  };
  Axes(const program::Program& program, const std::vector<Leaf>& leaves, Space& space, const Days& days);

  [[nodiscard]] std::uint32_t day() const { return program_.today(); }
  /// The law day is today's variable.
  [[nodiscard]] Var var(std::uint32_t slot) const { return vars_[slot]; }
  [[nodiscard]] Region everywhere(std::uint32_t slot) const {
    return {space_.lo(var(slot)) > space_.hi(var(slot)), space_.lo(var(slot)), space_.hi(var(slot))};
  }

  /// The values of a region, exact where it is a point: of a class, the item that stands for it.
  [[nodiscard]] Possible point(std::uint32_t slot, const Region& region) const;
  /// At least every value of a region.
  [[nodiscard]] Possible spread(std::uint32_t slot, const Region& region) const;
  /// Where an atom is yes.
  [[nodiscard]] Lit atom(const program::Node& atom);

 private:
  struct Items {
    std::vector<std::vector<std::uint32_t>> classes;  // items of each, the one that stands for it first
    std::vector<std::string> texts;                   // of a text, by item
  };
  void number_items(std::uint32_t slot, const std::vector<Leaf>& leaves);
  void gather_texts(std::uint32_t slot);
  [[nodiscard]] Possible item(std::uint32_t slot, std::uint32_t item) const;
  [[nodiscard]] std::vector<Int128> borders(std::uint32_t slot, const program::SlotCondition& condition) const;

  const program::Program& program_;
  Space& space_;
  std::vector<Var> vars_;
  std::vector<Items> items_;  // by slot
};

}  // namespace eligo::analysis
