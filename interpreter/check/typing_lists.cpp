// SPDX-License-Identifier: MIT
// Owns what is asked of the members of lists: variables, their fields, quantifiers and aggregates (language
// reference, 2.11).
#include <algorithm>
#include <string>

#include "interpreter/check/typing.hpp"

namespace eligo::check {

using builtins::Function;
using grammar::ExprKind;
using types::Base;
using Kind = Entry::Kind;

// -- variables --

Index Typing::bind(ExprId e, Index outer) {
  const grammar::Binding& binding = c_.ast.bindings[node(e).value];
  VariableDef def;
  def.name = binding.variable.id;
  def.outer = outer;
  def.list = list_of(binding);
  name_taken(binding.variable, outer);
  c_.out.variables.push_back(def);
  const auto index = static_cast<Index>(c_.out.variables.size() - 1);
  c_.out.refs[e] = {Ref::Kind::list, index, nowhere};
  return index;
}

Index Typing::list_of(const grammar::Binding& binding) {
  const Path& path = binding.list;
  const Entry entry = c_.thing(path.id);
  if (entry.kind == Kind::fact && c_.out.facts[entry.index].list != nowhere)
    return c_.out.facts[entry.index].list;
  if (!path || (entry.kind == Kind::nothing && c_.may_be_thing(path))) return nowhere;
  if (entry.kind == Kind::fact && c_.out.facts[entry.index].type.base == Base::error) return nowhere;
  if (entry.kind == Kind::nothing) {
    auto& d = c_.say(Code::name_unknown, path.span, c_.quote(path.span) + " is not a list");
    c_.missed(path);
    if (!c_.suggest(d, path.span, c_.view(path.id), c_.list_names()))
      d.help.push_back("a list is a fact such as `fact household : list of person, at most 8`");
    return nowhere;
  }
  const std::string found = entry.kind == Kind::fact ? c_.words(c_.out.facts[entry.index].type)
                                                     : std::string(c_.article_word(entry.kind));
  auto& d = c_.say(Code::list_not_a_list, path.span,
                   "expected a list, but " + c_.quote(path.span) + " is " + found);
  d.labels.push_back({c_.name_span(entry), "declared here"});
  return nowhere;
}

// A word never has two readings, and a variable hides nothing.
void Typing::name_taken(const Word& variable, Index outer) {
  if (!variable) return;
  const std::string what = "the name " + c_.tick(variable.id) + " is taken";
  const std::string help =
      "give the member another name, as in `some " + std::string(c_.view(variable.id)) + "_ in …`";
  if (const Entry entry = c_.thing(variable.id); entry.kind != Kind::nothing) {
    auto& d = c_.say(Code::name_duplicate, variable.span, what);
    d.labels.push_back(
        {c_.name_span(entry), std::string(c_.article_word(entry.kind)) + " with the same name"});
    d.help.push_back(help);
    return;
  }
  if (const Context::ValueSlot* slot = c_.any_item(variable.id)) {
    auto& d = c_.say(Code::name_enum_value, variable.span, what);
    d.labels.push_back(
        {c_.out.enums[slot->of_enum].values[slot->item].span, "a value of an enum with the same name"});
    d.help.push_back(help);
    return;
  }
  for (Index other = outer; other != nowhere; other = c_.out.variables[other].outer) {
    if (c_.out.variables[other].name != variable.id) continue;
    c_.say(Code::name_duplicate, variable.span, what).help.push_back(help);
    return;
  }
}

// The variable that the name begins with, or nowhere.
Index Typing::variable(ExprId e) const {
  const Path& path = c_.ast.paths[node(e).value];
  if (!path) return nowhere;
  Index at = c_.out.scope(e);
  while (at != nowhere && c_.out.variables[at].name != path.parts()[0].id) at = c_.out.variables[at].outer;
  return at;
}

// -- members --

// `m,role`: where the field begins before which a comma stands, or 0.
std::size_t Typing::behind_comma(text::SourceId file, std::size_t at, const RecordDef& record) const {
  const std::string_view bytes = c_.sources.bytes(file);
  if (at >= bytes.size() || bytes[at] != ',') return 0;
  at = std::min(bytes.find_first_not_of(" \t", at + 1), bytes.size());
  const bool is_field =
      std::any_of(record.fields.begin(), record.fields.end(), [&](const RecordDef::Field& field) {
        const std::string_view name = c_.view(field.name);
        return bytes.substr(at, name.size()) == name &&
               (at + name.size() == bytes.size() || bytes[at + name.size()] == ' ' ||
                bytes[at + name.size()] == ')');
      });
  return is_field ? at : 0;
}

void Typing::infer_member(ExprId e, Index variable) {
  const Path& path = c_.ast.paths[node(e).value];
  const Index list = c_.out.variables[variable].list;
  if (list == nowhere) return fail(e);
  if (path.parts().size() > 1) return member_field(e, path, variable);
  const RecordDef& record = c_.out.records[c_.out.lists[list].record];
  if (const std::size_t behind = behind_comma(node(e).span.source, node(e).span.end, record); behind != 0) {
    const Span comma{node(e).span.source, node(e).span.end, static_cast<std::uint32_t>(behind)};
    auto& d = c_.say(Code::list_member, comma, "expected `.` before a field of the member, found `,`");
    d.help.push_back("write `" + std::string(c_.view(path.id)) + ".` and the field");
    d.fixes.push_back({"write `.`", {{comma, "."}}});
    fields_behind_comma_.insert({comma.source, comma.end});
    return fail(e);
  }
  auto& d = c_.say(Code::list_member, node(e).span,
                   quote(e) + " is a whole member of " + c_.tick(c_.out.facts[c_.out.lists[list].fact].name) +
                       ", expected one of its fields");
  if (!record.fields.empty())
    d.help.push_back("name a field, as in `" + std::string(c_.view(path.id)) + "." +
                     std::string(c_.view(record.fields[0].name)) + "`");
  fail(e);
}

void Typing::member_field(ExprId e, const Path& path, Index variable) {
  const RecordDef& record = c_.out.records[c_.out.lists[c_.out.variables[variable].list].record];
  const Word& name = path.parts()[1];
  fail(e);
  std::vector<std::string_view> names;
  Index found = nowhere;
  for (Index f = 0; f < record.fields.size(); ++f) {
    if (record.fields[f].name == name.id) found = f;
    names.push_back(c_.view(record.fields[f].name));
  }
  if (found == nowhere) {
    if (c_.is_lost(path) || c_.is_broken(record.decl)) return;
    auto& d = c_.say(Code::name_unknown, name.span,
                     c_.tick(name.id) + " is not a field of " + c_.tick(record.name));
    c_.missed(Among::fields, record.name, c_.view(name.id));
    c_.suggest(d, name.span, c_.view(name.id), names);
    return;
  }
  Type type = record.fields[found].type;
  Ref ref{Ref::Kind::member, variable, found, nowhere};
  if (path.parts().size() > 2) {
    const Word& last = path.parts()[2];
    if (type.base == Base::error) return;
    const TableDef* table = type.base == Base::key ? &c_.out.tables[type.of] : nullptr;
    for (Index i = 0; table != nullptr && i < table->columns.size(); ++i)
      if (table->columns[i].name == last.id) ref.third = i;
    if (ref.third != nowhere && path.parts().size() > 3) {
      if (!c_.is_lost(path)) columns_end(path, 2, *table, ref.third);
      return;
    }
    if (ref.third == nowhere) {
      if (c_.is_lost(path) || (table != nullptr && c_.is_broken(c_.table_decls[type.of]))) return;
      std::vector<std::string_view> columns;
      if (table != nullptr)
        for (const TableDef::Column& column : table->columns) columns.push_back(c_.view(column.name));
      auto& d =
          c_.say(Code::name_unknown, last.span,
                 table != nullptr ? c_.tick(last.id) + " is not a column of " + c_.tick(table->name)
                                  : c_.tick(name.id) + " is " + c_.words(type) + ", which has no columns");
      if (table != nullptr) c_.missed(Among::columns, table->name, c_.view(last.id));
      if (table != nullptr) c_.suggest(d, last.span, c_.view(last.id), columns);
      return;
    }
    const bool none = type.or_none;
    type = table->columns[ref.third].type;
    if (type.base != Base::error) type.or_none = type.or_none || none;
  }
  c_.out.refs[e] = ref;
  set(e, type);
}

void Typing::list_as_value(ExprId e, const Entry& list) {
  fail(e);
  const std::string name(c_.view(c_.out.facts[list.index].name));
  auto& d = c_.say(Code::list_not_a_list, node(e).span, "`" + name + "` is a list, expected one value");
  d.labels.push_back({c_.name_span(list), "declared here"});
  d.help.push_back("ask its members: `some m in " + name + " : …`, `every m in " + name +
                   " : …`, `count(m in " + name + " : …)` or `sum(m in " + name + " : …)`");
}

// -- aggregates --

// What is taken of each member gives the argument its type.
void Typing::infer_each(ExprId e) {
  const grammar::Expr& x = node(e);
  if (x.count == 0) return fail(e);
  if (x.count > 1) as_condition(c_.ast.child(x, 0));
  const ExprId taken = c_.ast.child(x, x.count - 1);
  if (taken == 0) return fail(e);
  if (is_open(taken))
    set_open(e, open_[taken]);
  else
    set(e, type(taken));
}

void Typing::infer_aggregate(ExprId e, std::string_view name, Function::Takes takes,
                             const std::vector<ExprId>& arguments) {
  if (arguments.size() != 1 || node(arguments[0]).kind != ExprKind::each) {
    const bool told = std::any_of(arguments.begin(), arguments.end(), [&](ExprId a) { return is_error(a); });
    fit_all(arguments, Type{});
    if (told) return fail(e);
    const std::string function(name);
    wrong_operator(e, "`" + function + "` asks the members of one list")
        .help.push_back("write `" + function + "(m in " +
                        (c_.out.lists.empty() ? std::string("household") : std::string(c_.list_names()[0])) +
                        (takes == Function::Takes::conditions ? " : a condition)`" : " : a number)`"));
    return;
  }
  const ExprId each = arguments[0];
  if (takes == Function::Takes::conditions) return infer_count(e, each);
  if (takes == Function::Takes::numbers) return infer_sum(e, each);
  if (is_number(open_[each])) return set_open(e, open_[each]);
  const Type found = settle(each);
  if (found.base == Base::error) return fail(e);
  const ExprId taken = c_.ast.child(node(each), node(each).count - 1);
  if (!found.is_ordered()) {
    wrong_operator(e, "`" + std::string(name) + "` takes what has an order, but " + saying(taken));
  } else if (found.or_none) {
    fail(e);
    auto& d = c_.say(Code::type_may_be_none, node(taken).span,
                     "`" + std::string(name) + "` takes nothing that may be none");
    without_none_in(d, taken);
  } else {
    set(e, {found.base, true, found.of});  // of no members there is none
  }
}

void Typing::infer_count(ExprId e, ExprId each) {
  const grammar::Expr& x = node(each);
  set(e, {Base::whole, false, 0});
  as_condition(c_.ast.child(x, x.count - 1));
  set(each, {Base::yes_or_no, false, 0});
  if (x.count < 2) return;
  c_.say(Code::type_operator, node(c_.ast.child(x, 0)).span,
         "`count` takes one condition, found a `where` beside it")
      .help.push_back("write both after the colon, with `and`");
}

void Typing::infer_sum(ExprId e, ExprId each) {
  if (is_number(open_[each])) return set_open(e, open_[each]);
  const Type found = settle(each);
  if (found.base == Base::error) return fail(e);
  const ExprId taken = c_.ast.child(node(each), node(each).count - 1);
  if (found.is_number() && !found.or_none) return set(e, found);
  fail(e);
  auto& d = c_.say(found.is_number() ? Code::type_may_be_none : Code::type_operator, node(taken).span,
                   found.is_number() ? quote(taken) + " may be none: it cannot be added up"
                                     : "`sum` adds up numbers, but " + saying(taken));
  if (found.base == Base::yes_or_no) d.help.push_back("count members with `count(… : a condition)`");
  if (found.is_number()) without_none_in(d, taken);
}

// Every quantifier stands for one condition a member: the limit `expanded` bounds all of them together.
void Typing::count_members(ExprId root) {
  if (root == 0) return;
  for (std::size_t i = order_.size(); i-- > 0;) {
    const ExprId e = order_[i];
    const grammar::Expr& x = node(e);
    std::uint64_t all = 1;
    for (std::uint32_t k = 0; k < x.count; ++k) all += asked_[c_.ast.child(x, k)];
    if (x.kind == ExprKind::block)
      for (const grammar::Line& line : c_.ast.blocks[x.value].lines) all += asked_[line.condition];
    if (x.kind == ExprKind::quantifier || x.kind == ExprKind::each) {
      const Index list = c_.out.variables[c_.out.refs[e].index].list;
      if (list != nowhere) all *= c_.out.lists[list].at_most;
    }
    asked_[e] = std::min<std::uint64_t>(all, std::uint64_t{1} << 40);
  }
  const std::uint64_t limit = c_.in.limits.expanded;
  const bool within = asked_in_all_ <= limit;
  asked_in_all_ += asked_[root];
  if (!within || asked_in_all_ <= limit) return;
  c_.say(Code::list_limit, node(root).span,
         "what is asked of all members of all lists comes to more than " + std::to_string(limit) +
             " conditions and values (limit `expanded`)")
      .help.push_back(
          "let lists have fewer members, or quantifiers stand beside instead of inside one another");
}

}  // namespace eligo::check
