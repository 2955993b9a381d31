// SPDX-License-Identifier: MIT
// Owns a checked tree without any rule in it, for what is printed of values alone.
#pragma once

#include <string>
#include <vector>

#include "interpreter/words/words.hpp"

namespace eligo::words::test {

/// Languages en and fr, a currency, nothing else.
struct Handmade {
  explicit Handmade(const std::string& currency = "EUR", std::vector<std::string> languages = {"en", "fr"}) {
    checked.ast = &ast;
    checked.names = &names;
    for (const std::string& language : languages) checked.languages.push_back(names.intern(language));
    checked.currency = names.intern(currency);
  }
  [[nodiscard]] Context context(std::uint32_t language) const {
    Context out{checked, language, {}, {}, {}, {}};
    return out;
  }

  grammar::Ast ast;
  text::Names names;
  check::Checked checked;
};

inline constexpr std::uint32_t en = 0, fr = 1;

}  // namespace eligo::words::test
