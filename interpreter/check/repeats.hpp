// SPDX-License-Identifier: MIT
// Owns the door to what is said of names once all of it is known.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "interpreter/check/context.hpp"

namespace eligo::check {

/// So many places of one name are looked at one by one; of more, the first is said, with where the others are.
constexpr std::size_t most_places_said = 3;

/// "the same at 88 more places, in `a.eligo` (lines 3, 7, 9 and more) and `b.csv` (line 2)": of findings in the order of their
/// places. `more`: there are others that nobody counted.
[[nodiscard]] std::string same_at(const text::Diagnostics& all, std::span<const std::size_t> places,
                                  const text::SourceSet& sources, bool more);

/// Sorts, and leaves of the findings about one name the first one, with how many more there are, where there are many.
void say_once(text::Diagnostics& all, const text::SourceSet& sources);

/// The help of an unknown name that is the name of a line.
inline constexpr std::string_view line_is_no_condition =
    "a line cannot be used in a condition: make it a rule, and name the rule in both places";

/// Says of the one unknown name which declared one nothing uses, where one has a word in common with it.
void guess_renamed(const Context& c, text::Diagnostics& all);

}  // namespace eligo::check
