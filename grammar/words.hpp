// SPDX-License-Identifier: MIT
// Owns the lists of words that the grammar knows: reserved ones, those that begin a declaration, and
// newcomers' spellings.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace eligo::grammar {

/// The words that begin a declaration. At the start of a line they close whatever is open.
[[nodiscard]] std::span<const std::string_view> top_level_words();
[[nodiscard]] bool is_top_level(std::string_view word);

/// A reserved word, or one that is a keyword at some places and a name at others.
[[nodiscard]] bool is_keyword(std::string_view word);

/// A reserved word that can stand as a value: yes, no, none, always, never, today.
[[nodiscard]] bool is_value_word(std::string_view word);

/// A spelling of other languages, and what to write here instead.
struct Foreign {
  std::string_view spelling;
  std::string_view ours;
};
/// The bytes of a dash other than `-`, as word processors make of it, with which the text begins; or 0.
[[nodiscard]] std::size_t other_dash(std::string_view text);

/// "write `is`", as help.
[[nodiscard]] std::string instead(const Foreign& foreign);
/// The longest foreign symbol (`==`, `&&`, `≥` …) that `text` begins with, or nullptr.
[[nodiscard]] const Foreign* foreign_symbol(std::string_view text);
/// The foreign word that `word` is (`elif`, `true`, `null` …), or nullptr.
[[nodiscard]] const Foreign* foreign_word(std::string_view word);

/// The same word in small ASCII letters equals `small`, but the word itself does not.
[[nodiscard]] bool differs_in_case(std::string_view word, std::string_view small);
/// The reserved word that `word` is when its capitals are made small, or "" (also where it has no capitals).
[[nodiscard]] std::string_view reserved_but_for_case(std::string_view word);

}  // namespace eligo::grammar
