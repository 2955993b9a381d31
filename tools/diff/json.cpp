// SPDX-License-Identifier: MIT
// Owns the account as JSON: diff.schema.json says what is in it.
#include "tools/render/json.hpp"
#include "tools/diff/account.hpp"
#include "tools/diff/day.hpp"

namespace eligo::diff {

namespace {

constexpr std::uint64_t format = 1;

void day_or_null(render::JsonWriter& json, const char* key, const std::optional<Date>& day) {
  json.key(key);
  if (day)
    json.text(iso(*day));
  else
    json.null();
}

void choices(render::JsonWriter& json, const char* key, const std::vector<Choice>& values) {
  json.key(key).array();
  for (const Choice& choice : values)
    json.object().key("value").text(choice.value).key("label").text(choice.label).end();
  json.end();
}

void came_or_null(render::JsonWriter& json, const char* key, const std::optional<Came>& came) {
  json.key(key);
  if (came)
    json.object().key("value").text(came->value).key("printed").text(came->printed).end();
  else
    json.null();
}

const char* name_of(Change change) {
  switch (change) {
    case Change::larger:
      return "larger";
    case Change::smaller:
      return "smaller";
    case Change::other:
      return "other";
    case Change::nothing:
      break;
  }
  return nullptr;
}

void write_values(render::JsonWriter& json, const Group& group) {
  came_or_null(json, "value_before", group.value_before);
  came_or_null(json, "value_after", group.value_after);
  json.key("change");
  if (const char* name = name_of(group.change))
    json.text(name);
  else
    json.null();
  json.key("calculated").yes_no(group.calculated);
  json.key("everybody")
      .yes_no(group.everybody)
      .key("settled")
      .yes_no(group.found)
      .key("tried")
      .yes_no(group.tried);
}

void write(render::JsonWriter& json, const Group& group) {
  json.object().key("before").text(to_string(group.before)).key("after").text(to_string(group.after));
  write_values(json, group);
  json.key("days").array();
  for (const Days& days : group.days) {
    json.object();
    day_or_null(json, "from", days.from);
    day_or_null(json, "to", days.to);
    json.end();
  }
  json.end().key("days_settled").yes_no(group.days_settled).key("facts").array();
  for (const Part& part : group.facts) {
    json.object().key("fact").text(part.name).key("label").text(part.label);
    choices(json, "values", part.values);
    json.key("ranges").array();
    for (const std::string& range : part.ranges) json.text(range);
    using Of = Part::Of;
    json.end().key("none").yes_no(part.none).key("calculated").yes_no(part.calculated);
    json.key("of").text(part.of == Of::both ? "both" : part.of == Of::before ? "before" : "after").end();
  }
  json.end().key("conditions").array();
  for (const Condition& condition : group.conditions) {
    using Of = Condition::Of;
    using State = Condition::State;
    json.object().key("name");
    if (condition.name.empty())
      json.null();
    else
      json.text(condition.name);
    json.key("label").text(condition.label);
    json.key("of").text(condition.of == Of::both ? "both" : condition.of == Of::before ? "before" : "after");
    json.key("text").text(condition.text).key("owner").text(condition.owner);
    json.key("state").text(condition.state == State::yes  ? "yes"
                           : condition.state == State::no ? "no"
                                                          : "invalid");
    json.end();
  }
  json.end().key("example").object().key("as_of").text(iso(group.day)).key("told").array();
  for (const std::string& told : group.told) json.text(told);
  json.end().key("test").text(group.test).end().end();
}

}  // namespace

std::string to_json(const Account& account, const std::optional<Count>& count) {
  render::JsonWriter json;
  json.object().key("version").number(format);
  json.key("language").text(account.language);
  json.key("before").text(account.before).key("after").text(account.after);
  json.key("changes").array();
  for (const std::string& change : account.changes) json.text(change);
  json.end().key("figures").array();
  for (const std::string& figure : account.figures) json.text(figure);
  json.end().key("rows").array();
  for (const std::string& row : account.rows) json.text(row);
  json.end().key("decisions").array();
  for (const DecisionAccount& decision : account.decisions) {
    json.object().key("decision").text(decision.name).key("label").text(decision.label);
    json.key("complete").yes_no(decision.complete).key("why_not");
    if (decision.complete)
      json.null();
    else
      json.text(decision.why_not);
    json.key("summary").text(summary_of(account, decision));
    json.key("groups").array();
    for (const Group& group : decision.groups) write(json, group);
    json.end().end();
  }
  json.end().key("profiles");
  if (!count) {
    json.null();
  } else {
    json.object()
        .key("count")
        .number(count->profiles)
        .key("as_of")
        .text(iso(count->as_of))
        .key("affected")
        .array();
    for (const Affected& one : count->affected)
      json.object()
          .key("decision")
          .text(one.decision)
          .key("before")
          .text(to_string(one.before))
          .key("after")
          .text(to_string(one.after))
          .key("count")
          .number(one.count)
          .end();
    json.end().end();
  }
  json.end();
  return json.take();
}

}  // namespace eligo::diff
