// SPDX-License-Identifier: MIT
// Owns declared ranges, presumptions, and the finding of facts by name.
#include "interpreter/check/facts.hpp"

#include <unordered_map>

#include "interpreter/check/literals.hpp"
#include "interpreter/check/passes.hpp"

namespace eligo::check {

using Kind = Entry::Kind;

std::optional<Value> fact_value(Context& c, Typing& typing, Index fact, ExprId literal) {
  std::optional<Value> value = typing.literal(literal, c.out.facts[fact].type);
  if (!value || !is_within_range(c, fact, *value, c.ast[literal].span)) return std::nullopt;
  return value;
}

bool is_within_range(Context& c, Index fact, const Value& value, Span span) {
  const FactDef& def = c.out.facts[fact];
  if (types::is_none(value)) return true;
  const bool low = def.from && compare(value, *def.from) < 0;
  const bool high = def.to && compare(value, *def.to) > 0;
  if (!low && !high) return true;
  const Type bare{def.type.base, false, def.type.of};
  auto& d = c.say(Code::type_range, span,
                  c.quote(span) + " is outside the range of " + c.tick(def.name) + ", which goes" +
                      (def.from ? " from " + written(*def.from, bare, c.out) : "") +
                      (def.to ? " to " + written(*def.to, bare, c.out) : ""));
  d.labels.push_back({c.name_span({Kind::fact, fact, def.decl}), "declared here"});
  return false;
}

bool has_order(Context& c, Index fact, Span span) {
  const FactDef& def = c.out.facts[fact];
  if (def.type.base == types::Base::error || def.type.is_ordered()) return true;
  c.say(Code::test_given, span, c.tick(def.name) + " is " + c.words(def.type) + ", which has no order")
      .help.push_back("several possible values are written `one of (a, b)`");
  return false;
}

bool is_range(Context& c, Index fact, const types::Told& told, Span span) {
  if ((told.from && types::is_none(*told.from)) || (told.to && types::is_none(*told.to))) {
    c.say(Code::test_given, span, "a range neither begins nor ends with `none`")
        .help.push_back("write `" + std::string(c.view(c.out.facts[fact].name)) + " none`");
    return false;
  }
  if (told.from && told.to && compare(*told.from, *told.to) > 0) {
    c.say(Code::type_range, span, "the range ends before it begins")
        .help.push_back("the smaller one stands first");
    return false;
  }
  return true;
}

Index find_fact(Context& c, const Path& path) {
  const Entry entry = c.thing(path.id);
  if (entry.kind == Kind::fact) return entry.index;
  if (!path || (entry.kind == Kind::nothing && c.may_be_thing(path))) return nowhere;
  if (c.in_broken && c.lost.was_told_beside(path.parts()[0].id)) return nowhere;
  auto& d = c.say(entry.kind == Kind::nothing ? Code::name_unknown : Code::name_not_here, path.span,
                  c.quote(path.span) + " is not a fact");
  if (entry.kind == Kind::nothing) c.missed(path);
  if (entry.kind != Kind::nothing) {
    d.labels.push_back({c.name_span(entry), std::string(c.article_word(entry.kind))});
    d.help.push_back(entry.kind == Kind::record
                         ? "name one of its fields, after a dot"
                         : "only facts are told; rules, values and decisions follow from them");
  } else if (!c.suggest(d, path.span, c.view(path.id), c.names_of(Kind::fact))) {
    const NameId owner = path.parts()[0].id;
    if (path.parts().size() == 2 && c.thing(owner).kind == Kind::fact)
      d.help.push_back(c.tick(owner) + " is a fact; its columns are not told");
  }
  return nowhere;
}

bool is_length(Context& c, Index fact, std::size_t members, Span span) {
  const FactDef& def = c.out.facts[fact];
  const std::uint32_t most = c.out.lists[def.list].at_most;
  if (members <= most) return true;
  c.say(Code::test_given, span,
        c.tick(def.name) + " has at most " + std::to_string(most) + " members, found " +
            std::to_string(members));
  return false;
}

Index find_field(Context& c, const ListDef& list, const Path& path) {
  const RecordDef& record = c.out.records[list.record];
  std::vector<std::string_view> names;
  for (Index f = 0; f < list.fields; ++f) {
    if (record.fields[f].name == path.id) return f;
    names.push_back(c.view(record.fields[f].name));
  }
  if (!path || c.is_lost(path) || c.is_broken(record.decl)) return nowhere;
  auto& d =
      c.say(Code::name_unknown, path.span, c.quote(path.span) + " is not a field of " + c.tick(record.name));
  c.missed(Among::fields, record.name, c.view(path.id));
  c.suggest(d, path.span, c.view(path.id), names);
  return nowhere;
}

namespace {

void read_range(Context& c, Typing& typing, FactDef& fact) {
  const grammar::TypeExpr& declared = fact.syntax->type;
  const Type bare{fact.type.base, false, fact.type.of};
  fact.from = typing.literal(declared.from, bare);
  fact.to = typing.literal(declared.to, bare);
  if (!fact.from || !fact.to || compare(*fact.from, *fact.to) <= 0) return;
  auto& d = c.say(Code::type_range, text::join(c.ast[declared.from].span, c.ast[declared.to].span),
                  "the range ends before it begins");
  d.help.push_back("the smaller one stands first: `from " + written(*fact.to, bare, c.out) + " to " +
                   written(*fact.from, bare, c.out) + "`");
  fact.from.reset();
  fact.to.reset();
}

// A field's range is read once, whichever facts have it.
void read_field_ranges(Context& c, Typing& typing) {
  std::unordered_map<const grammar::FactDecl*, Index> read;
  for (Index i = 0; i < c.out.facts.size(); ++i) {
    FactDef& fact = c.out.facts[i];
    if (fact.whole == nullptr || c.is_broken(fact.decl) || !fact.type.is_ordered()) continue;
    const auto [at, fresh] = read.emplace(fact.syntax, i);
    if (fresh) {
      read_range(c, typing, fact);
    } else {
      fact.from = c.out.facts[at->second].from;
      fact.to = c.out.facts[at->second].to;
    }
  }
}

void presume(Context& c, Typing& typing, const grammar::PresumeDecl& presumption, Index decl) {
  const Index index = find_fact(c, presumption.fact);
  if (index == nowhere) return;
  FactDef& fact = c.out.facts[index];
  if (fact.list != nowhere) {
    c.say(Code::list_not_a_list, presumption.fact.span,
          c.tick(fact.name) + " is a list, which cannot be presumed")
        .help.push_back("presume a fact of one value, and ask it beside the list");
    return;
  }
  if (fact.presume_decl != nowhere) {
    auto& d = c.say(Code::presume_duplicate, presumption.fact.span, c.tick(fact.name) + " is presumed twice");
    const auto& first = std::get<grammar::PresumeDecl>(c.ast.decls[fact.presume_decl].body);
    d.labels.push_back({first.fact.span, "the first time"});
    d.help.push_back("a fact has one presumption: leave one of them out");
    return;
  }
  fact.presume_decl = decl;
  fact.presumed = fact_value(c, typing, index, presumption.value);
}

}  // namespace

void read_facts(Context& c, Typing& typing) {
  typing.set_node(nowhere);
  for (FactDef& fact : c.out.facts)
    if (!c.is_broken(fact.decl) && fact.type.is_ordered() && fact.whole == nullptr && fact.list == nowhere)
      read_range(c, typing, fact);
  read_field_ranges(c, typing);
  for (Index i = 0; i < c.ast.decls.size(); ++i) {
    const grammar::Decl& decl = c.ast.decls[i];
    const auto* presumption = std::get_if<grammar::PresumeDecl>(&decl.body);
    if (presumption != nullptr && c.counts(decl)) presume(c, typing, *presumption, i);
  }
}

}  // namespace eligo::check
