// SPDX-License-Identifier: MIT
// Owns which version of a rule, value or decision is in force on which day (language reference, 3.3).
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// What has versions: its kind, name and where the name stands.
struct Versioned {
  Entry::Kind kind = Entry::Kind::nothing;
  NameId name = 0;
  Span span;
};

struct ResolvedVersion {
  VersionDef def;  // `line` is not filled in yet
  const grammar::Version* syntax = nullptr;
};

/// Sorted by day. Days with no version or with two are told, with the block to add or the day to change.
[[nodiscard]] std::vector<ResolvedVersion> resolve_versions(Context& c, const Versioned& of,
                                                            const std::vector<grammar::Version>& versions);

}  // namespace eligo::check
