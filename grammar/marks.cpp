// SPDX-License-Identifier: MIT
// Owns the layout of each declaration. Statements and their depth are known already: what is marked here are parts
// on lines of their own, columns, and lists that may be broken.
#include "grammar/marks.hpp"

namespace eligo::grammar {

void Marks::all() {
  for (const Decl& d : ast_.decls) std::visit([&](const auto& body) { mark(body); }, d.body);
  sheet_.lists_in_brackets();
}

void Marks::mark(const RulesetDecl& d) {
  std::vector<Span> languages;
  for (const Word& w : d.languages) languages.push_back(w.span);
  items(languages);
}

void Marks::mark(const SourceDecl&) {}

void Marks::mark(const UseDecl&) {}

void Marks::mark(const TableDecl& d) {
  const std::uint32_t table = sheet_.new_table();
  for (const ColumnDecl& c : d.columns) {
    named(c.name.span, c.label, table);
    type(c.type);
  }
  for (const std::vector<ExprId>& row : d.rows) {
    std::vector<Span> cells;
    for (const ExprId cell : row) {
      expression(cell);
      cells.push_back(ast_[cell].span);
    }
    items(cells);
  }
  cites(d.cites);
}

void Marks::mark(const EnumDecl& d) {
  const std::uint32_t table = sheet_.new_table();
  for (const EnumValueDecl& v : d.values)
    if (v.label != 0) sheet_.stop(text(v.label), table, 1);
}

void Marks::mark(const GroupDecl& d) {
  std::vector<Span> values;
  for (const Word& w : d.values) values.push_back(w.span);
  items(values, true);
}

void Marks::mark(const FactDecl& d) {
  part_before(d.ask, 1);
  part_before(d.can_change_by, 3);
  cites(d.cites);
  type(d.type);
}

void Marks::mark(const RecordDecl& d) {
  const std::uint32_t table = sheet_.new_table();
  for (const FactDecl& field : d.fields) {
    named(field.name.span, field.label, table);
    mark(field);
  }
}

void Marks::mark(const RuleDecl& d) {
  cites(d.cites);
  versions(d.versions);
  exceptions(d.unless);
}

void Marks::mark(const ValueDecl& d) {
  cites(d.cites);
  type(d.type);
  versions(d.versions);
}

void Marks::mark(const DecisionDecl& d) {
  cites(d.cites);
  if (d.type) type(*d.type);
  const std::uint32_t answers = sheet_.new_table();
  for (const TextId answer : {d.yes, d.no})
    if (answer != 0) sheet_.stop(text(answer), answers, 1);
  if (d.not_covered_if) exceptions({*d.not_covered_if});
  versions(d.versions);
  exceptions(d.unless);
}

void Marks::mark(const AmendDecl& d) {
  cites(d.cites);
  versions(d.versions);
}

void Marks::mark(const TestsFromDecl&) {}

void Marks::mark(const PresumeDecl& d) {
  cites(d.cites);
  expression(d.value);
}

void Marks::mark(const TestDecl& d) {
  std::vector<Span> all;
  for (const Given& g : d.given) {
    all.push_back(g.span);
    given(g);
  }
  items(all, true);
  if (d.everyone_in != 0 && !all.empty()) {
    const std::size_t but = sheet_.before(sheet_.first_of(all.front()));
    if (sheet_.is(but, "but")) sheet_.row_break(but);
  }
  for (const Expect& e : d.expects) {
    expression(e.result);
    std::vector<Span> because, needs;
    for (const LineRef& ref : e.because) {
      because.push_back(ref.span);
      one_name(ref.span);
    }
    for (const Path& path : e.needs) {
      needs.push_back(path.span);
      one_name(path.span);
    }
    items(because);
    items(needs);
  }
}

void Marks::given(const Given& g) {
  for (const ExprId value : {g.a, g.b}) expression(value);
  for (const ExprId value : g.values) expression(value);
  for (const std::vector<Given>& member : g.members)
    for (const Given& of_member : member) given(of_member);
  if (g.kind != Given::Kind::list) return;
  std::size_t bracket = sheet_.first_of(g.span);
  while (!sheet_.is(bracket, "[")) bracket = sheet_.after(bracket);
  const std::size_t close = sheet_.last_of(g.span);
  if (sheet_.after(bracket) != close) sheet_.list(sheet_.after(bracket), sheet_.before(close), true);
}

// `rule/line[2]@2025-01-01`, `household[2].income`
void Marks::one_name(Span span) {
  for (std::size_t i = sheet_.first_of(span) + 1; i <= sheet_.last_of(span); ++i) sheet_.tight(i);
}

void Marks::mark(const TextsDecl& d) {
  const std::uint32_t table = sheet_.new_table();
  for (const TextEntry& entry : d.entries) {
    // `a/b@2025-01-01 otherwise`: what stands before the last blank is one name.
    for (const Span part : {entry.line.span, entry.owner.span}) {
      if (part.size() == 0) continue;
      const std::size_t i = sheet_.first_of(part);
      for (const std::size_t near : {i, i + 1, i + 2})
        if (sheet_.is(near, "/") || sheet_.is(near, "@")) {
          sheet_.tight(near);
          sheet_.tight(near + 1);
        }
    }
    if (entry.what != TextEntry::What::steps)
      for (const TextId made : entry.texts) sheet_.stop(text(made), table, 1);
  }
}

}  // namespace eligo::grammar
