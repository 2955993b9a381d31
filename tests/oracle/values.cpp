// SPDX-License-Identifier: MIT
// Owns the making, joining and comparing of possible values.
#include "tests/oracle/values.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace eligo::oracle {

namespace {

template <class T>
std::vector<T> merged(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

template <class T>
bool overlap(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool less(const End& a, const End& b, bool decimal) {
  return compare(a, b, decimal) < 0;
}

// Two possible values (not none) can be the same one.
bool can_meet(const Possible& a, const Possible& b) {
  const bool decimal = a.is_decimal();
  if (a.ranged && b.ranged && !less(a.to, b.from, decimal) && !less(b.to, a.from, decimal)) return true;
  if (overlap(a.items, b.items) || overlap(a.texts, b.texts)) return true;
  const bool a_text = a.any_text || !a.texts.empty();
  const bool b_text = b.any_text || !b.texts.empty();
  return (a.any_text && b_text) || (b.any_text && a_text);
}

}  // namespace

int compare(const End& a, const End& b, bool decimal) {
  if (a.infinite != b.infinite) return a.infinite < b.infinite ? -1 : 1;
  if (a.infinite != 0) return 0;
  if (decimal) return types::Decimal::compare(a.number, b.number);
  return a.count < b.count ? -1 : (a.count > b.count ? 1 : 0);
}

bool Possible::is_single() const {
  if (any_text) return false;
  const std::size_t kinds = (none ? 1u : 0u) + (ranged ? 1u : 0u) + items.size() + texts.size();
  if (kinds != 1) return false;
  return !ranged || (from.infinite == 0 && to.infinite == 0 && compare(from, to, is_decimal()) == 0);
}

bool Possible::is_zero() const {
  if (!ranged || !is_single()) return false;
  return is_decimal() ? from.number.is_zero() : from.count == 0;
}

Possible invalid(Base base) {
  Possible p;
  p.base = base;
  p.may_be_invalid = true;
  return p;
}

End end_of(Base base, const Value& value) {
  End e;
  switch (base) {
    case Base::whole:
      e.count = std::get<std::int64_t>(value);
      break;
    case Base::date:
      e.count = std::get<types::Date>(value).days;
      break;
    case Base::version:
      e.count = std::get<types::Version>(value).packed;
      break;
    default:
      if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        e.number = types::Decimal(*whole);
      } else {
        e.number = std::get<types::Decimal>(value);
      }
      break;
  }
  return e;
}

Possible exactly(Base base, const Value& value) {
  Possible p;
  p.base = base;
  if (types::is_none(value)) {
    p.none = true;
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    p.items = {*yes ? 1u : 0u};
  } else if (const auto* item = std::get_if<types::Item>(&value)) {
    p.items = {item->index};
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    p.texts = {*text};
  } else {
    p.ranged = true;
    p.from = p.to = end_of(base, value);
    if (p.is_decimal()) p.places = p.from.number.places();
  }
  return p;
}

Possible truth(bool can_be_no, bool can_be_yes, bool may_be_invalid) {
  Possible p;
  p.base = Base::yes_or_no;
  p.may_be_invalid = may_be_invalid;
  if (can_be_no) p.items.push_back(0);
  if (can_be_yes) p.items.push_back(1);
  return p;
}

Possible everything(Base base) {
  Possible p;
  p.base = base;
  p.ranged = true;
  if (base == Base::whole) {
    p.from = counted(least_whole);
    p.to = counted(largest_whole);
  } else if (base == Base::date) {
    p.from = counted(types::Date::min_days);
    p.to = counted(types::Date::max_days);
  } else if (base == Base::version) {
    p.to = counted(std::numeric_limits<std::uint64_t>::max());
  } else {
    p.from.infinite = -1;
    p.to.infinite = 1;
  }
  return p;
}

Value only(const Possible& p) {
  if (p.none) return types::None{};
  if (!p.texts.empty()) return p.texts.front();
  if (!p.items.empty()) {
    if (p.base == Base::yes_or_no) return p.items.front() == 1;
    return types::Item{p.items.front()};
  }
  if (p.base == Base::whole) return static_cast<std::int64_t>(p.from.count);
  if (p.base == Base::date) return types::Date{static_cast<std::int32_t>(p.from.count)};
  if (p.base == Base::version) return types::Version{static_cast<std::uint64_t>(p.from.count)};
  return p.from.number;
}

Possible both(const Possible& a, const Possible& b) {
  Possible p = a;
  p.may_be_invalid = a.may_be_invalid || b.may_be_invalid;
  p.none = a.none || b.none;
  p.any_text = a.any_text || b.any_text;
  p.texts = merged(a.texts, b.texts);
  p.items = merged(a.items, b.items);
  p.places = std::max(a.places, b.places);
  if (!a.ranged) {
    p.ranged = b.ranged;
    p.from = b.from;
    p.to = b.to;
  } else if (b.ranged) {
    if (less(b.from, a.from, a.is_decimal())) p.from = b.from;
    if (less(a.to, b.to, a.is_decimal())) p.to = b.to;
  }
  return p;
}

Possible as_base(Base base, const Possible& p) {
  if (p.base != Base::whole || (base != Base::decimal && base != Base::money)) return p;
  Possible out = p;
  out.base = base;
  out.places = 0;
  out.from = out.to = End{};
  if (!p.ranged) return out;
  out.from.number = types::Decimal(static_cast<std::int64_t>(p.from.count));
  out.to.number = types::Decimal(static_cast<std::int64_t>(p.to.count));
  return out;
}

Outcomes equal(const Possible& a, const Possible& b) {
  const auto something = [](const Possible& p) {
    return p.ranged || !p.items.empty() || p.any_text || !p.texts.empty();
  };
  const bool a_value = something(a);
  const bool b_value = something(b);
  Outcomes out;
  out.yes = (a.none && b.none) || can_meet(a, b);
  const bool two_singles = a.is_single() && b.is_single();
  out.no =
      (a.none && b_value) || (a_value && b.none) || (a_value && b_value && !(two_singles && can_meet(a, b)));
  return out;
}

Outcomes ordered(grammar::Op op, const Possible& a, const Possible& b) {
  using grammar::Op;
  Outcomes out;
  out.no = a.none || b.none;
  if (!a.ranged || !b.ranged) return out;
  const bool decimal = a.is_decimal();
  switch (op) {
    case Op::less:
      out.yes = compare(a.from, b.to, decimal) < 0;
      out.no |= compare(a.to, b.from, decimal) >= 0;
      break;
    case Op::less_equal:
      out.yes = compare(a.from, b.to, decimal) <= 0;
      out.no |= compare(a.to, b.from, decimal) > 0;
      break;
    case Op::greater:
      out.yes = compare(a.to, b.from, decimal) > 0;
      out.no |= compare(a.from, b.to, decimal) <= 0;
      break;
    default:
      out.yes = compare(a.to, b.from, decimal) >= 0;
      out.no |= compare(a.from, b.to, decimal) < 0;
      break;
  }
  return out;
}

Outcomes starts_with(const Possible& a, const Possible& b) {
  const bool every_text_does = !b.any_text && b.texts == std::vector<std::string>{""};
  Outcomes out;
  if (a.any_text || b.any_text) {
    out.yes = true;
    out.no = !every_text_does;
    return out;
  }
  for (const std::string& text : a.texts) {
    for (const std::string& start : b.texts) {
      (text.compare(0, start.size(), start) == 0 ? out.yes : out.no) = true;
    }
  }
  return out;
}

namespace {

// Some possible value of `a` is none of the single values in the list: whatever the others are, it can differ
// from them.
bool can_miss_all(const Possible& a, const std::vector<Possible>& singles) {
  const auto holds = [&](const Possible& value) {
    return std::any_of(singles.begin(), singles.end(),
                       [&](const Possible& s) { return equal(value, s).yes; });
  };
  if (a.none && !holds(exactly(a.base, types::None{}))) return true;
  if (a.any_text) return true;
  for (const std::string& text : a.texts) {
    if (!holds(exactly(a.base, text))) return true;
  }
  for (const std::uint32_t item : a.items) {
    if (!holds(a.base == Base::yes_or_no ? exactly(a.base, item == 1) : exactly(a.base, types::Item{item})))
      return true;
  }
  if (!a.ranged) return false;
  if (a.is_decimal()) {
    // Between two different decimals there are more than any list holds.
    Possible end = a;
    end.none = false;
    return !end.is_single() || !holds(end);
  }
  if (a.to.count - a.from.count >= static_cast<Int128>(singles.size())) return true;
  for (Int128 n = a.from.count; n <= a.to.count; ++n) {
    Possible one = a;
    one.none = false;
    one.from = one.to = counted(n);
    if (!holds(one)) return true;
  }
  return false;
}

}  // namespace

Outcomes member(const Possible& a, const std::vector<Possible>& list) {
  Outcomes out;
  std::vector<Possible> singles;
  for (const Possible& element : list) {
    if (equal(a, element).yes) out.yes = true;
    if (element.is_single()) singles.push_back(element);
  }
  out.no = can_miss_all(a, singles);
  return out;
}

}  // namespace eligo::oracle
