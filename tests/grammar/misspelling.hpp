// SPDX-License-Identifier: MIT
// Owns the sweep "take a correct file, misspell one keyword or sign": the slips of the pen that it makes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::tests {

struct Misspelling {
  std::string_view kind;  // "letters swapped", "a letter missing" …
  std::string written;    // in place of the keyword or sign
};

/// Every slip that is tried for a keyword, colon, comma or quote.
[[nodiscard]] std::vector<Misspelling> misspellings(std::string_view what);

}  // namespace eligo::tests
