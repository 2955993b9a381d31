// SPDX-License-Identifier: MIT
// Owns the comparison of cells, and the sentences about rows.
#include "tools/diff/rows.hpp"

#include <utility>

#include "interpreter/host/told_value.hpp"
#include "interpreter/types/nfc.hpp"
#include "interpreter/words/words.hpp"
#include "tools/render/plural.hpp"

namespace eligo::diff {

namespace {

constexpr std::size_t most_rows = 12, most_sentences = 20;

/// A column of both tables.
using Columns = std::pair<const check::TableDef::Column*, const check::TableDef::Column*>;

std::string column_name(const Program::Impl& program, const check::TableDef::Column& column) {
  return std::string(program.loaded.names->view(column.name));
}

std::vector<Columns> columns_of_both(const Both& programs, std::array<std::uint32_t, 2> tables) {
  std::vector<Columns> both;
  for (const check::TableDef::Column& one : programs[0]->checked.tables[tables[0]].columns)
    for (const check::TableDef::Column& other : programs[1]->checked.tables[tables[1]].columns)
      if (column_name(*programs[0], one) == column_name(*programs[1], other)) both.emplace_back(&one, &other);
  return both;
}

bool same_cell(const Both& programs, const Columns& columns, std::array<std::uint32_t, 2> rows) {
  return host::spell(programs[0]->checked, columns.first->type, columns.first->cells[rows[0]]) ==
         host::spell(programs[1]->checked, columns.second->type, columns.second->cells[rows[1]]);
}

// "open since 26 May 2025, now 26 June 2025"; "" where all cells are the same.
std::string change_of_row(const Both& programs, std::array<std::uint32_t, 2> tables,
                          std::array<std::uint32_t, 2> rows) {
  const words::Context before = programs.reader(0), after = programs.reader(1);
  std::string all;
  for (const Columns& columns : columns_of_both(programs, tables)) {
    if (same_cell(programs, columns, rows)) continue;
    const check::TableDef::Column& column = *columns.second;
    if (!all.empty()) all += programs.phrases().between;
    const types::Value& was = columns.first->cells[rows[0]];
    // A label goes on into what stands there (`open since …`), which "no date" would not.
    const auto& say = types::is_none(was) ? programs.phrases().cell_filled : programs.phrases().cell;
    all += say(column.label == 0 ? column_name(*programs[1], column) : words::unfilled(after, column.label),
               words::print(before, was, columns.first->type),
               words::print(after, column.cells[rows[1]], column.type));
  }
  return all;
}

std::string key_of(const Program::Impl& program, std::uint32_t table, std::uint32_t row) {
  const check::TableDef::Column& key =
      program.checked.tables[table].columns[program.checked.tables[table].key];
  return host::spell(program.checked, key.type, key.cells[row]);
}

// As TableDef::row_of has it.
std::string canonical_key(const Program::Impl& program, std::uint32_t table, std::uint32_t row) {
  const check::TableDef& def = program.checked.tables[table];
  const std::string key = key_of(program, table, row);
  return def.columns[def.key].type.base == types::Base::text ? types::key_form(key) : key;
}

/// Of a row: with other cells, in words; or without any, gone or added.
struct What {
  enum class Kind : std::uint8_t { changed, gone, added } kind = Kind::changed;
  std::string cells;
  friend bool operator==(const What& a, const What& b) { return a.kind == b.kind && a.cells == b.cells; }
};

/// Rows by what happened to them, in the order in which that was first seen.
class Happened {
 public:
  void add(const What& what, std::string row) {
    for (auto& [known, rows] : all_)
      if (known == what) return rows.push_back(std::move(row));
    all_.push_back({what, {std::move(row)}});
  }
  void say(const Phrases& phrases, const std::string& table, std::vector<std::string>& to) const {
    for (const auto& [what, rows] : all_) {
      std::string named = table + " ";
      for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i) named += (i == 0 ? "" : ", ") + rows[i];
      if (rows.size() > most_rows) named = phrases.and_more(named, rows.size() - most_rows);
      to.push_back(what.kind == What::Kind::changed ? phrases.row_changed(named, what.cells)
                   : what.kind == What::Kind::gone  ? phrases.row_gone(named, rows.size())
                                                    : phrases.row_added(named, rows.size()));
    }
  }

 private:
  std::vector<std::pair<What, std::vector<std::string>>> all_;
};

void say_table(const Both& programs, std::array<std::uint32_t, 2> tables, std::vector<std::string>& to) {
  const check::TableDef &before = programs[0]->checked.tables[tables[0]],
                        &after = programs[1]->checked.tables[tables[1]];
  Happened happened;
  for (std::uint32_t row = 0; row < before.rows; ++row) {
    const auto other = after.row_of.find(canonical_key(*programs[0], tables[0], row));
    if (other == after.row_of.end()) {
      happened.add({What::Kind::gone, ""}, row_name(programs, 0, tables[0], row));
      continue;
    }
    const std::string change = change_of_row(programs, tables, {row, other->second});
    if (!change.empty())
      happened.add({What::Kind::changed, change}, row_name(programs, 1, tables[1], other->second));
  }
  for (std::uint32_t row = 0; row < after.rows; ++row)
    if (before.row_of.count(canonical_key(*programs[1], tables[1], row)) == 0)
      happened.add({What::Kind::added, ""}, row_name(programs, 1, tables[1], row));
  happened.say(programs.phrases(),
               after.label == 0 ? std::string(programs[1]->loaded.names->view(after.name))
                                : words::unfilled(programs.reader(1), after.label),
               to);
}

}  // namespace

std::string row_name(const Both& programs, std::size_t p, std::uint32_t table, std::uint32_t row) {
  const std::string key = key_of(*programs[p], table, row);
  const std::string label = words::label_of_row(programs.reader(p), table, row);
  return label == key ? key : label + " (" + key + ")";
}

bool same_row(const Both& programs, std::array<std::uint32_t, 2> tables, std::array<std::uint32_t, 2> rows) {
  for (const Columns& columns : columns_of_both(programs, tables))
    if (!same_cell(programs, columns, rows)) return false;
  return true;
}

std::vector<std::string> changed_rows(const Both& programs) {
  std::vector<std::string> all;
  const auto name = [&](std::size_t p, std::uint32_t table) {
    return programs[p]->loaded.names->view(programs[p]->checked.tables[table].name);
  };
  for (std::uint32_t a = 0; a < programs[0]->checked.tables.size(); ++a)
    for (std::uint32_t b = 0; b < programs[1]->checked.tables.size(); ++b)
      if (name(0, a) == name(1, b)) say_table(programs, {a, b}, all);
  render::cut(all, most_sentences, programs.phrases().more_rows);
  return all;
}

}  // namespace eligo::diff
