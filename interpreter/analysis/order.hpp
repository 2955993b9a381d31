// SPDX-License-Identifier: MIT
// Owns what leaves about the same two days imply of one another on every day of the calendar: whoever is 18 is 16.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "interpreter/analysis/encode.hpp"
#include "interpreter/analysis/forms.hpp"

namespace eligo::analysis {

class Order {
 public:
  explicit Order(Space& space) : space_(space) {}

  /// Tells the solver how the leaf stands to those that were added before, of whatever program. False where the leaf is not made of
  /// comparisons of days alone: then nothing is told.
  bool add(const program::Program& program, const Axes& axes, Encoder& encoder, const Leaf& leaf);

  /// A literal that holds exactly where the form does (on days: where one is none it says nothing), told how it stands to the
  /// others. Nothing where it looks too far.
  [[nodiscard]] std::optional<Lit> holds(const Form& form);
  /// At least as many years as are added or subtracted.
  [[nodiscard]] static std::int64_t years_of(const std::vector<Step>& steps);
  [[nodiscard]] static types::Date moved(types::Date day, const std::vector<Step>& steps,
                                         types::MissingDays rule);

 private:
  /// A form with `before` the variable of the lower number: "before is at most after + offset".
  struct Line {
    Form form;
    Lit yes = 0, no = 0;  // leaves about a day that is none are no, whichever way round they stand
    // Where nothing but months is added to `after`, or to `before`: more months are more days, whatever the day.
    std::optional<std::int64_t> months_after, months_before;
    std::int64_t about = 0;  // days, nearly
    std::vector<std::int32_t>
        offsets;  // by day of a period after which the calendar repeats; made when asked for
  };

  using Key = std::vector<std::int64_t>;

  bool insert(Form form, Sides sides);
  [[nodiscard]] static std::vector<std::int32_t> offsets_of(const Form& form);
  [[nodiscard]] static bool implies(Line& a, Line& b);

  Space& space_;
  std::map<std::pair<Var, Var>, std::vector<Line>> lines_;  // sorted by `about`
  std::map<Key, std::optional<Lit>> held_;
};

}  // namespace eligo::analysis
