// SPDX-License-Identifier: MIT
// Diagnostics as JSON: every text exact, places by bytes and by line and character.
#include "tools/render/diagnostics.hpp"
#include "tools/render/excerpt.hpp"
#include "tools/render/json.hpp"

namespace eligo::render {
namespace {

void write_place(JsonWriter& json, const Place& place, const Findings& findings) {
  const std::string* text = text_of(*findings.files, place.file);
  json.object().key("file").text(findings.path_of(place.file)).key("line").number(place.line);
  json.key("column").number(text ? character_column(*text, place.begin) : place.column);
  if (text) {
    json.key("end_line").number(std::uint64_t{place.line} + lines_between(*text, place.begin, place.end));
    json.key("end_column").number(character_column(*text, place.end));
  }
  json.key("begin").number(place.begin).key("end").number(place.end).end();
}

void write_finding(JsonWriter& json, const Diagnostic& diagnostic, const Findings& findings) {
  json.object().key("code").text(diagnostic.code).key("severity").text(to_string(diagnostic.severity));
  json.key("message").text(diagnostic.message).key("place");
  write_place(json, diagnostic.place, findings);
  json.key("related").array();
  for (const RelatedPlace& related : diagnostic.related) {
    json.object().key("message").text(related.message).key("place");
    write_place(json, related.place, findings);
    json.end();
  }
  json.end().key("help").array();
  for (const std::string& help : diagnostic.help) json.text(help);
  json.end().key("fixes").array();
  for (const Fix& fix : diagnostic.fixes) {
    json.object().key("title").text(fix.title).key("edits").array();
    for (const Edit& edit : fix.edits) {
      json.object().key("place");
      write_place(json, edit.place, findings);
      json.key("replacement").text(edit.replacement).end();
    }
    json.end().end();
  }
  json.end();
  if (!diagnostic.witness.empty()) json.key("witness").text(diagnostic.witness);
  json.end();
}

}  // namespace

std::string to_json(const std::vector<Findings>& all, std::size_t most) {
  const Counts counts = count(all);
  JsonWriter json;
  json.object().key("version").number(1);
  json.key("errors")
      .number(counts.errors)
      .key("warnings")
      .number(counts.warnings)
      .key("notes")
      .number(counts.notes);
  json.key("diagnostics").array();
  std::size_t written = 0, total = 0;
  for (const Findings& findings : all) {
    total += findings.diagnostics->size();
    for (const Diagnostic& diagnostic : *findings.diagnostics) {
      if (written == most) break;
      write_finding(json, diagnostic, findings);
      ++written;
    }
  }
  json.end().key("left_out").number(total - written).end();
  return json.take();
}

}  // namespace eligo::render
