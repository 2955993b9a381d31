// SPDX-License-Identifier: MIT
// Owns the choice of the language.
#include "tools/diff/both.hpp"

namespace eligo::diff {

namespace {

std::string language_of(const Program& after, const std::string& asked) {
  if (!asked.empty()) return asked;
  const std::vector<std::string> languages = after.languages();
  for (const std::string& language : languages)
    if (words::find_language(language) != nullptr) return language;
  return languages.empty() ? "" : languages.front();
}

words::Context reader_of(const Program::Impl& program, const std::string& language) {
  return {program.checked, words::language_index(program.checked, language), {}, {}, {}, {}, false};
}

}  // namespace

Both::Both(const Program& before, const Program& after, const std::string& language)
    : programs_{&before, &after},
      language_(language_of(after, language)),
      phrases_(&phrases_of(words::phrases(reader_of(after.impl(), language_)))) {}

words::Context Both::reader(std::size_t p) const {
  words::Context reader = reader_of(programs_[p]->impl(), language_);
  reader.spoken = phrases_->language;
  return reader;
}

}  // namespace eligo::diff
