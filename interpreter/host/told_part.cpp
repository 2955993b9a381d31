// SPDX-License-Identifier: MIT
// Owns the conditions that a range and a list of values have to meet.
#include "interpreter/host/told_part.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "interpreter/check/literals.hpp"
#include "interpreter/host/profile_codes.hpp"

namespace eligo::host {

using types::Told;
using types::Value;

namespace {

// Any order of the values of one type will do, with none before them.
bool before(const Value& a, const Value& b) {
  if (a.index() != b.index()) return a.index() < b.index();
  if (const auto* text = std::get_if<std::string>(&a)) return *text < std::get<std::string>(b);
  if (const auto* item = std::get_if<types::Item>(&a)) return item->index < std::get<types::Item>(b).index;
  if (const auto* yes = std::get_if<bool>(&a)) return !*yes && std::get<bool>(b);
  return check::compare(a, b) < 0;
}

}  // namespace

Told told_exactly(Value value) {
  Told told;
  told.value = std::move(value);
  return told;
}

Fault no_order(const ToldValue& fact) {
  return {profile_code::partial,
          "`" + std::string(fact.name()) + "` has no order, so no range of it can be told",
          "tell the value, or the values that it may have (`one of`)"};
}

ToldOrFault told_range(const ToldValue& fact, std::optional<Value> from, std::optional<Value> to) {
  if (!fact.type().is_ordered()) return no_order(fact);
  const std::string name = "`" + std::string(fact.name()) + "`";
  if (!from && !to)
    return Fault{profile_code::partial, "expected `from`, `to` or both for " + name + ", found neither", ""};
  if ((from && types::is_none(*from)) || (to && types::is_none(*to)))
    return Fault{profile_code::partial,
                 "expected a value at each end of the range of " + name + ", found none",
                 "none is in no range"};
  if (from && to) {
    const int order = check::compare(*from, *to);
    if (order == 0) return told_exactly(std::move(*from));
    if (order > 0)
      return Fault{profile_code::partial, "the range of " + name + " ends before it begins",
                   "the smaller value stands at `from`"};
  }
  Told told;
  told.kind = Told::Kind::range;
  told.from = std::move(from);
  told.to = std::move(to);
  return told;
}

ToldOrFault told_one_of(const ToldValue& fact, std::vector<Value> values) {
  if (values.empty())
    return Fault{profile_code::partial,
                 "expected at least one value for `" + std::string(fact.name()) + "`, found an empty list",
                 "leave out a fact that is not known"};
  Told told;
  told.kind = Told::Kind::one_of;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return before(values[a], values[b]); });
  std::vector<bool> repeated(values.size(), false);
  for (std::size_t i = 1; i < order.size(); ++i)
    repeated[order[i]] = values[order[i - 1]] == values[order[i]];
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!repeated[i]) told.values.push_back(std::move(values[i]));
  if (told.values.size() == 1) return told_exactly(std::move(told.values.front()));
  return told;
}

}  // namespace eligo::host
