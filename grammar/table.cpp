// SPDX-License-Identifier: MIT
// Owns the reading of CSV.
#include "grammar/table.hpp"

#include <utility>

#include "grammar/encoding.hpp"

namespace eligo::grammar {

using text::Code;
using text::Span;

namespace {

class Reader {
 public:
  Reader(std::string_view all, text::SourceId id, const Limits& limits, CsvRead& out)
      : all_(all), id_(id), limits_(limits), out_(out) {}

  void read() {
    if (all_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;
    bool header = true;
    while (at_ < all_.size()) {
      std::vector<CsvCell> row = read_row();
      if (row.size() == 1 && row[0].value.empty() && !row[0].quoted && rest_is_blank()) break;
      if (header) {
        out_.table.header = std::move(row);
        header = false;
        if (has_other_separator_) return;
        continue;
      }
      if (out_.table.rows.size() >= limits_.table_rows) {
        say(Code::limit_table_rows, row[0].span,
            "expected at most " + std::to_string(limits_.table_rows) +
                " rows in a table, found more (limit `table_rows`)");
        return;
      }
      out_.table.rows.push_back(std::move(row));
    }
  }

 private:
  [[nodiscard]] char here() const { return all_[at_]; }
  [[nodiscard]] bool done() const { return at_ >= all_.size(); }
  [[nodiscard]] bool at_line_end() const { return done() || here() == '\n' || here() == '\r'; }
  [[nodiscard]] Span span(std::size_t b, std::size_t e) const {
    return {id_, static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)};
  }
  // The line of one mistake is said once; a flood is cut.
  void say(Code code, Span where, std::string message, std::string help = {}) {
    if (said_on_row_ || out_.said.size() >= limits_.diagnostics) return;
    said_on_row_ = true;
    out_.said.push_back(text::say(code, where, std::move(message)));
    if (!help.empty()) out_.said.back().help.push_back(std::move(help));
  }
  [[nodiscard]] bool rest_is_blank() const {
    return all_.find_first_not_of("\r\n", at_) == std::string_view::npos;
  }

  void over_line_end() {
    if (done()) return;
    at_ += here() == '\r' && at_ + 1 < all_.size() && all_[at_ + 1] == '\n' ? 2 : 1;
  }

  std::vector<CsvCell> read_row() {
    said_on_row_ = false;
    std::vector<CsvCell> row;
    for (;;) {
      row.push_back(!done() && here() == '"' ? quoted_cell() : bare_cell());
      if (!done() && here() == ',') {
        ++at_;
        continue;
      }
      over_line_end();
      return row;
    }
  }

  CsvCell bare_cell() {
    const std::size_t b = at_;
    while (!at_line_end() && here() != ',') {
      if (here() == '"')
        say(Code::table_bare_quote, span(at_, at_ + 1),
            "expected a cell without quotes, found a `\"` inside it",
            "a cell that holds a quote stands in quotes, and the quote twice: `\"a \"\"b\"\" c\"`");
      ++at_;
    }
    return {std::string(all_.substr(b, at_ - b)), span(b, at_), false};
  }

  CsvCell quoted_cell() {
    const std::size_t b = at_++;
    CsvCell cell;
    cell.quoted = true;
    std::size_t run = at_;
    for (;; ++at_) {
      if (done()) {
        unterminated(b, cell);
        return cell;
      }
      if (here() != '"') continue;
      cell.value += all_.substr(run, at_ - run);
      if (at_ + 1 >= all_.size() || all_[at_ + 1] != '"') break;
      run = ++at_;  // the second of two quotes is the first byte of the next run
    }
    ++at_;
    const std::size_t after = at_;
    while (!at_line_end() && here() != ',') ++at_;
    if (at_ != after && out_.table.header.empty() && std::string_view(";\t|").find(all_[after]) != npos) {
      has_other_separator_ = true;  // as of a spreadsheet in France: whoever reads the header says so
      cell.value = all_.substr(b, at_ - b);
    } else if (at_ != after) {
      say(Code::table_text_after_quote, span(after, at_),
          "expected `,` or the end of the line after the closing quote, found `" + short_of(after, at_) + "`",
          "a quote inside a quoted cell is written twice: `\"\"`");
    }
    cell.span = span(b, at_);
    return cell;
  }

  // One lost quote must not swallow the rest of the table: the cell ends with its line.
  void unterminated(std::size_t b, CsvCell& cell) {
    cell.unclosed = true;
    at_ = b + 1;
    while (!at_line_end()) ++at_;
    cell.value = std::string(all_.substr(b + 1, at_ - b - 1));
    cell.span = span(b, at_);
    say(Code::table_unterminated_quote, cell.span,
        "expected a closing `\"` for this cell, found the end of the file",
        "write `\"` where the cell ends, or take out the one before it: only a comma, a quote or a line end "
        "needs quotes");
  }

  [[nodiscard]] std::string short_of(std::size_t b, std::size_t e) const {
    constexpr std::size_t longest = 40;
    if (e - b <= longest) return std::string(all_.substr(b, e - b));
    e = b + longest;
    while (e != b && (static_cast<unsigned char>(all_[e]) & 0xc0u) == 0x80u) --e;
    return std::string(all_.substr(b, e - b)) + "…";
  }

  static constexpr auto npos = std::string_view::npos;
  std::string_view all_;
  text::SourceId id_;
  const Limits& limits_;
  CsvRead& out_;
  std::size_t at_ = 0;
  bool said_on_row_ = false;
  bool has_other_separator_ = false;  // behind the first cell of the header
};

}  // namespace

CsvRead read_csv(const text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  CsvRead out;
  out.said = check_encoding(sources, id, limits);
  if (out.said.empty()) Reader(sources.bytes(id), id, limits, out).read();
  return out;
}

}  // namespace eligo::grammar
