// SPDX-License-Identifier: MIT
// Owns the walk over what was read and checked, for the names in it.
#include "interpreter/check/uses.hpp"

#include <algorithm>

#include "interpreter/check/walk.hpp"

namespace eligo::check {

namespace {

void mark(std::vector<bool>& names, NameId name) {
  if (name != 0 && name < names.size()) names[name] = true;
}

}  // namespace

Uses::Uses(const Context& c) : c_(c), anywhere_(c.in_first_rows) {
  for (std::vector<bool>& space : spaces_) space.assign(c.names.size(), false);
  anywhere_.resize(c.names.size());
  for (const Ref& ref : c.out.refs) add(ref);
  for (const std::vector<Ref>& text : c.out.placeholders)
    for (const Ref& ref : text) add(ref);
  for (const TableDef& table : c.out.tables)
    for (const TableDef::Column& column : table.columns)
      if (column.type.base == types::Base::enumeration)
        for (const Value& cell : column.cells) add(cell, column.type);
  for (const TestDef& test : c.out.tests) add(test);
  for (const grammar::Decl& decl : c.ast.decls) add_declaration(decl);
  add_beyond();
}

bool Uses::has(Among among, NameId owner, NameId name) const {
  if (c_.is_lost(name) || c_.lost.was_told_beside(name) || (name < anywhere_.size() && anywhere_[name]))
    return true;
  if (owner != 0) return owned_.count({among, owner, name}) != 0;
  const std::vector<bool>& space = spaces_[static_cast<std::size_t>(among)];
  return name < space.size() && space[name];
}

void Uses::add(Among space, NameId name) {
  mark(spaces_[static_cast<std::size_t>(space)], name);
}

// `home` and `home.street` of `home.street.zone`
void Uses::add(const Path& path, Among space) {
  add(space, path.id);
  const std::string_view whole = c_.view(path.id);
  for (std::size_t dot = whole.find('.'); dot != std::string_view::npos; dot = whole.find('.', dot + 1))
    add(space, c_.names.find(whole.substr(0, dot)));
}

void Uses::add_fact(Index index) {
  if (index >= c_.out.facts.size()) return;
  const FactDef& fact = c_.out.facts[index];
  add(Among::things, fact.name);
  if (fact.whole == nullptr) return;
  add(Among::things, fact.whole->name.id);
  add(Among::fields, fact.whole->type.name.id, fact.syntax->name.id);
}

void Uses::add(const Ref& ref) {
  const auto column = [&](Type key, Index which) {
    const TableDef& table = c_.out.tables[key.of];
    add(Among::columns, table.name, table.columns[which].name);
  };
  switch (ref.kind) {
    case Ref::Kind::fact:
      return add_fact(ref.index);
    case Ref::Kind::column:
      add_fact(ref.index);
      return column(c_.out.facts[ref.index].type, ref.second);
    case Ref::Kind::rule:
      return add(Among::things, c_.out.rules[ref.index].name);
    case Ref::Kind::value:
      return add(Among::things, c_.out.values[ref.index].name);
    case Ref::Kind::group:
      return add(Among::things, c_.out.groups[ref.index].name);
    case Ref::Kind::enum_value:
      return add(types::Item{ref.second}, {types::Base::enumeration, false, ref.index});
    case Ref::Kind::list:
    case Ref::Kind::member: {
      const Index list = c_.out.variables[ref.index].list;
      if (list == nowhere) return;
      add_fact(c_.out.lists[list].fact);
      if (ref.kind == Ref::Kind::list) return;
      const RecordDef& record = c_.out.records[c_.out.lists[list].record];
      add(Among::fields, record.name, record.fields[ref.second].name);
      if (ref.third != nowhere) column(record.fields[ref.second].type, ref.third);
      return;
    }
    case Ref::Kind::nothing:
    case Ref::Kind::today:
      return;
  }
}

void Uses::add(const Value& value, Type type) {
  const auto* item = std::get_if<types::Item>(&value);
  if (item == nullptr || type.base != types::Base::enumeration) return;
  const EnumDef& of = c_.out.enums[type.of];
  if (item->index < of.values.size()) add(Among::values, of.name, of.values[item->index].name);
}

void Uses::add(const grammar::TypeExpr& type) {
  if (type.kind == grammar::TypeKind::named || type.kind == grammar::TypeKind::list)
    add(Among::types, type.name.id);
}

void Uses::add(const grammar::LineRef& line, NameId decision) {
  add(Among::things, line.owner.id);
  add(Among::lines, line.owner ? line.owner.id : decision, line.line.id);
}

void Uses::add(const grammar::Given& given) {
  add(given.fact, Among::things);
}

void Uses::add(const grammar::TextEntry& entry) {
  for (const Among space : {Among::things, Among::types, Among::sources}) add(entry.owner, space);
  if (entry.line) add(Among::lines, entry.owner.id, entry.line.id);
  if (entry.owner.parts().size() != 2) return;
  for (const Among among : {Among::values, Among::columns, Among::fields})
    add(among, entry.owner.parts()[0].id, entry.owner.parts()[1].id);
}

// Those of tables of tests too, whose lines are known by their ids.
void Uses::add(const TestDef& test) {
  for (const TestDef::Telling& telling : test.told) {
    add_fact(telling.fact);
    const Type type = c_.out.facts[telling.fact].type;
    add(telling.told.value, type);
    for (const Value& value : telling.told.values) add(value, type);
  }
  for (const TestDef::Expectation& expected : test.expects) {
    add(Among::things, c_.out.decisions[expected.decision].name);
    add(expected.value, c_.out.decisions[expected.decision].type);
    for (const Index fact : expected.needs) add_fact(fact);
    for (const std::string_view id : expected.because) {
      const std::size_t slash = id.find('/');
      const std::string_view line = id.substr(slash + 1);
      const NameId owner = c_.names.find(id.substr(0, slash));
      add(Among::things, owner);
      add(Among::lines, owner, c_.names.find(line.substr(0, line.find_first_of("[@"))));
    }
  }
}

void Uses::add_declaration(const grammar::Decl& decl) {
  const auto cited = [&](const std::vector<grammar::Citation>& all) {
    for (const grammar::Citation& citation : all) add(Among::sources, citation.source.id);
  };
  const auto fact = [&](const grammar::FactDecl& x) {
    add(x.type);
    cited(x.cites);
  };
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, grammar::FactDecl>) {
          fact(body);
        } else if constexpr (std::is_same_v<Body, grammar::RecordDecl>) {
          for (const grammar::FactDecl& field : body.fields) fact(field);
        } else if constexpr (std::is_same_v<Body, grammar::TableDecl>) {
          for (const grammar::ColumnDecl& column : body.columns) add(column.type);
          add(Among::columns, body.name.id, body.shown_as.id);
        } else if constexpr (std::is_same_v<Body, grammar::GroupDecl>) {
          add(Among::types, body.of.id);
          for (const Word& value : body.values) add(Among::values, body.of.id, value.id);
        } else if constexpr (std::is_same_v<Body, grammar::ValueDecl>) {
          add(body.type);
        } else if constexpr (std::is_same_v<Body, grammar::DecisionDecl>) {
          if (body.type) add(*body.type);
          for (const grammar::Step& step : body.steps) add(Among::things, step.when.id);
        } else if constexpr (std::is_same_v<Body, grammar::AmendDecl>) {
          add(Among::things, body.name.id);
        } else if constexpr (std::is_same_v<Body, grammar::PresumeDecl>) {
          add(body.fact, Among::things);
        } else if constexpr (std::is_same_v<Body, grammar::TestDecl>) {
          for (const grammar::Given& given : body.given) add(given);
          for (const grammar::Expect& expect : body.expects) {
            add(Among::things, expect.decision.id);
            for (const grammar::LineRef& line : expect.because) add(line, expect.decision.id);
            for (const Path& path : expect.needs) add(path, Among::things);
          }
        } else if constexpr (std::is_same_v<Body, grammar::TextsDecl>) {
          for (const grammar::TextEntry& entry : body.entries) add(entry);
        }
        if constexpr (requires { body.cites; }) cited(body.cites);
        each_line_of(c_.ast, body, [&](const grammar::Line& line) { cited(line.cites); });
      },
      decl.body);
}

// What is said in files that `use` brings and does not count here, and in what stands beside a mistake, was looked up by nobody.
void Uses::add_beyond() {
  for (std::size_t i = 1; i < c_.ast.paths.size(); ++i) {
    const Path& path = c_.ast.paths[i];
    const auto after = std::upper_bound(
        c_.ast.decls.begin(), c_.ast.decls.end(), path.span, [](Span at, const grammar::Decl& decl) {
          return at.source != decl.span.source ? at.source < decl.span.source : at.begin < decl.span.begin;
        });
    if (after == c_.ast.decls.begin() || c_.counts(*(after - 1))) continue;
    mark(anywhere_, path.id);
    for (const Word& part : path.parts()) mark(anywhere_, part.id);
  }
}

}  // namespace eligo::check
