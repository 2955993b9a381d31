// SPDX-License-Identifier: MIT
// Owns the choice of what is told: values near the generator's literals, and the ends of every type.
#include "tests/oracle/profiles.hpp"

#include <algorithm>
#include <limits>

namespace eligo::oracle {

namespace {

using types::Told;

Value decimal_of(const char* digits) {
  return *types::Decimal::parse(digits);
}

Value date_of(int year, int month, int day) {
  return *types::Date::of(year, month, day);
}

std::vector<Value> usual_values(Base base) {
  switch (base) {
    case Base::whole:
      return {std::int64_t{0}, std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{-1}};
    case Base::decimal:
      return {decimal_of("0"),  decimal_of("0.5"),          decimal_of("1"),           decimal_of("2"),
              decimal_of("-1"), decimal_of("0.4999999999"), decimal_of("0.5000000001")};
    case Base::money:
      return {decimal_of("0"), decimal_of("100"), decimal_of("300.5"), decimal_of("100.0000000001"),
              decimal_of("-5")};
    case Base::date:
      return {date_of(2024, 2, 27), date_of(2024, 2, 28), date_of(2024, 2, 29), date_of(2024, 3, 1),
              date_of(2023, 2, 28)};
    case Base::version:
      return {*types::Version::parse("9"), *types::Version::parse("9.0.0.1"), *types::Version::parse("16.9"),
              *types::Version::parse("16.10"), *types::Version::parse("16.1.2")};
    default:
      return {std::string("ab"), std::string("abc"), std::string("b"), std::string("\xc3\xa9t\xc3\xa9"),
              std::string("zzz")};
  }
}

std::vector<Value> extreme_values(Base base) {
  switch (base) {
    case Base::whole:
      return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
              std::int64_t{1000}};
    case Base::decimal:
    case Base::money:
      return {decimal_of("99999999999999999999.9999999999"), decimal_of("-99999999999999999999.9999999999"),
              decimal_of("0.0000000001")};
    case Base::date:
      return {date_of(1, 1, 1), date_of(9999, 12, 31), date_of(2000, 2, 29)};
    case Base::version:
      return {types::Version{0}, types::Version{std::numeric_limits<std::uint64_t>::max()},
              *types::Version::parse("10")};
    default:
      return {std::string("abcd")};
  }
}

bool not_after(Base base, const Value& a, const Value& b) {
  return compare(end_of(base, a), end_of(base, b), base == Base::decimal || base == Base::money) <= 0;
}

}  // namespace

People::People(const Checked& program, std::uint64_t seed) : program_(program), random_(seed) {}

Value People::any_in_range(const check::FactDef& fact) {
  const Base base = fact.type.base;
  std::vector<Value> fitting;
  for (const bool extreme : {false, true}) {
    for (const Value& value : extreme ? extreme_values(base) : usual_values(base)) {
      const bool fits = (!fact.from || not_after(base, *fact.from, value)) &&
                        (!fact.to || not_after(base, value, *fact.to));
      if (fits && (!extreme || fitting.empty() || random_.percent(12))) fitting.push_back(value);
    }
  }
  if (fact.from) fitting.push_back(*fact.from);
  if (fact.to) fitting.push_back(*fact.to);
  return random_.pick(fitting);
}

Value People::any_value(const check::FactDef& fact) {
  if (fact.type.or_none && random_.percent(30)) return types::None{};
  switch (fact.type.base) {
    case Base::yes_or_no:
      return random_.percent(50);
    case Base::enumeration:
      return types::Item{
          static_cast<std::uint32_t>(random_.below(program_.enums[fact.type.of].values.size()))};
    case Base::key:
      return types::Item{static_cast<std::uint32_t>(random_.below(program_.tables[fact.type.of].rows))};
    default:
      return any_in_range(fact);
  }
}

// A list is told with its length, and with some fields of each member.
void People::tell(Index index) {
  std::vector<std::optional<Told>>& all = person_.profile.told;
  const check::FactDef& fact = program_.facts[index];
  if (fact.list == check::nowhere) {
    all[index] = told(index);
    return;
  }
  const check::ListDef& list = program_.lists[fact.list];
  const std::size_t length = random_.below(list.at_most + 1);
  all[index] = Told{};
  all[index]->value = static_cast<std::int64_t>(length);
  const auto share = static_cast<unsigned>(30 + random_.below(71));
  for (std::uint32_t m = 0; m < length; ++m) {
    for (std::uint32_t f = 0; f < list.fields; ++f) {
      const Index field = list.member(m, f);
      if (random_.percent(share)) all[field] = told(field);
    }
  }
}

Told People::told(Index index) {
  const check::FactDef& fact = program_.facts[index];
  Told told;
  if (random_.percent(65)) {
    told.value = any_value(fact);
    return told;
  }
  if (fact.type.is_ordered() && random_.percent(60)) {
    told.kind = Told::Kind::range;
    Value a = any_in_range(fact);
    Value b = any_in_range(fact);
    if (!not_after(fact.type.base, a, b)) std::swap(a, b);
    const std::size_t sides = random_.below(3);
    if (sides != 1) told.from = a;
    if (sides != 0) told.to = b;
    return told;
  }
  told.kind = Told::Kind::one_of;
  const std::size_t count = 1 + random_.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    const Value value = any_value(fact);
    if (std::find(told.values.begin(), told.values.end(), value) == told.values.end())
      told.values.push_back(value);
  }
  return told;
}

Told People::narrower(Index index, const Told& old) {
  const check::FactDef& fact = program_.facts[index];
  Told exactly;
  if (old.kind == Told::Kind::one_of) {
    exactly.value = random_.pick(old.values);
    return exactly;
  }
  std::vector<Value> within;
  const Base base = fact.type.base;
  for (int i = 0; i < 6; ++i) {
    const Value value = any_in_range(fact);
    const bool fits =
        (!old.from || not_after(base, *old.from, value)) && (!old.to || not_after(base, value, *old.to));
    if (fits) within.push_back(value);
  }
  if (old.from) within.push_back(*old.from);
  if (old.to) within.push_back(*old.to);
  exactly.value = random_.pick(within);
  return exactly;
}

void People::begin() {
  static const std::vector<Value> days{date_of(2024, 2, 28),  date_of(2024, 2, 29), date_of(2024, 3, 1),
                                       date_of(2023, 12, 31), date_of(2024, 1, 1),  date_of(2024, 2, 27)};
  Profile& profile = person_.profile;
  profile.as_of = std::get<types::Date>(random_.pick(days));
  profile.law_day = random_.percent(60) ? profile.as_of : std::get<types::Date>(random_.pick(days));
  profile.told.assign(program_.facts.size(), std::nullopt);
  const auto share = static_cast<unsigned>(30 + random_.below(71));
  for (Index i = 0; i < profile.told.size(); ++i) {
    if (program_.facts[i].member_of == check::nowhere && random_.percent(share)) tell(i);
  }
  person_.changed = check::nowhere;
  left_ = 5;
}

bool People::narrow() {
  std::vector<Index> open;
  for (Index i = 0; i < person_.profile.told.size(); ++i) {
    const auto& told = person_.profile.told[i];
    const bool can_be_told =
        askable(program_, i, person_.profile) == i && !is_absent(program_, i, person_.profile);
    if (!can_be_told) continue;
    if (!told || told->kind != Told::Kind::exactly) open.push_back(i);
  }
  if (open.empty()) return false;
  person_.changed = random_.pick(open);
  auto& fact = person_.profile.told[person_.changed];
  if (fact) {
    fact = narrower(person_.changed, *fact);
  } else {
    tell(person_.changed);
  }
  return true;
}

const Person& People::next() {
  if (left_ == 0 || !narrow()) {
    begin();
  } else {
    --left_;
  }
  return person_;
}

std::string spelled(const Checked& program, const types::Type& type, const Value& value) {
  if (types::is_none(value)) return "none";
  if (const bool* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<types::Decimal>(&value)) return number->str();
  if (const auto* date = std::get_if<types::Date>(&value)) return date->iso();
  if (const auto* version = std::get_if<types::Version>(&value)) return version->str();
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const std::uint32_t index = std::get<types::Item>(value).index;
  if (type.base == Base::enumeration)
    return std::string(program.names->view(program.enums[type.of].values[index].name));
  const check::TableDef& table = program.tables[type.of];
  const check::TableDef::Column& key = table.columns[table.key];
  return spelled(program, key.type, key.cells[index]);
}

namespace {

std::string json_value(const Checked& program, const types::Type& type, const Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  const std::string text = spelled(program, type, value);
  if (std::holds_alternative<std::int64_t>(value)) return text;
  return "\"" + text + "\"";
}

std::string json_told(const Checked& program, const types::Type& type, const Told& told) {
  const auto json = [&](const Value& value) { return json_value(program, type, value); };
  if (told.kind == Told::Kind::exactly) return json(told.value);
  std::string what;
  if (told.kind == Told::Kind::range) {
    if (told.from) what = "\"from\":" + json(*told.from);
    if (told.to) what += (what.empty() ? "\"to\":" : ",\"to\":") + json(*told.to);
    return "{" + what + "}";
  }
  for (const Value& value : told.values) what += (what.empty() ? "" : ",") + json(value);
  return "{\"one_of\":[" + what + "]}";
}

std::string json_list(const Checked& program, const check::ListDef& list, const Profile& profile) {
  const auto length = static_cast<std::uint32_t>(std::get<std::int64_t>(profile.told[list.fact]->value));
  std::string out;
  for (std::uint32_t m = 0; m < length; ++m) {
    std::string member;
    for (std::uint32_t f = 0; f < list.fields; ++f) {
      const auto& told = profile.told[list.member(m, f)];
      if (!told) continue;
      const check::RecordDef::Field& field = program.records[list.record].fields[f];
      member += (member.empty() ? "\"" : ",\"") + std::string(program.names->view(field.name)) +
                "\":" + json_told(program, field.type, *told);
    }
    out += (m == 0 ? "{" : ",{") + member + "}";
  }
  return "[" + out + "]";
}

}  // namespace

std::string json_of(const Checked& program, const Profile& profile) {
  std::string out;
  for (Index i = 0; i < profile.told.size(); ++i) {
    const check::FactDef& fact = program.facts[i];
    if (!profile.told[i] || fact.member_of != check::nowhere) continue;
    out += (out.empty() ? "\"" : ",\"") + std::string(program.names->view(fact.name)) + "\":";
    out += fact.list == check::nowhere ? json_told(program, fact.type, *profile.told[i])
                                       : json_list(program, program.lists[fact.list], profile);
  }
  return "{" + out + "}";
}

void forget(const Checked& program, Index fact, Profile& profile) {
  profile.told[fact].reset();
  if (program.facts[fact].list == check::nowhere) return;
  const check::ListDef& list = program.lists[program.facts[fact].list];
  for (Index i = 1; i <= list.at_most * list.fields; ++i) profile.told[fact + i].reset();
}

}  // namespace eligo::oracle
