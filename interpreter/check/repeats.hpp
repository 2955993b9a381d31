// SPDX-License-Identifier: MIT
// Owns the door to what is said of names once all of it is known.
#pragma once

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Sorts, and leaves of the findings about one name the first one, with how many more there are, where there are many.
void say_once(text::Diagnostics& all, const text::SourceSet& sources);

/// Says of the one unknown name which declared one nothing uses, where that is one too.
void guess_renamed(const Context& c, text::Diagnostics& all);

}  // namespace eligo::check
