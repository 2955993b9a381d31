// SPDX-License-Identifier: MIT
// Owns the characters of JSON strings that are known to be well formed, both ways, and how texts are shown in
// messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace eligo::host {

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] int hex_value(char c);

/// The characters of the string whose quote stands at `begin`. Precondition: the reader has accepted it.
[[nodiscard]] std::string json_string_at(std::string_view text, std::uint32_t begin);
/// The same as a view into the text; a view of nullptr where it holds escapes.
[[nodiscard]] std::string_view json_string_if_plain(std::string_view text, std::uint32_t begin);

}  // namespace eligo::host
