// SPDX-License-Identifier: MIT
// Owns what is claimed of a condition.
#pragma once

#include "interpreter/builtins/operations.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::analysis {

using builtins::Truth;
using program::NodeId;

/// A condition is yes, no or invalid.
struct Claim {
  NodeId condition = 0;
  Truth::State state = Truth::yes;
};

}  // namespace eligo::analysis
