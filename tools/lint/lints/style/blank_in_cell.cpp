// SPDX-License-Identifier: MIT
// Blanks at an end of a text in a table.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/table.hpp"
#include "interpreter/check/cells.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_blank_in_cell_parts {

using std::string_view;

struct Cell {
  Span span;
  std::string_view text;
};

/// Of one column: the first is said, with how many more there are.
void look(const std::vector<Cell>& cells, std::vector<Finding>& found) {
  std::size_t more = 0;
  const std::size_t before_all = found.size();
  for (const Cell& cell : cells) {
    const string_view inside = check::trimmed(cell.text);
    if (inside.size() == cell.text.size()) continue;
    if (found.size() > before_all) {
      ++more;
      continue;
    }
    const bool before = inside.data() != cell.text.data();
    const bool after = inside.data() + inside.size() != cell.text.data() + cell.text.size();
    const std::string where = before && after ? "before and after" : before ? "before" : "after";
    Finding finding{cell.span, inside.empty() ? "the text is nothing but blanks"
                                              : "there is a blank " + where + " `" + std::string(inside) +
                                                    "`, which is a part of the text"};
    if (!inside.empty()) finding.help.push_back("write `" + std::string(inside) + "`");
    found.push_back(std::move(finding));
  }
  if (more != 0)
    found.back().help.push_back(more == 1 ? "one more cell of the column is like that"
                                          : std::to_string(more) + " more cells of the column are like that");
}

bool is_text(const check::TableDef::Column& column) {
  return column.type.base == types::Base::text;
}

void look_at_csv(const Context& context, const check::TableDef& def, text::SourceId source,
                 std::vector<Finding>& found) {
  const grammar::CsvTable csv = grammar::read_csv(context.sources(), source, Limits{}).table;
  for (std::size_t c = 0; c < csv.header.size(); ++c) {
    if (std::none_of(def.columns.begin(), def.columns.end(), [&](const check::TableDef::Column& column) {
          return is_text(column) && context.view(column.name) == csv.header[c].value;
        }))
      continue;
    std::vector<Cell> cells;
    for (const auto& row : csv.rows)
      if (c < row.size()) cells.push_back({row[c].span, row[c].value});
    look(cells, found);
  }
}

void look_at_rows(const Context& context, const check::TableDef& def, const grammar::TableDecl& table,
                  std::vector<Finding>& found) {
  for (std::size_t c = 0; c < def.columns.size(); ++c) {
    if (!is_text(def.columns[c])) continue;
    std::vector<Cell> cells;
    for (const auto& row : table.rows) {
      if (c >= row.size() || context.ast()[row[c]].kind != grammar::ExprKind::text) continue;
      const Span span = context.ast()[row[c]].span;
      const string_view written = context.sources().view(span);
      if (written.size() >= 2) cells.push_back({span, written.substr(1, written.size() - 2)});
    }
    look(cells, found);
  }
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const table = std::get_if<grammar::TableDecl>(&decl.body);
    if (table == nullptr || !context.is_own(decl.span.source)) continue;
    const auto def = std::find_if(context.checked.tables.begin(), context.checked.tables.end(),
                                  [&](const check::TableDef& one) { return one.name == table->name.id; });
    if (def == context.checked.tables.end()) continue;
    if (table->from == 0) look_at_rows(context, *def, *table, found);
    for (const check::TableSource& source : context.loaded.tables)
      if (source.source && &context.ast().decls[source.decl] == &decl)
        look_at_csv(context, *def, *source.source, found);
  }
}

}  // namespace style_blank_in_cell_parts

Lint style_blank_in_cell() {
  return {
      .summary = "a blank before or after a text in a table",
      .reason =
          "Cells are not trimmed: `Ain ` is another text than `Ain`, and a condition that asks for one does "
          "not find "
          "the other. Nobody sees the blank. In keys, dates and figures it is an error already.",
      .level = Level::warning,
      .bad = R"(table towns
  key code : text
  name     : text
  rows
    "01", «"Ain "»
    "02", "Aisne"
  end
end
fact town : towns
decision help
  town.name is "Aisne"
end
)",
      .good = R"(table towns
  key code : text
  name     : text
  rows
    "01", "Ain"
    "02", "Aisne"
  end
end
fact town : towns
decision help
  town.name is "Aisne"
end
)",
      .run = style_blank_in_cell_parts::run,
  };
}

}  // namespace eligo::lint
