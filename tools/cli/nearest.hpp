// SPDX-License-Identifier: MIT
// "Did you mean": the known word that a mistyped one is closest to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace eligo::cli {

/// The nearest of the known words, or "" where none is near (a third of the word's length, at least one
/// edit).
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& known);
/// "; did you mean `x`?" with the nearest word, or "".
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace eligo::cli
