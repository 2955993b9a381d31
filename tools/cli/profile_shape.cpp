// SPDX-License-Identifier: MIT
// The shape of a profile: a blank one to fill in, and its JSON Schema.
#include "tools/cli/profile_shape.hpp"

#include <algorithm>
#include <utility>

#include "tools/cli/patterns.hpp"
#include "tools/render/json.hpp"

namespace eligo::cli {
namespace {

using render::JsonWriter;

/// Facts grouped by the dots of their names: `id` holds `kind`, `country` …
struct Node {
  std::string name;
  const FactInfo* fact = nullptr;  // null: a group
  std::vector<Node> parts;
};

Node tree_of(const std::vector<FactInfo>& facts) {
  Node root;
  for (const FactInfo& fact : facts) {
    if (fact.list) continue;  // its list holds it
    Node* at = &root;
    for (std::size_t begin = 0; begin <= fact.name.size();) {
      const std::size_t end = std::min(fact.name.find('.', begin), fact.name.size());
      const std::string part = fact.name.substr(begin, end - begin);
      const auto found = std::find_if(at->parts.begin(), at->parts.end(),
                                      [&](const Node& each) { return each.name == part; });
      if (found != at->parts.end()) {
        at = &*found;
      } else {
        at->parts.push_back({part, nullptr, {}});
        at = &at->parts.back();
      }
      begin = end + 1;
    }
    at->fact = &fact;
  }
  return root;
}

/// The fields of a list's first member: all of them have the same.
std::vector<const FactInfo*> fields_of(const FactInfo& list, const std::vector<FactInfo>& facts) {
  std::vector<const FactInfo*> fields;
  for (const FactInfo& fact : facts)
    if (fact.list && facts[*fact.list].name == list.name && fact.member == 1) fields.push_back(&fact);
  return fields;
}

/// A list is not told: a blank member would say that there is one. `blank_member` shows its shape.
void write_blank(JsonWriter& json, const Node& node) {
  json.object();
  for (const Node& part : node.parts) {
    json.key(part.name);
    if (part.fact == nullptr) {
      write_blank(json, part);
    } else {
      json.null();
    }
  }
  json.end();
}

bool is_ordered(FactKind kind) {
  return kind == FactKind::whole || kind == FactKind::decimal || kind == FactKind::money ||
         kind == FactKind::date || kind == FactKind::version;
}

/// Texts that match all of the patterns.
void write_patterns(JsonWriter& json, const std::vector<std::string>& patterns) {
  json.object().key("type").text("string");
  if (patterns.size() == 1) {
    json.key("pattern").text(patterns[0]);
  } else {
    json.key("allOf").array();
    for (const std::string& pattern : patterns) json.object().key("pattern").text(pattern).end();
    json.end();
  }
  json.end();
}

constexpr const char* least_whole = "-9223372036854775808";
constexpr const char* most_whole = "9223372036854775807";

/// A number, or its digits in quotes.
void write_number(JsonWriter& json, const FactInfo& fact) {
  const bool is_whole = fact.kind == FactKind::whole;
  const std::string from = fact.from ? fact.from->text : is_whole ? least_whole : "";
  const std::string to = fact.to ? fact.to->text : is_whole ? most_whole : "";
  json.key("anyOf").array();
  json.object().key("type").text(is_whole ? "integer" : "number");
  if (!from.empty()) json.key("minimum").raw(from);
  if (!to.empty()) json.key("maximum").raw(to);
  // The limit `told_integer_digits`.
  if (from.empty()) json.key("exclusiveMinimum").raw("-1e20");
  if (to.empty()) json.key("exclusiveMaximum").raw("1e20");
  json.end();
  std::vector<std::string> patterns = {number_pattern(is_whole)};
  if (!from.empty()) patterns.push_back(number_at_least(from, is_whole));
  if (!to.empty()) patterns.push_back(number_at_most(to, is_whole));
  write_patterns(json, patterns);
  json.end();
}

/// A pattern for how else the values of a fact may be spelled; "" where each has one spelling.
std::string other_spellings(const FactInfo& fact) {
  const FactKind kind = fact.kind == FactKind::key ? fact.key_kind : fact.kind;
  std::string others;
  for (const Choice& choice : fact.choices) {
    std::string other;
    if (kind == FactKind::whole) other = same_whole(choice.value);
    if (kind == FactKind::version) other = same_version(choice.value);
    const std::string any_apostrophe = same_text(choice.value, true);
    if (kind == FactKind::text && any_apostrophe != same_text(choice.value, false)) other = any_apostrophe;
    if (!other.empty()) others += (others.empty() ? "" : "|") + other;
  }
  return others.empty() ? "" : "^(?:" + others + ")$";
}

void write_choices(JsonWriter& json, const FactInfo& fact) {
  const std::string others = other_spellings(fact);
  if (!others.empty()) json.key("anyOf").array().object();
  json.key("enum").array();
  for (const Choice& choice : fact.choices) json.text(choice.value);
  json.end();
  if (others.empty()) return;
  json.end();
  write_patterns(json, {others});
  json.end();
}

/// The schema of one value of a fact, `none` left out.
void write_value(JsonWriter& json, const FactInfo& fact) {
  const auto between = [&](std::string pattern, auto at_least, auto at_most, const std::string& least) {
    const std::string from = fact.from ? fact.from->text : least;
    std::vector<std::string> patterns = {std::move(pattern)};
    if (!from.empty()) patterns.push_back(at_least(from));
    if (fact.to) patterns.push_back(at_most(fact.to->text));
    json.key("allOf").array();
    write_patterns(json, patterns);
    json.end();
  };
  json.object();
  switch (fact.kind) {
    case FactKind::yes_or_no:
      json.key("enum").array().yes_no(true).yes_no(false).text("yes").text("no").end();
      break;
    case FactKind::whole:
    case FactKind::decimal:
    case FactKind::money:
      write_number(json, fact);
      break;
    case FactKind::date:
      between(date_pattern(), date_at_least, date_at_most, "0001-01-01");
      break;
    case FactKind::version:
      between(version_pattern(), version_at_least, version_at_most, "");
      break;
    case FactKind::text:
      json.key("type").text("string");
      break;
    case FactKind::list:  // its members have schemas of their own
      break;
    case FactKind::enumeration:
    case FactKind::key:
      write_choices(json, fact);
      break;
  }
  json.end();
}

/// All members of a list have one schema for each field: `household.income`.
std::string definition_of(const FactInfo& fact) {
  if (!fact.list) return fact.name;
  return fact.name.substr(0, fact.name.find('[')) + "." + fact.field;
}

void write_reference(JsonWriter& json, const std::string& definition) {
  json.object().key("$ref").text("#/$defs/" + definition).end();
}

void write_null(JsonWriter& json) {
  json.object().key("type").text("null").end();
}

/// The fact's values, by reference; with `none` or null where they may stand too.
void write_alternatives(JsonWriter& json, const FactInfo& fact, bool or_none, bool or_null) {
  json.object().key("anyOf").array();
  write_reference(json, definition_of(fact));
  if (or_none && fact.admits_none) json.object().key("const").text("none").end();
  if (or_null) write_null(json);
  json.end().end();
}

/// {"from": …, "to": …}, ends included; none is in no range. An end may be left out or null, but not both.
void write_range(JsonWriter& json, const FactInfo& fact) {
  json.object().key("type").text("object").key("properties").object();
  for (const char* side : {"from", "to"}) {
    json.key(side);
    write_alternatives(json, fact, false, true);
  }
  json.end().key("additionalProperties").yes_no(false).key("anyOf").array();
  for (const char* side : {"from", "to"}) {
    json.object().key("required").array().text(side).end().key("properties").object();
    json.key(side);
    write_reference(json, definition_of(fact));
    json.end().end();
  }
  json.end().end();
}

/// {"one_of": […]}; ends that are null say nothing beside it.
void write_choice(JsonWriter& json, const FactInfo& fact) {
  json.object().key("type").text("object").key("properties").object().key("one_of").object();
  json.key("type").text("array").key("minItems").number(1).key("items");
  write_alternatives(json, fact, true, false);
  json.end();
  for (const char* side : {"from", "to"})
    if (is_ordered(fact.kind)) {
      json.key(side);
      write_null(json);
    }
  json.end().key("required").array().text("one_of").end().key("additionalProperties").yes_no(false).end();
}

void write_texts(JsonWriter& json, const FactInfo& fact) {
  if (!fact.label.empty()) json.key("title").text(fact.label);
  if (!fact.question.empty()) json.key("description").text(fact.question);
}

/// What may stand in a profile: a value, a part of what is known about it, or null for "not told".
void write_fact(JsonWriter& json, const FactInfo& fact) {
  json.object();
  write_texts(json, fact);
  json.key("anyOf").array();
  write_alternatives(json, fact, true, true);
  if (is_ordered(fact.kind)) write_range(json, fact);
  write_choice(json, fact);
  json.end().end();
}

// What is told of a fact, of a group or list of facts, and of a member of a list has a definition of its own, since several
// names lead to it: `{"id": {"kind": …}}` and `{"id.kind": …}`. No fact's name has a colon.
std::string told(const std::string& name) {
  return "told:" + name;
}
std::string member_of(const std::string& list) {
  return "member:" + list;
}

void write_list(JsonWriter& json, const FactInfo& list) {
  json.object();
  write_texts(json, list);
  json.key("type").array().text("array").text("null").end();
  json.key("maxItems").number(list.at_most).key("items").object().key("type").text("object");
  json.key("$ref").text("#/$defs/" + member_of(list.name)).end().end();
}

/// One of the members of a list by its position (`household[2]`), and its fields (`household[2].income`).
void write_member_names(JsonWriter& json, const std::string& name, const FactInfo& list,
                        const std::vector<FactInfo>& facts) {
  const std::string member = same_text(name, false) + "\\[" + position_up_to(list.at_most) + "\\]";
  json.key("^" + member + "$");
  write_reference(json, member_of(list.name));
  for (const FactInfo* field : fields_of(list, facts)) {
    json.key("^" + member + "\\." + field->field + "$");
    write_reference(json, told(definition_of(*field)));
  }
}

/// All names that stand for something below a group, with their dots: `id`, `id.kind`. Lists among them go to `lists`.
void write_names(JsonWriter& json, const Node& node, const std::string& prefix, const std::string& above,
                 std::vector<std::pair<std::string, const FactInfo*>>& lists) {
  for (const Node& part : node.parts) {
    const std::string name = prefix + part.name;
    json.key(name);
    write_reference(json, told(above + name));
    if (part.fact == nullptr) write_names(json, part, name + ".", above, lists);
    if (part.fact != nullptr && part.fact->kind == FactKind::list) lists.emplace_back(name, part.fact);
  }
}

/// `above` are the dotted names around it: "id.".
void write_group(JsonWriter& json, const Node& node, const std::string& above,
                 const std::vector<FactInfo>& facts) {
  std::vector<std::pair<std::string, const FactInfo*>> lists;
  json.key("additionalProperties").yes_no(false).key("properties").object();
  write_names(json, node, "", above, lists);
  json.end();
  if (lists.empty()) return;
  json.key("patternProperties").object();
  for (const auto& [name, list] : lists) write_member_names(json, name, *list, facts);
  json.end();
}

void write_object_or_null(JsonWriter& json) {
  json.key("type").array().text("object").text("null").end();
}

/// The definitions of all that stands below a group.
void write_definitions(JsonWriter& json, const Node& node, const std::string& above,
                       const std::vector<FactInfo>& facts) {
  for (const Node& part : node.parts) {
    const std::string name = above + part.name;
    json.key(told(name));
    if (part.fact == nullptr) {
      write_object_or_null(json.object());
      write_group(json, part, name + ".", facts);
      json.end();
      write_definitions(json, part, name + ".", facts);
    } else if (part.fact->kind != FactKind::list) {
      write_fact(json, *part.fact);
    } else {
      write_list(json, *part.fact);
      write_object_or_null(json.key(member_of(name)).object());
      json.key("additionalProperties").yes_no(false).key("properties").object();
      for (const FactInfo* field : fields_of(*part.fact, facts)) {
        json.key(field->field);
        write_reference(json, told(definition_of(*field)));
      }
      json.end().end();
      for (const FactInfo* field : fields_of(*part.fact, facts)) {
        json.key(told(definition_of(*field)));
        write_fact(json, *field);
      }
    }
  }
}

}  // namespace

std::string blank_profile(const std::vector<FactInfo>& facts) {
  JsonWriter json;
  write_blank(json, tree_of(facts));
  return json.take();
}

std::string blank_member(const FactInfo& list, const std::vector<FactInfo>& facts) {
  std::string out;
  for (const FactInfo* field : fields_of(list, facts))
    out += (out.empty() ? "{\"" : ", \"") + field->field + "\": null";
  return out + "}";
}

std::string profile_schema(const std::vector<FactInfo>& facts, const std::string& title) {
  JsonWriter json;
  const Node root = tree_of(facts);
  json.object().key("$schema").text("https://json-schema.org/draft/2020-12/schema").key("title").text(title);
  json.key("type").text("object");
  write_group(json, root, "", facts);
  json.key("$defs").object();
  write_definitions(json, root, "", facts);
  for (const FactInfo& fact : facts) {
    if (fact.kind == FactKind::list || (fact.list && fact.member != 1)) continue;
    json.key(definition_of(fact));
    write_value(json, fact);
  }
  return json.end().end().take();
}

}  // namespace eligo::cli
