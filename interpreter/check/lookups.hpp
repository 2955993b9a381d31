// SPDX-License-Identifier: MIT
// Owns what the passes of the checker note of names beside what they say: words that were looked up and not found, and names
// that stand twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/names.hpp"

namespace eligo::check {

/// Names among which one word is looked up: the three spaces, or what belongs to one enum, table, record, rule or decision.
enum class Among : std::uint8_t { things, types, sources, values, columns, fields, lines, keys };

/// What a finding is about: it says that this word is none of these names, or one of them for the second time.
struct NameNote {
  std::size_t finding = 0;  // in the order in which they were said
  Among among = Among::things;
  text::NameId owner = 0;  // of values, columns, fields, lines and keys
  std::string_view word;
  bool is_rest = false;  // the finding counts more of the kind
};

/// "`a`, `b`, …": so many of the names at most, each once (versions share theirs).
[[nodiscard]] std::string listed(const std::vector<std::string_view>& names, std::size_t most);

}  // namespace eligo::check
