// SPDX-License-Identifier: MIT
// Owns the exact questions about one profile: is the verdict settled whatever is still told, and which facts
// can still change it (language.md 3.8, 3.12). A bounded search over regions of the open facts, without any
// dependency.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "interpreter/eval/evaluate.hpp"

namespace eligo::solve {

struct Settled {
  eval::Verdict verdict = eval::Verdict::no;
  types::Value value;  // of Verdict::value
};

struct Need {
  std::uint32_t slot = 0;
  bool perhaps = false;
};

struct Findings {
  std::optional<Settled> settled;
  bool settled_perhaps = false;  // it could not be found out
  std::vector<Need> needs;       // best question first; empty where settled
};

struct Budget {
  std::uint32_t nodes = 50'000;        // of diagrams
  std::uint32_t evaluations = 50'000;  // of conditions, to find regions
};

struct Asking {
  /// By slot, the fact whose question stands for it: itself, or a list that is not told. A need that is sure leaves
  /// out those of the same question that are not.
  std::span<const std::uint32_t> by;
  bool yes_alone = false;  // all verdicts but yes are one
};

/// For a decision whose verdict for this profile is undetermined.
[[nodiscard]] Findings search(const program::Program& program, const program::Decision& decision,
                              const eval::Profile& profile, const eval::Days& days, const Asking& asking,
                              const Budget& budget);

/// What is sure of the conditions of a decision, whatever is still told. Keeps references to what it is made from.
class Certainty {
 public:
  Certainty(const program::Program& program, const program::Decision& decision, const eval::Profile& profile,
            const eval::Days& days, const Budget& budget);
  Certainty(const Certainty&) = delete;
  Certainty& operator=(const Certainty&) = delete;
  ~Certainty();

  /// Yes or no where the condition comes to that in every completion; else open, as where it could not be found out.
  [[nodiscard]] builtins::Truth::State of(program::NodeId condition) const { return states_[condition]; }
  /// True if in every completion one of them at least comes to `state`, which is yes or no.
  [[nodiscard]] bool is_one_of(std::span<const program::NodeId> conditions, builtins::Truth::State state);

 private:
  struct Diagram;
  std::unique_ptr<Diagram> diagram_;
  std::vector<builtins::Truth::State> states_;  // by node
};

}  // namespace eligo::solve
