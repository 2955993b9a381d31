// SPDX-License-Identifier: MIT
// Owns how the passes look names up and how they speak of types and places.
#include "interpreter/check/context.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/misdeclared.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::check {
namespace {

constexpr std::size_t longest_quote = 48;
constexpr std::size_t most_walked = 200'000;  // names, to make messages better

// Of keys too short to be near to one another: that share a character in one place.
bool is_like(std::string_view word, std::string_view other) {
  if (!text::nearest(word, {&other, 1}).empty()) return true;
  return word.size() == 2 && other.size() == 2 && (word[0] == other[0] || word[1] == other[1]);
}

}  // namespace

Context::Context(const Input& input)
    : in(input), ast(*input.ast), names(*input.names), sources(*input.sources), lost(input) {
  names.intern("coverage");
  const std::size_t count = names.size();
  things.resize(count);
  types.resize(count);
  source_names.resize(count);
  first_value.assign(count, nowhere);
  own_.assign(sources.size(), 0);
  for (const Unit& unit : in.units) own_[unit.source] = unit.own ? 2 : 1;
}

Index Context::item(Index of_enum, NameId name) const {
  Index slot = name < first_value.size() ? first_value[name] : nowhere;
  while (slot != nowhere && value_slots[slot].of_enum != of_enum) slot = value_slots[slot].next;
  return slot == nowhere ? nowhere : value_slots[slot].item;
}

Index Context::fact_before(const Path& path) const {
  if (path.parts().size() < 2) return nowhere;
  const std::string_view whole = view(path.id);
  const bool short_path = path.parts().size() == 2;
  const Entry entry = thing(short_path ? path.parts()[0].id : names.find(whole.substr(0, whole.rfind('.'))));
  return entry.kind == Entry::Kind::fact ? entry.index : nowhere;
}

Index Context::column(Index fact, NameId name) const {
  const Type type = out.facts[fact].type;
  if (type.base != types::Base::key) return nowhere;
  const TableDef& table = out.tables[type.of];
  for (Index i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return i;
  return nowhere;
}

const Context::ValueSlot* Context::any_item(NameId name) const {
  const Index slot = name < first_value.size() ? first_value[name] : nowhere;
  return slot == nowhere ? nullptr : &value_slots[slot];
}

bool Context::is_lost(const Path& path) const {
  if (is_lost(path.id)) return true;
  return std::any_of(path.parts().begin(), path.parts().end(), [&](const Word& w) { return is_lost(w.id); });
}

bool Context::may_be_thing(const Path& path) const {
  if (may_be(Space::things, path.id) || is_lost(path)) return true;
  const std::string_view whole = view(path.id);
  for (std::size_t end = whole.find_first_of(".["); end != std::string_view::npos;
       end = whole.find_first_of(".[", end + 1)) {
    const NameId beginning = names.find(whole.substr(0, end));
    const Entry entry = thing(beginning);
    if (is_lost(beginning)) return true;
    if (entry.kind == Entry::Kind::fact && out.facts[entry.index].type.base == types::Base::error)
      return true;
    if (entry.kind == Entry::Kind::record && is_broken(out.records[entry.index].decl)) return true;
    if (entry.kind == Entry::Kind::fact && out.facts[entry.index].list != nowhere &&
        is_broken(out.records[out.lists[out.facts[entry.index].list].record].decl))
      return true;
  }
  return false;
}

bool Context::has_stray(Span whole) const {
  const auto first = strays.lower_bound({whole.source, whole.begin});
  return first != strays.end() && first->first == whole.source && first->second < whole.end;
}

bool Context::is_open_ended(Type type) const {
  if (type.base == types::Base::enumeration) return is_broken(enum_decls[type.of]);
  if (type.base == types::Base::key) return is_broken(table_decls[type.of]) || table_unsure[type.of];
  return false;
}

bool Context::belongs(const grammar::Decl& decl) const {
  if (!is_unit(decl.span.source)) return false;
  const auto index = static_cast<std::size_t>(&decl - ast.decls.data());
  if (index < idle_decls.size() && idle_decls[index]) return false;
  return is_own(decl.span.source) || !(std::holds_alternative<grammar::RulesetDecl>(decl.body) ||
                                       std::holds_alternative<grammar::DecisionDecl>(decl.body) ||
                                       std::holds_alternative<grammar::PresumeDecl>(decl.body) ||
                                       std::holds_alternative<grammar::TestDecl>(decl.body) ||
                                       std::holds_alternative<grammar::TestsFromDecl>(decl.body));
}

bool Context::misspells_none(Type type) {
  if (type.base != types::Base::enumeration || out.enums[type.of].lists_none) return false;
  none_said_.resize(out.enums.size());
  if (none_said_[type.of]) return true;
  const EnumDef& of = out.enums[type.of];
  if (!may_search(of.values.size())) return false;
  constexpr std::string_view none = "none";
  const auto value = std::find_if(of.values.begin(), of.values.end(), [&](const EnumDef::Item& item) {
    return !text::nearest(view(item.name), {&none, 1}).empty();
  });
  if (value == of.values.end()) return false;
  none_said_[type.of] = true;
  auto& d = say(Code::type_never_none, value->span,
                tick(value->name) + " is a value here, and elsewhere `none` is");
  d.help.push_back("did you mean `none`?");
  d.fixes.push_back({"write `none`", {{value->span, "none"}}});
  return true;
}

// One key of two that are alike was meant to be another, which it resembles.
bool Context::may_be_key(Type type, std::string_view written) {
  if (type.base != types::Base::key) return false;
  const LostRows& lost_here = lost_rows[type.of];
  const std::size_t count = lost_here.rows.size() + lost_here.keys.size();
  return is_open_ended(type) || (count > 0 && !may_search(count)) ||
         std::any_of(lost_here.rows.begin(), lost_here.rows.end(),
                     [&](Span row) { return sources.view(row).find(written) != std::string_view::npos; }) ||
         std::any_of(lost_here.keys.begin(), lost_here.keys.end(),
                     [&](std::string_view key) { return is_like(written, key); });
}

text::Diagnostic& Context::say(Code code, Span span, std::string message) {
  if (said_.size() >= std::size_t{20} * in.limits.diagnostics + 1) {
    ++unsaid_;
    return beyond_ = text::Diagnostic{};
  }
  return said_.emplace_back(text::say(code, span, std::move(message)));
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

void Context::offer(text::Diagnostic& d, Span span, const std::string& meant) {
  d.help.push_back("did you mean `" + meant + "`?");
  d.fixes.push_back({"write `" + meant + "`", {{span, meant}}});
}

bool Context::suggest(text::Diagnostic& d, Span span, std::string_view word,
                      const std::vector<std::string_view>& among) {
  if (!may_search(among.size())) return false;
  const std::string_view near = text::nearest(word, among);
  if (near.empty()) return false;
  offer(d, span, std::string(near));
  return true;
}

void Context::add(text::Diagnostic said) {
  say(said.code, said.span, {}) = std::move(said);
}

bool Context::may_search(std::size_t names_walked) {
  walked_ += names_walked;
  return walked_ <= most_walked;
}

text::Diagnostics Context::take() {
  say_at_declaration(*this, said_);
  text::sort(said_, sources);
  const std::size_t limit = in.limits.diagnostics;
  if (said_.size() > limit) {
    unsaid_ += said_.size() - limit;
    said_.resize(limit);
  }
  if (unsaid_ > 0) {
    const Span last = said_.empty() ? Span{} : said_.back().span;
    said_.push_back(text::say(Code::limit_diagnostics, last,
                              "expected at most " + std::to_string(limit) +
                                  " findings in one ruleset, found " + std::to_string(unsaid_) + " more"));
  }
  return std::move(said_);
}

std::string Context::quote(Span span) const {
  std::string said = "`";
  bool blank = false;
  for (const char c : sources.view(span)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = said.size() > 1;
      continue;
    }
    if (blank) said += ' ';
    blank = false;
    if (said.size() > longest_quote && (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      said += "…";
      break;
    }
    said += c;
  }
  return said + "`";
}

std::string Context::words(Type type) const {
  std::string said;
  switch (type.base) {
    case types::Base::error:
      return "something";
    case types::Base::yes_or_no:
      said = "yes or no";
      break;
    case types::Base::whole:
      said = "a whole number";
      break;
    case types::Base::decimal:
      said = "a decimal number";
      break;
    case types::Base::money:
      said = "an amount of money";
      break;
    case types::Base::date:
      said = "a date";
      break;
    case types::Base::version:
      said = "a version";
      break;
    case types::Base::text:
      said = "a text";
      break;
    case types::Base::key:
      said = "a key of " + tick(out.tables[type.of].name);
      break;
    case types::Base::enumeration: {
      const EnumDef& e = out.enums[type.of];
      if (e.name != 0) {
        said = "one of the values of " + tick(e.name);
        break;
      }
      said = "one of ";
      for (std::size_t i = 0; i < e.values.size() && i < 4; ++i)
        said += (i == 0 ? "" : ", ") + tick(e.values[i].name);
      if (e.values.size() > 4) said += ", …";
      break;
    }
  }
  const bool listed = type.base == types::Base::enumeration && out.enums[type.of].lists_none;
  return type.or_none && !listed ? said + " or none" : said;
}

std::string Context::plain(TextId id) const {
  std::string said;
  for (const grammar::TextPiece& piece : ast.pieces_of(id)) said += piece.characters;
  return types::nfc(said);
}

std::vector<std::string_view> Context::thing_names() const {
  std::vector<std::string_view> all;
  if (walked_ > most_walked) return all;
  for (const FactDef& fact : out.facts)
    if (fact.member_of == nowhere) all.push_back(view(fact.name));
  for (const RuleDef& rule : out.rules) all.push_back(view(rule.name));
  for (const ValueDef& value : out.values) all.push_back(view(value.name));
  return all;
}

std::vector<std::string_view> Context::list_names() const {
  std::vector<std::string_view> all;
  for (const ListDef& list : out.lists) all.push_back(view(out.facts[list.fact].name));
  return all;
}

std::vector<std::string_view> Context::names_of(Entry::Kind kind) const {
  std::vector<std::string_view> all;
  if (walked_ > most_walked) return all;
  const auto add = [&](const auto& list) {
    for (const auto& def : list)
      if (def.name != 0) all.push_back(view(def.name));
  };
  switch (kind) {
    case Entry::Kind::fact:
      add(out.facts);
      break;
    case Entry::Kind::rule:
      add(out.rules);
      break;
    case Entry::Kind::value:
      add(out.values);
      break;
    case Entry::Kind::decision:
      add(out.decisions);
      break;
    case Entry::Kind::group:
      add(out.groups);
      break;
    case Entry::Kind::enumeration:
      add(out.enums);
      break;
    case Entry::Kind::table:
      add(out.tables);
      break;
    case Entry::Kind::record:
      add(out.records);
      break;
    case Entry::Kind::source:
      add(out.sources);
      break;
    case Entry::Kind::nothing:
      break;
  }
  return all;
}

std::vector<std::string_view> Context::values_of(Index of_enum) const {
  std::vector<std::string_view> all;
  for (const EnumDef::Item& value : out.enums[of_enum].values) all.push_back(view(value.name));
  if (out.enums[of_enum].lists_none) all.push_back("none");
  return all;
}

Span Context::name_span(Entry entry) const {
  return std::visit(
      [](const auto& decl) -> Span {
        if constexpr (requires { decl.name; })
          return decl.name.span;
        else
          return {};
      },
      ast.decls[entry.decl].body);
}

std::string_view Context::kind_word(Entry::Kind kind) {
  switch (kind) {
    case Entry::Kind::nothing:
      return "nothing";
    case Entry::Kind::fact:
      return "fact";
    case Entry::Kind::rule:
      return "rule";
    case Entry::Kind::value:
      return "value";
    case Entry::Kind::decision:
      return "decision";
    case Entry::Kind::group:
      return "group";
    case Entry::Kind::enumeration:
      return "enum";
    case Entry::Kind::table:
      return "table";
    case Entry::Kind::record:
      return "record";
    case Entry::Kind::source:
      return "source";
  }
  return "";
}

std::string_view Context::article_word(Entry::Kind kind) {
  switch (kind) {
    case Entry::Kind::nothing:
      return "not declared";
    case Entry::Kind::fact:
      return "a fact";
    case Entry::Kind::rule:
      return "a rule";
    case Entry::Kind::value:
      return "a value";
    case Entry::Kind::decision:
      return "a decision";
    case Entry::Kind::group:
      return "a group";
    case Entry::Kind::enumeration:
      return "an enum";
    case Entry::Kind::table:
      return "a table";
    case Entry::Kind::record:
      return "a record";
    case Entry::Kind::source:
      return "a source";
  }
  return "";
}

}  // namespace eligo::check
