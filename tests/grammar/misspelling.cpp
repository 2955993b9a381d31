// SPDX-License-Identifier: MIT
// Owns the slips of the pen of the sweep.
#include "tests/grammar/misspelling.hpp"

#include <utility>

namespace eligo::tests {
namespace {

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The last two neighbours that differ.
std::string swapped(std::string word) {
  for (std::size_t i = word.size(); i-- > 1;) {
    if (word[i] == word[i - 1]) continue;
    std::swap(word[i], word[i - 1]);
    break;
  }
  return word;
}

std::string without_middle(std::string word) {
  word.erase(word.size() / 2, 1);
  return word;
}

std::string wrong_in_the_middle(std::string word) {
  char& c = word[word.size() / 2];
  c = c == 'z' ? 'y' : static_cast<char>(c + 1);
  return word;
}

std::string all_capitals(std::string word) {
  for (char& c : word) c = capital(c);
  return word;
}

std::string capitalised(std::string word) {
  word[0] = capital(word[0]);
  return word;
}

}  // namespace

std::vector<Misspelling> misspellings(std::string_view what) {
  const std::string word(what);
  if (word == "\"") return {{"a curly quote", "“"}, {"twice", "\"\""}};
  if (word == ":") return {{"twice", "::"}, {"another sign", "="}, {"another sign", ";"}};
  if (word == ",") return {{"twice", ",,"}, {"another sign", ";"}};
  std::vector<Misspelling> out = {{"letters swapped", swapped(word)},
                                  {"a capital", capitalised(word)},
                                  {"capitals", all_capitals(word)},
                                  {"twice", word + " " + word}};
  if (word.size() < 3) return out;
  out.push_back({"a letter wrong", wrong_in_the_middle(word)});
  if (word.size() > 3) out.push_back({"a letter missing", without_middle(word)});
  return out;
}

}  // namespace eligo::tests
