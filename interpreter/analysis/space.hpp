// SPDX-License-Identifier: MIT
// Owns the order encoding: each fact, and the day, is a number between two ends or none; a literal says that it has
// reached a cut. Items (of enums, tables, texts) are numbered by class: those that nothing tells apart share one.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/analysis/sat.hpp"
#include "interpreter/types/possible.hpp"

namespace eligo::analysis {

using types::Int128;
using Var = std::uint32_t;

/// The numbers from lo to hi; none instead where `none` is true.
struct Region {
  bool none = false;
  Int128 lo = 0, hi = 0;
  [[nodiscard]] bool is_point() const { return none || lo == hi; }
  friend bool operator==(const Region& a, const Region& b) {
    return a.none == b.none && (a.none || (a.lo == b.lo && a.hi == b.hi));
  }
};

class Space {
 public:
  explicit Space(Sat& sat) : sat_(sat) {}
  [[nodiscard]] Sat& sat() { return sat_; }

  /// A number from lo to hi; `may_be_none`: or none. Where there is no number, lo > hi.
  [[nodiscard]] Var add(Int128 lo, Int128 hi, bool may_be_none);

  [[nodiscard]] Int128 lo(Var v) const { return axes_[v].lo; }
  [[nodiscard]] Int128 hi(Var v) const { return axes_[v].hi; }
  [[nodiscard]] bool may_be_none(Var v) const { return axes_[v].none != -Sat::always(); }

  /// A number, and not below the point.
  [[nodiscard]] Lit at_least(Var v, Int128 point);
  [[nodiscard]] Lit is_none(Var v) const { return axes_[v].none; }
  /// A number from lo to hi.
  [[nodiscard]] Lit within(Var v, Int128 lo, Int128 hi);
  /// What is to be tried first: a number near this one.
  void prefer(Var v, Int128 near);
  [[nodiscard]] Int128 near(Var v) const { return axes_[v].near; }
  [[nodiscard]] Var count() const { return static_cast<Var>(axes_.size()); }
  [[nodiscard]] Region everywhere(Var v) const {
    return {axes_[v].lo > axes_[v].hi, axes_[v].lo, axes_[v].hi};
  }

  /// Where the last model has the variable: between the two cuts beside it.
  [[nodiscard]] Region region(Var v) const;
  [[nodiscard]] std::vector<Region> regions() const;  // of all variables
  /// The cuts made so far, in their order.
  [[nodiscard]] std::vector<Int128> cuts(Var v) const;
  /// Adds to a clause what holds whenever the variable is outside the region.
  void add_outside(Var v, const Region& region, std::vector<Lit>& clause);

 private:
  struct Axis {
    Int128 lo = 0, hi = 0;
    Lit none = 0;
    Int128 near = 0;
    std::map<Int128, Lit> cuts;  // strictly between lo and hi + 1
    std::map<std::pair<Int128, Int128>, Lit> within;
  };

  Sat& sat_;
  std::vector<Axis> axes_;
};

}  // namespace eligo::analysis
