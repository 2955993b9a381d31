// SPDX-License-Identifier: MIT
// Owns the cases about verdicts: days, versions, coverage, presumptions, settled (language.md 3.2, 3.3, 3.7
// to 3.9).
#include "tests/oracle/cases.hpp"

namespace eligo::oracle {

namespace {

constexpr const char* two_versions =
    "rule open\n  until 2024-02-29 : a\n  since 2024-03-01 : b\nend\ndecision x\n  all of\n    open\n  "
    "end\nend";
constexpr const char* uncovered_value =
    "value least : whole\n  until 2023-12-31 : not covered\n  since 2024-01-01 : 2\nend\n"
    "decision x\n  all of\n    first : a\n    second : w >= least\n  end\nend";
constexpr const char* covered_if = "decision x\n  not covered if a\n  all of\n    first : b\n  end\nend";
constexpr const char* presumed = "presume w is 2\ndecision x\n  all of\n    first : w >= 2\n  end\nend";

}  // namespace

const std::vector<Case>& cases_of_verdicts() {
  static const std::vector<Case> cases{
      {"3.3 the last day of `until` is included", two_versions, "a yes, b no", "yes", "open", "", "",
       "as of 2024-02-29"},
      {"3.3 the first day of `since` is included", two_versions, "a no, b yes", "yes", "open", "", "",
       "as of 2024-03-01"},
      {"3.2 versions follow the law day, not the day asked about", two_versions, "a no, b yes", "no", "open",
       "", "", "as of 2024-03-01 law of 2024-02-29"},
      {"3.2 today is the day asked about, not the law day",
       "decision x\n  all of\n    first : today is 2024-03-01\n  end\nend", "", "yes", "first", "", "",
       "as of 2024-03-01 law of 2024-02-29"},
      {"3.7 a value that is not covered on the law day", uncovered_value, "a no", "not_covered", "", "", "",
       "as of 2023-12-31"},
      {"3.7 the same on a day that is covered", uncovered_value, "a no", "no", "first"},
      {"3.7 coverage that is yes, whatever the rest says", covered_if, "a yes, b yes", "not_covered",
       "coverage"},
      {"3.7 coverage that is open, even where the rest is no", covered_if, "b no", "undetermined", "coverage",
       "a"},
      {"3.7 coverage that is no lets the decision follow", covered_if, "a no, b no", "no", "first"},
      {"3.7 coverage that is invalid",
       "decision x\n  not covered if 1 / w rounded up to 1 > 0\n  all of\n    first : b\n  end\nend",
       "w 0, b no", "invalid", "coverage"},
      {"3.7 a typed decision of which one value is possible",
       "decision x : whole\n  when a then w else 2\nend", "w 2", "2", ""},
      {"3.7 a typed decision of which several are possible",
       "decision x : whole\n  when a then w else 2\nend", "w 1", "undetermined", "", "a"},
      {"3.9 a presumption is used where nothing is told", presumed, "", "yes", "first"},
      {"3.9 but not where something is", presumed, "w 1", "no", "first"},
      {"3.9 nor where it is told in part", presumed, "w from 1", "undetermined", "first", "w"},
      {"3.8 settled by value", "decision x : whole\n  when (a or not a) then 2 else w\nend", "",
       "undetermined", "", "", "2"},
      {"3.8 an invalid completion agrees with nothing else",
       "decision x\n  all of\n    first : (1 / w rounded up to 1 >= 0)\n  end\nend", "w from 0 to 1",
       "undetermined", "first", "w"},
      {"3.8 one completion that is not covered agrees with nothing else",
       "decision x\n  not covered if a\n  all of\n    first : always\n  end\nend", "", "undetermined",
       "coverage", "a"},
      {"3.10 C invalid makes the `when` invalid",
       "decision x : whole\n  when 1 / w rounded up to 1 > 0 then 1 else 1\nend", "w 0", "invalid", ""},
      {"3.5 C that may be invalid makes it open",
       "decision x : whole\n  when 1 / w rounded up to 1 > 0 then 1 else 1\nend", "", "undetermined", "",
       "w"},
  };
  return cases;
}

}  // namespace eligo::oracle
