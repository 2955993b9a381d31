// SPDX-License-Identifier: MIT
// The difference of two texts as `diff -u` and `patch` know it.
#pragma once

#include <string>
#include <string_view>

namespace eligo::cli {

/// Lines that differ, with three lines around them; "" where there are none. `name` is the file on both sides.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after,
                                       const std::string& name);

}  // namespace eligo::cli
