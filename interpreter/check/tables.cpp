// SPDX-License-Identifier: MIT
// Owns the rows of tables: keys first, for all tables, since a cell may be a key of another; then all cells.
#include <algorithm>
#include <map>

#include "interpreter/check/literals.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/check/typing.hpp"

namespace eligo::check {
namespace {

constexpr std::size_t most_of_a_kind = 5;  // findings of one kind in one table; the rest is counted

/// Says a handful of each kind, and how many more there were.
class Findings {
 public:
  explicit Findings(Context& c) : c_(c) {}

  /// Nothing where enough of this kind was said.
  text::Diagnostic* say(Code code, Span span, std::string message) {
    Kind& kind = kinds_[code];
    if (++kind.count > most_of_a_kind) return nullptr;
    kind.last = span;
    return &c_.say(code, span, std::move(message));
  }

  void finish() {
    for (const auto& [code, kind] : kinds_)
      if (kind.count > most_of_a_kind)
        c_.say(code, kind.last, "and " + std::to_string(kind.count - most_of_a_kind) + " more in this table");
  }

 private:
  struct Kind {
    std::size_t count = 0;
    Span last;
  };
  Context& c_;
  std::map<Code, Kind> kinds_;
};

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
    if (c_.is_broken(decl_) || c_.table_unsure[index_]) return;
    if (syntax_.from == 0)
      inline_rows();
    else
      csv_rows();
    TableDef& table = def();
    table.row_of.reserve(row_count());
    table.columns[table.key].cells.reserve(row_count());
    for (Index row = 0; row < row_count(); ++row) key(row);
  }

  void cells() {
    TableDef& table = def();
    for (Index i = 0; i < table.columns.size(); ++i) {
      if (i == table.key) continue;
      table.columns[i].cells.reserve(table.rows);
      for (const Index row : kept_) table.columns[i].cells.push_back(value(row, i).value_or(types::None{}));
    }
    findings_.finish();
  }

 private:
  TableDef& def() { return c_.out.tables[index_]; }
  [[nodiscard]] Index row_count() const { return static_cast<Index>(inline_rows_.size()); }

  // -- where rows come from
  // ---------------------------------------------------------------------------------------

  void csv_rows() { c_.table_unsure[index_] = true; }

  void inline_rows() {
    for (const std::vector<ExprId>& row : syntax_.rows) {
      if (row.size() == def().columns.size()) {
        inline_rows_.push_back(&row);
        continue;
      }
      c_.table_unsure[index_] = true;
      if (auto* d = findings_.say(Code::table_row, row_span(row), counts(def().columns.size(), row.size())))
        d->help.push_back("a cell in which nothing stands is written `none`");
    }
  }

  Span row_span(const std::vector<ExprId>& row) const {
    return row.empty() ? syntax_.rows_span : text::join(c_.ast[row.front()].span, c_.ast[row.back()].span);
  }

  static std::string counts(std::size_t due, std::size_t found) {
    return "expected " + std::to_string(due) + (due == 1 ? " cell" : " cells") + ", found " +
           std::to_string(found);
  }

  // -- cells
  // ------------------------------------------------------------------------------------------------------

  std::optional<Value> value(Index row, Index column) {
    const Type type = def().columns[column].type;
    if (type.base == types::Base::error) return std::nullopt;
    return typing_.literal((*inline_rows_[row])[column], type);
  }

  Span cell_span(Index row, Index column) const { return c_.ast[(*inline_rows_[row])[column]].span; }

  // A row counts where its key is good; a key that could not be read may be any.
  void key(Index row) {
    TableDef& table = def();
    std::optional<Value> found = value(row, table.key);
    if (!found) {
      c_.table_unsure[index_] = true;
      return;
    }
    std::string text = key_text(*found, table.columns[table.key].type, c_.out);
    const auto [at, is_new] = table.row_of.emplace(std::move(text), table.rows);
    if (!is_new) {
      const Span span = cell_span(row, table.key);
      auto* d =
          findings_.say(Code::table_duplicate_key, span, "the key " + c_.quote(span) + " stands in two rows");
      if (d != nullptr) d->labels.push_back({cell_span(kept_[at->second], table.key), "the first row"});
      return;
    }
    table.columns[table.key].cells.push_back(std::move(*found));
    table.row_spans.push_back(row_span(*inline_rows_[row]));
    kept_.push_back(row);
    ++table.rows;
  }

  Context& c_;
  Typing& typing_;
  Findings findings_;
  Index index_, decl_;
  const grammar::TableDecl& syntax_;
  std::vector<const std::vector<ExprId>*> inline_rows_;  // those that have as many cells as there are columns
  std::vector<Index> kept_;                              // by row of the table: which of the rows read it is
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
