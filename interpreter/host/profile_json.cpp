// SPDX-License-Identifier: MIT
// Owns the writing of a profile as JSON that reads back as the same.
#include <algorithm>
#include <unordered_map>

#include "interpreter/host/json.hpp"
#include "interpreter/host/profile.hpp"
#include "interpreter/host/told_value.hpp"

namespace eligo::host {
namespace {

using types::Told;
using types::Value;

constexpr std::size_t most_groups = 16;  // written inside one another; what is deeper stays a dotted name
constexpr std::int64_t exact_in_doubles = (std::int64_t{1} << 53) - 1;

// Numbers that other programs would round are written in quotes.
void write_value(std::string& to, const check::Checked& checked, types::Type type, const Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) {
    to += *yes ? "true" : "false";
    return;
  }
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (whole && *whole >= -exact_in_doubles && *whole <= exact_in_doubles)
    to += std::to_string(*whole);
  else
    write_json_string(to, spell(checked, type, value));
}

void write_told(std::string& to, const check::Checked& checked, types::Type type, const Told& told) {
  switch (told.kind) {
    case Told::Kind::exactly:
      return write_value(to, checked, type, told.value);
    case Told::Kind::range:
      to += "{";
      if (told.from) {
        to += "\"from\": ";
        write_value(to, checked, type, *told.from);
      }
      if (told.to) {
        to += told.from ? ", \"to\": " : "\"to\": ";
        write_value(to, checked, type, *told.to);
      }
      to += "}";
      return;
    case Told::Kind::one_of:
      break;
  }
  to += "{\"one_of\": [";
  for (std::size_t i = 0; i < told.values.size(); ++i) {
    if (i > 0) to += ", ";
    write_value(to, checked, type, told.values[i]);
  }
  to += "]}";
}

// The groups of a name, then its last part: `id.kind` is `id` and `kind`.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos && parts.size() < most_groups;
       dot = name.find('.')) {
    parts.push_back(name.substr(0, dot));
    name.remove_prefix(dot + 1);
  }
  parts.push_back(name);
  return parts;
}

// The members of a list that is told, each with what is told of it.
void write_list(std::string& to, const FactIndex& facts, check::Index list_fact, const Told& length,
                const std::unordered_map<check::Index, const Told*>& told) {
  const check::Checked& checked = facts.checked();
  const check::ListDef& list = checked.lists[checked.facts[list_fact].list];
  const auto members = static_cast<std::uint32_t>(std::get<std::int64_t>(length.value));
  to += "[";
  for (std::uint32_t m = 0; m < members; ++m) {
    to += m > 0 ? ", {" : "{";
    bool first = true;
    for (std::uint32_t f = 0; f < list.fields; ++f) {
      const auto field = told.find(list.member(m, f));
      if (field == told.end()) continue;
      if (!first) to += ", ";
      first = false;
      write_json_string(to, checked.names->view(checked.records[list.record].fields[f].name));
      to += ": ";
      write_told(to, checked, checked.facts[field->first].type, *field->second);
    }
    to += "}";
  }
  to += "]";
}

}  // namespace

std::string profile_json(const FactIndex& facts, const std::vector<Telling>& told) {
  std::vector<const Telling*> sorted;
  std::unordered_map<check::Index, const Told*> by_fact;
  for (const Telling& one : told) by_fact[one.first] = &one.second;
  for (const Telling& one : told) {
    // A field of a list that is told stands inside it.
    const check::Index of = facts.checked().facts[one.first].member_of;
    if (of == check::nowhere || by_fact.count(facts.checked().lists[of].fact) == 0) sorted.push_back(&one);
  }
  // `.` sorts before every character of a name, so the facts of a group stand together.
  std::sort(sorted.begin(), sorted.end(),
            [&](const Telling* a, const Telling* b) { return facts.name(a->first) < facts.name(b->first); });
  std::string json = "{";
  std::vector<std::string_view> open;  // groups
  bool first = true;
  for (const Telling* one : sorted) {
    std::vector<std::string_view> parts = parts_of(facts.name(one->first));
    const std::string_view last = parts.back();
    parts.pop_back();
    std::size_t common = 0;
    while (common < open.size() && common < parts.size() && open[common] == parts[common]) ++common;
    json.append(open.size() - common, '}');
    open.resize(common);
    if (!first) json += ", ";
    for (; open.size() < parts.size(); open.push_back(parts[open.size()])) {
      write_json_string(json, parts[open.size()]);
      json += ": {";
    }
    write_json_string(json, last);
    json += ": ";
    if (facts.is_list(one->first))
      write_list(json, facts, one->first, one->second, by_fact);
    else
      write_told(json, facts.checked(), facts.checked().facts[one->first].type, one->second);
    first = false;
  }
  json.append(open.size(), '}');
  return json + "}";
}

}  // namespace eligo::host
