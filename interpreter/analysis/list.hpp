// SPDX-License-Identifier: MIT
// Owns which slots are those of a list, and what of it is told.
#pragma once

#include <algorithm>
#include <cstdint>

#include "interpreter/eval/profile.hpp"

namespace eligo::analysis {

/// The slots of a list: its length; after it the fields of its first member, then those of the next one.
struct List {
  std::uint32_t length = 0, fields = 0, most = 0;
  [[nodiscard]] std::uint32_t field(std::uint32_t member, std::uint32_t which) const {
    return length + 1 + member * fields + which;
  }
  [[nodiscard]] std::uint32_t end() const { return field(most, 0); }
};

[[nodiscard]] inline bool is_told(const eval::Profile& profile, std::uint32_t slot) {
  return profile.status(slot) == eval::Profile::Status::exactly;
}

/// The members up to the last one of whom anything is told.
[[nodiscard]] inline std::uint32_t told_members(const List& list, const eval::Profile& profile) {
  for (std::uint32_t slot = list.end(); slot-- > list.length + 1;)
    if (is_told(profile, slot)) return (slot - list.length - 1) / list.fields + 1;
  return 0;
}

}  // namespace eligo::analysis
