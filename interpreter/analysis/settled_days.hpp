// SPDX-License-Identifier: MIT
// Owns how far the days of a class go: at both ends of those that are said there is somebody who gets another answer.
#pragma once

#include <functional>
#include <vector>

#include "interpreter/analysis/sat.hpp"
#include "interpreter/analysis/space.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::analysis {

/// The days of a class: nobody is in it on others. Where it could not be settled on which of them somebody is, `seen` has those
/// between two people who are; else it is empty.
struct SettledDays {
  std::vector<program::DayRange> days, seen;
};

class DaySettler {
 public:
  /// Somebody in the class on one of these days, and on which; or nobody, which is proved.
  struct Answer {
    Sat::Result result = Sat::Result::unknown;
    Int128 day = 0;
  };
  using Ask = std::function<Answer(const program::DayRange&)>;

  /// `changes`: days on which the law is another one, sorted. Days that reach an end of the calendar say no day there: where
  /// it cannot be settled whether there is somebody then, somebody under the law of that end is enough.
  DaySettler(program::DayRange calendar, const std::vector<Int128>& changes, Ask ask)
      : calendar_(calendar), changes_(changes), ask_(std::move(ask)) {}

  /// `somebody`: a day on which it is known that somebody is in the class.
  [[nodiscard]] SettledDays settled(const std::vector<program::DayRange>& days, Int128 somebody) const;

 private:
  /// Nobody is beyond `outer`, somebody is on `seen`.
  struct End {
    Int128 outer = 0, seen = 0;
  };
  [[nodiscard]] Answer ask(Int128 one, Int128 other) const;
  [[nodiscard]] std::vector<Int128> changes_between(Int128 outer, Int128 seen) const;
  [[nodiscard]] Int128 reach(Int128 outer, Int128 seen) const;
  [[nodiscard]] Int128 middle(Int128 outer, Int128 seen) const;
  [[nodiscard]] End end(Int128 outer, Int128 seen) const;
  [[nodiscard]] End unsettled(Int128 outer, Int128 seen) const;

  program::DayRange calendar_;
  const std::vector<Int128>& changes_;
  Ask ask_;
};

}  // namespace eligo::analysis
