// SPDX-License-Identifier: MIT
// Owns the door to what is said once of a name that many places use.
#pragma once

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::check {

/// Sorts, and leaves of the findings about one name the first one, with how many more there are, where there are many.
void say_once(text::Diagnostics& all, const text::SourceSet& sources);

}  // namespace eligo::check
