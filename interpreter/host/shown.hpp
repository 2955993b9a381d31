// SPDX-License-Identifier: MIT
// Owns how a foreign text is shown inside a message: on one line, without characters that act instead of
// being seen.
#pragma once

#include <string>
#include <string_view>

namespace eligo::host {

/// Control characters become their pictures (␛), others that nobody sees or that turn what is shown their codes (<U+202E>),
/// bytes that are no UTF-8 U+FFFD.
[[nodiscard]] std::string visible(std::string_view utf8);

/// The first 40 characters of that, with `…` where there were more.
[[nodiscard]] std::string shortly(std::string_view utf8);

}  // namespace eligo::host
