// SPDX-License-Identifier: MIT
// Owns versions of software: up to 4 parts of 0 to 65535, compared part by part, missing parts are 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace eligo::types {

/// The four parts packed, the first uppermost, so that comparing the numbers compares the versions.
struct Version {
  std::uint64_t packed = 0;

  /// Digits and dots only, 1 to 4 parts: "16", "16.1", "16.10.0.3". No sign, no blanks, no empty part.
  [[nodiscard]] static std::optional<Version> parse(std::string_view text);
  /// Without trailing zero parts, at least one: 9.0 prints as "9".
  [[nodiscard]] std::string str() const;

  friend constexpr bool operator==(Version a, Version b) { return a.packed == b.packed; }
  friend constexpr bool operator!=(Version a, Version b) { return a.packed != b.packed; }
  friend constexpr bool operator<(Version a, Version b) { return a.packed < b.packed; }
  friend constexpr bool operator<=(Version a, Version b) { return a.packed <= b.packed; }
};

}  // namespace eligo::types
