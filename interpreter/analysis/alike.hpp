// SPDX-License-Identifier: MIT
// Owns whether leaves of two programs say the same: written alike about the same facts.
#pragma once

#include "interpreter/analysis/subject.hpp"

namespace eligo::analysis {

/// False where that is not seen at once: they may still mean the same.
[[nodiscard]] bool are_alike(const Subject& a, const Leaf& of_a, const Subject& b, const Leaf& of_b);

}  // namespace eligo::analysis
