// SPDX-License-Identifier: MIT
// Owns two rulesets side by side, and the language in which it is said how they differ.
#pragma once

#include <array>
#include <string>

#include "interpreter/api/impl.hpp"
#include "interpreter/words/words.hpp"
#include "tools/diff/phrases.hpp"

namespace eligo::diff {

class Both {
 public:
  /// Without a language: the first of the ruleset after that has phrases, else its first.
  Both(const Program& before, const Program& after, const std::string& language);

  const Program::Impl* operator[](std::size_t p) const { return &programs_[p]->impl(); }
  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const Phrases& phrases() const { return *phrases_; }
  /// Who is told in that language; of a ruleset that has no texts in it, its own texts and yet these phrases.
  [[nodiscard]] words::Context reader(std::size_t p) const;

 private:
  std::array<const Program*, 2> programs_;
  std::string language_;
  const Phrases* phrases_;
};

}  // namespace eligo::diff
