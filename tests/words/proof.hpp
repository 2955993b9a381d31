// SPDX-License-Identifier: MIT
// Owns the proof-reader: what must never stand in an answer for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interpreter/words/words.hpp"

namespace eligo::words::test {

/// Each fault in a few words: a name of the rules ("a name: id_kind"), a canonical text, a placeholder, a
/// word that only another language of the ruleset has, a control character, a line over the width, doubled or
/// dangling blanks. A name is none where the ruleset's own texts have the same word.
[[nodiscard]] std::vector<std::string> proofread(const Context& context, std::string_view answer);

}  // namespace eligo::words::test
