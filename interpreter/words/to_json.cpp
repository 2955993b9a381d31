// SPDX-License-Identifier: MIT
// Owns the answer for programs, version 1: keys, their order, and how values are spelled in JSON. Wholes that
// every reader keeps exactly are numbers; larger ones, decimals and money are texts of their digits; none is
// "none". What a private fact was told is nowhere in it: the fact says "private": true instead.
#include <algorithm>

#include "interpreter/words/answer.hpp"
#include "interpreter/words/json.hpp"
#include "interpreter/words/layout.hpp"

namespace eligo::words {
namespace {

/// Below this many levels of reasons nothing more is written: readers of JSON have limits of their own.
constexpr int deepest = 60;
constexpr std::int64_t safe_whole = 9007199254740991;  // 2^53 - 1

struct JsonWriter {
  JsonWriter(const Context& of, const Outcome& what) : context(of), outcome(what), checked(of.checked) {}

  const Context& context;
  const Outcome& outcome;
  const check::Checked& checked;
  Json json;
  std::vector<bool> written;  // of the list of reasons: those that stand there with all that is below them

  void name(check::NameId id) { json.text(checked.names->view(id)); }
  void whole(std::int64_t value);
  void value(const Value& value);
  void value(const types::Value& value, types::Type type);
  void told(const types::Told& told, types::Type type);
  void head(Index decision);
  void verdict();
  void reasons(const Outcome& of);
  void reasons(const Outcome& from, const std::vector<ReasonId>& ids, int depth);
  void reason(const Outcome& from, ReasonId id, int depth);
  void sources(Index line);
  void fact(Index slot);
  void facts(const std::vector<std::uint32_t>& slots);
  void needs();
  void possible();
  void presumed(const Outcome& of);
  void invalid();
};

void JsonWriter::whole(std::int64_t value) {
  if (value > safe_whole || value < -safe_whole) {
    json.text(std::to_string(value));
  } else {
    json.number(value);
  }
}

void JsonWriter::value(const Value& value) {
  if (value.none) {
    json.text("none");
  } else if (value.kind == FactKind::yes_or_no) {
    json.boolean(value.text == "yes");
  } else if (value.kind == FactKind::whole) {
    const std::optional<types::Decimal> digits = types::Decimal::parse(value.text);
    const std::optional<std::int64_t> number = digits ? digits->to_whole() : std::nullopt;
    number ? whole(*number) : void(json.text(value.text));
  } else {
    json.text(value.text);
  }
}

void JsonWriter::value(const types::Value& value, types::Type type) {
  if (types::is_none(value)) {
    json.text("none");
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    json.boolean(*yes);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    whole(*number);
  } else if (const auto* digits = std::get_if<types::Decimal>(&value)) {
    json.text(digits->str());
  } else if (const auto* day = std::get_if<types::Date>(&value)) {
    json.text(day->iso());
  } else if (const auto* version = std::get_if<types::Version>(&value)) {
    json.text(version->str());
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    json.text(*text);
  } else if (type.base == types::Base::enumeration) {
    name(checked.enums[type.of].values[std::get<types::Item>(value).index].name);
  } else {
    const check::TableDef::Column& key = checked.tables[type.of].columns[checked.tables[type.of].key];
    this->value(key.cells[std::get<types::Item>(value).index], key.type);
  }
}

void JsonWriter::told(const types::Told& told, types::Type type) {
  if (told.kind == types::Told::Kind::exactly) return value(told.value, type);
  json.object();
  if (told.kind == types::Told::Kind::one_of) {
    json.key("one_of").array();
    for (const types::Value& one : told.values) value(one, type);
    json.end();
  }
  if (told.from) {
    json.key("from");
    value(*told.from, type);
  }
  if (told.to) {
    json.key("to");
    value(*told.to, type);
  }
  json.end();
}

void JsonWriter::head(Index decision) {
  json.key("version").number(1);
  json.key("ruleset");
  name(checked.ruleset);
  json.key("decision").text(outcome.decision);
  json.key("title").text_or_null(decision == check::nowhere ? "" : label_of_decision(context, decision));
  json.key("language");
  context.language < checked.languages.size() ? name(checked.languages[context.language])
                                              : void(json.text("en"));
  json.key("as_of").text(spell(outcome.as_of));
  json.key("law_day").text(spell(outcome.law_day));
}

void JsonWriter::verdict() {
  const bool failed = !outcome.errors.empty();
  json.key("verdict").text_or_null(failed ? "" : spell(outcome.verdict));
  json.key("value");
  !failed&& outcome.verdict == Verdict::value ? value(outcome.value) : void(json.null());
  json.key("settled");
  if (outcome.settled) {
    json.object().key("verdict").text(spell(outcome.settled->verdict)).key("value");
    outcome.settled->verdict == Verdict::value ? value(outcome.settled->value) : void(json.null());
    const std::optional<Outcome> then = context.as_settled ? context.as_settled() : std::nullopt;
    json.key("reasons");
    then ? reasons(*then) : void(json.null());
    json.key("facts");
    facts(then ? then->facts : std::vector<std::uint32_t>{});
    presumed(then ? *then : outcome);
    json.end();
  } else {
    json.null();
  }
  json.key("settled_perhaps").boolean(outcome.settled_perhaps);
  json.key("sentence").text_or_null(sentence(context, outcome));
}

void JsonWriter::reasons(const Outcome& of) {
  written.assign(of.reasons.size(), false);
  reasons(of, first_reasons(of), 0);
}

void JsonWriter::reasons(const Outcome& from, const std::vector<ReasonId>& ids, int depth) {
  json.array();
  for (const ReasonId id : ids) {
    if (id < from.reasons.size()) reason(from, id, depth);
  }
  json.end();
}

void JsonWriter::reason(const Outcome& from, ReasonId id, int depth) {
  const Reason& of = from.reasons[id];
  const bool known = of.line < checked.lines.size();
  const std::string line_id = known ? checked.lines[of.line].id : "";
  const check::NameId line_name = known ? checked.lines[of.line].name : 0;
  const bool more = !of.below.empty() && (written[id] || depth >= deepest);
  json.object();
  json.key("line").text(line_name != 0 ? checked.names->view(line_name) : line_id);
  json.key("id").text(line_id);
  json.key("state").text(spell(of.state));
  json.key("label").text(label_of_line(context, of.line));
  const grammar::Line* syntax = known ? checked.lines[of.line].syntax : nullptr;
  const bool refused = from.verdict == Verdict::no || from.verdict == Verdict::not_covered;
  const bool speaks =
      syntax != nullptr && refused && of.state != State::open && !keeps_to_itself(context, from, id);
  json.key("message").text_or_null(speaks ? fill(context, syntax->otherwise) : "");
  json.key("sources");
  sources(of.line);
  json.key("facts");
  facts(of.facts);
  json.key("because");
  reasons(from, more ? std::vector<ReasonId>{} : of.below, depth + 1);
  if (more)
    json.key("more").boolean(true);  // its reasons stand at an earlier place, or too deep to be written
  json.end();
  if (!more) written[id] = true;
}

void JsonWriter::sources(Index line) {
  json.array();
  for (const Cited& cited : sources_of(checked, line, law_day_of(outcome))) {
    const Source source = source_of(context, cited);
    json.object().key("name").text(source.name).key("title").text(source.title);
    json.key("url").text_or_null(source.url).key("place").text_or_null(source.place).end();
  }
  json.end();
}

void JsonWriter::fact(Index slot) {
  const check::FactDef& def = checked.facts[slot];
  json.object().key("fact");
  name(def.name);
  json.key("label").text(label_of_fact(context, slot));
  if (def.is_private) {
    json.key("private").boolean(true);
  } else {
    const std::optional<types::Told> what = told_of(context, slot);
    json.key("told").text_or_null(what ? print(context, *what, def.type) : "");
    json.key("value");
    what ? told(*what, def.type) : void(json.null());
  }
  json.end();
}

void JsonWriter::facts(const std::vector<std::uint32_t>& slots) {
  json.array();
  for (const std::uint32_t slot : slots) {
    if (slot < checked.facts.size()) fact(slot);
  }
  json.end();
}

void JsonWriter::needs() {
  json.key("needs").array();
  for (const Need& need : outcome.needs) {
    json.object().key("fact");
    name(checked.facts[need.slot].name);
    json.key("label").text(label_of_fact(context, need.slot));
    json.key("question").text_or_null(question_of(context, need.slot));
    json.key("perhaps").boolean(need.perhaps).end();
  }
  json.end();
}

void JsonWriter::possible() {
  json.key("possible");
  if (!outcome.possible) {
    json.null();
    return;
  }
  json.object().key("from");
  outcome.possible->from ? value(*outcome.possible->from) : void(json.null());
  json.key("to");
  outcome.possible->to ? value(*outcome.possible->to) : void(json.null());
  json.key("values").array();
  for (const Value& one : outcome.possible->values) value(one);
  json.end().key("none").boolean(outcome.possible->none).end();
}

void JsonWriter::presumed(const Outcome& of) {
  json.key("presumed").array();
  for (const std::uint32_t slot : of.presumed) name(checked.facts[slot].name);
  json.end();
}

void JsonWriter::invalid() {
  json.key("invalid").array();
  for (const Invalid& of : outcome.invalid) {
    json.object().key("what").text(phrases(context).mishap(of.mishap));
    json.key("id").text_or_null(of.line && *of.line < checked.lines.size() ? checked.lines[*of.line].id : "");
    json.key("file")
        .text(of.place.file)
        .key("line")
        .number(of.place.line)
        .key("column")
        .number(of.place.column);
    json.key("facts").array();
    for (const std::uint32_t slot : of.facts) name(checked.facts[slot].name);
    json.end().end();
  }
  json.end();
}

}  // namespace

std::string to_json(const Context& context, const Outcome& outcome) {
  Context hiding = context;
  hiding.hide_private = true;
  JsonWriter write(hiding, outcome);
  Json& json = write.json;
  json.object();
  write.head(decision_of(context.checked, outcome));
  write.verdict();
  json.key("reasons");
  write.reasons(outcome);
  json.key("facts");
  write.facts(outcome.facts);
  write.needs();
  write.possible();
  write.presumed(outcome);
  write.invalid();
  json.key("steps").array();
  for (const std::string& step : steps_of(hiding, outcome)) json.text(step);
  json.end();
  if (!outcome.errors.empty()) {
    json.key("errors").array();
    for (const Error& error : outcome.errors) {
      json.object().key("code").text(error.code).key("message").text(error.message).end();
    }
    json.end();
  }
  json.end();
  return json.take();
}

}  // namespace eligo::words
