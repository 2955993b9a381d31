// SPDX-License-Identifier: MIT
// Owns which version of a rule, value or decision is in force on which day (language reference, 3.3).
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// What has versions: its kind, name, where the name stands, and its declaration.
struct Versioned {
  Entry::Kind kind = Entry::Kind::nothing;
  NameId name = 0;
  Span span;
  Index decl = nowhere;
};

/// Sorted by day, amendments included; `line` is not filled in yet. Days with no version or with two are told, with the block to add or the day to change.
[[nodiscard]] std::vector<VersionDef> resolve_versions(Context& c, const Versioned& of);

}  // namespace eligo::check
