// SPDX-License-Identifier: MIT
// Owns how possible values are made and joined.
#include "interpreter/types/possible.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace eligo::types {

ItemSet ItemSet::all(std::uint32_t universe) {
  ItemSet s;
  s.universe_ = universe;
  s.count_ = universe;
  s.words_.assign((universe + 63) / 64, ~std::uint64_t{0});
  if (universe % 64 != 0) s.words_.back() = (std::uint64_t{1} << (universe % 64)) - 1;
  return s;
}

ItemSet ItemSet::nothing(std::uint32_t universe) {
  ItemSet s;
  s.universe_ = universe;
  return s;
}

ItemSet ItemSet::only(std::uint32_t item, std::uint32_t universe) {
  ItemSet s;
  s.universe_ = universe;
  s.count_ = 1;
  s.only_ = item;
  return s;
}

void ItemSet::spread() {
  if (!words_.empty() || universe_ == 0) return;
  words_.assign((universe_ + 63) / 64, 0);
  if (count_ == 1) words_[only_ / 64] |= std::uint64_t{1} << (only_ % 64);
}

void ItemSet::add(std::uint32_t item) {
  if (has(item)) return;
  if (count_ == 0 && words_.empty()) {
    only_ = item;
  } else {
    spread();
    words_[item / 64] |= std::uint64_t{1} << (item % 64);
  }
  ++count_;
}

void ItemSet::unite(const ItemSet& other) {
  if (universe_ < other.universe_) universe_ = other.universe_;
  for (const std::uint32_t item : other.items()) add(item);
}

bool ItemSet::has(std::uint32_t item) const {
  if (words_.empty()) return count_ == 1 && only_ == item;
  return item < universe_ && ((words_[item / 64] >> (item % 64)) & 1) != 0;
}

std::uint32_t ItemSet::single() const {
  return words_.empty() ? only_ : items().front();
}

bool ItemSet::meets(const ItemSet& other) const {
  if (words_.empty()) return count_ == 1 && other.has(only_);
  if (other.words_.empty()) return other.count_ == 1 && has(other.only_);
  const std::size_t n = std::min(words_.size(), other.words_.size());
  for (std::size_t i = 0; i < n; ++i)
    if ((words_[i] & other.words_[i]) != 0) return true;
  return false;
}

std::vector<std::uint32_t> ItemSet::items() const {
  if (count_ == 0) return {};
  if (words_.empty()) return {only_};
  std::vector<std::uint32_t> out;
  out.reserve(count_);
  for (std::size_t w = 0; w < words_.size(); ++w)
    for (std::uint64_t bits = words_[w]; bits != 0; bits &= bits - 1)
      out.push_back(static_cast<std::uint32_t>(w * 64 + static_cast<unsigned>(__builtin_ctzll(bits))));
  return out;
}

bool Possible::is_exact() const {
  if (invalid) return false;
  if (none) return !some;
  if (!some) return false;
  switch (base) {
    case Base::whole:
    case Base::date:
    case Base::version:
      return lo == hi;
    case Base::decimal:
    case Base::money:
      return has_lo && has_hi && decimal_lo == decimal_hi;
    case Base::yes_or_no:
    case Base::enumeration:
    case Base::key:
      return items.count() == 1;
    case Base::text:
      return !any_text && texts.size() == 1;
    case Base::error:
      return false;
  }
  return false;
}

Value Possible::exact() const {
  if (none) return None{};
  switch (base) {
    case Base::whole:
      return static_cast<std::int64_t>(lo);
    case Base::date:
      return Date{static_cast<std::int32_t>(lo)};
    case Base::version:
      return Version{static_cast<std::uint64_t>(lo)};
    case Base::decimal:
    case Base::money:
      return decimal_lo;
    case Base::yes_or_no:
      return items.single() == 1;
    case Base::enumeration:
    case Base::key:
      return Item{items.single()};
    case Base::text:
      return texts.front();
    case Base::error:
      break;
  }
  return None{};
}

Possible exactly(const Value& value, Type type, std::uint32_t universe) {
  Possible p;
  p.base = type.base;
  p.of = type.of;
  if (is_none(value)) {
    p.none = true;
    return p;
  }
  p.some = true;
  switch (type.base) {
    case Base::whole:
      p.lo = p.hi = std::get<std::int64_t>(value);
      break;
    case Base::date:
      p.lo = p.hi = std::get<Date>(value).days;
      break;
    case Base::version:
      p.lo = p.hi = static_cast<Int128>(std::get<Version>(value).packed);
      break;
    case Base::decimal:
    case Base::money: {
      const auto* whole = std::get_if<std::int64_t>(&value);
      p.decimal_lo = p.decimal_hi = whole != nullptr ? Decimal(*whole) : std::get<Decimal>(value);
      p.has_lo = p.has_hi = true;
      p.places = p.decimal_lo.places();
      break;
    }
    case Base::yes_or_no:
      p.items = ItemSet::only(std::get<bool>(value) ? 1 : 0, 2);
      break;
    case Base::enumeration:
    case Base::key:
      p.items = ItemSet::only(std::get<Item>(value).index, universe);
      break;
    case Base::text:
      p.texts = {std::get<std::string>(value)};
      break;
    case Base::error:
      break;
  }
  return p;
}

Possible exactly_item(std::uint32_t item, Type type, std::uint32_t universe) {
  Possible p;
  p.base = type.base;
  p.of = type.of;
  p.some = true;
  p.items = ItemSet::only(item, universe);
  return p;
}

Possible anything(Type type, std::uint32_t universe, const std::optional<Value>& from,
                  const std::optional<Value>& to) {
  Possible p;
  p.base = type.base;
  p.of = type.of;
  p.some = true;
  p.none = type.or_none;
  switch (type.base) {
    case Base::whole:
      p.lo = from ? std::get<std::int64_t>(*from) : std::numeric_limits<std::int64_t>::min();
      p.hi = to ? std::get<std::int64_t>(*to) : std::numeric_limits<std::int64_t>::max();
      break;
    case Base::date:
      p.lo = from ? std::get<Date>(*from).days : Date::min_days;
      p.hi = to ? std::get<Date>(*to).days : Date::max_days;
      break;
    case Base::version:
      p.lo = from ? static_cast<Int128>(std::get<Version>(*from).packed) : 0;
      p.hi = to ? static_cast<Int128>(std::get<Version>(*to).packed)
                : static_cast<Int128>(std::numeric_limits<std::uint64_t>::max());
      break;
    case Base::decimal:
    case Base::money:
      p.has_lo = from.has_value();
      p.has_hi = to.has_value();
      if (from) p.decimal_lo = std::get<Decimal>(*from);
      if (to) p.decimal_hi = std::get<Decimal>(*to);
      p.places = told_places;
      if (p.has_lo && p.has_hi && p.decimal_lo == p.decimal_hi) p.places = p.decimal_lo.places();
      break;
    case Base::yes_or_no:
      p.items = ItemSet::all(2);
      break;
    case Base::enumeration:
    case Base::key:
      p.items = ItemSet::all(universe);
      p.some = universe > 0;
      break;
    case Base::text:
      p.any_text = true;
      break;
    case Base::error:
      break;
  }
  return p;
}

Possible surely_invalid(Type type) {
  Possible p;
  p.base = type.base;
  p.of = type.of;
  p.invalid = true;
  return p;
}

Possible unite(const Possible& a, const Possible& b) {
  Possible u = a.some || !b.some ? a : b;
  u.none = a.none || b.none;
  u.invalid = a.invalid || b.invalid;
  if (!a.some || !b.some) return u;
  u.lo = std::min(a.lo, b.lo);
  u.hi = std::max(a.hi, b.hi);
  u.has_lo = a.has_lo && b.has_lo;
  u.has_hi = a.has_hi && b.has_hi;
  if (b.decimal_lo < u.decimal_lo) u.decimal_lo = b.decimal_lo;
  if (u.decimal_hi < b.decimal_hi) u.decimal_hi = b.decimal_hi;
  u.places = std::max(a.places, b.places);
  u.items.unite(b.items);
  u.any_text = a.any_text || b.any_text;
  for (const std::string& text : b.texts)
    if (std::find(u.texts.begin(), u.texts.end(), text) == u.texts.end()) u.texts.push_back(text);
  return u;
}

Possible one_of(std::span<const Value> values, Type type, std::uint32_t universe) {
  std::vector<std::string> texts;  // looked for among each other at the end: there may be a hundred thousand
  std::optional<Possible> all;
  for (const Value& value : values) {
    Possible one = exactly(value, type, universe);
    for (std::string& text : one.texts) texts.push_back(std::move(text));
    one.texts.clear();
    all = all ? unite(*all, one) : std::move(one);
  }
  std::unordered_set<std::string_view> seen;
  for (const std::string& text : texts)
    if (seen.insert(text).second) all->texts.push_back(text);
  return std::move(*all);
}

Possible as_decimal(const Possible& whole, Base base) {
  Possible p;
  p.base = base;
  p.some = whole.some;
  p.none = whole.none;
  p.invalid = whole.invalid;
  p.has_lo = p.has_hi = true;
  if (whole.some) {
    p.decimal_lo = Decimal(static_cast<std::int64_t>(whole.lo));
    p.decimal_hi = Decimal(static_cast<std::int64_t>(whole.hi));
  }
  return p;
}

}  // namespace eligo::types
