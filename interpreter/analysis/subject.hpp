// SPDX-License-Identifier: MIT
// Owns one program as the solver sees it: its leaves, its literals, what was learnt of them, and its people.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "interpreter/analysis/paired.hpp"
#include "interpreter/analysis/refine.hpp"
#include "interpreter/analysis/stretches.hpp"
#include "interpreter/analysis/variables.hpp"

namespace eligo::analysis {

/// A region for each variable; points where it is a person on a day.
using Places = std::vector<Region>;

class Subject {
 public:
  /// Subjects of one space share its order. What is compared of two programs stands in `values`, where it is no condition.
  Subject(const program::Program& program, Space& space, Order& order, std::span<const NodeId> values = {})
      : Subject(program, leaves_of(program, values), space, order) {}
  /// The same, where the leaves of the program are known, and perhaps where some are yes.
  Subject(const program::Program& program, std::shared_ptr<const Leaves> leaves, std::shared_ptr<Lone> lone,
          Space& space, Order& order);

  [[nodiscard]] const program::Program& program() const { return program_; }
  [[nodiscard]] Axes& axes() { return axes_; }
  [[nodiscard]] const Axes& axes() const { return axes_; }
  [[nodiscard]] Encoder& encoder() { return encoder_; }
  [[nodiscard]] Refiner& refiner() { return refiner_; }

  /// The leaves that these conditions are made of, from now on known to the solver with all that they imply.
  [[nodiscard]] std::vector<const Leaf*> leaves_below(std::span<const NodeId> conditions);
  /// Where the inputs of a leaf are: its slots by the places, its conditions by the last model.
  [[nodiscard]] Box box_of(const Leaf& leaf, const Places& places) const;
  /// Adds clauses against what the solver believed of the leaf, for a box all over which it is otherwise.
  void learn(const Leaf& leaf, Box box, Lesson lesson);
  /// In the last model.
  [[nodiscard]] Truth::State state(const Leaf& leaf) const { return encoder_.state(leaf.node); }

  /// The decision has this verdict. Of one that gives a value, the leaves that it is calculated by are known.
  [[nodiscard]] Lit verdict(const program::Decision& decision, eval::Verdict verdict);
  /// The conditions that its verdict is made of.
  [[nodiscard]] static std::vector<NodeId> conditions_of(const program::Decision& decision);

  /// All that there is to tell about somebody, of a region one value.
  [[nodiscard]] eval::Profile profile(const Places& places) const;

 private:
  Subject(const program::Program& program, std::shared_ptr<const Leaves> leaves, Space& space, Order& order)
      : Subject(program, leaves, std::make_shared<Lone>(program, leaves), space, order) {}

  [[nodiscard]] LookedAt days() const;
  void introduce(std::uint32_t leaf);
  void define(const Leaf& leaf, const Stretches& stretches);

  const program::Program& program_;
  Space& space_;
  std::shared_ptr<const Leaves> leaves_;
  std::shared_ptr<Lone> lone_;
  std::vector<bool> introduced_;  // by leaf
  Axes axes_;
  Encoder encoder_;
  Refiner refiner_;
  Order& order_;
  Paired paired_;
};

/// A leaf of a program.
struct Asked {
  Subject* subject = nullptr;
  const Leaf* leaf = nullptr;
};

}  // namespace eligo::analysis
