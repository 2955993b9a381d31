// SPDX-License-Identifier: MIT
// Owns lists of exact values that are asked often: put in order once, then each question is a search.
#pragma once

#include <string>
#include <vector>

#include "interpreter/builtins/operations.hpp"

namespace eligo::builtins {

/// The exact values of one list, without repetition. The values themselves belong to the caller.
class Listed {
 public:
  Listed() = default;
  /// Precondition: each is one value or none, of types that may be compared with one another.
  explicit Listed(const std::vector<const Possible*>& exact);

  /// Whether some value of `a` is listed.
  [[nodiscard]] bool meets(const Possible& a) const;
  /// Whether every value of `a` is.
  [[nodiscard]] bool holds(const Possible& a) const;
  /// What `a is one of …` is, where the list has nothing else.
  [[nodiscard]] Truth member(const Possible& a) const;

 private:
  [[nodiscard]] bool has(const Possible& one) const;
  [[nodiscard]] bool has(const std::string& text) const;

  std::vector<const Possible*> ordered_;  // numbers, days, versions and texts, the least first
  types::ItemSet items_;                  // of yes or no, enums and keys
  bool none_ = false;
};

}  // namespace eligo::builtins
