// SPDX-License-Identifier: MIT
// Owns the shape of a case worked out by hand from language.md.
#pragma once

#include <vector>

namespace eligo::oracle {

/// The decision `x` over the facts of the prelude (cases_test.cpp), as of 2024-03-01 unless `days` says
/// otherwise.
struct Case {
  const char* paragraph;  // and what it shows
  const char* text;       // declarations; `decision x` among them
  const char* given;      // as in a test; "" : nothing is told
  const char* result;     // as after `expect x`
  const char* own;        // names of the decision's own deciding lines, with a blank between; in any order
  const char* needs = "";
  const char* settled = "";
  const char* days = "as of 2024-03-01";
};

[[nodiscard]] const std::vector<Case>& cases_of_values();
[[nodiscard]] const std::vector<Case>& cases_of_conditions();
[[nodiscard]] const std::vector<Case>& cases_of_verdicts();
[[nodiscard]] const std::vector<Case>& cases_of_lists();

}  // namespace eligo::oracle
