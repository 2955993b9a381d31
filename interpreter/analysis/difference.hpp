// SPDX-License-Identifier: MIT
// Owns the comparison of two rulesets: for whom, and when, a decision comes out otherwise, by verdict or by value. Complete:
// who is in none of the classes gets the same answer from both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "interpreter/analysis/analysis.hpp"
#include "interpreter/analysis/folds.hpp"
#include "interpreter/analysis/twins.hpp"
#include "interpreter/analysis/variables.hpp"

namespace eligo::analysis {

/// An item, in the first program that knows the fact, about which the two rulesets hold different things.
struct ChangedItem {
  std::uint32_t fact = 0;  // of Compared::facts
  std::uint32_t item = 0;
};

/// On these days one fact is never above another one; and where it is yes, the other is. Indices of Compared::facts.
struct Ordered {
  std::uint32_t low = 0, high = 0;
  program::DayRange days;
};

/// A decision of each ruleset, and the facts that are the same in both.
struct Compared {
  const program::Program* programs[2] = {nullptr, nullptr};
  std::uint32_t decisions[2] = {0, 0};
  std::vector<Shared> facts;
  /// Of a decision that gives a value of an enum or a key: the items that both know.
  std::vector<std::array<std::uint32_t, 2>> outcomes;
  /// Items that classes should be able to name: rows of tables that changed.
  std::vector<ChangedItem> changed;
  /// Rules and lines by which classes may be described: of one program, or called the same in both.
  std::vector<std::array<std::optional<NodeId>, 2>> conditions;
  /// Values that are called the same.
  std::vector<std::array<std::optional<NodeId>, 2>> values;
  std::vector<List> lists[2];
  std::vector<Ordered> ordered;
};

/// Texts: those that the rules name, others that begin with one of these (and with none that is named and longer), all others.
struct Texts {
  std::vector<std::string> named, longer;  // sorted
  bool others = false;
};

/// What a class asks of one fact: one of these values.
struct Values {
  std::uint32_t fact = 0;                         // of Compared::facts
  bool none = false;                              // none is one of them
  std::vector<std::pair<Int128, Int128>> ranges;  // of ordered facts, on their grid; sorted
  std::vector<std::uint32_t> items;  // of enums and tables, in the first program that knows the fact; sorted
  Texts texts, other_texts;          // of texts; and those that it is not
};

/// Whether a text is one of those.
[[nodiscard]] bool has(const Values& values, const std::string& text);

/// A condition that is the same in both, or is one of a single ruleset, and what it must be.
struct Met {
  std::optional<NodeId> nodes[2];
  builtins::Truth::State state = builtins::Truth::yes;
};

/// What is calculated from all members of a list, the same in both or one of a single ruleset, and what it must come to.
struct Measured {
  std::optional<NodeId> nodes[2];
  bool none = false;
  bool invalid = false;                           // it cannot be calculated: nothing else is asked
  std::vector<std::pair<Int128, Int128>> ranges;  // on the grid of its type; sorted
};

/// Everybody who fits all of it, on any of the days, has one answer before and another one after.
struct Class {
  eval::Verdict verdicts[2] = {eval::Verdict::no, eval::Verdict::no};
  /// What comes out for the one of `profiles` where the verdict is a value. Of calculated values each has their own: then
  /// `relation` says less, or more (which is any other, of values that are no numbers and no days).
  std::optional<types::Possible> values[2];
  Relation relation = Relation::none;
  bool everybody =
      true;  // of calculated values: false where some in the class may get the same value after all
  bool found =
      true;  // false: nobody in the class is known to get another value, nor is it proved that nobody does
  bool calculated = false;  // each has a value of their own: `values` are those of the one of `profiles`
  bool tried = false;       // somebody found by trying, of whom alone is spoken: nothing else is filled in
  std::vector<program::DayRange> days;  // empty: every day
  /// Where it could not be settled on which of these days somebody is in it: those between two people who are.
  std::vector<program::DayRange> seen;
  std::vector<Values> facts;
  std::vector<Met> conditions;
  std::vector<Measured> measures;
  std::vector<eval::Profile> profiles;  // of one of them: for each of the two programs
  types::Date day;
};

struct Difference {
  std::vector<Class> classes;
  bool complete = true;          // false: there may be more
  std::size_t nobody_found = 0;  // classes left out, since nobody in them was found: then it is not complete
  std::optional<NodeId> obstacle[2];  // where it is known why
};

[[nodiscard]] Difference compare(const Compared& compared, const Options& options, std::size_t most_classes);

/// Of a comparison that is not complete: tries the examples of these classes, which may be of another decision, and people beside
/// them. Whoever gets another answer in a way that no class has yet is one more that was found by trying.
void try_examples(const Compared& compared, const Options& options, const std::vector<Class>& examples,
                  Difference& difference);

}  // namespace eligo::analysis
