// SPDX-License-Identifier: MIT
// The line of a file that a finding is about: found by bytes, cut to fit, underlined by the columns that
// characters take.
#include "tools/render/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "tools/render/visible.hpp"

namespace eligo::render {
namespace {

// Farther from the place than this, a line is not even decoded: a file of one line with 10 MB costs no more
// than a short one.
constexpr std::size_t reach = 2048;

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// LF, CRLF and a lone CR end a line, as in text::SourceSet. True where the byte before `offset` is the last of one.
bool ends_line(std::string_view text, std::size_t offset) {
  const char last = text[offset - 1];
  return last == '\n' || (last == '\r' && (offset == text.size() || text[offset] != '\n'));
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
  while (offset > 0 && !ends_line(text, offset)) --offset;
  return offset;
}

/// Moves left to the first byte of a character (at most three bytes, so that a text that is not UTF-8 does no
/// harm).
std::size_t character_begin(std::string_view text, std::size_t offset) {
  for (int step = 0; step < 3 && offset > 0 && offset < text.size() && is_continuation(text[offset]); ++step)
    --offset;
  return offset;
}

struct Window {
  std::size_t from = 0, to = 0;  // cells
  bool cut_left = false, cut_right = false;
};

/// The cells to show: all, where they fit; else some around the underlined ones.
Window window(const std::vector<Cell>& all, std::size_t first, int columns) {
  Window shown;
  shown.to = all.size();
  int total = 0;
  for (const Cell& cell : all) total += cell.width;
  if (total <= columns) return shown;
  int room = columns / 3;  // before the place; the rest is for the place and what follows
  shown.from = std::min(first, all.size());
  while (shown.from > 0 && room >= all[shown.from - 1].width) room -= all[--shown.from].width;
  while (shown.from > 0 && shown.from < all.size() && all[shown.from].width == 0) --shown.from;
  shown.cut_left = shown.from > 0;
  room = columns - (shown.cut_left ? 1 : 0);
  shown.to = shown.from;
  while (shown.to < all.size() && room - all[shown.to].width >= 1) room -= all[shown.to++].width;
  shown.cut_right = shown.to < all.size();
  return shown;
}

}  // namespace

std::string_view line_at(std::string_view text, std::uint32_t offset) {
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  const std::size_t begin = line_begin(text, at);
  std::size_t end = std::min(text.find('\n', at), text.size());
  end = std::min(text.substr(0, end).find('\r', at), end);
  if (end == at && end > begin && text[end - 1] == '\r') --end;  // between CR and LF
  return text.substr(begin, end - begin);
}

std::size_t next_line(std::string_view text, std::size_t offset) {
  if (offset < text.size()) ++offset;
  while (offset < text.size() && !ends_line(text, offset)) ++offset;
  return offset;
}

std::uint32_t lines_between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::size_t last = std::min<std::size_t>(end, text.size());
  std::uint32_t lines = 0;
  for (std::size_t at = begin; at < last; ++at) lines += ends_line(text, at + 1) ? 1 : 0;
  return lines;
}

std::size_t character_column(std::string_view text, std::uint32_t offset) {
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  const std::size_t begin = line_begin(text, at);
  return characters(text.substr(begin, at - begin)) + 1;
}

Excerpt excerpt(std::string_view text, std::uint32_t begin, std::uint32_t end, int columns) {
  const std::size_t at = std::min<std::size_t>(begin, text.size());
  std::string_view line = line_at(text, begin);
  std::size_t first = std::min(at - line_begin(text, at), line.size());
  std::size_t last = std::min(first + (end > begin ? end - begin : 0), line.size());
  // A line that goes on beyond the reach is cut before it is decoded.
  const bool far_right = line.size() - first > reach;
  if (far_right) line = line.substr(0, character_begin(line, first + reach));
  const std::size_t skipped = first > reach ? character_begin(line, first - reach) : 0;
  line.remove_prefix(skipped);
  first -= skipped;
  last = std::min(last - skipped, line.size());

  const std::vector<Cell> all = cells(line);
  std::size_t first_cell = 0;
  while (first_cell < all.size() && all[first_cell].offset < first) ++first_cell;
  const Window shown = window(all, first_cell, columns);

  Excerpt result;
  const bool cut_left = shown.cut_left || skipped > 0;
  const bool cut_right = shown.cut_right || far_right;
  if (cut_left) result.line += "…";
  int before = cut_left ? 1 : 0, marked = 0;
  for (std::size_t i = shown.from; i < shown.to; ++i) {
    result.line += all[i].shown;
    if (all[i].offset < first) before += all[i].width;
    if (all[i].offset >= first && all[i].offset < last) marked += all[i].width;
  }
  if (cut_right) result.line += "…";
  result.underline.assign(static_cast<std::size_t>(before), ' ');
  result.underline.append(static_cast<std::size_t>(std::max(marked, 1)), '^');
  return result;
}

}  // namespace eligo::render
