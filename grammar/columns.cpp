// SPDX-License-Identifier: MIT
// Owns where the columns of rows stand: names, labels and colons of the lines of one block, `then` of cases ….
#include <algorithm>
#include <map>

#include "grammar/rows.hpp"

namespace eligo::grammar {
namespace {

// A row while its columns are placed from left to right.
struct Placed {
  const Row* row = nullptr;
  std::vector<std::size_t> stops;  // tokens
  std::size_t cell = 0;            // the token that begins the present cell …
  std::uint32_t at = 0;            // … and where it stands
  bool stands_out = false;
};

class Columns {
 public:
  Columns(const Sheet& sheet, const Widths& widths)
      : sheet_(sheet), widths_(widths), out_(sheet.tokens.size()) {}

  std::vector<std::uint32_t> place(const std::vector<Row>& rows) {
    std::map<std::uint32_t, std::vector<Placed>> tables;
    for (const Row& row : rows) {
      Placed placed{&row, {}, row.first, row.indent, false};
      for (std::size_t i = row.first; i <= row.last; ++i)
        if (sheet_.gaps[i].stop != 0) placed.stops.push_back(i);
      if (!placed.stops.empty()) tables[sheet_.gaps[placed.stops.front()].table].push_back(std::move(placed));
    }
    for (auto& [table, all] : tables) place_table(all);
    return std::move(out_);
  }

 private:
  void place_table(std::vector<Placed>& rows) {
    for (std::uint32_t column = 1; column <= 2; ++column) place_column(rows, column);
    for (const Placed& p : rows) {
      const std::uint32_t bare = p.row->indent + widths_.flat(p.row->first, p.row->last);
      if (widths_.comment_in(p.row->first, p.row->last) || bare > line_width) continue;
      if (p.at + widths_.flat(p.cell, p.row->last) <= line_width) continue;
      for (const std::size_t stop : p.stops) out_[stop] = 0;
    }
  }

  void place_column(std::vector<Placed>& rows, std::uint32_t column) {
    std::uint32_t at = 0;
    std::vector<std::pair<Placed*, std::size_t>> here;
    for (Placed& p : rows) {
      for (const std::size_t stop : p.stops) {
        if (sheet_.gaps[stop].stop != column) continue;
        const std::uint32_t width = widths_.flat(p.cell, stop - 1);
        p.stands_out =
            p.stands_out || width > cell_width || widths_.comment_in(p.cell, stop) || ends_line(p, stop);
        if (p.stands_out) continue;
        at = std::max(at, p.at + width + 1);
        here.emplace_back(&p, stop);
      }
    }
    for (const auto& [placed, stop] : here) {
      out_[stop] = placed->at = at;
      placed->cell = stop;
    }
  }

  // The row is too long and goes on in the next line before or after this place.
  [[nodiscard]] bool ends_line(const Placed& p, std::size_t stop) const {
    const std::size_t next = sheet_.after(stop);
    const std::uint32_t group = sheet_.gaps[stop].group != 0 ? sheet_.gaps[stop].group
                                : next != sheet_.none()      ? sheet_.gaps[next].group
                                                             : 0;
    return group != 0 && sheet_.groups[group].first == p.row->first && sheet_.groups[group].calm &&
           !widths_.comment_in(p.row->first, p.row->last) &&
           p.row->indent + widths_.flat(p.row->first, p.row->last) > line_width;
  }

  const Sheet& sheet_;
  const Widths& widths_;
  std::vector<std::uint32_t> out_;
};

}  // namespace

std::vector<std::uint32_t> columns_of(const Sheet& sheet, const Widths& widths,
                                      const std::vector<Row>& rows) {
  return Columns(sheet, widths).place(rows);
}

}  // namespace eligo::grammar
