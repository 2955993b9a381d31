// SPDX-License-Identifier: MIT
// Owns what an expression may be (language.md 3.5): one closed range for ordered types, a set for the rest,
// and whether none and whether invalid are among the possibilities. Slow and obvious on purpose.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "grammar/ast.hpp"
#include "interpreter/types/value.hpp"

namespace eligo::oracle {

using types::Base;
using types::Value;
__extension__ using Int128 = __int128;

/// One end of a range: beyond all numbers (infinite = -1 or +1), else `number` of a decimal type, `count` of
/// a whole, a day or a packed version.
struct End {
  int infinite = 0;
  Int128 count = 0;
  types::Decimal number;
};
[[nodiscard]] inline End counted(Int128 count) {
  End e;
  e.count = count;
  return e;
}

constexpr Int128 least_whole = std::numeric_limits<std::int64_t>::min();
constexpr Int128 largest_whole = std::numeric_limits<std::int64_t>::max();

struct Possible {
  Base base = Base::error;
  bool may_be_invalid = false;
  bool none = false;
  bool ranged = false;  // of ordered types: a value between `from` and `to` is possible
  End from, to;
  int places = 0;                    // of decimals and money: at most so many digits after the point
  std::vector<std::uint32_t> items;  // sorted: yes or no (0, 1), values of an enum, rows of a table
  bool any_text = false;
  std::vector<std::string> texts;  // sorted

  [[nodiscard]] bool is_decimal() const { return base == Base::decimal || base == Base::money; }
  /// Nothing is possible: it is invalid for certain.
  [[nodiscard]] bool is_invalid() const {
    return !none && !ranged && items.empty() && !any_text && texts.empty();
  }
  /// Exactly one value is possible (whether or not it may be invalid as well).
  [[nodiscard]] bool is_single() const;
  [[nodiscard]] bool is_zero() const;
};

// -- making
// ---------------------------------------------------------------------------------------------------------

[[nodiscard]] Possible invalid(Base base);
[[nodiscard]] Possible exactly(Base base, const Value& value);
/// From yes-or-no's two possibilities.
[[nodiscard]] Possible truth(bool can_be_no, bool can_be_yes, bool may_be_invalid);
/// Every value of an ordered type, without none.
[[nodiscard]] Possible everything(Base base);
[[nodiscard]] End end_of(Base base, const Value& value);
/// What the only possible value is. Precondition: is_single().
[[nodiscard]] Value only(const Possible& p);
/// Both together; a range that holds both.
[[nodiscard]] Possible both(const Possible& a, const Possible& b);
/// A whole as the decimal (or money) that is due; anything else as it is.
[[nodiscard]] Possible as_base(Base base, const Possible& p);

/// Negative, 0 or positive.
[[nodiscard]] int compare(const End& a, const End& b, bool decimal);

// -- comparing
// ------------------------------------------------------------------------------------------------------

/// How a comparison of all combinations can end.
struct Outcomes {
  bool no = false;
  bool yes = false;
};
[[nodiscard]] Outcomes equal(const Possible& a, const Possible& b);
[[nodiscard]] Outcomes ordered(grammar::Op op, const Possible& a, const Possible& b);
[[nodiscard]] Outcomes starts_with(const Possible& a, const Possible& b);
[[nodiscard]] Outcomes member(const Possible& a, const std::vector<Possible>& list);

// -- computing
// ------------------------------------------------------------------------------------------------------

[[nodiscard]] Possible negate(const Possible& a);
/// add, subtract or multiply, in the type `base`.
[[nodiscard]] Possible arithmetic(grammar::Op op, Base base, const Possible& a, const Possible& b);
/// a * b (or a / b) rounded to `step`, in the type `base`.
[[nodiscard]] Possible rounded(grammar::Op op, grammar::Rounding rounding, Base base, const Possible& a,
                               const Possible& b, const Possible& step);
[[nodiscard]] Possible shifted(grammar::Op op, grammar::Unit unit, const Possible& date,
                               const Possible& count, types::MissingDays rule);
/// `start_of_month`, `end_of_year` and the like: of every day of the range one, and never an earlier one of a later day.
[[nodiscard]] Possible of_calendar(std::string_view function, const Possible& date);
[[nodiscard]] Possible between(grammar::Unit unit, const Possible& from, const Possible& to,
                               types::MissingDays rule);
/// The largest (smallest) of two.
[[nodiscard]] Possible extreme(bool largest, const Possible& a, const Possible& b);

}  // namespace eligo::oracle
