// SPDX-License-Identifier: MIT
// Owns what would be if a line did not stand in its block: the conditions above it once more, without it.
#pragma once

#include <optional>
#include <vector>

#include "interpreter/analysis/encode.hpp"
#include "interpreter/eval/evaluate.hpp"

namespace eligo::analysis {

class Omission {
 public:
  /// Nothing where the line is not a part of the block, or where something other than logic stands between the block and
  /// the decision: an amount that depends on it.
  [[nodiscard]] static std::optional<Omission> of(const program::Program& program,
                                                  const program::Decision& decision, NodeId block,
                                                  NodeId line);

  /// What everybody meets who is asked by the block without the line: it keeps nobody out, or lets nobody in.
  [[nodiscard]] Truth::State idle() const { return idle_; }
  [[nodiscard]] NodeId line() const { return line_; }
  [[nodiscard]] NodeId block() const { return block_; }
  /// The conditions of the decision that stand on the block, parts first.
  [[nodiscard]] const std::vector<NodeId>& above() const { return above_; }

  /// The verdict without the line, after `decide` with the same scratch.
  [[nodiscard]] eval::Verdict decide(const program::Decision& decision, const eval::Profile& profile,
                                     eval::Scratch& scratch) const;

 private:
  NodeId block_ = 0, line_ = 0;
  Truth::State idle_ = Truth::yes;
  std::vector<NodeId> above_;
};

}  // namespace eligo::analysis
