// SPDX-License-Identifier: MIT
// Owns which things would show a private fact (language.md 2.4).
#pragma once

#include "interpreter/check/checked.hpp"

namespace eligo::words {

/// True for a private fact, a column found through one, and a rule or value that refers to one, directly or
/// not.
[[nodiscard]] bool is_private(const check::Checked& checked, const check::Ref& ref);

}  // namespace eligo::words
