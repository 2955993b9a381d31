// SPDX-License-Identifier: MIT
// Owns what has which type: what people tell, and what comes out.
#pragma once

#include "interpreter/check/checked.hpp"

namespace eligo::lint {

/// Whether a fact, a field or a column has this enum or table as its type, so that its values may be told.
[[nodiscard]] bool is_told(const check::Checked& checked, types::Base base, check::Index of);
/// Whether a value or decision comes to this enum.
[[nodiscard]] bool is_result(const check::Checked& checked, check::Index of);

}  // namespace eligo::lint
