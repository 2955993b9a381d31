// SPDX-License-Identifier: MIT
// Owns lists of exact values that are asked often.
#include "interpreter/builtins/listed.hpp"

#include <algorithm>

namespace eligo::builtins {

using types::Base;
using types::Decimal;
using types::Int128;

namespace {

Decimal as_decimal(const Possible& p, bool upper) {
  if (p.is_decimal()) return upper ? p.decimal_hi : p.decimal_lo;
  return Decimal(static_cast<std::int64_t>(upper ? p.hi : p.lo));
}

// The greatest of a before, at or after the least of b; wholes count as decimals beside these.
int compare_ends(const Possible& a, const Possible& b) {
  if (a.base == Base::text) return a.texts.front().compare(b.texts.front());
  if (a.is_decimal() || b.is_decimal()) return Decimal::compare(as_decimal(a, true), as_decimal(b, false));
  return a.hi < b.lo ? -1 : a.hi > b.lo ? 1 : 0;
}
bool is_before(const Possible* a, const Possible* b) {
  return compare_ends(*a, *b) < 0;
}

}  // namespace

Listed::Listed(const std::vector<const Possible*>& exact) {
  for (const Possible* one : exact) {
    none_ = none_ || one->none;
    if (!one->some) continue;
    if (one->is_discrete() || one->is_decimal() || one->base == Base::text) {
      ordered_.push_back(one);
    } else if (one->base != Base::error) {
      if (items_.universe() < one->items.universe()) items_ = types::ItemSet::nothing(one->items.universe());
    }
  }
  for (const Possible* one : exact)
    if (one->some && items_.universe() != 0) items_.unite(one->items);
  std::sort(ordered_.begin(), ordered_.end(), is_before);
  const auto same = [](const Possible* a, const Possible* b) { return compare_ends(*a, *b) == 0; };
  ordered_.erase(std::unique(ordered_.begin(), ordered_.end(), same), ordered_.end());
}

bool Listed::has(const Possible& one) const {
  return std::binary_search(ordered_.begin(), ordered_.end(), &one, is_before);
}

bool Listed::has(const std::string& text) const {
  const auto is_below = [](const Possible* e, const std::string& wanted) {
    return e->texts.front() < wanted;
  };
  const auto at = std::lower_bound(ordered_.begin(), ordered_.end(), text, is_below);
  return at != ordered_.end() && (*at)->texts.front() == text;
}

bool Listed::meets(const Possible& a) const {
  if (a.none && none_) return true;
  if (!a.some) return false;
  if (a.base == Base::text) {
    if (a.any_text) return !ordered_.empty();
    return std::any_of(a.texts.begin(), a.texts.end(), [&](const std::string& text) { return has(text); });
  }
  if (!a.is_discrete() && !a.is_decimal()) return items_.meets(a.items);
  const auto is_below = [&](const Possible* e, const Possible& range) {
    return (!range.is_decimal() || range.has_lo) && compare_ends(*e, range) < 0;
  };
  const auto first = std::lower_bound(ordered_.begin(), ordered_.end(), a, is_below);
  if (first == ordered_.end()) return false;
  return (a.is_decimal() && !a.has_hi) || compare_ends(a, **first) >= 0;
}

bool Listed::holds(const Possible& a) const {
  if (a.none && !none_) return false;
  if (!a.some) return true;
  if (a.is_decimal()) return a.has_lo && a.has_hi && a.decimal_lo == a.decimal_hi && has(a);
  if (a.is_discrete()) {
    if (a.hi - a.lo >= static_cast<Int128>(ordered_.size())) return false;
    Possible one = a;
    for (one.lo = a.lo; one.lo <= a.hi; ++one.lo) {
      one.hi = one.lo;
      if (!has(one)) return false;
    }
    return true;
  }
  if (a.base == Base::text) {
    if (a.any_text) return false;
    return std::all_of(a.texts.begin(), a.texts.end(), [&](const std::string& text) { return has(text); });
  }
  const std::vector<std::uint32_t> items = a.items.items();
  return std::all_of(items.begin(), items.end(), [&](std::uint32_t item) { return items_.has(item); });
}

Truth Listed::member(const Possible& a) const {
  if (a.surely_invalid()) return {Truth::invalid, false};
  if (a.invalid) return {Truth::open, true};
  const bool can_yes = meets(a), can_no = !holds(a);
  return {can_yes && can_no ? Truth::open : can_yes ? Truth::yes : Truth::no, false};
}

}  // namespace eligo::builtins
