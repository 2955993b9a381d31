// SPDX-License-Identifier: MIT
// Owns which keywords a message names.
#pragma once

#include <string_view>
#include <vector>

namespace eligo::grammar {

/// The words in backticks of "`private`, `can change by` or the end of the line", each by its first one; no examples with
/// a colon.
[[nodiscard]] std::vector<std::string_view> keywords_in(std::string_view what);

}  // namespace eligo::grammar
