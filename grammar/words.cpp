// SPDX-License-Identifier: MIT
// Owns the lists of words that the grammar knows.
#include "grammar/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "grammar/parse.hpp"

namespace eligo::grammar {
namespace {

using std::string_view;

// Sorted. One list, printed in the reference and used by editors.
constexpr std::array<string_view, 61> reserved = {
    "all",    "always",  "amend",   "and",         "any",   "as",   "ask",     "because",      "but",
    "can",    "cites",   "covered", "decision",    "else",  "end",  "enum",    "every",        "expect",
    "fact",   "from",    "given",   "group",       "if",    "in",   "invalid", "is",           "never",
    "no",     "none",    "not",     "not_covered", "of",    "one",  "or",      "otherwise",    "presume",
    "record", "rounded", "rule",    "ruleset",     "since", "some", "source",  "starts",       "steps",
    "table",  "test",    "tests",   "texts",       "then",  "to",   "today",   "undetermined", "unless",
    "until",  "use",     "value",   "when",        "where", "with", "yes"};

// Keywords only where the grammar has them; elsewhere they are names.
constexpr std::array<string_view, 39> contextual = {
    "at",     "back",      "by",      "change",  "checked",   "cost",    "currency", "date",
    "day",    "days",      "decimal", "down",    "everyone",  "forward", "full",     "half",
    "key",    "languages", "law",     "least",   "list",      "missing", "money",    "month",
    "months", "most",      "needs",   "private", "publisher", "roll",    "rows",     "shown",
    "text",   "up",        "url",     "version", "whole",     "year",    "years"};

constexpr std::size_t reserved_count = [] {
  std::size_t n = 0;
  while (n < reserved.size() && !reserved[n].empty()) ++n;
  return n;
}();

// Where the words of each first letter begin in the list.
constexpr std::array<std::uint8_t, 27> by_letter = [] {
  std::array<std::uint8_t, 27> out{};
  std::size_t n = 0;
  for (std::size_t letter = 0; letter < 26; ++letter) {
    while (n < reserved_count && static_cast<std::size_t>(reserved[n][0] - 'a') < letter) ++n;
    out[letter] = static_cast<std::uint8_t>(n);
  }
  out[26] = static_cast<std::uint8_t>(reserved_count);
  return out;
}();

constexpr std::array<string_view, 16> top_level = {
    "amend",   "decision", "enum",  "fact", "group", "presume", "record", "rule",
    "ruleset", "source",   "table", "test", "tests", "texts",   "use",    "value"};

constexpr std::array<Foreign, 30> symbols = {{
    {"===", "is"},    {"!==", "is not"}, {"==", "is"}, {"!=", "is not"}, {"<>", "is not"},
    {"/=", "is not"}, {"=<", "<="},      {"=>", ">="}, {"=<", "<="},     {"&&", "and"},
    {"||", "or"},     {":=", "is"},      {"=", "is"},  {"!", "not"},     {"&", "and"},
    {"|", "or"},      {"≤", "<="},       {"≥", ">="},  {"≠", "is not"},  {"×", "*"},
    {"÷", "/"},       {"−", "-"},        {"–", "-"},   {"—", "-"},       {"∧", "and"},
    {"∨", "or"},      {"¬", "not"},      {"**", "*"},  {"//", "#"},      {";", "a line of its own"},
}};

constexpr std::array<Foreign, 20> words = {{
    {"elif", "else when"}, {"elseif", "else when"}, {"elsif", "else when"}, {"true", "yes"},
    {"True", "yes"},       {"TRUE", "yes"},         {"false", "no"},        {"False", "no"},
    {"FALSE", "no"},       {"null", "none"},        {"NULL", "none"},       {"nil", "none"},
    {"None", "none"},      {"undefined", "none"},   {"equals", "is"},       {"isnt", "is not"},
    {"xor", "is not"},     {"default", "else"},     {"endif", "end"},       {"fi", "end"},
}};

/// By byte: whether one of the list begins with it. Most of what is looked up does not.
template <std::size_t N>
constexpr std::array<bool, 256> first_bytes(const std::array<Foreign, N>& list) {
  std::array<bool, 256> out{};
  for (const Foreign& one : list) out[static_cast<unsigned char>(one.spelling[0])] = true;
  return out;
}
constexpr std::array<bool, 256> begins_symbol = first_bytes(symbols), begins_word = first_bytes(words);

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::size_t other_dash(string_view text) {
  for (const string_view one : {string_view("\u2010"), string_view("\u2011"), string_view("\u2012"),
                                string_view("\u2013"), string_view("\u2014"), string_view("\u2212")})
    if (text.substr(0, one.size()) == one) return one.size();
  return 0;
}

bool is_reserved(string_view word) {
  if (word.size() < 2 || word.size() > 12) return false;
  const auto letter = static_cast<unsigned char>(word[0] - 'a');
  if (letter > 25) return false;
  for (std::size_t i = by_letter[letter]; i < by_letter[letter + 1u]; ++i)
    if (reserved[i] == word) return true;
  return false;
}

bool is_keyword(string_view word) {
  return is_reserved(word) || std::find(contextual.begin(), contextual.end(), word) != contextual.end();
}

std::span<const string_view> top_level_words() {
  return top_level;
}

bool is_top_level(string_view word) {
  for (const string_view one : top_level)
    if (one == word) return true;
  return false;
}

bool is_value_word(string_view word) {
  return word == "yes" || word == "no" || word == "none" || word == "always" || word == "never" ||
         word == "today";
}

const Foreign* foreign_symbol(string_view text) {
  if (text.empty() || !begins_symbol[static_cast<unsigned char>(text[0])]) return nullptr;
  for (const Foreign& one : symbols)
    if (text.substr(0, one.spelling.size()) == one.spelling) return &one;
  return nullptr;
}

const Foreign* foreign_word(string_view word) {
  if (word.empty() || !begins_word[static_cast<unsigned char>(word[0])]) return nullptr;
  for (const Foreign& one : words)
    if (one.spelling == word) return &one;
  return nullptr;
}

std::string instead(const Foreign& foreign) {
  const bool phrase = foreign.ours.substr(0, 2) == "a ";
  return phrase ? "each statement has " + std::string(foreign.ours)
                : "write `" + std::string(foreign.ours) + "`";
}

bool differs_in_case(string_view word, string_view small_one) {
  if (word.size() != small_one.size() || word == small_one) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (small(word[i]) != small_one[i]) return false;
  return true;
}

string_view reserved_but_for_case(string_view word) {
  for (std::size_t i = 0; i < reserved_count; ++i)
    if (differs_in_case(word, reserved[i])) return reserved[i];
  return {};
}

}  // namespace eligo::grammar
