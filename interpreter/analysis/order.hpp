// SPDX-License-Identifier: MIT
// Owns what leaves about the same two days imply of one another on every day of the calendar: whoever is 18 is 16.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "interpreter/analysis/encode.hpp"

namespace eligo::analysis {

class Order {
 public:
  Order(const program::Program& program, const Axes& axes, Space& space)
      : program_(program), axes_(axes), space_(space) {}

  /// Tells the solver how the leaf stands to those that were added before.
  void add(const Leaf& leaf, Sides sides);

 private:
  struct Step {
    std::int64_t n = 0;
    grammar::Unit unit = grammar::Unit::nothing;
  };
  /// A day fact and what is added to it, in this order.
  struct Day {
    std::uint32_t slot = 0;
    std::vector<Step> steps;
  };
  /// before + steps <= after + steps (strict: <); `denied`: the leaf says the opposite.
  struct Form {
    Day before, after;
    bool strict = false, denied = false;
  };
  /// A form with `before` the fact of the lower number: "before is at most after + offset".
  struct Line {
    Form form;
    Lit yes = 0, no = 0;  // leaves about a day that is none are no, whichever way round they stand
    std::optional<std::int64_t> months;  // where nothing else is added: more months are more days, whatever the day
    std::int64_t about = 0;              // days, nearly
    std::vector<std::int32_t> offsets;   // by day of a period after which the calendar repeats; made when asked for
  };

  [[nodiscard]] std::optional<Day> day_of(NodeId id) const;
  [[nodiscard]] std::optional<std::int64_t> whole_of(NodeId id) const;
  [[nodiscard]] std::optional<Form> between_form(NodeId between, NodeId number, bool number_first, bool strict) const;
  [[nodiscard]] std::optional<Form> form_of(const Leaf& leaf) const;
  [[nodiscard]] std::vector<std::int32_t> offsets_of(const Form& form) const;
  [[nodiscard]] bool implies(Line& a, Line& b) const;
  [[nodiscard]] types::Date moved(types::Date day, const std::vector<Step>& steps) const;

  const program::Program& program_;
  const Axes& axes_;
  Space& space_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Line>> lines_;  // by slots; sorted by `about`
};

}  // namespace eligo::analysis
