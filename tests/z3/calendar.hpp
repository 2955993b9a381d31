// SPDX-License-Identifier: MIT
// Owns the calendar as Z3 knows it: a day is its year, month and day of the month, written one behind the other as one number, so
// that later days are larger numbers. Written from the reference (2.9), not from interpreter/types.
#pragma once

#include <cstdint>

#include "tests/z3/definitions.hpp"

namespace eligo::z3_agree {

/// Good for the years 1800 to 2311. Whatever is made of days is a function of them, without unknowns of its own.
class Calendar {
 public:
  enum class Rolls : std::uint8_t { forward, back };

  Calendar(Definitions& definitions, Rolls rolls)
      : definitions_(definitions), context_(definitions.context()), rolls_(rolls) {}

  /// Of a day that is counted from 1970-01-01, and back. Throws where the year is not among those above.
  [[nodiscard]] std::int64_t written(std::int32_t days) const;
  [[nodiscard]] std::int32_t counted(std::int64_t written) const;
  [[nodiscard]] z3::expr constant(std::int32_t days) const { return definitions_.number(written(days)); }
  /// An unknown day from `least` to `largest`.
  [[nodiscard]] z3::expr unknown(const char* name, std::int32_t least, std::int32_t largest);

  [[nodiscard]] z3::expr plus_days(const z3::expr& day, std::int64_t n) const;
  [[nodiscard]] z3::expr plus_months(const z3::expr& day, std::int64_t n) const;
  [[nodiscard]] z3::expr plus_years(const z3::expr& day, std::int64_t n) const;
  [[nodiscard]] z3::expr days(const z3::expr& from, const z3::expr& to) const;
  /// The greatest N with from + N units <= to.
  [[nodiscard]] z3::expr full_months(const z3::expr& from, const z3::expr& to) const;
  [[nodiscard]] z3::expr full_years(const z3::expr& from, const z3::expr& to) const;

 private:
  /// The year as years after 1800; all three as wide as numbers are.
  struct Civil {
    z3::expr year, month, day;
  };
  [[nodiscard]] Civil read(const z3::expr& day) const;
  [[nodiscard]] z3::expr write(const Civil& day) const;
  [[nodiscard]] z3::expr one_if(const z3::expr& condition) const;
  [[nodiscard]] z3::expr is_leap(const z3::expr& year) const;
  [[nodiscard]] z3::expr length_of(const z3::expr& year) const { return 365 + one_if(is_leap(year)); }
  /// Whether there is no such day in its month.
  [[nodiscard]] z3::expr is_missing(const Civil& day) const;
  /// The day, or what stands for it where it is missing.
  [[nodiscard]] z3::expr rolled(const Civil& day) const;
  /// The days of the year before that month.
  [[nodiscard]] z3::expr before(const z3::expr& month, const z3::expr& is_leap) const;
  [[nodiscard]] z3::expr in_year(const Civil& day) const;

  Definitions& definitions_;
  z3::context& context_;
  Rolls rolls_;
};

}  // namespace eligo::z3_agree
