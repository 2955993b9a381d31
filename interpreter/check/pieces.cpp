// SPDX-License-Identifier: MIT
// Owns the cutting of what a cell holds: names, parts between commas, what stands in brackets.
#include "interpreter/check/pieces.hpp"

#include <algorithm>

namespace eligo::check {

using std::string_view;

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

Piece Piece::part(std::size_t begin, std::size_t end) const {
  Piece out{text.substr(begin, end - begin), span, is_exact};
  if (is_exact)
    out.span = {span.source, span.begin + static_cast<std::uint32_t>(begin),
                span.begin + static_cast<std::uint32_t>(end)};
  return out;
}

Piece Piece::trimmed() const {
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return part(begin, end);
}

Piece piece_of(const grammar::CsvCell& cell) {
  const std::uint32_t quotes = cell.quoted ? 1 : 0;
  const bool exact = cell.span.size() == cell.value.size() + 2 * quotes;
  if (!exact) return {cell.value, cell.span, false};
  return {cell.value, {cell.span.source, cell.span.begin + quotes, cell.span.end - quotes}, true};
}

bool is_name(string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !word.empty() && letter(word[0]) && std::all_of(word.begin(), word.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_path(string_view written) {
  for (std::size_t begin = 0; begin <= written.size();) {
    const std::size_t dot = std::min(written.find('.', begin), written.size());
    if (!is_name(written.substr(begin, dot - begin))) return false;
    begin = dot + 1;
  }
  return true;
}

std::optional<std::vector<std::uint32_t>> numbers_in_brackets(string_view written) {
  constexpr std::size_t furthest = 9;  // a number of so many digits fits
  std::vector<std::uint32_t> numbers;
  while (!written.empty()) {
    const std::size_t end = written.find(']');
    if (written[0] != '[' || end == string_view::npos || end < 2 || end > furthest) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : written.substr(1, end - 1)) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    numbers.push_back(number);
    written.remove_prefix(end + 1);
  }
  return numbers;
}

std::size_t after_word(string_view text, string_view word) {
  if (text.substr(0, word.size()) != word) return string_view::npos;
  std::size_t at = word.size();
  while (at < text.size() && is_blank(text[at])) ++at;
  return at == word.size() && at < text.size() ? string_view::npos : at;
}

std::vector<Piece> at_commas(const Piece& list) {
  std::vector<Piece> parts;
  std::size_t begin = 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < list.text.size(); ++i) {
    const char c = list.text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (c != ',' || depth > 0) continue;
    parts.push_back(list.part(begin, i).trimmed());
    begin = i + 1;
  }
  parts.push_back(list.part(begin, list.text.size()).trimmed());
  return parts;
}

bool is_between(const Piece& written, char first, char last) {
  return written.text.size() > 1 && written.text.front() == first && written.text.back() == last;
}

Piece inside(const Piece& written) {
  return written.part(1, written.text.size() - 1);
}

}  // namespace eligo::check
