// SPDX-License-Identifier: MIT
// Owns blanks that may not break, as word processors set before signs: they are said once a file, and read as blanks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace eligo::grammar {

struct NoBreakBlank {
  text::Span span;
  std::uint32_t line = 0;  // where its line begins
};

/// Those that stand outside of texts and comments, but between the digits of a number.
[[nodiscard]] std::vector<NoBreakBlank> no_break_blanks(text::SourceId source, std::string_view bytes);
/// Of one at least.
[[nodiscard]] text::Diagnostic said_no_break_blanks(const std::vector<NoBreakBlank>& blanks);

}  // namespace eligo::grammar
