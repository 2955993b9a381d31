// SPDX-License-Identifier: MIT
// The shape of a profile: a blank one to fill in, and its JSON Schema.
#include "tools/cli/profile_shape.hpp"

#include <algorithm>

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

void write_bounds(JsonWriter& json, const FactInfo& fact) {
  if (fact.from) json.key("minimum").raw(fact.from->text);
  if (fact.to) json.key("maximum").raw(fact.to->text);
}

/// The schema of one value of a fact, `none` left out.
void write_value(JsonWriter& json, const FactInfo& fact) {
  json.object();
  switch (fact.kind) {
    case FactKind::yes_or_no:
      json.key("type").text("boolean");
      break;
    case FactKind::whole:
      json.key("type").text("integer");
      write_bounds(json, fact);
      break;
    case FactKind::decimal:
    case FactKind::money:  // a number or its digits in quotes: the bounds are read where it is a number
      json.key("type").array().text("number").text("string").end();
      write_bounds(json, fact);
      json.key("pattern").text("^-?[0-9]+(\\.[0-9]+)?$");
      break;
    case FactKind::date:
      json.key("type").text("string");
      json.key("pattern").text("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
      break;
    case FactKind::version:
      json.key("type").text("string").key("pattern").text("^[0-9]{1,5}(\\.[0-9]{1,5}){0,3}$");
      break;
    case FactKind::text:
      json.key("type").text("string");
      break;
    case FactKind::list:  // its members have schemas of their own
      break;
    case FactKind::enumeration:
    case FactKind::key:
      json.key("enum").array();
      for (const Choice& choice : fact.choices) json.text(choice.value);
      json.end();
      break;
  }
  json.end();
}

/// All members of a list have one schema for each field: `household.income`.
std::string definition_of(const FactInfo& fact) {
  if (!fact.list) return fact.name;
  return fact.name.substr(0, fact.name.find('[')) + "." + fact.field;
}

/// The fact's values, by reference; with `none` or null where they may stand too.
void write_alternatives(JsonWriter& json, const FactInfo& fact, bool or_none, bool or_null) {
  json.object().key("anyOf").array();
  json.object().key("$ref").text("#/$defs/" + definition_of(fact)).end();
  if (or_none && fact.admits_none) json.object().key("const").text("none").end();
  if (or_null) json.object().key("type").text("null").end();
  json.end().end();
}

/// {"from": …, "to": …}, ends included; none is in no range, and an end may be left out or null.
void write_range(JsonWriter& json, const FactInfo& fact) {
  json.object().key("type").text("object").key("properties").object();
  for (const char* side : {"from", "to"}) {
    json.key(side);
    write_alternatives(json, fact, false, true);
  }
  json.end().key("additionalProperties").yes_no(false).key("minProperties").number(1).end();
}

/// {"one_of": […]}
void write_choice(JsonWriter& json, const FactInfo& fact) {
  json.object().key("type").text("object").key("properties").object().key("one_of").object();
  json.key("type").text("array").key("minItems").number(1).key("items");
  write_alternatives(json, fact, true, false);
  json.end()
      .end()
      .key("required")
      .array()
      .text("one_of")
      .end()
      .key("additionalProperties")
      .yes_no(false)
      .end();
}

/// What may stand in a profile: a value, a part of what is known about it, or null for "not told".
void write_fact(JsonWriter& json, const FactInfo& fact) {
  json.object();
  if (!fact.label.empty()) json.key("title").text(fact.label);
  if (!fact.question.empty()) json.key("description").text(fact.question);
  json.key("anyOf").array();
  write_alternatives(json, fact, true, true);
  if (is_ordered(fact.kind)) write_range(json, fact);
  write_choice(json, fact);
  json.end().end();
}

/// A list of objects: the fields of its members, each as a fact of its own.
void write_list(JsonWriter& json, const FactInfo& list, const std::vector<FactInfo>& facts) {
  json.object();
  if (!list.label.empty()) json.key("title").text(list.label);
  if (!list.question.empty()) json.key("description").text(list.question);
  json.key("type").array().text("array").text("null").end();
  json.key("maxItems").number(list.at_most).key("items").object();
  json.key("type").text("object").key("additionalProperties").yes_no(false).key("properties").object();
  for (const FactInfo* field : fields_of(list, facts)) {
    json.key(field->field);
    write_fact(json, *field);
  }
  json.end().end().end();
}

void write_group(JsonWriter& json, const Node& node, const std::vector<FactInfo>& facts) {
  json.key("type").text("object").key("additionalProperties").yes_no(false).key("properties").object();
  for (const Node& part : node.parts) {
    json.key(part.name);
    if (part.fact && part.fact->kind == FactKind::list) {
      write_list(json, *part.fact, facts);
    } else if (part.fact) {
      write_fact(json, *part.fact);
    } else {
      json.object();
      write_group(json, part, facts);
      json.end();
    }
  }
  json.end();
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
  json.object().key("$schema").text("https://json-schema.org/draft/2020-12/schema").key("title").text(title);
  write_group(json, tree_of(facts), facts);
  json.key("$defs").object();
  for (const FactInfo& fact : facts) {
    if (fact.kind == FactKind::list || (fact.list && fact.member != 1)) continue;
    json.key(definition_of(fact));
    write_value(json, fact);
  }
  return json.end().end().take();
}

}  // namespace eligo::cli
