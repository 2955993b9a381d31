// SPDX-License-Identifier: MIT
// Owns which tokens make a row, how wide they are, and the blank lines between rows.
#include "grammar/rows.hpp"

namespace eligo::grammar {
namespace {

// What stands at once after an opening bracket, or before what closes or ends a thing.
bool is_tight(const Sheet& sheet, std::size_t i) {
  return i == 0 || sheet.gaps[i].tight || sheet.is(i, ",") || sheet.is(i, ")") || sheet.is(i, "]") ||
         sheet.is(i - 1, "(") || sheet.is(i - 1, "[");
}

// The comment stands alone, as deep as what follows; above an `end` as deep as what the `end` closes.
Row comment_row(const Sheet& sheet, std::size_t i) {
  Row row;
  row.first = row.last = i;
  const std::size_t next = sheet.after(i);
  if (next != sheet.none())
    row.indent = (sheet.gaps[next].depth + (sheet.gaps[next].is_end ? 1 : 0)) * indent_width;
  return row;
}

}  // namespace

std::vector<Row> rows_of(const Sheet& sheet) {
  std::vector<Row> out;
  for (std::size_t i = 0; i < sheet.tokens.size();) {
    Row row;
    if (sheet.is_comment(i)) {
      row = comment_row(sheet, i++);
    } else {
      row.first = i;
      row.last = sheet.row_end(i);
      row.indent = sheet.gaps[i].depth * indent_width;
      i = row.last + 1;
      if (i < sheet.tokens.size() && sheet.is_comment(i) && sheet.tokens[i].lines_before == 0)
        row.comment = i++;
    }
    const Gap& gap = sheet.gaps[row.first];
    row.blank_before = !out.empty() && sheet.tokens[row.first].lines_before > 1 && !gap.is_end &&
                       !gap.is_part && row.indent <= out.back().indent;
    out.push_back(row);
  }
  return out;
}

Widths::Widths(const Sheet& sheet) : sheet_(sheet) {
  std::uint32_t end = 0, comments = 0;
  for (std::size_t i = 0; i < sheet.tokens.size(); ++i) {
    const bool comment = sheet.is_comment(i);
    gaps_.push_back(comment || is_tight(sheet, i) ? 0 : 1);
    end += comment ? 0 : gaps_.back() + sheet.tokens[i].width;
    ends_.push_back(end);
    comments_.push_back(comments += comment ? 1 : 0);
  }
}

}  // namespace eligo::grammar
