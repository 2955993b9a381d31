// SPDX-License-Identifier: MIT
// Owns the types that are declared: values of enums, groups, and what a fact, column, value or decision can
// be.
#include <algorithm>
#include <array>
#include <utility>

#include "interpreter/check/passes.hpp"
#include "interpreter/check/records.hpp"

namespace eligo::check {
namespace {

using grammar::TypeExpr;
using grammar::TypeKind;
using Kind = Entry::Kind;
using types::Base;

// What people write who know other languages.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> habits = {{{"bool", "yes or no"},
                                                                                   {"boolean", "yes or no"},
                                                                                   {"yesno", "yes or no"},
                                                                                   {"int", "whole"},
                                                                                   {"integer", "whole"},
                                                                                   {"number", "decimal"},
                                                                                   {"float", "decimal"},
                                                                                   {"double", "decimal"},
                                                                                   {"numeric", "decimal"},
                                                                                   {"string", "text"},
                                                                                   {"str", "text"},
                                                                                   {"varchar", "text"},
                                                                                   {"datetime", "date"},
                                                                                   {"day", "date"},
                                                                                   {"amount", "money"},
                                                                                   {"currency", "money"}}};

class TypeDeclarer {
 public:
  explicit TypeDeclarer(Context& c) : c_(c) {}

  void run() {
    for (Index e = 0; e < c_.out.enums.size(); ++e) {
      const auto& decl = std::get<grammar::EnumDecl>(c_.ast.decls[c_.enum_decls[e]].body);
      for (const grammar::EnumValueDecl& value : decl.values) add_value(e, value.name, value.label);
      if (decl.values.empty() && !c_.is_broken(c_.enum_decls[e]))
        c_.say(Code::type_empty, decl.name.span, "the enum " + c_.tick(decl.name.id) + " has no values")
            .help.push_back("write its values, one on a line");
    }
    for (Index g = 0; g < c_.out.groups.size(); ++g) group(g);
    for (Index t = 0; t < c_.out.tables.size(); ++t) columns(t);
    for (RecordDef& record : c_.out.records) fields(record);
    for (FactDef& fact : c_.out.facts)
      if (!is_made_of_fields(c_, fact)) fact.type = type_of(fact.syntax->type, fact.decl, true);
    expand_facts(c_);
    for (ValueDef& value : c_.out.values)
      value.type = type_of(std::get<grammar::ValueDecl>(c_.ast.decls[value.decl].body).type, value.decl);
    for (DecisionDef& decision : c_.out.decisions) type_of_decision(decision);
    clashes();
  }

 private:
  void add_value(Index of_enum, const Word& name, TextId label) {
    if (!name) return;
    EnumDef& def = c_.out.enums[of_enum];
    const bool is_none = c_.view(name.id) == "none";
    if (is_none ? def.lists_none : c_.item(of_enum, name.id) != nowhere) {
      auto& d = c_.say(Code::name_duplicate, name.span, c_.tick(name.id) + " is listed twice");
      c_.doubled(Among::values, def.name, name.id);
      if (!is_none) d.labels.push_back({def.values[c_.item(of_enum, name.id)].span, "the first time"});
      return;
    }
    if (is_none) {
      def.lists_none = true;
      def.none_label = label;
      return;
    }
    c_.value_slots.push_back({of_enum, static_cast<Index>(def.values.size()), c_.first_value[name.id]});
    c_.first_value[name.id] = static_cast<Index>(c_.value_slots.size() - 1);
    def.values.push_back({name.id, label, name.span});
  }

  void group(Index index) {
    GroupDef& def = c_.out.groups[index];
    const grammar::Decl& decl = c_.ast.decls[c_.group_decls[index]];
    const auto& group = std::get<grammar::GroupDecl>(decl.body);
    if (!group.of) return;
    const Entry of = c_.type(group.of.id);
    if (of.kind != Kind::enumeration) {
      if (decl.broken || c_.may_be(Space::types, group.of.id)) return;
      auto& d = c_.say(Code::name_unknown, group.of.span, c_.tick(group.of.id) + " is not an enum");
      if (of.kind == Kind::nothing) c_.missed(Among::types, 0, c_.view(group.of.id));
      if (of.kind == Kind::table)
        d.help.push_back("a group names values of an enum; " + c_.tick(group.of.id) + " is a table");
      else
        c_.suggest(d, group.of.span, c_.view(group.of.id), c_.names_of(Kind::enumeration));
      return;
    }
    def.of = of.index;
    for (const Word& value : group.values) group_value(def, value, group);
    if (group.values.empty() && !decl.broken)
      c_.say(Code::type_empty, group.name.span, "the group " + c_.tick(group.name.id) + " has no values")
          .help.push_back("write its values, separated by commas");
    std::sort(def.values.begin(), def.values.end());
  }

  void group_value(GroupDef& def, const Word& value, const grammar::GroupDecl& group) {
    if (!value) return;
    const EnumDef& of = c_.out.enums[def.of];
    const bool is_none = c_.view(value.id) == "none" && of.lists_none;
    const Index item = c_.item(def.of, value.id);
    if (!is_none && item == nowhere) {
      if (c_.is_broken(c_.enum_decls[def.of]) || c_.is_lost(value.id)) return;
      if (c_.lost.was_told_of_lines(value.span)) return;  // a part of a name in two words, perhaps
      auto& d = c_.say(Code::type_value, value.span,
                       c_.tick(value.id) + " is not one of the values of " + c_.tick(of.name));
      c_.missed(Among::values, of.name, c_.view(value.id));
      std::vector<std::string_view> known = c_.values_of(def.of);  // those that the group does not list
      for (const Word& listed : group.values)
        known.erase(std::remove(known.begin(), known.end(), c_.view(listed.id)), known.end());
      c_.suggest(d, value.span, c_.view(value.id), known);
      return;
    }
    const bool twice = is_none ? std::exchange(def.has_none, true)
                               : std::find(def.values.begin(), def.values.end(), item) != def.values.end();
    if (twice)
      c_.say(Code::name_duplicate, value.span, c_.tick(value.id) + " is listed twice");
    else if (!is_none)
      def.values.push_back(item);
  }

  void fields(RecordDef& record) {
    const auto& decl = std::get<grammar::RecordDecl>(c_.ast.decls[record.decl].body);
    for (const grammar::FactDecl& field : decl.fields) {
      const NameId name = field.name.id;
      if (name == 0) continue;
      const auto before = std::find_if(record.fields.begin(), record.fields.end(),
                                       [&](const RecordDef::Field& x) { return x.name == name; });
      if (before != record.fields.end()) {
        auto& d = c_.say(Code::name_duplicate, field.name.span,
                         "the field " + c_.tick(name) + " is declared already");
        c_.doubled(Among::fields, record.name, name);
        d.labels.push_back({before->syntax->name.span, "the first one"});
        continue;
      }
      record.fields.push_back({name, type_of(field.type, record.decl, true), &field});
    }
    if (record.fields.empty() && !c_.is_broken(record.decl))
      c_.say(Code::type_empty, decl.name.span, "the record " + c_.tick(record.name) + " has no fields")
          .help.push_back("write its fields, one on a line, as in `birth_date : date`");
  }

  void columns(Index index) {
    const Index decl = c_.table_decls[index];
    const auto& table = std::get<grammar::TableDecl>(c_.ast.decls[decl].body);
    const bool broken = c_.is_broken(decl);
    std::vector<TableDef::Column> columns;
    Index key = nowhere;
    for (const grammar::ColumnDecl& column : table.columns) {
      const auto before = std::find_if(columns.begin(), columns.end(),
                                       [&](const auto& x) { return x.name == column.name.id; });
      if (before != columns.end() && column.name) {
        auto& d = c_.say(Code::name_duplicate, column.name.span,
                         "the column " + c_.tick(column.name.id) + " is declared already");
        c_.doubled(Among::columns, table.name.id, column.name.id);
        d.labels.push_back(
            {table.columns[static_cast<std::size_t>(before - columns.begin())].name.span, "the first one"});
        c_.table_unsure[index] = true;
      }
      if (column.is_key) {
        if (key != nowhere)
          c_.say(Code::table_key, column.span, "the table " + c_.tick(table.name.id) + " has two keys")
              .help.push_back("keep `key` before the column by which rows are found");
        key = static_cast<Index>(columns.size());
      }
      columns.push_back({column.name.id, column.label, type_of(column.type, decl), {}});
      if (column.is_key && !key_type(column, columns.back().type)) columns.back().type = Type{};
    }
    TableDef& def = c_.out.tables[index];
    def.columns = std::move(columns);
    def.key = key == nowhere ? 0 : key;
    if (key == nowhere || def.columns.empty()) {
      c_.table_unsure[index] = true;
      if (!broken) no_key(table);
      // INVARIANT: a table has a key column, if only one of which nothing is known.
      if (def.columns.empty()) def.columns.push_back({0, 0, Type{}, {}});
    }
    shown_as(def, table, broken);
  }

  // Most tables have their key first.
  void no_key(const grammar::TableDecl& table) {
    const Span first = table.columns.empty() ? table.name.span : table.columns[0].span;
    auto& d = c_.say(Code::table_key, first, "the table " + c_.tick(table.name.id) + " has no key");
    d.help.push_back("write `key` before the column by which rows are found");
  }

  bool key_type(const grammar::ColumnDecl& column, Type type) {
    const bool fits = type.base == Base::text || type.base == Base::whole || type.base == Base::enumeration ||
                      type.base == Base::version;
    if (type.base == Base::error || (fits && !type.or_none)) return true;
    auto& d = c_.say(Code::table_key, column.type.span, "a key cannot be " + c_.words(type));
    d.help.push_back("a key is a text, a whole number, a version or a value of an enum, and never none");
    return false;
  }

  void shown_as(TableDef& def, const grammar::TableDecl& table, bool broken) {
    if (!table.shown_as) return;
    std::vector<std::string_view> names;
    for (Index i = 0; i < def.columns.size(); ++i) {
      if (def.columns[i].name == table.shown_as.id) def.shown_as = i;
      names.push_back(c_.view(def.columns[i].name));
    }
    if (def.shown_as != nowhere || broken || c_.is_lost(table.shown_as.id)) return;
    auto& d = c_.say(Code::name_unknown, table.shown_as.span,
                     c_.tick(table.shown_as.id) + " is not a column of " + c_.tick(table.name.id));
    c_.missed(Among::columns, table.name.id, c_.view(table.shown_as.id));
    c_.suggest(d, table.shown_as.span, c_.view(table.shown_as.id), names);
  }

  void type_of_decision(DecisionDef& decision) {
    const auto& decl = std::get<grammar::DecisionDecl>(c_.ast.decls[decision.decl].body);
    if (!decl.type) {
      decision.type = {Base::yes_or_no, false, 0};
      return;
    }
    decision.type = type_of(*decl.type, decision.decl);
    if (decision.type.base != Base::yes_or_no) return;
    auto& d = c_.say(Code::type_not_here, decl.type->span, "a decision without a type is yes or no already");
    d.help.push_back("leave `: yes or no` out");
    const Span before = decl.label != 0 ? c_.ast.texts[decl.label].span : decl.name.span;
    d.fixes.push_back({"leave the type out", {{{before.source, before.end, decl.type->span.end}, ""}}});
    decision.type = Type{};
  }

  Type type_of(const TypeExpr& written, Index decl, bool range_allowed = false) {
    if (c_.is_broken(decl) && c_.lost.cuts(written)) return {};
    Type type = base_of(written, decl);
    if (type.base == Base::error) return type;
    if (written.or_none && type.or_none)
      c_.say(Code::type_not_here, written.span,
             c_.words({type.base, false, type.of}) + " lists `none` already")
          .help.push_back("leave `or none` out");
    type.or_none = type.or_none || written.or_none;
    if (type.base == Base::money && c_.out.currency == 0) no_currency(written);
    const ExprId range = written.from != 0 ? written.from : written.to;
    if (range != 0 && !range_allowed)
      c_.say(Code::type_not_here, c_.ast[range].span, "only a fact declares a range")
          .help.push_back("leave the range out; the facts that it comes from can have one");
    else if (range != 0 && !type.is_ordered())
      c_.say(Code::type_not_here, c_.ast[range].span, c_.words(type) + " has no range")
          .help.push_back("numbers, dates and versions can have one");
    return type;
  }

  Type base_of(const TypeExpr& written, Index decl) {
    switch (written.kind) {
      case TypeKind::error:
        return {};
      case TypeKind::yes_or_no:
        return {Base::yes_or_no, false, 0};
      case TypeKind::whole:
        return {Base::whole, false, 0};
      case TypeKind::decimal:
        return {Base::decimal, false, 0};
      case TypeKind::money:
        return {Base::money, false, 0};
      case TypeKind::date:
        return {Base::date, false, 0};
      case TypeKind::version:
        return {Base::version, false, 0};
      case TypeKind::text:
        return {Base::text, false, 0};
      case TypeKind::named:
        return named(written, decl);
      case TypeKind::list:
        c_.say(Code::type_not_here, written.span, "only a fact is a list")
            .help.push_back("a fact of its own can be the list, and rules ask its members");
        return {};
      case TypeKind::inline_enum:
        break;
    }
    EnumDef def;
    def.span = written.span;
    const auto index = static_cast<Index>(c_.out.enums.size());
    c_.out.enums.push_back(std::move(def));
    c_.enum_decls.push_back(decl);
    for (const Word& value : written.values) add_value(index, value, 0);
    return {Base::enumeration, c_.out.enums[index].lists_none, index};
  }

  Type named(const TypeExpr& written, Index decl) {
    const Word& name = written.name;
    const Entry entry = c_.type(name.id);
    if (entry.kind == Kind::enumeration)
      return {Base::enumeration, c_.out.enums[entry.index].lists_none, entry.index};
    if (entry.kind == Kind::table) return {Base::key, false, entry.index};
    if (entry.kind == Kind::record) {
      c_.say(Code::type_not_here, name.span, "only a fact, or a member of a list, is a record")
          .help.push_back("fields, columns, values and decisions have one value: name its fields one by one");
      return {};
    }
    if (!name || c_.is_broken(decl) || c_.may_be(Space::types, name.id)) return {};
    const Entry thing = c_.thing(name.id);
    auto& d = c_.say(Code::name_unknown, name.span, c_.tick(name.id) + " is not a type");
    c_.missed(Among::types, 0, c_.view(name.id));
    if (thing.kind != Kind::nothing) {
      d.help.push_back(c_.tick(name.id) + " is " + std::string(c_.article_word(thing.kind)));
      return {};
    }
    for (const auto& [habit, right] : habits) {
      if (c_.view(name.id) != habit) continue;
      d.help.push_back("did you mean `" + std::string(right) + "`?");
      d.fixes.push_back({"write `" + std::string(right) + "`", {{name.span, std::string(right)}}});
      return {};
    }
    std::vector<std::string_view> known = c_.names_of(Kind::enumeration);
    for (const std::string_view table : c_.names_of(Kind::table)) known.push_back(table);
    for (const std::string_view record : c_.names_of(Kind::record)) known.push_back(record);
    for (const std::string_view word : {"whole", "decimal", "money", "date", "version", "text"})
      known.push_back(word);
    if (!c_.suggest(d, name.span, c_.view(name.id), known))
      d.help.push_back(
          "a type is `yes or no`, `whole`, `decimal`, `money`, `date`, `version`, `text`, an enum or a "
          "table");
    return {};
  }

  void no_currency(const TypeExpr& written) {
    if (std::exchange(asked_currency_, true) || c_.header_decl == nowhere || c_.is_broken(c_.header_decl))
      return;
    auto& d =
        c_.say(Code::header_currency, written.span, "the header names no currency for amounts of money");
    d.labels.push_back({c_.out.ruleset_span, "the header"});
    d.help.push_back("write `currency EUR`, or another, in the header");
  }

  // A word never has two readings: what can stand in a condition is named otherwise than every value of an
  // enum.
  void clashes() {
    const auto look = [&](Kind kind, NameId name, Index decl) {
      const Context::ValueSlot* slot = c_.any_item(name);
      if (slot == nullptr) return;
      const EnumDef& e = c_.out.enums[slot->of_enum];
      auto& d = c_.say(Code::name_enum_value, c_.name_span({kind, 0, decl}),
                       "the " + std::string(c_.kind_word(kind)) + " " + c_.tick(name) +
                           " is named like a value of " +
                           (e.name != 0 ? "the enum " + c_.tick(e.name) : std::string("an enum")));
      d.labels.push_back({e.values[slot->item].span, "the value " + c_.tick(name)});
      d.help.push_back("give it another name, so that the word has one meaning");
    };
    for (const FactDef& fact : c_.out.facts)
      if (fact.whole == nullptr) look(Kind::fact, fact.name, fact.decl);
    for (const RuleDef& rule : c_.out.rules) look(Kind::rule, rule.name, rule.decl);
    for (const ValueDef& value : c_.out.values) look(Kind::value, value.name, value.decl);
    for (Index g = 0; g < c_.out.groups.size(); ++g)
      look(Kind::group, c_.out.groups[g].name, c_.group_decls[g]);
  }

  Context& c_;
  bool asked_currency_ = false;
};

}  // namespace

void declare_types(Context& c) {
  TypeDeclarer(c).run();
}

}  // namespace eligo::check
