// SPDX-License-Identifier: MIT
// Owns the codes of languages that the header and `texts` name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/names.hpp"

namespace eligo::check {

/// The code of ISO 639 in small letters: of `FR` and `French` it is "fr", of two or three letters those; "" of anything else.
[[nodiscard]] std::string language_meant(std::string_view word);
/// How the header is to name the language that `texts` calls so; `known` are those of the header.
[[nodiscard]] std::string language_help(text::NameId called, const std::vector<text::NameId>& known,
                                        const text::Names& names);

}  // namespace eligo::check
