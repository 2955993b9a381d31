// SPDX-License-Identifier: MIT
// Owns people made by chance for any ruleset: from nothing, or out of somebody who is told already.
#include "tests/words/people.hpp"

#include <algorithm>

#include "interpreter/types/date.hpp"

namespace eligo::words::test {
namespace {

constexpr std::size_t most_members = 3;  // of a list: enough for first, middle and last

bool is_ordered(FactKind kind) {
  return kind == FactKind::whole || kind == FactKind::decimal || kind == FactKind::money ||
         kind == FactKind::date || kind == FactKind::version;
}

/// The whole part of a bound.
std::int64_t bound(const std::optional<Value>& value, std::int64_t otherwise) {
  return value ? std::stoll(value->text) : otherwise;
}

}  // namespace

People::People(const Program& program, std::uint64_t seed)
    : program_(program), facts_(program.facts()), random_(seed) {}

/// Near the bounds, where rules change, as often as anywhere.
std::string People::number(const FactInfo& fact, const char* places) {
  const std::int64_t from = bound(fact.from, 0), to = std::max(from, bound(fact.to, 100'000));
  const auto width = static_cast<std::size_t>(to - from) + 1;
  const std::vector<std::int64_t> spans = {
      0, static_cast<std::int64_t>(random_.below(std::min<std::size_t>(width, 13))),
      static_cast<std::int64_t>(random_.below(std::min<std::size_t>(width, 3000))),
      static_cast<std::int64_t>(random_.below(width)), to - from};
  return std::to_string(from + random_.pick(spans)) + (random_.percent(50) ? places : "");
}

std::string People::value(const FactInfo& fact) {
  if (fact.admits_none && random_.percent(20)) return "none";
  switch (fact.kind) {
    case FactKind::yes_or_no:
      return random_.percent(50) ? "yes" : "no";
    case FactKind::whole:
    case FactKind::list:
      return number(fact, "");
    case FactKind::decimal:
    case FactKind::money:
      return number(fact, ".49");
    case FactKind::version:
      return std::to_string(random_.below(30)) + (random_.percent(30) ? ".4" : "");
    case FactKind::date: {
      const std::size_t most = random_.pick(std::vector<std::size_t>{400, 3'000, 25'000});
      const auto back = static_cast<std::int32_t>(random_.below(most)) - 400;
      return types::Date{types::Date::of(2026, 4, 1)->days - back}.iso();
    }
    case FactKind::text:
      return random_.pick(std::vector<std::string>{"AB-123-CD", "the rue", "Zoë d’Ys"});
    case FactKind::enumeration:
    case FactKind::key:
      return random_.pick(fact.choices).value;
  }
  return {};
}

std::string People::in_part(const FactInfo& fact) {
  if (!is_ordered(fact.kind)) return "one of (\"" + value(fact) + "\", \"" + value(fact) + "\")";
  return (random_.percent(50) ? "from " : "to ") + value(fact);
}

/// What does not fit (a day outside a range, say) is refused and stays as it was: that is a person, too.
void People::tell(Facts& person, std::uint32_t slot) {
  const FactInfo& fact = facts_[slot];
  if (fact.kind == FactKind::list) {
    person.set_whole(slot, static_cast<std::int64_t>(random_.below(most_members + 1)));
    return;
  }
  if (fact.list && !person.is_told(*fact.list)) return;  // nobody can tell its members before it
  person.tell(fact.name, random_.percent(20) ? in_part(fact) : value(fact));
}

Facts People::anybody() {
  Facts person(program_);
  for (std::uint32_t slot = 0; slot < facts_.size(); ++slot)
    if (random_.percent(75)) tell(person, slot);
  return person;
}

Facts People::changed(const Facts& person) {
  Facts changed = person;
  for (std::uint32_t slot = 0; slot < facts_.size(); ++slot) {
    if (random_.percent(8))
      changed.forget(slot);
    else if (random_.percent(15))
      tell(changed, slot);
  }
  return changed;
}

}  // namespace eligo::words::test
