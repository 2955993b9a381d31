// SPDX-License-Identifier: MIT
// Owns how a condition that is written over several lines is shown on one.
#pragma once

#include <string>
#include <string_view>

namespace eligo::diff {

/// Blanks are single, comments left out; of a block that holds no other, the lines stand between commas: `any of by_video, by_app`.
[[nodiscard]] std::string on_one_line(std::string_view source);

}  // namespace eligo::diff
