// SPDX-License-Identifier: MIT
// Owns the calendar as Z3 knows it: days as numbers (day 0 is 1970-01-01), each tied to a year, month and day of the month
// where they are asked for. Written from the reference (2.9), not from interpreter/types. Good for the years 1801 to 2299.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "tests/z3/definitions.hpp"

namespace eligo::z3_agree {

class Calendar {
 public:
  enum class Rolls : std::uint8_t { forward, back };

  Calendar(Definitions& definitions, Rolls rolls)
      : definitions_(definitions), context_(definitions.context()), rolls_(rolls) {}

  [[nodiscard]] z3::expr plus_months(const z3::expr& day, const z3::expr& months);
  [[nodiscard]] z3::expr plus_years(const z3::expr& day, const z3::expr& years);
  /// The greatest N with from + N units <= to.
  [[nodiscard]] z3::expr full_months(const z3::expr& from, const z3::expr& to);
  [[nodiscard]] z3::expr full_years(const z3::expr& from, const z3::expr& to);

 private:
  struct Civil {
    z3::expr year, month, day;
  };
  struct Month {
    z3::expr first;  // its first day
    z3::expr length;
  };
  [[nodiscard]] Month month(const z3::expr& year, const z3::expr& month) const;
  [[nodiscard]] const Civil& civil(const z3::expr& day);
  /// That day of the month, or what stands for it where it is missing.
  [[nodiscard]] z3::expr day_of(const Month& month, const z3::expr& day) const;
  [[nodiscard]] z3::expr less_one_if(const z3::expr& condition, const z3::expr& n) const;

  Definitions& definitions_;
  z3::context& context_;
  Rolls rolls_;
  std::unordered_map<unsigned, Civil>
      civil_;  // by the id of the day's expression, which the definitions keep
};

}  // namespace eligo::z3_agree
