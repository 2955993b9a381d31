// SPDX-License-Identifier: MIT
// Owns the rows of tables: keys first, for all tables, since a cell may be a key of another; then all cells.
#include <algorithm>
#include <utility>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/cells.hpp"
#include "interpreter/check/csv.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/check/typing.hpp"

namespace eligo::check {
namespace {

class TableReader {
 public:
  TableReader(Context& c, Typing& typing, Index index)
      : c_(c),
        typing_(typing),
        findings_(c),
        index_(index),
        decl_(c.table_decls[index]),
        syntax_(std::get<grammar::TableDecl>(c.ast.decls[decl_].body)) {}

  void keys() {
    if (c_.table_unsure[index_] || (c_.is_broken(decl_) && !has_slip_in_first_line())) return;
    if (syntax_.from == 0)
      inline_rows();
    else
      csv_rows();
    TableDef& table = def();
    table.row_of.reserve(row_count());
    table.columns[table.key].cells.reserve(row_count());
    for (Index row = 0; row < row_count(); ++row) key(row);
    if (row_count() == 0 && !c_.table_unsure[index_] && lost().rows.empty() && !c_.is_broken(decl_))
      no_rows();
  }

  void cells() {
    TableDef& table = def();
    for (Index i = 0; i < table.columns.size(); ++i) {
      if (i == table.key) continue;
      table.columns[i].cells.reserve(table.rows);
      for (const Index row : kept_) table.columns[i].cells.push_back(value(row, i).value_or(types::None{}));
      for (const Index row : without_key_) (void)value(row, i);  // its other mistakes are told as well
    }
    findings_.finish();
  }

 private:
  TableDef& def() { return c_.out.tables[index_]; }
  Context::LostRows& lost() { return c_.lost_rows[index_]; }
  // Then its columns and the rows written below them are right: what is wrong with those is no less wrong.
  [[nodiscard]] bool has_slip_in_first_line() const {
    const Span whole = c_.ast.decls[decl_].span;
    const std::string_view bytes = c_.sources.view(whole);
    const std::size_t below = std::min(bytes.find_first_of("\r\n"), bytes.size() - 1) + 1;
    return !is_csv() && !syntax_.columns.empty() &&
           !c_.lost.was_told_of_lines(
               {whole.source, whole.begin + static_cast<std::uint32_t>(below), whole.end});
  }
  [[nodiscard]] bool is_csv() const { return syntax_.from != 0; }
  [[nodiscard]] Index row_count() const {
    return static_cast<Index>(is_csv() ? csv_.rows.size() : inline_rows_.size());
  }

  // A fact that is a key of it could be nothing at all.
  void no_rows() {
    c_.table_unsure[index_] = true;
    c_.say(Code::type_empty, syntax_.name.span, "the table " + c_.tick(def().name) + " has no rows")
        .help.push_back(is_csv() ? "write its rows below the first one in `" + c_.plain(syntax_.from) + "`"
                                 : "write its rows between `rows` and `end`, one on a line");
  }

  // -- where rows come from --

  void csv_rows() {
    const auto at = std::find_if(c_.in.tables.begin(), c_.in.tables.end(),
                                 [&](const TableSource& table) { return table.decl == decl_; });
    c_.table_unsure[index_] = true;
    if (at == c_.in.tables.end() || !at->source) return;
    grammar::CsvRead read = grammar::read_csv(c_.sources, *at->source, c_.in.limits);
    const bool sound = read.said.empty();
    for (text::Diagnostic& d : read.said) c_.add(std::move(d));
    if (read.table.header.empty()) {
      if (sound)
        c_.say(Code::table_header, {*at->source, 0, 0},
               "expected the names of the columns in the first row, found nothing")
            .help.push_back("the first row of this table is `" + names_of_columns() + "`");
      return;
    }
    if (!header(read.table.header)) return;
    const std::vector<text::Diagnostic>& said = read.said;
    c_.table_unsure[index_] = std::any_of(
        said.begin(), said.end(), [](const text::Diagnostic& d) { return d.code == Code::limit_table_rows; });
    const std::size_t cells = read.table.header.size();
    for (std::vector<grammar::CsvCell>& row : read.table.rows) {
      lose_if_said(row, said);
      if (row.size() == cells && !is_empty(row))
        csv_.rows.push_back(std::move(row));
      else
        bad_row(read.table.header, row);
    }
  }

  std::string names_of_columns() {
    std::string all;
    for (const TableDef::Column& column : def().columns)
      all += (all.empty() ? "" : ",") + std::string(c_.view(column.name));
    return all;
  }

  bool header(const std::vector<grammar::CsvCell>& cells) {
    std::vector<TableDef::Column>& columns = def().columns;
    const Span whole = text::join(cells.front().span, cells.back().span);
    if (columns.size() > 1 && other_separator(c_, cells)) return false;
    if (is_no_header(cells)) {
      c_.say(Code::table_header, whole,
             "expected the names of the columns in the first row, found " + c_.quote(whole))
          .help.push_back("the first row of this table is `" + names_of_columns() + "`");
      return false;
    }
    column_at_.assign(columns.size(), nowhere);
    bool sound = true;
    for (Index i = 0; i < cells.size(); ++i) sound = header_cell(cells, i) && sound;
    for (Index i = 0; sound && i < columns.size(); ++i) {
      if (column_at_[i] != nowhere) continue;
      sound = false;
      auto& d = c_.say(Code::table_header, whole,
                       "the column " + c_.tick(columns[i].name) + " is missing in the first row");
      d.labels.push_back({syntax_.columns[i].name.span, "declared here"});
    }
    return sound;
  }

  // None of several columns is named in it: it is a row like the others.
  bool is_no_header(const std::vector<grammar::CsvCell>& cells) {
    const std::vector<TableDef::Column>& columns = def().columns;
    const auto is_column = [&](const grammar::CsvCell& cell) {
      const auto has_name = [&](const TableDef::Column& x) {
        const std::string_view name = c_.view(x.name);
        return name == cell.value || !text::nearest(cell.value, {&name, 1}).empty();
      };
      return std::any_of(columns.begin(), columns.end(), has_name);
    };
    return cells.size() > 1 && std::none_of(cells.begin(), cells.end(), is_column);
  }

  bool header_cell(const std::vector<grammar::CsvCell>& cells, Index i) {
    const std::vector<TableDef::Column>& columns = def().columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const TableDef::Column& x) {
      return c_.view(x.name) == cells[i].value;
    });
    const Span span = cells[i].span;
    if (column == columns.end()) {
      if (blank_in_header(cells[i])) return false;
      auto& d =
          c_.say(Code::table_header, span,
                 cells[i].value.empty() ? "a column has no name in the first row"
                                        : c_.quote(span) + " is not a column of " + c_.tick(def().name));
      c_.missed(Among::columns, def().name, c_.view(c_.names.intern(cells[i].value)));
      std::vector<std::string_view> names;
      for (const TableDef::Column& x : columns) names.push_back(c_.view(x.name));
      if (!c_.suggest(d, span, cells[i].value, names))
        d.help.push_back("the first row of this table is `" + names_of_columns() + "`");
      return false;
    }
    Index& at = column_at_[static_cast<std::size_t>(column - columns.begin())];
    if (at != nowhere) {
      c_.say(Code::table_header, span,
             "the column " + c_.tick(column->name) + " stands twice in the first row")
          .labels.push_back({cells[at].span, "the first one"});
      return false;
    }
    at = i;
    c_.named_in_first_row(column->name);
    return true;
  }

  // `code, opened`: said of the first one, where it is a column but for its blanks.
  bool blank_in_header(const grammar::CsvCell& cell) {
    const std::string_view inside = trimmed(cell.value);
    if (inside.size() == cell.value.size() || inside.empty()) return false;
    const std::vector<TableDef::Column>& columns = def().columns;
    if (std::none_of(columns.begin(), columns.end(),
                     [&](const TableDef::Column& x) { return c_.view(x.name) == inside; }))
      return false;
    if (std::exchange(blank_was_said_, true)) return true;
    auto& d = c_.say(
        Code::table_header, cell.span,
        "expected names of columns without blanks around them, found one at `" + std::string(inside) + "`");
    d.help.emplace_back("cells are not trimmed: write commas without blanks");
    return true;
  }

  // Where a quote is missing, the row may hold what belongs to others.
  void lose_if_said(const std::vector<grammar::CsvCell>& row, const std::vector<text::Diagnostic>& said) {
    const Span whole = text::join(row.front().span, row.back().span);
    if (std::any_of(said.begin(), said.end(), [&](const text::Diagnostic& d) {
          return d.span.begin >= whole.begin && d.span.end <= whole.end;
        }))
      lost().rows.push_back(whole);
  }

  void bad_row(const std::vector<grammar::CsvCell>& header, const std::vector<grammar::CsvCell>& row) {
    lost().rows.push_back(text::join(row.front().span, row.back().span));
    check::bad_row(findings_, header, row);
  }

  void inline_rows() {
    for (const std::vector<ExprId>& row : syntax_.rows) {
      if (row.size() == def().columns.size()) {
        inline_rows_.push_back(&row);
        continue;
      }
      lost().rows.push_back(row_span(row));
      if (auto* d = findings_.say(Code::table_row, nowhere, row_span(row),
                                  cell_counts(def().columns.size(), row.size())))
        d->help.push_back("a cell in which nothing stands is written `none`");
    }
  }

  Span row_span(const std::vector<ExprId>& row) const {
    return row.empty() ? syntax_.rows_span : text::join(c_.ast[row.front()].span, c_.ast[row.back()].span);
  }

  // -- cells --

  std::optional<Value> value(Index row, Index column) {
    const Type type = def().columns[column].type;
    if (type.base == types::Base::error) return std::nullopt;
    if (!is_csv()) return typing_.literal((*inline_rows_[row])[column], type);
    const grammar::CsvCell& cell = csv_.rows[row][column_at_[column]];
    const bool is_key = column == def().key;
    if (cell.value.empty()) {
      if (type.or_none && !is_key) return types::None{};
      if (is_key || !(c_.may_list_none(type) || c_.misspells_none(type))) blank(row, column);
      return std::nullopt;
    }
    CellProblem problem;
    std::optional<Value> found = read_cell(c_, cell.value, cell.span, type, is_key, problem);
    if (!found && !c_.may_list_none(type) && !c_.may_be_key(type, cell.value)) misread(cell, column, problem);
    return found;
  }

  void blank(Index row, Index column) {
    const Type type = def().columns[column].type;
    const NameId name = def().columns[column].name;
    const bool is_key = column == def().key;
    auto* d = findings_.say(
        Code::table_blank, column, csv_.rows[row][column_at_[column]].span,
        "expected " + c_.words(type) + " in the column " + c_.tick(name) + ", found an empty cell");
    if (d == nullptr) return;
    d->labels.push_back({syntax_.columns[column].type.span, "declared here"});
    d->help.push_back(is_key
                          ? "every row has a key"
                          : "an empty cell is none: declare the column `or none` if nothing may stand there");
  }

  void misread(const grammar::CsvCell& cell, Index column, const CellProblem& problem) {
    auto* d = findings_.say(Code::table_cell, column, cell.span, problem.message);
    if (const Type type = def().columns[column].type;
        type.base == types::Base::enumeration || type.base == types::Base::key)
      findings_.missed(Code::table_cell, column, value_missed(c_, type, cell.value));
    if (d == nullptr) return;
    if (!problem.help.empty()) d->help.push_back(problem.help);
    if (problem.right.empty()) return;
    d->help.push_back("write `" + problem.right + "`");
    d->fixes.push_back({"write `" + problem.right + "`", {{cell.span, problem.right}}});
  }

  Span cell_span(Index row, Index column) const {
    return is_csv() ? csv_.rows[row][column_at_[column]].span : c_.ast[(*inline_rows_[row])[column]].span;
  }
  Span whole_span(Index row) const {
    return is_csv() ? text::join(csv_.rows[row].front().span, csv_.rows[row].back().span)
                    : row_span(*inline_rows_[row]);
  }

  // Its other cells are read all the same.
  void lose(Index row) {
    lost().rows.push_back(cell_span(row, def().key));
    lost().keys.emplace_back(c_.sources.view(cell_span(row, def().key)));
    without_key_.push_back(row);
  }

  // A profile could never tell it: there `none` says that there is nothing.
  void none_as_key(Index row) {
    const Span span = cell_span(row, def().key);
    auto* d = findings_.say(
        Code::table_cell, def().key, span,
        "the key " + c_.quote(span) + " could never be told: `none` says that there is nothing");
    if (d != nullptr)
      d->help.push_back("give the row another key; a fact of which there may be nothing is declared `" +
                        std::string(c_.view(def().name)) + " or none`");
    lose(row);
  }

  // A row counts where its key is good.
  void key(Index row) {
    TableDef& table = def();
    std::optional<Value> found = value(row, table.key);
    if (!found) {
      lose(row);
      return;
    }
    std::string text = key_text(*found, table.columns[table.key].type, c_.out);
    if (text == "none") return none_as_key(row);
    const auto [at, is_new] = table.row_of.emplace(std::move(text), table.rows);
    if (!is_new) {
      const Span span = cell_span(row, table.key);
      auto* d = findings_.say(Code::table_duplicate_key, table.key, span,
                              "the key " + c_.quote(span) + " stands in two rows");
      c_.doubled(Among::keys, def().name, c_.names.intern(at->first));
      if (d != nullptr) d->labels.push_back({cell_span(kept_[at->second], table.key), "the first row"});
      lose(row);
      return;
    }
    table.columns[table.key].cells.push_back(std::move(*found));
    table.row_spans.push_back(whole_span(row));
    kept_.push_back(row);
    ++table.rows;
  }

  Context& c_;
  Typing& typing_;
  Findings findings_;
  Index index_, decl_;
  const grammar::TableDecl& syntax_;
  std::vector<const std::vector<ExprId>*> inline_rows_;  // those that have as many cells as there are columns
  grammar::CsvTable csv_;                                // rows that have as many cells as the first one
  bool blank_was_said_ = false;                          // in the first row
  std::vector<Index> column_at_;                         // by column of the table: where it stands in the CSV
  std::vector<Index> without_key_;  // rows read whose key could not be, or is that of another
  std::vector<Index> kept_;         // by row of the table: which of the rows read it is
};

}  // namespace

void read_tables(Context& c, Typing& typing) {
  std::vector<TableReader> readers;
  readers.reserve(c.out.tables.size());
  for (Index i = 0; i < c.out.tables.size(); ++i) readers.emplace_back(c, typing, i);
  for (TableReader& reader : readers) reader.keys();
  for (TableReader& reader : readers) reader.cells();
}

}  // namespace eligo::check
