// SPDX-License-Identifier: MIT
// Owns what a word or path in an expression stands for, and what is said where it stands for nothing.
#include <algorithm>
#include <array>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/repeats.hpp"
#include "interpreter/check/typing.hpp"

namespace eligo::check {

using Kind = Entry::Kind;
using types::Base;

namespace {

bool is_same_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

void Typing::infer_name(ExprId e) {
  const Path& path = c_.ast.paths[node(e).value];
  const Entry entry = c_.thing(path.id);
  if (const Index of = variable(e); of != nowhere) {
    infer_member(e, of);
  } else if (entry.kind != Kind::nothing &&
             !(entry.kind == Kind::decision && c_.any_item(path.id) != nullptr)) {
    use(e, entry);
  } else if (path.parts().size() == 1) {
    set_open(e, Open::word);  // a value of the enum that the other side has, or a mistake
  } else if (!column(e, path)) {
    unknown(e);
    fail(e);
  }
}

void Typing::use(ExprId e, const Entry& entry) {
  Ref& ref = c_.out.refs[e];
  switch (entry.kind) {
    case Kind::fact:
      if (c_.out.facts[entry.index].list != nowhere) {
        list_as_value(e, entry);
        return;
      }
      ref = {Ref::Kind::fact, entry.index, nowhere};
      set(e, c_.out.facts[entry.index].type);
      return;
    case Kind::rule:
      ref = {Ref::Kind::rule, entry.index, nowhere};
      set(e, {Base::yes_or_no, false, 0});
      if (node_ != nowhere) c_.references.push_back({node_, entry.index, e});
      return;
    case Kind::value:
      ref = {Ref::Kind::value, entry.index, nowhere};
      set(e, c_.out.values[entry.index].type);
      if (node_ != nowhere)
        c_.references.push_back({node_, static_cast<Index>(c_.out.rules.size()) + entry.index, e});
      return;
    case Kind::group:
      ref = {Ref::Kind::group, entry.index, nowhere};
      set_open(e, Open::group);
      return;
    default:
      break;
  }
  auto& d = c_.say(
      Code::name_not_here, node(e).span,
      quote(e) + " is " + std::string(c_.article_word(entry.kind)) + ", expected a fact, rule or value");
  d.labels.push_back({c_.name_span(entry), "declared here"});
  d.help.push_back(entry.kind == Kind::record
                       ? "name one of its fields, after a dot"
                       : "put what both need into a rule, and name the rule in both places");
  fail(e);
}

// `department.open_since`: all but the last part must be a fact whose type is a table.
bool Typing::column(ExprId e, const Path& path) {
  const Index fact = c_.fact_before(path);
  if (fact == nowhere) return beyond_column(e, path);
  const Type owner = c_.out.facts[fact].type;
  const Index column = c_.column(fact, path.parts().back().id);
  if (column != nowhere) {
    Type type = c_.out.tables[owner.of].columns[column].type;
    if (type.base != Base::error) type.or_none = type.or_none || owner.or_none;
    c_.out.refs[e] = {Ref::Kind::column, fact, column};
    set(e, type);
  } else if (owner.base == Base::error) {
    fail(e);
  } else {
    unknown_column(e, path, fact);
  }
  return true;
}

// `street.zone.fee`, where `street.zone` is a column.
bool Typing::beyond_column(ExprId e, const Path& path) {
  std::string name;
  for (std::size_t i = 0; i + 2 < path.parts().size(); ++i) {
    name += (i == 0 ? "" : ".") + std::string(c_.view(path.parts()[i].id));
    const Entry entry = c_.thing(c_.names.find(name));
    const Index column = entry.kind == Kind::fact ? c_.column(entry.index, path.parts()[i + 1].id) : nowhere;
    if (column == nowhere) continue;
    fail(e);
    if (!c_.is_lost(path)) columns_end(path, i + 1, c_.out.tables[c_.out.facts[entry.index].type.of], column);
    return true;
  }
  return false;
}

void Typing::columns_end(const Path& path, std::size_t part, const TableDef& table, Index column) {
  const Word& beyond = path.parts()[part + 1];
  auto& d = c_.say(Code::name_unknown, path.span,
                   c_.tick(path.parts()[part].id) + " is a column of " + c_.tick(table.name) +
                       ", and a column has no columns of its own");
  const Type type = table.columns[column].type;
  if (type.base != Base::key) return;
  d.help.push_back("write " + c_.tick(beyond.id) + " into the table " + c_.tick(table.name) +
                   " too, or ask a fact whose type is " + c_.tick(c_.out.tables[type.of].name));
}

void Typing::unknown_column(ExprId e, const Path& path, Index fact) {
  fail(e);
  const Type type = c_.out.facts[fact].type;
  if (c_.is_lost(path)) return;
  if (c_.out.facts[fact].list != nowhere)
    return list_as_value(e, {Kind::fact, fact, c_.out.facts[fact].decl});
  const Word& last = path.parts().back();
  if (type.base != Base::key) {
    auto& d = c_.say(Code::name_unknown, node(e).span, quote(e) + " is not a fact, rule or value");
    c_.missed(path);
    if (!c_.suggest(d, node(e).span, c_.view(path.id), c_.thing_names()))
      d.help.push_back(c_.tick(c_.out.facts[fact].name) + " is " + c_.words(type) + ", which has no columns");
    return;
  }
  if (c_.is_broken(c_.table_decls[type.of])) return;
  const TableDef& table = c_.out.tables[type.of];
  std::vector<std::string_view> columns;
  for (const TableDef::Column& column : table.columns) columns.push_back(c_.view(column.name));
  auto& d =
      c_.say(Code::name_unknown, last.span, c_.tick(last.id) + " is not a column of " + c_.tick(table.name));
  c_.missed(path);
  c_.suggest(d, last.span, c_.view(last.id), columns);
}

// A word that is neither a thing nor was asked for as a value of an enum.
void Typing::unknown(ExprId e) {
  const Path& path = c_.ast.paths[node(e).value];
  if (!path || (open_[e] != Open::group && c_.may_be_thing(path) && !c_.is_misspelt(path))) return;
  if (const Entry entry = c_.thing(path.id); entry.kind == Kind::decision) return use(e, entry);
  if (open_[e] == Open::group) {
    const Index group = c_.out.refs[e].index;
    auto& d = c_.say(Code::name_not_here, node(e).span, quote(e) + " is a group, expected one value");
    d.labels.push_back({c_.name_span({Kind::group, 0, c_.group_decls[group]}), "declared here"});
    const bool negated = c_.sources.line_before(node(e).span).ends_with(" is not ");
    d.help.push_back((negated ? "ask with `is not one of " : "ask with `is one of ") +
                     std::string(c_.view(path.id)) + "`");
    return;
  }
  if (c_.in_broken && c_.lost.was_told_beside(path.parts()[0].id)) return;
  if (is_stray(path) || fields_behind_comma_.count({path.span.source, path.span.begin}) != 0) return;
  auto& d = c_.say(Code::name_unknown, node(e).span, quote(e) + " is not a fact, rule or value");
  c_.missed(path);
  if (unknown_habit(d, e)) return;
  if (const std::string meant = c_.column_meant(path); !meant.empty())
    return c_.offer(d, node(e).span, meant);
  std::vector<std::string_view> known = c_.thing_names();
  for (const std::string_view word : {"today", "always", "never", "none", "yes"}) known.push_back(word);
  c_.suggest(d, node(e).span, c_.view(path.id), known);
}

// The member of a list, behind the end of the condition that asks it.
bool Typing::is_stray(const Path& path) {
  const NameId member = path.parts()[0].id;
  const Span* const bound = path.parts().size() < 2 ? nullptr : member_named(member);
  if (bound == nullptr) return false;
  c_.strays.insert({path.span.source, path.span.begin});
  const auto before =
      std::find_if(strays_.begin(), strays_.end(), [&](const Stray& x) { return x.member == member; });
  if (before == strays_.end())
    strays_.push_back({member, path, *bound});
  else if (path.span.begin < before->path.span.begin)
    before->path = path;
  return true;
}

// Each member is said once in one body, where it is first named.
void Typing::say_strays() {
  for (const Stray& stray : strays_) {
    auto& d =
        c_.say(Code::name_unknown, stray.path.span, c_.tick(stray.path.id) + " is not a fact, rule or value");
    d.labels.push_back(
        {stray.bound, c_.tick(stray.member) + " is a member of a list in this condition only"});
    d.help.push_back("join the line to that condition with `and` or `or`, or ask the list again");
  }
  strays_.clear();
}

// `kind is one of a, b or c`, `kind is not a or b`: a value stands behind `or` or `and`, where the list goes on.
bool Typing::lost_from_list(text::Diagnostic& d, ExprId e, Index of_enum) const {
  const Span span = node(e).span;
  const auto without = [](std::string_view text,
                          std::size_t word) {  // its last word, and the blanks before it
    text.remove_suffix(word);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
  };
  std::string_view joined = without(c_.sources.line_before(span), 0);
  const bool is_not = joined.ends_with(" not");
  if (is_not) joined = without(joined, 4);
  const bool is_or = joined.ends_with(" or");
  if (!is_or && !joined.ends_with(" and")) return false;
  const std::string_view line = without(joined, is_or ? 3 : 4);
  const std::size_t is = line.rfind(" is ");
  if (is == std::string_view::npos) return false;
  std::string_view values = line.substr(is + 4);
  const bool negated = values.starts_with("not ");
  if (negated) values.remove_prefix(4);
  std::string_view last = values.starts_with("one of ") ? values.substr(7) : values;
  last.remove_prefix(std::min(last.size(), last.find_last_of(" ,") + 1));
  if (c_.item(of_enum, c_.names.find(last)) == nowhere) return false;
  const std::string value(c_.sources.view(span));
  if (is_not && !negated) {
    d.help.push_back("a comparison is written in whole: `… is not " + value + "`");
    return true;
  }
  const auto line_begin = static_cast<std::uint32_t>(span.begin - c_.sources.line_before(span).size());
  if (values.starts_with("one of ")) {
    const auto list_end = static_cast<std::uint32_t>(line_begin + line.size());
    d.help.push_back("the last value of a list stands behind a comma too: `…, " + value + "`");
    d.fixes.push_back({"write a comma", {{{span.source, list_end, span.begin}, ", "}}});
    return true;
  }
  const std::string one_of = negated ? "is not one of" : "is one of";
  if (values.find_first_of(" \"") != std::string_view::npos) {
    d.help.push_back("several values stand behind `" + one_of + "`, between commas");
    return true;
  }
  const std::string listed = one_of + " " + std::string(values) + ", " + value;
  d.help.push_back("several values stand behind `" + one_of + "`: `… " + listed + "`");
  const auto begin = static_cast<std::uint32_t>(line_begin + is + 1);
  d.fixes.push_back({"write `" + listed + "`", {{{span.source, begin, span.end}, listed}}});
  return true;
}

bool Typing::unknown_habit(text::Diagnostic& d, ExprId e) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> habits = {
      {{"true", "yes"},
       {"false", "no"},
       {"TRUE", "yes"},
       {"FALSE", "no"},
       {"null", "none"},
       {"nil", "none"},
       {"missing", "none"},
       {"now", "today"},
       {"empty", "none"},
       {"blank", "none"},
       {"oui", "yes"},
       {"non", "no"},
       {"vrai", "yes"},
       {"faux", "no"},
       {"toujours", "always"},
       {"jamais", "never"}}};
  const Path& path = c_.ast.paths[node(e).value];
  const NameId id = path.id;
  for (const auto& [habit, right] : habits) {
    if (c_.view(id) != habit) continue;
    c_.offer(d, node(e).span, std::string(right));
    return true;
  }
  if (const Context::ValueSlot* slot = c_.any_item(id)) {
    if (lost_from_list(d, e, slot->of_enum)) return true;
    const EnumDef& of = c_.out.enums[slot->of_enum];
    d.help.push_back(quote(e) + " is a value of " +
                     (of.name != 0 ? c_.tick(of.name) : std::string("an enum")) +
                     ": ask a fact of that type, as in `… is " + std::string(c_.view(id)) + "`");
    return true;
  }
  if (const Entry type = c_.type(path.parts()[0].id); type.kind != Kind::nothing) {
    const std::string name(c_.view(path.parts()[0].id));
    if (path.parts().size() == 2 && type.kind == Kind::enumeration &&
        c_.item(type.index, path.parts()[1].id) != nowhere) {
      const std::string value(c_.view(path.parts()[1].id));
      d.help.push_back("a value of an enum is written without it: `" + value + "`");
      d.fixes.push_back({"write `" + value + "`", {{node(e).span, value}}});
      return true;
    }
    d.help.push_back("`" + name + "` is " + std::string(c_.article_word(type.kind)) +
                     ": a type; name a fact that has it");
    const Base base = type.kind == Kind::table ? Base::key : Base::enumeration;
    for (const FactDef& fact : c_.out.facts) {
      if (fact.type.base != base || fact.type.of != type.index) continue;
      const std::string right =
          std::string(c_.view(fact.name)) + std::string(c_.view(id).substr(name.size()));
      d.help.back() =
          "did you mean `" + right + "`? `" + name + "` is " + std::string(c_.article_word(type.kind));
      d.fixes.push_back({"write `" + right + "`", {{node(e).span, right}}});
      break;
    }
    return true;
  }
  if (c_.foreign.count(id) != 0) {
    d.help.push_back(
        quote(e) + " is a decision of a file that `use` brings; only its rules, values and facts count here");
    return true;
  }
  if (c_.source(id).kind != Kind::nothing) {
    d.help.push_back(quote(e) + " is a source: cite it with `cites " + std::string(c_.view(id)) + "`");
    return true;
  }
  if (!c_.may_search(c_.ast.blocks.size())) return false;
  const Span* const line = line_named(id);
  if (line == nullptr) return false;
  d.labels.push_back({*line, "a line of that name"});
  d.help.emplace_back(line_is_no_condition);
  return true;
}

const Span* Typing::line_named(NameId name) {
  if (!lines_) {
    lines_.emplace();
    for (const grammar::Block& block : c_.ast.blocks)
      for (const grammar::Line& line : block.lines)
        if (line.name) lines_->emplace(line.name.id, line.name.span);
  }
  const auto at = lines_->find(name);
  return at == lines_->end() ? nullptr : &at->second;
}

const Span* Typing::member_named(NameId name) {
  if (!members_) {
    members_.emplace();
    for (const grammar::Binding& binding : c_.ast.bindings)
      members_->emplace(binding.variable.id, binding.variable.span);
  }
  const auto at = members_->find(name);
  return at == members_->end() ? nullptr : &at->second;
}

// A word where a value of an enum is due.
void Typing::unknown_value(ExprId e, Type due) {
  const Path& path = c_.ast.paths[node(e).value];
  if (!path || c_.is_lost(path) || c_.is_open_ended(due)) return;
  if (c_.may_be_thing(path) && text::nearest(c_.view(path.id), c_.values_of(due.of)).empty()) return;
  const EnumDef& of = c_.out.enums[due.of];
  if (const Entry type = c_.type(path.id); type.kind != Kind::nothing) {
    auto& d = c_.say(
        Code::type_value, node(e).span,
        quote(e) + " is " + std::string(c_.article_word(type.kind)) + ", a type: expected " + c_.words(due));
    d.labels.push_back({c_.name_span(type), "declared here"});
    return list_values(d, due.of);
  }
  const std::string of_name =
      of.name != 0 ? "of the values of " + c_.tick(of.name) : "of the values that are possible here";
  auto& d = c_.say(Code::type_value, node(e).span, quote(e) + " is not one " + of_name);
  c_.missed(Among::values, of.name, c_.view(path.id));
  c_.missed(path);                                // a group, perhaps
  for (const EnumDef::Item& value : of.values) {  // `France` for FR
    if (value.label == 0 || !is_same_but_for_case(c_.plain(value.label), c_.view(path.id))) continue;
    const std::string right(c_.view(value.name));
    d.help.push_back("write the value, not its label: `" + right + "`");
    d.fixes.push_back({"write `" + right + "`", {{node(e).span, right}}});
    return;
  }
  std::vector<std::string_view> known = c_.values_of(due.of);
  if (due.or_none && !of.lists_none) known.push_back("none");
  if (c_.suggest(d, node(e).span, c_.view(path.id), known)) return;
  if (const Context::ValueSlot* slot = c_.any_item(path.id)) {
    const EnumDef& other = c_.out.enums[slot->of_enum];
    d.labels.push_back(
        {other.values[slot->item].span,
         "a value of " + (other.name != 0 ? c_.tick(other.name) : std::string("another enum"))});
    return;
  }
  if (c_.suggest(d, node(e).span, c_.view(path.id), c_.thing_names())) return;
  list_values(d, due.of);
}

void Typing::list_values(text::Diagnostic& d, Index of_enum) const {
  const auto values = c_.values_of(of_enum);
  if (!values.empty()) d.help.push_back("its values are " + listed(values, 8));
}

}  // namespace eligo::check
