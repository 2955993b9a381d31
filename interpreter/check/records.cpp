// SPDX-License-Identifier: MIT
// Owns how a fact that is a record or a list becomes facts of one value each.
#include "interpreter/check/records.hpp"

namespace eligo::check {

using grammar::TypeExpr;
using grammar::TypeKind;
using Kind = Entry::Kind;

namespace {

class Expansion {
 public:
  explicit Expansion(Context& c) : c_(c) {}

  void run() {
    std::vector<FactDef> declared = std::move(c_.out.facts);
    c_.out.facts.clear();
    for (FactDef& fact : declared) {
      const TypeExpr& type = fact.syntax->type;
      if (type.kind == TypeKind::list)
        list(std::move(fact));
      else if (is_made_of_fields(c_, fact))
        record(fact);
      else
        add(std::move(fact));
    }
  }

 private:
  // The name means this fact from now on.
  void add(FactDef fact) {
    c_.make_room(fact.name);
    Entry& entry = c_.things[fact.name];
    const bool taken = entry.kind != Kind::nothing && entry.decl != fact.decl;
    if (!taken) entry = {Kind::fact, static_cast<Index>(c_.out.facts.size()), fact.decl};
    c_.out.facts.push_back(std::move(fact));
  }

  void add_field(const FactDef& whole, const std::string& prefix, const RecordDef::Field& field, Index list,
                 std::uint32_t member) {
    FactDef fact;
    fact.name = c_.names.intern(prefix + "." + std::string(c_.view(field.name)));
    fact.type = field.type;
    fact.is_private = whole.is_private || field.syntax->is_private;
    fact.decl = whole.decl;
    fact.syntax = field.syntax;
    fact.whole = whole.syntax;
    fact.member_of = list;
    fact.member = member;
    add(std::move(fact));
  }

  void record(const FactDef& fact) {
    const Index index = c_.type(fact.syntax->type.name.id).index;
    const std::string name(c_.view(fact.name));
    c_.things[fact.name] = {Kind::record, index, fact.decl};
    no_none(fact);
    for (const RecordDef::Field& field : c_.out.records[index].fields)
      add_field(fact, name, field, nowhere, 0);
  }

  void list(FactDef fact) {
    const TypeExpr& type = fact.syntax->type;
    const Index record = record_of(fact);
    if (record == nowhere || !is_counted(fact)) return add(std::move(fact));  // its type stays in error
    no_none(fact);
    ListDef def;
    def.fact = static_cast<Index>(c_.out.facts.size());
    def.record = record;
    def.at_most = type.at_most;
    def.fields = static_cast<std::uint32_t>(c_.out.records[record].fields.size());
    fact.type = {types::Base::whole, false, 0};
    fact.from = std::int64_t{0};
    fact.to = std::int64_t{type.at_most};
    fact.list = static_cast<Index>(c_.out.lists.size());
    c_.out.lists.push_back(def);
    const FactDef whole = fact;
    add(std::move(fact));
    for (std::uint32_t m = 0; m < def.at_most; ++m) {
      const std::string prefix = std::string(c_.view(whole.name)) + "[" + std::to_string(m + 1) + "]";
      for (const RecordDef::Field& field : c_.out.records[record].fields)
        add_field(whole, prefix, field, whole.list, m);
    }
  }

  static bool is_scalar(std::string_view word) {
    for (const std::string_view scalar : {"whole", "decimal", "money", "date", "version", "text"})
      if (word == scalar) return true;
    return false;
  }

  Index record_of(const FactDef& fact) {
    const Word& name = fact.syntax->type.name;
    const Entry entry = c_.type(name.id);
    if (entry.kind == Kind::record) return entry.index;
    if (!name || c_.is_broken(fact.decl) || c_.may_be(Space::types, name.id)) return nowhere;
    auto& d = c_.say(Code::name_unknown, name.span, c_.tick(name.id) + " is not a record");
    if (entry.kind == Kind::nothing) c_.missed(Among::types, 0, c_.view(name.id));
    if (is_scalar(c_.view(name.id)))
      d.help.push_back("a list is of records: declare a `record` with a field of that type");
    else if (entry.kind != Kind::nothing)
      d.help.push_back(c_.tick(name.id) + " is " + std::string(c_.article_word(entry.kind)) +
                       ": declare a record with a field of that type");
    else if (!c_.suggest(d, name.span, c_.view(name.id), c_.names_of(Kind::record)))
      d.help.push_back("declare it: `record " + std::string(c_.view(name.id)) + "`, its fields, and `end`");
    return nowhere;
  }

  bool is_counted(const FactDef& fact) {
    const TypeExpr& type = fact.syntax->type;
    if (type.at_most_span.size() == 0) return false;  // reported by the parser
    const Index record = c_.type(type.name.id).index;
    made_ += std::uint64_t{type.at_most} * (c_.out.records[record].fields.size() + 1);
    if (type.at_most >= 1 && type.at_most <= c_.in.limits.list_members && made_ <= c_.in.limits.expanded)
      return true;
    const bool one = type.at_most >= 1 && type.at_most <= c_.in.limits.list_members;
    c_.say(Code::list_limit, type.at_most_span,
           one ? "the lists have more than " + std::to_string(c_.in.limits.expanded) +
                     " fields together (limit `expanded`)"
               : "expected a number of members from 1 to " + std::to_string(c_.in.limits.list_members) +
                     " (limit `list_members`), found " + c_.quote(type.at_most_span));
    return false;
  }

  void no_none(const FactDef& fact) {
    if (!fact.syntax->type.or_none) return;
    const bool list = fact.syntax->type.kind == TypeKind::list;
    c_.say(
          Code::type_not_here, fact.syntax->type.span,
          list ? "a list is never none: it may have no members" : "a record is never none: its fields may be")
        .help.push_back(list ? "leave `or none` out" : "write `or none` at the fields that may be none");
  }

  Context& c_;
  std::uint64_t made_ = 0;
};

}  // namespace

bool is_made_of_fields(const Context& c, const FactDef& fact) {
  const TypeExpr& type = fact.syntax->type;
  if (c.is_broken(fact.decl) && c.lost.cuts(type)) return false;
  return type.kind == TypeKind::list ||
         (type.kind == TypeKind::named && c.type(type.name.id).kind == Kind::record);
}

void expand_facts(Context& c) {
  Expansion(c).run();
}

}  // namespace eligo::check
