// SPDX-License-Identifier: MIT
// Owns the page: paragraphs and lists of plain text, wrapped by display width.
#include "interpreter/words/layout.hpp"

#include <algorithm>
#include <array>

#include "grammar/text/unseen.hpp"
#include "interpreter/words/utf8.hpp"

namespace eligo::words {
namespace {

struct Range {
  char32_t from, to;
};

constexpr std::array<Range, 12> narrow = {Range{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},
                                          {0x064B, 0x065F},      {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                          {0x200B, 0x200F},      {0x20D0, 0x20FF}, {0x2060, 0x2064},
                                          {0xFE00, 0xFE0F},      {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
constexpr std::array<Range, 11> wide = {Range{0x1100, 0x115F}, {0x2E80, 0x303E},  {0x3041, 0x4DBF},
                                        {0x4E00, 0xA4CF},      {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},      {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6},
                                        {0x1F300, 0x1FAFF},    {0x20000, 0x3FFFD}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
  for (const Range& range : ranges) {
    if (c >= range.from && c <= range.to) return true;
  }
  return false;
}

std::size_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  if (in(narrow, c)) return 0;
  return in(wide, c) ? 2 : 1;
}

/// The longest beginning of `word` that has at most `room` columns, and at least one character.
std::string_view fitting(std::string_view word, std::size_t room) {
  std::size_t at = 0, used = 0;
  while (at < word.size()) {
    const CodePoint c = decode(word, at);
    if (used + width_of(c.value) > room && at > 0) break;
    used += width_of(c.value);
    at += c.size;
  }
  return word.substr(0, at);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// `29 February`, `1er mai`, `16 ans`, `§ 7`: a number and what it counts, or what counts it.
bool counts(std::string_view last, std::string_view next) {
  if (last.empty() || next.empty()) return false;
  if (last == "§") return is_digit(next.front());
  return is_digit(last.front()) && (is_digit(last.back()) || is_letter(last.back())) &&
         is_letter(next.front());
}

bool is_year(std::string_view next) {
  return next.size() >= 4 && std::all_of(next.begin(), next.begin() + 4, is_digit) &&
         (next.size() == 4 || !is_digit(next[4]));
}

/// Where the next word of `text` ends. French sets : ; ? ! and » apart by a space, and « too: no line is
/// broken there; nor within a day, nor between a number and what it counts.
std::size_t word_end(std::string_view text) {
  std::size_t begin = 0, end = text.find(' ');
  bool in_day = false;  // the month is the last word
  while (end != std::string_view::npos) {
    const std::string_view last = text.substr(begin, end - begin);
    const std::string_view next = text.substr(end + 1, text.find(' ', end + 1) - end - 1);
    const bool closes = next.size() == 1 && std::string_view(":;?!").find(next) != std::string_view::npos;
    const bool quotes = next.substr(0, 2) == "»" || (end >= 2 && text.substr(end - 2, 2) == "«");
    const bool counted = counts(last, next), dated = in_day && is_year(next);
    if (!closes && !quotes && !counted && !dated) return end;
    in_day = counted;
    begin = end + 1;
    end = text.find(' ', begin);
  }
  return text.size();
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == '\t' || c.value == '\n' || c.value == '\r') {
      out += ' ';
    } else if (text::is_unseen(c.value, before) || c.value == 0xFFFD) {
      out += "\uFFFD";
    } else {
      out += text.substr(at, c.size);
    }
    before = c.value;
    at += c.size;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    width += width_of(c.value);
    at += c.size;
  }
  return width;
}

void Page::gap() {
  gap_ = !text_.empty();
}

void Page::numbered(std::size_t number, std::string_view text) {
  const std::string first = std::to_string(number) + ". ";
  wrap(first, std::string(first.size(), ' '), text);
}

void Page::wrap(std::string_view first, std::string_view rest, std::string_view text) {
  if (gap_) text_ += '\n';
  gap_ = false;
  const std::string cleaned = clean(text);
  std::string_view left = cleaned;
  text_ += first;
  std::size_t column = display_width(first);
  const std::size_t margin = display_width(rest);
  bool line_is_empty = true;
  const auto new_line = [&] {
    (text_ += '\n') += rest;
    column = margin;
    line_is_empty = true;
  };
  while (!left.empty()) {
    std::string_view word = left.substr(0, word_end(left));
    left.remove_prefix(word.size() < left.size() ? word.size() + 1 : word.size());
    if (word.empty()) continue;
    if (!line_is_empty && column + 1 + display_width(word) > page_width) new_line();
    if (!line_is_empty) {
      text_ += ' ';
      ++column;
    }
    while (column + display_width(word) > page_width) {  // a word wider than the page is cut
      const std::string_view piece = fitting(word, page_width - column);
      text_ += piece;
      word.remove_prefix(piece.size());
      new_line();
    }
    text_ += word;
    column += display_width(word);
    line_is_empty = false;
  }
  text_ += '\n';
}

}  // namespace eligo::words
