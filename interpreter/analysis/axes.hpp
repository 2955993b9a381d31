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
  Axes(const program::Program& program, const std::vector<Leaf>& leaves, Space& space);

  [[nodiscard]] std::uint32_t day() const { return program_.today(); }
  /// The law day is today's variable.
  [[nodiscard]] Var var(std::uint32_t slot) const { return vars_[slot]; }
  [[nodiscard]] Region everywhere(std::uint32_t slot) const { return space_.everywhere(var(slot)); }

  /// The values of a region, exact where it is a point: of a class, the item that stands for it.
  [[nodiscard]] Possible point(std::uint32_t slot, const Region& region) const;
  /// At least every value of a region.
  [[nodiscard]] Possible spread(std::uint32_t slot, const Region& region) const;
  /// Where an atom is yes.
  [[nodiscard]] Lit atom(const program::Node& atom);

  // -- for those who make the variables -------------------------------------------------------------------------------
  /// By item (of a text: by place in `texts`): items with one key are not told apart; keys are in the order of what is
  /// asked of the items.
  [[nodiscard]] std::vector<std::uint32_t> keys(std::uint32_t slot) const;
  /// Texts that stand for all others.
  [[nodiscard]] const std::vector<std::string>& texts(std::uint32_t slot) const { return items_[slot].texts; }
  /// Those among them that the rules name; sorted.
  [[nodiscard]] const std::vector<std::string>& named_texts(std::uint32_t slot) const {
    return items_[slot].named;
  }
  void set_texts(std::uint32_t slot, std::vector<std::string> texts) {
    items_[slot].texts = std::move(texts);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& items(std::uint32_t slot, Int128 number) const {
    return items_[slot].classes[static_cast<std::size_t>(number)];
  }
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& classes(std::uint32_t slot) const {
    return items_[slot].classes;
  }
  void set(std::uint32_t slot, Var var) { vars_[slot] = var; }
  /// Items of each number of the variable, the one that stands for it first.
  void set_classes(std::uint32_t slot, std::vector<std::vector<std::uint32_t>> classes) {
    items_[slot].classes = std::move(classes);
  }

 private:
  struct Items {
    std::vector<std::vector<std::uint32_t>> classes;
    std::vector<std::string> texts, named;
  };
  void gather_texts(std::uint32_t slot);
  [[nodiscard]] Possible item(std::uint32_t slot, std::uint32_t item) const;
  [[nodiscard]] std::vector<Int128> borders(std::uint32_t slot,
                                            const program::SlotCondition& condition) const;

  const program::Program& program_;
  const std::vector<Leaf>& leaves_;
  Space& space_;
  std::vector<Var> vars_;
  std::vector<Items> items_;  // by slot
};

}  // namespace eligo::analysis
