// SPDX-License-Identifier: MIT
// Owns "why": which lines decided, and the facts at their leaves (language.md 3.11). As data; words are made
// elsewhere.
#pragma once

#include <cstdint>
#include <vector>

#include "interpreter/eval/evaluate.hpp"
#include "interpreter/solve/search.hpp"

namespace eligo::answer {

/// A line that decided; of an open or invalid whole: that is so too.
struct Reason {
  std::uint32_t line = 0;  // of Checked::lines
  builtins::Truth::State state = builtins::Truth::open;
  std::vector<std::uint32_t> below;  // indices of reasons, in the order of lines
  std::vector<std::uint32_t> facts;  // slots told (exactly or in part) or presumed, sorted
  std::vector<std::uint32_t> open;   // slots not told exactly, of lines that are open or invalid, sorted
};

struct Reasons {
  std::vector<Reason> all;  // each line once; the decision's own first, in the order of lines
  std::uint32_t own = 0;
  std::vector<std::uint32_t> facts;  // at leaves that stand below no line (of typed decisions)
  std::vector<std::uint32_t> open;
  std::vector<std::uint32_t> below;     // of typed decisions: the reasons that stand directly below it
  std::vector<std::uint32_t> presumed;  // presumptions among all leaves, sorted
};

/// After eval::decide with the same profile and scratch. `coverage_decided`: the reasons are those of the
/// coverage line.
[[nodiscard]] Reasons reasons_of(const program::Program& program, const program::Decision& decision,
                                 const eval::Profile& profile, const eval::Scratch& scratch,
                                 bool coverage_decided);

/// Of an undetermined decision whose every completion gives one verdict: the reasons as they are then. A line is yes or no
/// where it is that in every completion, and open where completions may differ about it; such lines are listed where they
/// lead there together. Open lines stand nowhere `below`: what is told of them, as far as it speaks for the verdict, is among
/// the facts of the line above. `coverage_decided`: every completion is not covered.
[[nodiscard]] Reasons settled_reasons_of(const program::Program& program, const program::Decision& decision,
                                         const eval::Profile& profile, const eval::Scratch& scratch,
                                         solve::Certainty& sure, bool coverage_decided);

/// What kind of error made a node invalid.
enum class Mishap : std::uint8_t { too_large, too_many_digits, division_by_zero, no_such_day, bad_step };

struct Invalid {
  Mishap mishap = Mishap::too_large;
  program::NodeId node = 0;
  std::uint32_t line = program::nowhere;  // the innermost deciding line, or nowhere
  std::vector<std::uint32_t> facts;       // slots below the node, sorted
};

/// The places where an invalid verdict began.
[[nodiscard]] std::vector<Invalid> invalid_of(const program::Program& program,
                                              const program::Decision& decision, const eval::Scratch& scratch,
                                              const Reasons& reasons, bool coverage_decided);

}  // namespace eligo::answer
