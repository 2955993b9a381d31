// SPDX-License-Identifier: MIT
// How text of users is shown on a terminal: glyphs for what must not reach it, and the columns that
// characters take.
#include "tools/render/visible.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "grammar/text/unseen.hpp"

namespace eligo::render {
namespace {

struct Decoded {
  std::int32_t code = -1;  // -1: a byte that is not UTF-8
  std::size_t bytes = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
  std::int32_t code = -1;
  const auto rest = static_cast<utf8proc_ssize_t>(text.size() - at < 4 ? text.size() - at : 4);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, rest, &code);
  if (length <= 0) return {};
  return {code, static_cast<std::size_t>(length)};
}

void append(std::string& out, std::int32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t length = utf8proc_encode_char(code, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

Cell cell_of(const Decoded& decoded, std::uint32_t before) {
  Cell cell;
  const auto point = static_cast<std::uint32_t>(decoded.code);
  if (decoded.code < 0) {
    cell.shown = "\xEF\xBF\xBD";
  } else if (text::is_unseen(point, before)) {
    cell.shown = text::stand_in(point);
    if (cell.shown.front() == '<') cell.width = static_cast<int>(cell.shown.size());
  } else {
    append(cell.shown, decoded.code);
    cell.width = utf8proc_charwidth(decoded.code);
  }
  return cell;
}

}  // namespace

std::vector<Cell> cells(std::string_view text, bool expand_tabs) {
  std::vector<Cell> result;
  result.reserve(text.size());
  int column = 0;
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    Cell cell;
    if (decoded.code == '\t' && expand_tabs) {
      cell.width = 4 - column % 4;
      cell.shown.assign(static_cast<std::size_t>(cell.width), ' ');
    } else {
      cell = cell_of(decoded, before);
    }
    before = decoded.code < 0 ? 0 : static_cast<std::uint32_t>(decoded.code);
    cell.offset = at;
    column += cell.width;
    at += decoded.bytes;
    result.push_back(std::move(cell));
  }
  return result;
}

std::string visible(std::string_view text) {
  std::string out;
  for (const Cell& cell : cells(text, false)) out += cell.shown;
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = text.find('\n', begin);
    out += visible(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) break;
    out += '\n';
    begin = end + 1;
  }
  return out;
}

int width(std::string_view text) {
  int sum = 0;
  for (const Cell& cell : cells(text, false)) sum += cell.width;
  return sum;
}

std::string shortened(std::string_view text, int columns) {
  // A character takes at least one byte, so what lies far beyond is never looked at.
  const auto bound = static_cast<std::size_t>(columns) * 16 + 64;
  const bool beyond = text.size() > bound;
  const std::vector<Cell> all = cells(text.substr(0, bound), false);
  int total = 0;
  for (const Cell& cell : all) total += cell.width;
  const bool cut = beyond || total > columns;
  std::string out;
  int used = 0;
  for (const Cell& cell : all) {
    if (cut && used + cell.width > columns - 1) break;
    out += cell.shown;
    used += cell.width;
  }
  if (cut) out += "…";
  return out;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode(text, at).bytes;
  return count;
}

std::string without_accents(std::string_view text) {
  utf8proc_uint8_t* made = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &made,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                  UTF8PROC_STRIPMARK));
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

}  // namespace eligo::render
