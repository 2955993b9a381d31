// SPDX-License-Identifier: MIT
// Owns which figures stand in a ruleset as they were written, and which of them are of one kind.
#include "tools/lint/figures.hpp"

#include <algorithm>

#include "grammar/table.hpp"

namespace eligo::lint {
namespace {

using check::ExprId;
using check::TableDef;
using grammar::Expr;
using grammar::ExprKind;

bool is_decimal(types::Base base) {
  return base == types::Base::decimal || base == types::Base::money;
}

class Collector {
 public:
  explicit Collector(const Context& context) : context_(context), ast_(context.ast()) {}

  /// Where the expression is one, with or without a sign.
  void add(ExprId id, types::Base base, Alike& to) const {
    const Expr& e = ast_[id];
    if (e.kind == ExprKind::negate) return add(ast_.child(e, 0), base, to);
    if (e.kind != ExprKind::number || !is_decimal(base) || !context_.is_own(e.span.source)) return;
    to.push_back({e.span, std::string(context_.sources().view(e.span)), base});
  }
  void add(ExprId id, Alike& to) const { add(id, context_.checked.types[id].base, to); }

  /// What the expression may come to: results of cases, not what is calculated with.
  void add_results(ExprId root, Alike& to) const {
    std::vector<ExprId> left{root};
    while (!left.empty()) {
      const ExprId id = left.back();
      left.pop_back();
      const Expr& e = ast_[id];
      if (e.kind != ExprKind::when) {
        add(id, to);
        continue;
      }
      for (std::uint32_t i = 1; i < e.count; i += 2) left.push_back(ast_.child(e, i));
      left.push_back(ast_.child(e, e.count - 1));
    }
  }

  /// Tables that stand in the rule files.
  void add_rows(std::vector<Alike>& to) const {
    for (const grammar::Decl& decl : ast_.decls) {
      const auto* table = std::get_if<grammar::TableDecl>(&decl.body);
      if (table == nullptr || table->from != 0) continue;
      for (const TableDef& def : context_.checked.tables)
        if (def.name == table->name.id) add_rows(def, *table, to);
    }
  }

  /// CSV tables.
  void add_cells(std::vector<Alike>& to) const {
    for (const check::TableSource& source : context_.loaded.tables) {
      const auto* table = context_.body<grammar::TableDecl>(source.decl);
      if (table == nullptr || !source.source || !context_.is_own(ast_.decls[source.decl].span.source))
        continue;
      for (const TableDef& def : context_.checked.tables)
        if (def.name == table->name.id) add_cells(def, *source.source, to);
    }
  }

 private:
  void add_rows(const TableDef& def, const grammar::TableDecl& decl, std::vector<Alike>& to) const {
    for (std::size_t c = 0; c < def.columns.size(); ++c) {
      Alike& column = to.emplace_back();
      for (const auto& row : decl.rows)
        if (c < row.size()) add(row[c], def.columns[c].type.base, column);
    }
  }

  void add_cells(const TableDef& def, text::SourceId source, std::vector<Alike>& to) const {
    const bool has_any = std::any_of(def.columns.begin(), def.columns.end(),
                                     [](const TableDef::Column& c) { return is_decimal(c.type.base); });
    if (!has_any) return;
    const grammar::CsvTable csv = grammar::read_csv(context_.sources(), source, Limits{}).table;
    for (std::size_t c = 0; c < csv.header.size(); ++c) {
      for (const TableDef::Column& column : def.columns) {
        if (context_.view(column.name) != csv.header[c].value || !is_decimal(column.type.base)) continue;
        Alike& figures = to.emplace_back();
        for (const auto& row : csv.rows) {
          if (c >= row.size() || row[c].value.empty() || row[c].value == "none") continue;
          figures.push_back({row[c].span, without_sign(row[c].value), column.type.base});
        }
      }
    }
  }

  static std::string without_sign(const std::string& written) {
    return written.rfind('-', 0) == 0 ? written.substr(1) : written;
  }

  const Context& context_;
  const grammar::Ast& ast_;
};

}  // namespace

std::vector<Alike> alike_figures(const Context& context) {
  const Collector collector(context);
  std::vector<Alike> out;
  const auto add_all = [&](const auto& defs) {
    for (const auto& def : defs) {
      Alike& figures = out.emplace_back();
      for (const check::VersionDef& version : def.versions)
        if (version.body != 0) collector.add_results(version.body, figures);
    }
  };
  add_all(context.checked.values);
  add_all(context.checked.decisions);
  collector.add_rows(out);
  collector.add_cells(out);
  return out;
}

std::vector<Figure> all_figures(const Context& context) {
  const Collector collector(context);
  Alike out;
  for (ExprId id = 0; id < context.ast().exprs.size(); ++id)
    if (context.ast()[id].kind == ExprKind::number) collector.add(id, out);
  std::vector<Alike> columns;
  collector.add_cells(columns);
  for (const Alike& column : columns) out.insert(out.end(), column.begin(), column.end());
  return out;
}

}  // namespace eligo::lint
