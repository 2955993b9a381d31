// SPDX-License-Identifier: MIT
// Owns "did you mean": the nearest of the words that would have been right.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace eligo::text {

/// The candidate nearest to `word` (Damerau-Levenshtein, case-insensitive ties first), or "" where none is near enough
/// (at most a third of the word's characters wrong, at least one). Ties: the alphabetically first. A
/// dotted candidate that ends with `word` counts as one character wrong. O(n * |word|^2),
/// words above 64 bytes are not compared.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
/// No other candidate is as near as this one, which `nearest` found.
[[nodiscard]] bool is_alone_nearest(std::string_view word, std::string_view found,
                                    std::span<const std::string_view> candidates);

}  // namespace eligo::text
