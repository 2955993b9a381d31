// SPDX-License-Identifier: MIT
// Regular expressions (ECMA-262, anchored) for the spellings of numbers, days and versions, and for what is at least or
// at most one of them: a JSON Schema compares numbers, and no texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace eligo::cli {

/// Digits, with or without places after a point: "-12.50". A whole number has none.
[[nodiscard]] std::string number_pattern(bool is_whole);
[[nodiscard]] std::string number_at_least(std::string_view least, bool is_whole);
[[nodiscard]] std::string number_at_most(std::string_view most, bool is_whole);
/// A whole number, whatever its zeros: "5" is "005" too. Without anchors.
[[nodiscard]] std::string same_whole(std::string_view number);
/// From 1 to `most`, without zeros before it. Without anchors.
[[nodiscard]] std::string position_up_to(std::uint32_t most);

/// A day of the calendar: "2024-02-29".
[[nodiscard]] std::string date_pattern();
[[nodiscard]] std::string date_at_least(std::string_view least);
[[nodiscard]] std::string date_at_most(std::string_view most);

/// Up to four parts of 0 to 65535: "16.1".
[[nodiscard]] std::string version_pattern();
[[nodiscard]] std::string version_at_least(std::string_view least);
[[nodiscard]] std::string version_at_most(std::string_view most);
/// A version, whatever its zeros: "16.1" is "16.01.0" too. Without anchors.
[[nodiscard]] std::string same_version(std::string_view version);

/// Exactly that text. Without anchors; with each of its apostrophes, typographic ones too, where `any_apostrophe`.
[[nodiscard]] std::string same_text(std::string_view text, bool any_apostrophe);

}  // namespace eligo::cli
