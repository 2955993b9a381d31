// SPDX-License-Identifier: MIT
// Owns where a line stands: the rule or decision it belongs to, what it names, which sources carry it.
#pragma once

#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::words {

using check::Index;

struct Owner {
  enum class Kind : std::uint8_t { nothing, rule, decision } kind = Kind::nothing;
  Index index = check::nowhere;
  Index decl = check::nowhere;  // Ast::decls: where the line stands, which may be an amendment
};

[[nodiscard]] Owner owner_of(const check::Checked& checked, Index line);

/// The rule or fact that a line just is; `nothing` where its condition is anything more.
[[nodiscard]] check::Ref just_is(const check::Checked& checked, Index line);

struct Cited {
  Index source = check::nowhere;  // of Checked::sources
  check::TextId place = 0;
  friend bool operator==(const Cited& a, const Cited& b) {
    return a.source == b.source && a.place == b.place;
  }
};

/// What a line rests on: its own `cites` and those of what its condition names, as that is on the law day; where there
/// are none, those of the amendment that it stands in, or its owner's.
[[nodiscard]] std::vector<Cited> sources_of(const check::Checked& checked, Index line, types::Date law_day);
/// The decision's own `cites`, as it is on the law day.
[[nodiscard]] std::vector<Cited> sources_of_decision(const check::Checked& checked, Index decision,
                                                     types::Date law_day);

/// Adds what is not there yet, in order.
void add_missing(std::vector<Cited>& to, const std::vector<Cited>& from);

}  // namespace eligo::words
