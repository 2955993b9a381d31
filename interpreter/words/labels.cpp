// SPDX-License-Identifier: MIT
// Owns which words of the rule file stand for a thing, and what stands for it where the rule file has none.
#include <algorithm>
#include <set>

#include "interpreter/words/layout.hpp"
#include "interpreter/words/owners.hpp"
#include "interpreter/words/privacy.hpp"
#include "interpreter/words/words.hpp"

namespace eligo::words {
namespace {

using check::Checked;
using check::Ref;

TextId translated(const Context& context, TextId text) {
  if (context.language >= context.checked.translations.size()) return text;
  const auto& translations = context.checked.translations[context.language];
  const auto found = translations.find(text);
  return found == translations.end() ? text : found->second;
}

/// The last resort: a name with its joints opened, `id.kind` -> "id kind".
std::string opened(const Context& context, check::NameId name) {
  std::string words(context.checked.names->view(name));
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return words;
}

std::string label_or_name(const Context& context, TextId label, check::NameId name) {
  return label != 0 ? fill(context, label) : opened(context, name);
}

types::Type type_of(const Checked& checked, const Ref& ref) {
  switch (ref.kind) {
    case Ref::Kind::fact:
      return checked.facts[ref.index].type;
    case Ref::Kind::value:
      return checked.values[ref.index].type;
    case Ref::Kind::column:
      return checked.tables[checked.facts[ref.index].type.of].columns[ref.second].type;
    case Ref::Kind::today:
      return {types::Base::date, false, 0};
    case Ref::Kind::rule:
      return {types::Base::yes_or_no, false, 0};
    case Ref::Kind::nothing:
    case Ref::Kind::enum_value:
    case Ref::Kind::group:
    case Ref::Kind::list:
    case Ref::Kind::member:
      break;
  }
  return {};
}

types::Value cell_of(const Context& context, const Ref& column, const types::Value& key) {
  if (types::is_none(key)) return types::None{};
  const auto& cells =
      context.checked.tables[context.checked.facts[column.index].type.of].columns[column.second].cells;
  return cells[std::get<types::Item>(key).index];
}

std::optional<types::Value> cell_of(const Context& context, const Ref& column) {
  const std::optional<types::Value> key = context.lookup({Ref::Kind::fact, column.index, check::nowhere});
  if (!key) return std::nullopt;
  return cell_of(context, column, *key);
}

std::optional<types::Value> known(const Context& context, const Ref& ref) {
  if (ref.kind == Ref::Kind::today) return types::Value(context.as_of);
  if (!context.lookup) return std::nullopt;
  std::optional<types::Value> value = context.lookup(ref);
  if (!value && ref.kind == Ref::Kind::column) value = cell_of(context, ref);
  return value;
}

/// What a fact's column may be, printed, each once: of the keys that are told, what stands in their rows.
std::vector<std::string> cells_in_part(const Context& context, const Ref& column, const types::Told& keys) {
  const types::Type type = type_of(context.checked, column);
  std::vector<std::string> cells;
  std::set<std::string> seen;
  for (const types::Value& key : keys.values) {
    std::string cell = print(context, cell_of(context, column, key), type);
    if (seen.insert(cell).second) cells.push_back(std::move(cell));
  }
  return cells;
}

std::string print_placeholder(const Context& context, const Ref& ref) {
  const Language& language = phrases(context);
  if (context.hide_private && is_private(context.checked, ref)) return std::string(language.withheld);
  const types::Type type = type_of(context.checked, ref);
  if (const std::optional<types::Value> value = known(context, ref)) return print(context, *value, type);
  if (ref.kind == Ref::Kind::value && context.in_part) {
    const std::optional<types::Told> part = context.in_part(ref);
    return part ? language.in_part(print(context, *part, type)) : std::string(language.not_told);
  }
  const bool can_be_told = ref.kind == Ref::Kind::fact || ref.kind == Ref::Kind::column;
  const types::Told* told = can_be_told && context.told ? context.told(ref.index) : nullptr;
  if (told == nullptr) return std::string(language.not_told);
  if (ref.kind == Ref::Kind::fact) return language.in_part(print(context, *told, type));
  const std::vector<std::string> cells = cells_in_part(context, ref, *told);
  return cells.size() == 1 ? cells[0] : language.in_part(language.any_of(cells));
}

/// The label of the record, where this is the only list of such.
TextId label_of_members(const Checked& checked, const check::ListDef& list) {
  const auto among = std::count_if(checked.lists.begin(), checked.lists.end(),
                                   [&](const check::ListDef& other) { return other.record == list.record; });
  const Index decl = checked.records[list.record].decl;
  const auto* record =
      decl == check::nowhere ? nullptr : std::get_if<grammar::RecordDecl>(&checked.ast->decls[decl].body);
  return record != nullptr && among == 1 ? record->label : 0;
}

/// Which member (from 0) of a list.
std::string member(const Context& context, const check::ListDef& list, std::uint32_t position) {
  const Language& language = phrases(context);
  if (const TextId kind = label_of_members(context.checked, list); kind != 0)
    return language.member(fill(context, kind), position + 1);
  const grammar::FactDecl& fact = *context.checked.facts[list.fact].syntax;
  return language.member_of(label_or_name(context, fact.label != 0 ? fact.label : fact.ask, fact.name.id),
                            position + 1);
}

// A field of a record is said to be of its fact, or of which member of its list.
std::string in_whole(const Context& context, Index fact, const std::string& what, bool is_question) {
  const check::FactDef& def = context.checked.facts[fact];
  if (def.whole == nullptr) return what;
  const Language& language = phrases(context);
  if (def.member_of == check::nowhere) {
    const TextId title = def.whole->label != 0 ? def.whole->label : def.whole->ask;
    return language.titled(label_or_name(context, title, def.whole->name.id), what);
  }
  const std::string whose = member(context, context.checked.lists[def.member_of], def.member);
  return is_question ? language.titled(whose, what) : whose + ", " + what;
}

std::string plain_label_of_line(const Context& context, Index line);

}  // namespace

std::uint32_t language_index(const check::Checked& checked, std::string_view code) {
  for (std::uint32_t i = 0; i < checked.languages.size(); ++i) {
    if (checked.names->view(checked.languages[i]) == code) return i;
  }
  return 0;
}

const Language& phrases(const Context& context) {
  if (context.spoken != nullptr) return *context.spoken;
  const Checked& checked = context.checked;
  for (const std::uint32_t i : {context.language, std::uint32_t{0}}) {
    if (i >= checked.languages.size()) continue;
    if (const Language* found = find_language(checked.names->view(checked.languages[i]))) return *found;
  }
  return english;
}

std::string fill(const Context& context, TextId text) {
  const TextId id = translated(context, text);
  const auto pieces = context.checked.ast->pieces_of(id);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].path == 0) {
      out += pieces[i].characters;
    } else {
      const auto& refs = context.checked.placeholders;
      out += print_placeholder(context, id < refs.size() && i < refs[id].size() ? refs[id][i] : Ref{});
    }
  }
  return clean(out);
}

std::string unfilled(const Context& context, TextId text) {
  std::string out;
  const grammar::Ast& ast = *context.checked.ast;
  for (const grammar::TextPiece& piece : ast.pieces_of(translated(context, text))) {
    if (piece.path != 0) {
      ((out += '{') += context.checked.names->view(ast.paths[piece.path].id)) += '}';
    } else {
      out += piece.characters;
    }
  }
  return out;
}

std::string title_of(const Context& context) {
  return label_or_name(context, context.checked.ruleset_label, context.checked.ruleset);
}

std::string label_of_fact(const Context& context, Index fact) {
  const grammar::FactDecl& decl = *context.checked.facts[fact].syntax;
  const TextId text = decl.label != 0 ? decl.label : decl.ask;
  return in_whole(context, fact, label_or_name(context, text, decl.name.id),
                  decl.label == 0 && decl.ask != 0);
}

std::string label_of_member(const Context& context, Index field) {
  const check::FactDef& def = context.checked.facts[field];
  return member(context, context.checked.lists[def.member_of], def.member);
}

std::string question_of(const Context& context, Index fact) {
  const grammar::FactDecl& decl = *context.checked.facts[fact].syntax;
  return decl.ask == 0 ? "" : in_whole(context, fact, fill(context, decl.ask), true);
}

std::string change_of(const Context& context, Index fact) {
  return fill(context, context.checked.facts[fact].syntax->can_change_by);
}

std::string label_of_rule(const Context& context, Index rule) {
  const check::RuleDef& def = context.checked.rules[rule];
  return label_or_name(context, def.label, def.name);
}

std::string label_of_value(const Context& context, Index value) {
  const check::ValueDef& def = context.checked.values[value];
  return label_or_name(context, def.label, def.name);
}

std::string label_of_decision(const Context& context, Index decision) {
  const check::DecisionDef& def = context.checked.decisions[decision];
  return label_or_name(context, def.label, def.name);
}

std::string label_of_enum_value(const Context& context, Index enumeration, Index value) {
  const check::EnumDef::Item& item = context.checked.enums[enumeration].values[value];
  return label_or_name(context, item.label, item.name);
}

std::string label_of_none(const Context& context, types::Type type) {
  if (type.base == types::Base::enumeration) {
    const TextId label = context.checked.enums[type.of].none_label;
    if (label != 0) return fill(context, label);
  }
  return phrases(context).none(type.base);
}

std::string label_of_row(const Context& context, Index table, Index row) {
  const check::TableDef& def = context.checked.tables[table];
  if (def.shown_as != check::nowhere) {
    const check::TableDef::Column& column = def.columns[def.shown_as];
    if (!types::is_none(column.cells[row])) return print(context, column.cells[row], column.type);
  }
  const check::TableDef::Column& key = def.columns[def.key];
  return print(context, key.cells[row], key.type);
}

std::string label_of_line(const Context& context, Index line) {
  const Checked& checked = context.checked;
  if (line >= checked.lines.size()) return title_of(context);
  std::string label = plain_label_of_line(context, line);
  const check::LineDef& def = checked.lines[line];
  std::uint32_t variable = checked.scope(def.condition);
  for (std::size_t i = def.members.size(); i-- > 0 && variable != check::nowhere;) {
    label = member(context, checked.lists[checked.variables[variable].list], def.members[i]) + ", " + label;
    variable = checked.variables[variable].outer;
  }
  return label;
}

namespace {

// Without the members that it is about.
std::string plain_label_of_line(const Context& context, Index line) {
  const Checked& checked = context.checked;
  const Called called = called_by(checked, line);
  switch (called.by) {
    case Called::By::label:
      return fill(context, called.label);
    case Called::By::fact:
      return label_of_fact(context, called.index);
    case Called::By::rule:
      return label_of_rule(context, called.index);
    case Called::By::coverage:
      return std::string(phrases(context).coverage);
    case Called::By::owner:
      break;
  }
  const Owner owner = owner_of(checked, line);
  if (owner.kind == Owner::Kind::rule && (called.name == 0 || checked.rules[owner.index].label != 0)) {
    return label_of_rule(context, owner.index);
  }
  if (called.name != 0) return opened(context, called.name);
  return owner.kind == Owner::Kind::decision ? label_of_decision(context, owner.index) : title_of(context);
}

}  // namespace

}  // namespace eligo::words
