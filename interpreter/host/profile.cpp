// SPDX-License-Identifier: MIT
// Owns the reading of a JSON profile: every error found, and nothing told where there is one.
#include "interpreter/host/profile.hpp"

#include <algorithm>

#include "interpreter/host/json.hpp"
#include "interpreter/host/json_string.hpp"
#include "interpreter/host/profile_codes.hpp"
#include "interpreter/host/shown.hpp"
#include "interpreter/host/told_part.hpp"

namespace eligo::host {
namespace {

using types::Value;
using Id = Json::Id;

// A fault, and the value of the document (or the name of a member) where it stands.
struct PlacedFault {
  Fault fault;
  Id at = 0;
  bool at_name = false;
};

class ProfileReader {
 public:
  ProfileReader(const FactIndex& facts, std::string_view text, const Limits& limits, Lengths lengths)
      : facts_(facts),
        limits_(limits),
        lengths_(std::move(lengths)),
        places_(text),
        earlier_places_(text),
        document_(read_json(text, limits)),
        json_(document_.json) {}

  /// `list`: the document is the members of this list, not an object of facts.
  Profile run(check::Index list = check::nowhere);

 private:
  // An object whose members are being read: of facts, a group of them, or the document itself; or the members of a list.
  struct Level {
    Id object = 0;
    Id next = 0;
    std::string prefix;  // of the names of its facts: "" or `id.`; of a list its name
    bool is_list = false;
    std::size_t position = 0;  // of the member of a list that is next
  };

  void read_facts(check::Index list);
  void refuse_absent_members();
  void member(Id id);
  void tell(check::Index fact, Id id);
  bool told_before(check::Index fact, Id id);
  void tell_list(check::Index fact, Id id);
  void list_member(Level& list, Id id);
  std::variant<types::Told, PlacedFault> told(const ToldValue& fact, Id id);
  std::variant<types::Told, PlacedFault> told_in_part(const ToldValue& fact, Id object);
  std::variant<Value, PlacedFault> value(const ToldValue& fact, Id id);
  std::optional<PlacedFault> values(const ToldValue& fact, Id list, std::vector<Value>& into);

  /// How messages call the fact here: below a list by its field, since the path says which member, and counts from 0.
  [[nodiscard]] std::string_view called(check::Index fact) const;
  Fault unknown(const std::string& name) const;

  void report(const PlacedFault& placed) { report(placed, placed.at); }
  void report(const PlacedFault& placed, Id path_ends);
  std::string path_to(Id id) const;

  const FactIndex& facts_;
  const Limits& limits_;
  Lengths lengths_;
  TextPlaces places_, earlier_places_;
  JsonResult document_;
  const Json& json_;
  std::vector<Level> levels_;
  std::vector<Id> told_at_;  // by fact: the value that told it, or 0
  std::size_t unsaid_ = 0;   // errors beyond the limit
  Profile profile_;
};

Profile ProfileReader::run(check::Index list) {
  if (document_.error) {
    const JsonError& error = *document_.error;
    const TextPlace place = places_.at(error.offset);
    profile_.errors.push_back(
        {std::string(error.code), error.message, error.help, error.path, place.line, place.column});
  } else if (list == check::nowhere && json_.kind(0) != JsonKind::object) {
    const std::string found(words_of(json_.kind(0)));
    report({{profile_code::not_an_object, "expected an object of facts, found " + found,
             "a profile looks like {\"age\": 30}"},
            0});
  } else {
    read_facts(list);
  }
  if (unsaid_ > 0) {
    Error more;
    more.code = profile_code::more_errors;
    more.message = "and " + std::to_string(unsaid_) + (unsaid_ == 1 ? " more error" : " more errors");
    more.path = "$";
    profile_.errors.push_back(std::move(more));
  }
  if (!profile_.errors.empty()) profile_.told.clear();
  return std::move(profile_);
}

void ProfileReader::read_facts(check::Index list) {
  told_at_.assign(facts_.checked().facts.size(), 0);
  if (list == check::nowhere)
    levels_.push_back({0, json_.first(0), "", false, 0});
  else if (json_.kind(0) != JsonKind::null)
    tell_list(list, 0);
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.next == json_.end(level.object)) {
      levels_.pop_back();
      continue;
    }
    const Id id = level.next;
    level.next = json_.next(id);
    level.is_list ? list_member(level, id) : member(id);
  }
  refuse_absent_members();
}

// A list may stand behind what is told of its members.
void ProfileReader::refuse_absent_members() {
  lengths_.resize(facts_.checked().lists.size());
  for (const auto& [fact, told] : profile_.told)
    if (facts_.is_list(fact))
      lengths_[facts_.checked().facts[fact].list] =
          static_cast<std::uint32_t>(std::get<std::int64_t>(told.value));
  for (const auto& [fact, told] : profile_.told) {
    const check::FactDef& def = facts_.checked().facts[fact];
    if (def.member_of == check::nowhere || !lengths_[def.member_of] || def.member < *lengths_[def.member_of])
      continue;
    Error absent = absent_member(facts_, fact);
    report({{profile_code::list, std::move(absent.message), std::move(absent.help)}, told_at_[fact], true});
  }
  // In the order of the text, as all errors.
  std::stable_sort(profile_.errors.begin(), profile_.errors.end(), [](const Error& a, const Error& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
}

void ProfileReader::member(Id id) {
  const std::string name = levels_.back().prefix + json_.name(id);
  const JsonKind kind = json_.kind(id);
  if (const check::Index fact = facts_.find(name); fact != check::nowhere) {
    if (kind != JsonKind::null) facts_.is_list(fact) ? tell_list(fact, id) : tell(fact, id);
  } else if (facts_.is_group(name)) {
    if (kind == JsonKind::object)
      levels_.push_back({id, json_.first(id), name + ".", false, 0});
    else if (kind != JsonKind::null)
      report({{profile_code::group,
               "expected an object with the facts of `" + shortly(name) + "`, found " +
                   std::string(words_of(kind)),
               ""},
              id});
  } else {
    report({unknown(name), id, true});
  }
}

std::string_view ProfileReader::called(check::Index fact) const {
  const std::string_view whole = facts_.name(fact);
  const std::size_t member = levels_.back().prefix.rfind("].");
  return member == std::string::npos ? whole : whole.substr(member + 2);
}

Fault ProfileReader::unknown(const std::string& name) const {
  if (profile_.errors.size() >= limits_.diagnostics) return {profile_code::unknown_fact, "", ""};
  Error error = unknown_fact(facts_, name);
  const std::string& prefix = levels_.back().prefix;
  if (const std::size_t member = prefix.rfind("]."); member != std::string::npos) {
    error.message = "a member of `" + prefix.substr(0, prefix.rfind('[')) + "` has no field `" +
                    shortly(name.substr(member + 2)) + "`";
    if (const std::size_t at = error.help.find(prefix.substr(0, member + 2)); at != std::string::npos)
      error.help.erase(at, member + 2);
  }
  return {profile_code::unknown_fact, std::move(error.message), std::move(error.help)};
}

bool ProfileReader::told_before(check::Index fact, Id id) {
  if (told_at_[fact] == 0) {
    told_at_[fact] = id;
    return false;
  }
  const TextPlace first = earlier_places_.at(json_.name_offset(told_at_[fact]));
  report({{profile_code::told_twice,
           "`" + std::string(called(fact)) + "` is told twice, first at " + std::to_string(first.line) + ":" +
               std::to_string(first.column),
           ""},
          id,
          true});
  return true;
}

// [{"birth_date": …}, …]: as many members as stand there, each with what is told of it.
void ProfileReader::tell_list(check::Index fact, Id id) {
  if (told_before(fact, id)) return;
  const check::ListDef& list = facts_.checked().lists[facts_.checked().facts[fact].list];
  const std::string name(facts_.name(fact));
  if (json_.kind(id) != JsonKind::array) {
    report({{profile_code::list,
             "expected a list of members for `" + name + "`, found " + std::string(words_of(json_.kind(id))),
             "for example [{…}, {…}], and [] for none"},
            id});
    return;
  }
  std::vector<Id> members;
  for (Id m = json_.first(id); m != json_.end(id); m = json_.next(m)) members.push_back(m);
  if (members.size() > list.at_most) {
    report({{profile_code::list,
             "`" + name + "` has at most " + std::to_string(list.at_most) + " members, found " +
                 std::to_string(members.size()),
             ""},
            members[list.at_most]});
    return;
  }
  profile_.told.emplace_back(fact, told_exactly(static_cast<std::int64_t>(members.size())));
  levels_.push_back({id, json_.first(id), name, true, 0});
}

void ProfileReader::list_member(Level& list, Id id) {
  const std::string prefix = list.prefix + "[" + std::to_string(++list.position) + "].";
  if (json_.kind(id) == JsonKind::object)
    levels_.push_back({id, json_.first(id), prefix, false, 0});
  else
    report({{profile_code::list,
             "expected an object with the fields of a member of `" + list.prefix + "`, found " +
                 std::string(words_of(json_.kind(id))),
             ""},
            id});
}

void ProfileReader::tell(check::Index fact, Id id) {
  ToldValue reader(facts_.checked(), fact);
  reader.call(called(fact));
  if (told_before(fact, id)) return;
  auto read = told(reader, id);
  if (const auto* placed = std::get_if<PlacedFault>(&read))
    report(*placed, reader.is_private() ? id : placed->at);  // names below may be values
  else
    profile_.told.emplace_back(fact, std::move(std::get<types::Told>(read)));
}

std::variant<types::Told, PlacedFault> ProfileReader::told(const ToldValue& fact, Id id) {
  if (json_.kind(id) == JsonKind::object) return told_in_part(fact, id);
  auto read = value(fact, id);
  if (auto* placed = std::get_if<PlacedFault>(&read)) return std::move(*placed);
  return told_exactly(std::move(std::get<Value>(read)));
}

std::variant<Value, PlacedFault> ProfileReader::value(const ToldValue& fact, Id id) {
  const JsonKind kind = json_.kind(id);
  const types::Base base = fact.type().base;
  const auto fits = [&](ValueOrFault read) -> std::variant<Value, PlacedFault> {
    if (Fault* fault = std::get_if<Fault>(&read)) return PlacedFault{std::move(*fault), id};
    return std::move(std::get<Value>(read));
  };
  switch (kind) {
    case JsonKind::string:
      return fits(fact.read(json_.string(id), Written::as_text));
    case JsonKind::boolean:
      if (base == types::Base::yes_or_no) return Value(json_.truth(id));
      return PlacedFault{fact.mismatch(profile_code::type, "the word", json_.raw(id)), id};
    case JsonKind::number: {
      if (fact.type().is_number()) return fits(fact.read(json_.raw(id), Written::as_json_number));
      // What it would be in quotes, if that is something: `"16.1"`, or the key `"01"` that a number 1 stands
      // for.
      std::string help = base == types::Base::yes_or_no ? "write true or false" : "write it in quotes";
      if (!fact.is_private() && (base == types::Base::version || base == types::Base::key)) {
        const ValueOrFault quoted = fact.read(json_.raw(id), Written::as_text);
        const Fault* fault = std::get_if<Fault>(&quoted);
        if (!fault)
          help = "write it in quotes: `\"" + shortly(json_.raw(id)) + "\"`";
        else if (const std::string near = fact.nearest_key(json_.raw(id)); !near.empty())
          help = "did you mean `\"" + near + "\"`? Keys stand in quotes";
      }
      return PlacedFault{fact.mismatch(profile_code::type, "the number", json_.raw(id), std::move(help)), id};
    }
    case JsonKind::array:
      return PlacedFault{fact.mismatch(profile_code::type, "a list", "",
                                       "several possible values are told as {\"one_of\": […]}"),
                         id};
    case JsonKind::null:
      return PlacedFault{fact.mismatch(profile_code::type, "null", "",
                                       "null means not told, and stands for a whole fact only"),
                         id};
    case JsonKind::object:
      break;
  }
  return PlacedFault{fact.mismatch(profile_code::type, "an object", ""), id};
}

// {"from": a, "to": b} or {"one_of": […]}; null is an end that is not told.
std::variant<types::Told, PlacedFault> ProfileReader::told_in_part(const ToldValue& fact, Id object) {
  std::optional<Value> from, to;
  std::vector<Value> values_told;
  Id list = 0, end_told = 0;
  for (Id id = json_.first(object); id != json_.end(object); id = json_.next(id)) {
    const std::string name = json_.name(id);
    const bool is_end = name == "from" || name == "to";
    if (name == "one_of") {
      list = id;
      if (auto fault = values(fact, id, values_told)) return std::move(*fault);
    } else if (!is_end) {
      const std::string found = fact.is_private() ? "another name" : "`" + shortly(name) + "`";
      return PlacedFault{
          {profile_code::partial,
           "expected `from`, `to` or `one_of` for `" + std::string(fact.name()) + "`, found " + found, ""},
          id,
          true};
    } else if (!fact.type().is_ordered()) {
      return PlacedFault{no_order(fact), id, true};
    } else if (json_.kind(id) != JsonKind::null) {
      auto read = value(fact, id);
      if (auto* placed = std::get_if<PlacedFault>(&read)) return std::move(*placed);
      (name == "from" ? from : to) = std::move(std::get<Value>(read));
      end_told = id;
    }
  }
  if (json_.first(object) == json_.end(object))
    return PlacedFault{
        {profile_code::partial,
         "expected `from`, `to` or `one_of` for `" + std::string(fact.name()) + "`, found an empty object",
         "leave out a fact that is not known"},
        object};
  if (list != 0 && end_told != 0)
    return PlacedFault{{profile_code::partial,
                        "expected a range or a list for `" + std::string(fact.name()) + "`, found both", ""},
                       object};
  ToldOrFault whole = list != 0 ? told_one_of(fact, std::move(values_told))
                                : told_range(fact, std::move(from), std::move(to));
  if (Fault* fault = std::get_if<Fault>(&whole)) return PlacedFault{std::move(*fault), object};
  return std::move(std::get<types::Told>(whole));
}

std::optional<PlacedFault> ProfileReader::values(const ToldValue& fact, Id list, std::vector<Value>& into) {
  if (json_.kind(list) != JsonKind::array)
    return PlacedFault{
        {profile_code::partial,
         "expected a list of values at `one_of`, found " + std::string(words_of(json_.kind(list))),
         "for example {\"one_of\": [\"a\", \"b\"]}"},
        list};
  for (Id id = json_.first(list); id != json_.end(list); id = json_.next(id)) {
    auto read = value(fact, id);
    if (auto* placed = std::get_if<PlacedFault>(&read)) return std::move(*placed);
    into.push_back(std::move(std::get<Value>(read)));
  }
  return std::nullopt;
}

void ProfileReader::report(const PlacedFault& placed, Id path_ends) {
  if (profile_.errors.size() >= limits_.diagnostics) {
    ++unsaid_;
    return;
  }
  const TextPlace place = places_.at(placed.at_name ? json_.name_offset(placed.at) : json_.offset(placed.at));
  profile_.errors.push_back({std::string(placed.fault.code), placed.fault.message, placed.fault.help,
                             path_to(path_ends), place.line, place.column});
}

// Found again from the top, so that nothing is kept for errors that do not come: `$.id.kind.one_of[1]`.
std::string ProfileReader::path_to(Id wanted) const {
  std::string path = "$";
  for (Id at = 0; at != wanted;) {
    std::size_t position = 0;
    Id child = json_.first(at);
    for (; json_.next(child) <= wanted; child = json_.next(child)) ++position;
    if (json_.kind(at) == JsonKind::array) {
      path += "[" + std::to_string(position) + "]";
    } else {
      write_path_step(path, json_.name(child));
    }
    at = child;
  }
  return path;
}

}  // namespace

Profile read_profile(const FactIndex& facts, std::string_view json, const Limits& limits, Lengths before) {
  return ProfileReader(facts, json, limits, std::move(before)).run();
}

Profile read_list(const FactIndex& facts, check::Index list, std::string_view json, const Limits& limits) {
  return ProfileReader(facts, json, limits, {}).run(list);
}

}  // namespace eligo::host
