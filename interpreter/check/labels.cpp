// SPDX-License-Identifier: MIT
// Owns the search for what bears a label, by name.
#include "interpreter/check/labels.hpp"

#include <iterator>

namespace eligo::check {
namespace {

using grammar::Path;
using Kind = Entry::Kind;

template <typename Decl>
const Decl& body(const Context& c, const Entry& entry) {
  return std::get<Decl>(c.ast.decls[entry.decl].body);
}

// `id_kind.passport`, `id_kind.none`, `departments.name`
void member_labels(const Context& c, const Path& owner, std::vector<Labelled>& found) {
  const Entry type = c.type(owner.parts()[0].id);
  const auto add = [&](TextId label) { found.push_back({Kind::nothing, label, type.decl}); };
  const NameId member = owner.parts()[1].id;
  if (type.kind == Kind::enumeration) {
    const EnumDef& def = c.out.enums[type.index];
    const Index item = c.item(type.index, member);
    if (item != nowhere) add(def.values[item].label);
    if (def.lists_none && c.view(member) == "none") add(def.none_label);
  } else if (const grammar::FactDecl* field = field_of(c, owner)) {
    add(field->label);
  } else if (type.kind == Kind::table) {
    for (const TableDef::Column& column : c.out.tables[type.index].columns)
      if (column.name == member) add(column.label);
  }
}

}  // namespace

std::vector<Labelled> labels_of(const Context& c, const Path& owner) {
  std::vector<Labelled> found;
  const auto add = [&](const Entry& entry, TextId label) {
    found.push_back({entry.kind, label, entry.decl});
  };
  const Entry thing = c.thing(owner.id);
  switch (thing.kind) {
    case Kind::fact:
    case Kind::record:
      add(thing, body<grammar::FactDecl>(c, thing).label);
      break;
    case Kind::rule:
      add(thing, c.out.rules[thing.index].label);
      break;
    case Kind::value:
      add(thing, c.out.values[thing.index].label);
      break;
    case Kind::decision:
      add(thing, c.out.decisions[thing.index].label);
      break;
    case Kind::group:
      add(thing, c.out.groups[thing.index].label);
      break;
    default:
      break;
  }
  if (owner.id == c.out.ruleset) found.push_back({Kind::nothing, c.out.ruleset_label, c.header_decl});
  const Entry type = c.type(owner.id);
  if (type.kind == Kind::enumeration) add(type, c.out.enums[type.index].label);
  if (type.kind == Kind::table) add(type, c.out.tables[type.index].label);
  if (type.kind == Kind::record) add(type, c.out.records[type.index].label);
  const Entry source = c.source(owner.id);
  if (source.kind == Kind::source) add(source, body<grammar::SourceDecl>(c, source).title);
  if (owner.parts().size() == 2) member_labels(c, owner, found);
  return found;
}

const grammar::FactDecl* field_of(const Context& c, const Path& owner) {
  if (owner.parts().size() != 2) return nullptr;
  const Entry type = c.type(owner.parts()[0].id);
  if (type.kind != Kind::record) return nullptr;
  for (const RecordDef::Field& field : c.out.records[type.index].fields)
    if (field.name == owner.parts()[1].id) return field.syntax;
  return nullptr;
}

std::string_view what_word(grammar::TextEntry::What what) {
  constexpr std::string_view words[] = {"label",
                                        "question (`ask`)",
                                        "advice (`can change by`)",
                                        "sentence for yes",
                                        "sentence for no",
                                        "message (`otherwise`)",
                                        "steps"};
  static_assert(std::size(words) == static_cast<std::size_t>(grammar::TextEntry::What::steps) + 1);
  return words[static_cast<std::size_t>(what)];
}

}  // namespace eligo::check
