// SPDX-License-Identifier: MIT
// Counts in English sentences, and sentences of which there are too many.
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
inline void cut(std::vector<std::string>& sentences, std::size_t most, std::string (*say_more)(std::size_t)) {
  if (sentences.size() <= most) return;
  const std::size_t more = sentences.size() - most;
  sentences.resize(most);
  sentences.push_back(say_more(more));
}

}  // namespace eligo::render
