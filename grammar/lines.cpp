// SPDX-License-Identifier: MIT
// Owns the setting of lines: a group of tokens is broken where it does not fit, outer groups first.
#include "grammar/lines.hpp"

#include <algorithm>
#include <vector>

#include "grammar/rows.hpp"

namespace eligo::grammar {
namespace {

// A list hangs below its first item unless that stands further right than this.
constexpr std::uint32_t hang_width = 60;
// Comments behind lines that follow one another stand below one another, but for those behind a longer line.
constexpr std::uint32_t commented_width = 80;

struct SetLine {
  std::string text;
  std::uint32_t width = 0;
  std::string_view comment;
  bool blank_before = false;
};

class Setter {
 public:
  explicit Setter(const Sheet& sheet)
      : sheet_(sheet),
        widths_(sheet),
        rows_(rows_of(sheet)),
        columns_(columns_of(sheet, widths_, rows_)),
        beginning_(sheet.tokens.size()) {
    for (std::uint32_t g = 1; g < sheet.groups.size(); ++g)
      if (sheet.groups[g].first < beginning_.size()) beginning_[sheet.groups[g].first].push_back(g);
    for (std::vector<std::uint32_t>& all : beginning_)
      std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
        return sheet_.groups[a].last > sheet_.groups[b].last;
      });
  }

  std::string all() {
    for (const Row& row : rows_) set(row);
    return joined();
  }

 private:
  // A group that the present token stands in.
  struct Open {
    std::uint32_t group = 0;
    bool broken = false;
    std::uint32_t indent = 0;
  };

  void set(const Row& row) {
    row_ = &row;
    open_.clear();
    begin_line(row.indent, row.blank_before);
    after_comment_ = false;
    for (std::size_t i = row.first; i <= row.last; ++i) {
      while (!open_.empty() && sheet_.groups[open_.back().group].last < i) open_.pop_back();
      if (i != row.first) gap(i);
      if (sheet_.is_comment(i) && i != row.first && sheet_.tokens[i].lines_before == 0) {
        lines_.back().comment = sheet_.view(i);
        after_comment_ = true;
        continue;
      }
      const std::uint32_t begin = lines_.back().width;
      lines_.back().text += sheet_.view(i);
      lines_.back().width += sheet_.tokens[i].width;
      after_comment_ = sheet_.is_comment(i);
      for (const std::uint32_t group : beginning_[i]) open(group, begin);
    }
    if (row.comment != 0) lines_.back().comment = sheet_.view(row.comment);
  }

  void begin_line(std::uint32_t indent, bool blank_before) {
    lines_.push_back({std::string(indent, ' '), indent, {}, blank_before});
    indent_ = indent;
  }

  // A line end, or blanks, before a token.
  void gap(std::size_t i) {
    const bool own_line = sheet_.is_comment(i) && sheet_.tokens[i].lines_before != 0;
    const Open* const open = opened(sheet_.gaps[own_line ? sheet_.after(i) : i].group);
    if (after_comment_ || own_line || (open != nullptr && open->broken && breaks(i, *open))) {
      begin_line(open != nullptr ? open->indent
                 : open_.empty() ? row_->indent + indent_width
                                 : open_.back().indent,
                 false);
      return;
    }
    SetLine& line = lines_.back();
    const std::uint32_t blanks = columns_[i] > line.width ? columns_[i] - line.width : widths_.gap(i);
    line.text.append(blanks, ' ');
    line.width += blanks;
  }

  [[nodiscard]] const Open* opened(std::uint32_t group) const {
    for (const Open& one : open_)
      if (group != 0 && one.group == group) return &one;
    return nullptr;
  }

  [[nodiscard]] bool breaks(std::size_t i, const Open& open) const {
    const BreakGroup& group = sheet_.groups[open.group];
    if (group.kept && sheet_.tokens[i].lines_before != 0) return true;
    if (group.fill)
      return lines_.back().width + widths_.gap(i) + widths_.flat(i, unbroken_from(i + 1) - 1) > line_width;
    // A comment behind the word that joins two conditions: the line ends there.
    const bool comment_behind =
        i < row_->last && sheet_.is_comment(i + 1) && sheet_.tokens[i + 1].lines_before == 0;
    return !comment_behind;
  }

  // The next token at which a line may end in any case, or one beyond the row.
  [[nodiscard]] std::size_t unbroken_from(std::size_t i) const {
    for (; i <= row_->last && !sheet_.is_comment(i); ++i)
      if (const Open* const open = opened(sheet_.gaps[i].group); open != nullptr && open->broken) break;
    return i;
  }

  void open(std::uint32_t group, std::uint32_t begin) {
    const BreakGroup& g = sheet_.groups[group];
    const std::size_t beyond = unbroken_from(g.last + 1);
    const bool broken = g.kept ? true
                        : widths_.comment_in(g.first, g.last)
                            ? !g.calm
                            : begin + widths_.flat(g.first, beyond - 1) > line_width;
    const bool continued = begin == indent_ && g.first != row_->first;
    std::uint32_t indent = indent_ + (continued ? 0 : indent_width);
    if (g.hang) indent = begin <= hang_width ? begin : indent_ + 2 * indent_width;
    open_.push_back({group, broken, indent});
  }

  [[nodiscard]] std::string joined() {
    std::string out;
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t stop = i;
      std::uint32_t column = 0;
      for (; stop < lines_.size() && !lines_[stop].comment.empty(); ++stop) {
        if (stop != i && lines_[stop].blank_before) break;
        if (lines_[stop].width <= commented_width) column = std::max(column, lines_[stop].width + 2);
      }
      for (stop = std::max(stop, i + 1); i < stop; ++i) {
        const SetLine& line = lines_[i];
        if (line.blank_before) out += '\n';
        out += line.text;
        if (!line.comment.empty())
          out.append(column > line.width + 2 ? column - line.width : 2, ' ').append(line.comment);
        out += '\n';
      }
    }
    return out;
  }

  const Sheet& sheet_;
  Widths widths_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> columns_;
  std::vector<std::vector<std::uint32_t>> beginning_;  // groups by their first token, outer ones first
  std::vector<SetLine> lines_;
  const Row* row_ = nullptr;
  std::vector<Open> open_;
  std::uint32_t indent_ = 0;  // of the present line
  bool after_comment_ = false;
};

}  // namespace

std::string lines_of(const Sheet& sheet) {
  return Setter(sheet).all();
}

}  // namespace eligo::grammar
