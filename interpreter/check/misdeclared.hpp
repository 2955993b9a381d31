// SPDX-License-Identifier: MIT
// Owns the door to what is said where a name is declared instead of at each place that uses it.
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Says once, where it is declared, that a name which nothing uses is near to one that several places use and nothing
/// declares; what was said of those places is left out.
void say_at_declaration(Context& c, text::Diagnostics& all);

}  // namespace eligo::check
