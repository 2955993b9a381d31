// SPDX-License-Identifier: MIT
// Owns the list of the languages that answers can be given in: a new one is one file and one line here.
#include "interpreter/words/language.hpp"

namespace eligo::words {

const std::vector<const Language*>& languages() {
  static const std::vector<const Language*> all = {
      &english,
      &french,
  };
  return all;
}

const Language* find_language(std::string_view code) {
  for (const Language* language : languages()) {
    if (language->code == code) return language;
  }
  return nullptr;
}

}  // namespace eligo::words
