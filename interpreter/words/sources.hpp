// SPDX-License-Identifier: MIT
// Owns which sources carry a line or a decision: what it cites, and what that cites which it is made from.
#pragma once

#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::words {

using check::Index;

struct Cited {
  Index source = check::nowhere;  // of Checked::sources
  check::TextId place = 0;
  friend bool operator==(const Cited& a, const Cited& b) {
    return a.source == b.source && a.place == b.place;
  }
};

/// What a line rests on under the law of that day: its own `cites` and those of what its condition names; where there
/// are none, those of the amendment that it stands in, or its owner's.
[[nodiscard]] std::vector<Cited> sources_of(const check::Checked& checked, Index line, types::Date law_day);
/// The decision's own `cites`, as it is on that day.
[[nodiscard]] std::vector<Cited> sources_of_decision(const check::Checked& checked, Index decision,
                                                     types::Date law_day);
/// Of a decision with a type, what its expression in force on that day is made from: it has no lines that would
/// say so.
[[nodiscard]] std::vector<Cited> sources_of_expression(const check::Checked& checked, Index decision,
                                                       types::Date law_day);

/// Adds what is not there yet, in order.
void add_missing(std::vector<Cited>& to, const std::vector<Cited>& from);

}  // namespace eligo::words
