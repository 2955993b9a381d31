// SPDX-License-Identifier: MIT
// Owns texts that say what another says, written by somebody without a sense of order: odd blanks, line ends, comments.
#pragma once

#include <string>
#include <string_view>

#include "tests/oracle/random.hpp"

namespace eligo::tests {

/// Other blanks, blank lines, comments, and line ends where a line may go on (and sometimes where it may not).
[[nodiscard]] std::string untidy(std::string_view text, oracle::Random& random);

/// The text with one token left out, or written twice.
[[nodiscard]] std::string damaged(std::string_view text, oracle::Random& random);

}  // namespace eligo::tests
