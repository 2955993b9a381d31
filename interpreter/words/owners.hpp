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

}  // namespace eligo::words
