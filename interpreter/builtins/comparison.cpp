// SPDX-License-Identifier: MIT
// Owns comparisons of possible values: decided when all combinations agree (language.md 3.5, 2.6).
#include <algorithm>

#include "interpreter/builtins/bounds.hpp"
#include "interpreter/builtins/listed.hpp"
#include "interpreter/builtins/operations.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::builtins {

using types::Base;
using types::Decimal;
using types::Int128;

namespace {

Truth of(bool can_yes, bool can_no) {
  if (can_yes && can_no) return {Truth::open, false};
  return {can_yes ? Truth::yes : Truth::no, false};
}

// -1: errors decide nothing here; else the truth that errors force.
bool errors_decide(const Possible& a, const Possible& b, Truth& truth) {
  if (a.surely_invalid() || b.surely_invalid()) {
    truth = {Truth::invalid, false};
    return true;
  }
  if (a.invalid || b.invalid) {
    truth = {Truth::open, true};
    return true;
  }
  return false;
}

bool both_decimal(const Possible& a, const Possible& b) {
  return a.is_decimal() || b.is_decimal();
}
Possible number(const Possible& p) {
  return p.base == Base::whole ? types::as_decimal(p, Base::decimal) : p;
}

// Whether some x of a and y of b have x < y, or x <= y.
bool can_be_below(const Possible& a, const Possible& b, bool or_equal) {
  if (types::fault(types::Fault::version_compared_as_text) && a.base == Base::version && a.lo == a.hi &&
      b.lo == b.hi) {
    const std::string x = types::Version{static_cast<std::uint64_t>(a.lo)}.str();
    const std::string y = types::Version{static_cast<std::uint64_t>(b.lo)}.str();
    return or_equal ? x <= y : x < y;
  }
  if (!both_decimal(a, b)) return or_equal ? a.lo <= b.hi : a.lo < b.hi;
  const Possible x = number(a), y = number(b);
  if (!x.has_lo || !y.has_hi) return true;
  const int c = Decimal::compare(x.decimal_lo, y.decimal_hi);
  return or_equal ? c <= 0 : c < 0;
}

bool can_be_equal(const Possible& a, const Possible& b) {
  if (!a.some || !b.some) return false;
  switch (a.base) {
    case Base::whole:
    case Base::decimal:
    case Base::money:
    case Base::date:
    case Base::version:
      return can_be_below(a, b, true) && can_be_below(b, a, true);
    case Base::yes_or_no:
    case Base::enumeration:
    case Base::key:
      return a.items.meets(b.items);
    case Base::text:
      if (a.any_text || b.any_text) return true;
      return std::any_of(a.texts.begin(), a.texts.end(), [&](const std::string& t) {
        return std::find(b.texts.begin(), b.texts.end(), t) != b.texts.end();
      });
    case Base::error:
      break;
  }
  return false;
}

bool is_one_value(const Possible& p) {
  if (p.none) return !p.some;
  if (p.is_decimal()) return is_single(p);
  if (p.is_discrete()) return p.lo == p.hi;
  return p.base == Base::text ? !p.any_text && p.texts.size() == 1 : p.items.count() == 1;
}

Truth ordered(const Possible& a, const Possible& b, bool or_equal) {
  Truth truth;
  if (errors_decide(a, b, truth)) return truth;
  bool can_yes = false, can_no = a.none || b.none;
  if (types::fault(types::Fault::none_is_before_all) && a.none) can_yes = true, can_no = b.none;
  if (a.some && b.some) {
    can_yes = can_be_below(a, b, or_equal);
    can_no = can_no || can_be_below(b, a, !or_equal);
  }
  return of(can_yes, can_no);
}

}  // namespace

Truth less(const Possible& a, const Possible& b) {
  return ordered(a, b, false);
}
Truth less_equal(const Possible& a, const Possible& b) {
  return ordered(a, b, true);
}

Truth equal(const Possible& a, const Possible& b) {
  Truth truth;
  if (errors_decide(a, b, truth)) return truth;
  const bool can_yes = (a.none && b.none) || can_be_equal(a, b);
  return of(can_yes, !can_yes || !is_one_value(a) || !is_one_value(b));
}

Truth member(const Possible& a, const std::vector<const Possible*>& list) {
  if (a.surely_invalid()) return {Truth::invalid, false};
  bool may_be_invalid = a.invalid;
  for (const Possible* e : list) {
    if (e->surely_invalid()) return {Truth::invalid, false};
    may_be_invalid = may_be_invalid || e->invalid;
  }
  if (may_be_invalid) return {Truth::open, true};
  std::vector<const Possible*> exact;
  bool can_yes = false, must_yes = false;
  const bool one = is_one_value(a);
  for (const Possible* e : list) {
    const bool is_exact = is_one_value(*e);
    if (is_exact && !one) {
      exact.push_back(e);
      continue;
    }
    const bool can_be = (a.none && e->none) || can_be_equal(a, *e);
    can_yes = can_yes || can_be;
    must_yes = must_yes || (can_be && is_exact);
  }
  if (one) return of(can_yes, !must_yes);
  const Listed listed(exact);
  return of(can_yes || listed.meets(a), !listed.holds(a));
}

Truth is_none(const Possible& a) {
  if (a.surely_invalid()) return {Truth::invalid, false};
  if (a.invalid) return {Truth::open, true};
  return of(a.none, a.some);
}

Truth starts_with(const Possible& a, const Possible& prefix) {
  Truth truth;
  if (errors_decide(a, prefix, truth)) return truth;
  bool can_yes = false, can_no = false;
  for (const std::string& p : prefix.texts) {
    if (a.any_text) {
      can_yes = true;
      can_no = can_no || !p.empty();
    }
    for (const std::string& t : a.texts) (t.compare(0, p.size(), p) == 0 ? can_yes : can_no) = true;
  }
  if (prefix.any_text) {
    can_yes = true;
    can_no = true;
  }
  if (a.none || prefix.none) can_no = true;
  return of(can_yes, can_no);
}

Truth negation(Truth a) {
  switch (a.state) {
    case Truth::yes:
      return {Truth::no, false};
    case Truth::no:
      return {Truth::yes, false};
    case Truth::open:
    case Truth::invalid:
      break;
  }
  return a;
}

}  // namespace eligo::builtins
