// SPDX-License-Identifier: MIT
// Owns Unicode normalization form C: texts, keys and table cells are compared after it (language
// reference, 2.7).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eligo::types {

/// True if the bytes are well-formed UTF-8 (no surrogates, no overlong forms); else `*at` is the first bad
/// byte's offset.
[[nodiscard]] bool is_utf8(std::string_view bytes, std::size_t* at = nullptr);

/// NFC of well-formed UTF-8. Linear but for runs of combining marks, which are sorted; text without any code
/// point from U+0300 up is returned as it is, and so are bytes that are not UTF-8.
[[nodiscard]] std::string nfc(std::string_view utf8);

/// NFC with U+2019 (typographic apostrophe) read as ' : the form in which table keys are compared.
[[nodiscard]] std::string key_form(std::string_view utf8);

}  // namespace eligo::types
