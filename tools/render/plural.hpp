// SPDX-License-Identifier: MIT
// Counts in English sentences.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace eligo::render {

/// "1 error", "2 errors".
[[nodiscard]] inline std::string plural(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// Keeps so many sentences; a last one says how many more there are: "and 3 changes of rows more".
inline void cut(std::vector<std::string>& sentences, std::size_t most, const std::string& what) {
  if (sentences.size() <= most) return;
  const std::size_t more = sentences.size() - most;
  sentences.resize(most);
  sentences.push_back("and " + std::to_string(more) + " " + what + " more");
}

}  // namespace eligo::render
