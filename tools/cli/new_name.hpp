// SPDX-License-Identifier: MIT
// What a new ruleset may be called.
#pragma once

#include <string>

namespace eligo::cli {

/// Why no ruleset can be made under this name, with a name that is like it where there is one; "" where all is
/// well.
[[nodiscard]] std::string name_complaint(const std::string& name);

}  // namespace eligo::cli
