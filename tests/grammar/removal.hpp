// SPDX-License-Identifier: MIT
// Owns the sweep "take a correct file, remove one end, quote, colon, comma or keyword": which bytes can be
// removed, and what the parser says of what remains.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::tests {

struct Removal {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string what;
};

/// Every `end`, quote, colon, comma and keyword outside texts and comments (quotes: those of texts).
[[nodiscard]] std::vector<Removal> removals(std::string_view text);

/// Between a line and the next that is not empty: what stands there but the blank between words. Not where a comment would
/// take in what follows, nor behind `rows`.
[[nodiscard]] std::vector<Removal> line_breaks(const std::string& text);

enum class After {
  one,    // exactly one diagnostic, on that line or on the next one that is not empty
  valid,  // what remains is a correct file
  wrong,  // anything else
};
struct Outcome {
  After after = After::wrong;
  bool helped = false;  // what was said comes with help or a fix
  std::string story;    // for a reader: what was removed where, and what was said
};
[[nodiscard]] Outcome remove(std::string_view text, const Removal& removal);
/// The same with something else in its place.
[[nodiscard]] Outcome replace(std::string_view text, const Removal& removal, std::string_view by);

/// The correct files that sweeps begin with.
[[nodiscard]] std::vector<std::filesystem::path> files_of_sweeps();

}  // namespace eligo::tests
