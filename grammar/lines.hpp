// SPDX-License-Identifier: MIT
// Owns how rows become lines: where a row that is too long goes on, and where comments stand behind lines.
#pragma once

#include <string>

#include "grammar/sheet.hpp"

namespace eligo::grammar {

/// The text of a sheet in its layout.
[[nodiscard]] std::string lines_of(const Sheet& sheet);

}  // namespace eligo::grammar
