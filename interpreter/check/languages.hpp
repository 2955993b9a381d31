// SPDX-License-Identifier: MIT
// Owns the codes of languages that the header and `texts` name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// The code of ISO 639 in small letters: of `FR` and `French` it is "fr", of two or three letters those; "" of anything else.
[[nodiscard]] std::string language_meant(std::string_view word);
/// The number of the language of a block of texts in the header; 0 where its texts do not count, which is told where that is a
/// mistake. `is_own`: not brought by `use`.
[[nodiscard]] std::size_t language_of(Context& c, const Word& word, bool is_own);

}  // namespace eligo::check
