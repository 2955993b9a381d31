// SPDX-License-Identifier: MIT
// Owns the cases about records and lists: who is there, what is asked of all of them (language.md 2.11).
#include "tests/oracle/cases.hpp"

namespace eligo::oracle {

const std::vector<Case>& cases_of_lists() {
  static const std::vector<Case> cases{
      {"2.11 some: nobody is there",
       "decision x\n  all of\n    first : some who in household : who.works\n  end\nend", "household []",
       "no", "first"},
      {"2.11 every of an empty list is yes",
       "decision x\n  all of\n    first : every who in household : who.works\n  end\nend", "household []",
       "yes", "first"},
      {"2.11 some: one member is enough, whatever the others are",
       "decision x\n  all of\n    first : some who in household : who.works\n  end\nend",
       "household [(works yes), (points 1)]", "yes", "first"},
      {"2.11 a told list has its length, its fields may be untold",
       "decision x\n  all of\n    first : some who in household : who.works\n  end\nend",
       "household [(works no), (points 1)]", "undetermined", "first", "household[2].works"},
      {"2.11 every: one member that is not breaks it",
       "decision x\n  all of\n    first : every who in household : who.works\n  end\nend",
       "household [(works no), (points 1)]", "no", "first"},
      {"3.4 a list that is not told may have no members, or some",
       "decision x\n  all of\n    first : some who in household : who.works\n  end\nend", "", "undetermined",
       "first", "household"},
      {"3.4 the same for every",
       "decision x\n  all of\n    first : every who in household : who.works\n  end\nend", "", "undetermined",
       "first", "household"},
      {"2.11 of an untold list a count is 0 to N",
       "decision x\n  all of\n    first : count(who in household : who.works) <= 2\n  end\nend", "", "yes",
       "first"},
      {"2.11 a count within that",
       "decision x\n  all of\n    first : count(who in household : who.works) >= 1\n  end\nend", "",
       "undetermined", "first", "household"},
      {"2.11 a count needs the field that is missing",
       "decision x\n  all of\n    first : count(who in household : who.works) is 2\n  end\nend",
       "household [(works yes), (points 1)]", "undetermined", "first", "household[2].works"},
      {"2.11 a member beyond the length counts nowhere",
       "decision x\n  all of\n    first : count(who in household : who.points >= 0) is 1\n  end\nend",
       "household [(points 0)]", "yes", "first"},
      {"2.11 the sum of nothing is 0",
       "decision x\n  all of\n    first : sum(who in household : who.points) is 0\n  end\nend",
       "household []", "yes", "first"},
      {"2.11 a sum counts what is told, and what the rest may be",
       "decision x\n  all of\n    first : sum(who in household : who.points) >= 3\n  end\nend",
       "household [(points 3), (works no)]", "yes", "first"},
      {"2.11 a sum that the rest decides",
       "decision x\n  all of\n    first : sum(who in household : who.points) >= 4\n  end\nend",
       "household [(points 3), (works no)]", "undetermined", "first", "household[2].points"},
      {"2.11 a member whose where is open counts both ways",
       "decision x\n  all of\n    first : sum(who in household where who.works : who.points) >= 1\n  "
       "end\nend",
       "household [(points 2)]", "undetermined", "first", "household[1].works"},
      {"2.11 both ways may say the same",
       "decision x\n  all of\n    first : sum(who in household where who.works : who.points) <= 2\n  "
       "end\nend",
       "household [(points 2)]", "yes", "first"},
      {"2.11 max of nobody is none",
       "decision x\n  all of\n    first : max(who in household : who.points) is none\n  end\nend",
       "household []", "yes", "first"},
      {"2.6 so no order comparison with it is yes",
       "decision x\n  all of\n    first : max(who in household : who.points) >= 0\n  end\nend",
       "household []", "no", "first"},
      {"2.11 beside a value it never is none",
       "decision x\n  all of\n    first : max(who in household : who.points, 1) is 1\n  end\nend",
       "household []", "yes", "first"},
      {"2.11 min leaves out whose where is no",
       "decision x\n  all of\n    first : min(who in household where who.works : who.points) is 3\n  "
       "end\nend",
       "household [(works yes, points 3), (works no, points 0)]", "yes", "first"},
      {"2.11 max with a member that may count",
       "decision x\n  all of\n    first : max(who in household where who.works : who.points) is 2\n  "
       "end\nend",
       "household [(works yes, points 2), (points 3)]", "undetermined", "first", "household[2].works"},
      {"2.11 max is at least what surely counts",
       "decision x\n  all of\n    first : max(who in household where who.works : who.points) >= 2\n  "
       "end\nend",
       "household [(works yes, points 2), (points 3)]", "yes", "first"},
      {"2.11 of an untold list max may be none",
       "decision x\n  all of\n    first : max(who in household : who.points) is not none\n  end\nend", "",
       "undetermined", "first", "household"},
      {"2.11 members of one list against one another",
       "decision x\n  all of\n    first : every who in household : some other in household : other.points > "
       "who.points\n "
       " end\nend",
       "household [(points 1), (points 2)]", "no", "first"},
      {"2.11 members of two lists",
       "decision x\n  all of\n    first : some who in household : some other in guests : other.points is "
       "who.points\n  "
       "end\nend",
       "household [(points 1), (points 2)], guests [(points 2)]", "yes", "first"},
      {"2.2 a dot takes the column of a field",
       "decision x\n  all of\n    first : some who in household : who.town.opened <= today\n  end\nend",
       "household [(town \"02\")]", "no", "first"},
      {"2.2 and of a record", "decision x\n  all of\n    first : home.town.fee < 15\n  end\nend",
       "home.town \"01\"", "yes", "first"},
      {"3.6 some: yes wins over an invalid member",
       "decision x\n  all of\n    first : some who in household : 1 / who.points rounded up to 1 > 0\n  "
       "end\nend",
       "household [(points 0), (points 1)]", "yes", "first"},
      {"3.6 every: an invalid member wins over yes",
       "decision x\n  all of\n    first : every who in household : 1 / who.points rounded up to 1 > 0\n  "
       "end\nend",
       "household [(points 0), (points 1)]", "invalid", "first"},
      {"3.6 a member that is not there is not invalid",
       "decision x\n  all of\n    first : every who in household : 1 / w rounded up to 1 > 0\n  end\nend",
       "household [], w 0", "yes", "first"},
      {"3.10 a count does not pass over an invalid member",
       "decision x\n  all of\n    first : count(who in household : 1 / who.points rounded up to 1 > 0) >= "
       "0\n  "
       "end\nend",
       "household [(points 0), (points 1)]", "invalid", "first"},
      {"3.11 a count that nobody can change has its members as reasons",
       "decision x\n  all of\n    first : count(who in household : who.works) >= 0\n  end\nend",
       "household [(works yes), (points 1)]", "yes", "first"},
      {"3.8 some are, or all are not",
       "decision x\n  any of\n    first : some who in household : who.works\n    second : every who in "
       "household : "
       "not who.works\n  end\nend",
       "", "undetermined", "first second", "", "yes"},
      {"3.11 a block about each member",
       "rule able\n  every who in household : any of\n    works : who.works\n    rich : who.points >= 2\n  "
       "end\nend\ndecision x\n  all of\n    first : able\n  end\nend",
       "household [(works no, points 3), (works yes)]", "yes", "first"},
  };
  return cases;
}

}  // namespace eligo::oracle
