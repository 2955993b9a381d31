// SPDX-License-Identifier: MIT
// Owns the codes of languages that the header and `texts` name.
#pragma once

#include <string>
#include <string_view>

namespace eligo::check {

/// The code of ISO 639 in small letters: of `FR` and `French` it is "fr", of two or three letters those; "" of anything else.
[[nodiscard]] std::string language_meant(std::string_view word);

}  // namespace eligo::check
