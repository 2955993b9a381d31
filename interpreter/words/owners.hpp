// SPDX-License-Identifier: MIT
// Owns where a line stands: the rule or decision it belongs to, and what it names.
#pragma once

#include "interpreter/check/checked.hpp"

namespace eligo::words {

using check::Index;

struct Owner {
  enum class Kind : std::uint8_t { nothing, rule, decision } kind = Kind::nothing;
  Index index = check::nowhere;
  Index decl = check::nowhere;  // Ast::decls: where the line stands, which may be an amendment
};

[[nodiscard]] Owner owner_of(const check::Checked& checked, Index line);

/// Whether it is the line of `not covered if`.
[[nodiscard]] bool is_coverage(const check::Checked& checked, Index line);

/// The rule or fact that a line just is; `nothing` where its condition is anything more.
[[nodiscard]] check::Ref just_is(const check::Checked& checked, Index line);

/// What gives a line its words.
struct Called {
  enum class By : std::uint8_t {
    label,     // its own, or that of the nearest line around it that has one
    fact,      // the fact that it just is
    rule,      // the rule that it just is, which has a label
    coverage,  // nothing but that it is the coverage, or stands in it
    owner      // the rule or decision that it belongs to, or a name
  } by = By::owner;
  check::TextId label = 0;       // of a label
  Index index = check::nowhere;  // of a fact or rule
  check::NameId name = 0;        // of an owner: the nearest name around the line, if there is one
};
[[nodiscard]] Called called_by(const check::Checked& checked, Index line);

}  // namespace eligo::words
