// SPDX-License-Identifier: MIT
// Owns the wrong meanings that a test build can plant (ELIGO_FAULT=n), so that a test can show that each is
// caught.
#pragma once

#ifdef ELIGO_WITH_FAULTS
#include <cstdlib>
#endif

namespace eligo::types {

enum class Fault : int {
  none = 0,
  open_counts_as_yes = 1,  // `all of` takes open as yes
  until_excludes_its_day = 2,
  none_equals_not_told = 3,
  version_compared_as_text = 4,
  none_is_before_all = 5,  // none <= x is yes
  not_turns_open_to_yes = 6,
  invalid_is_skipped = 7,  // `all of` takes invalid as yes
  at_least_one_more = 8,
  untold_key_is_first_row = 9,
  range_excludes_its_end = 10,
  presumption_beats_told = 11,
  half_rounds_down = 12,
  birthday_not_counted = 13,  // full years one short on the day itself
  open_exception_ignored = 14,
  law_day_is_as_of = 15,
  any_of_names_one_reason = 16,
  needs_are_all_open = 17,
  settled_by_told_facts_only = 18,  // an undetermined verdict is called settled when its first completion is
  less_equal_is_less = 19,
  not_covered_is_no = 20,
  untold_list_is_empty = 21,
  member_beyond_length_counts = 22,
  every_needs_each_member = 23,    // `every` is no where a member is not there
  open_member_surely_counts = 24,  // `max` and `min` take a member whose `where` is open
  amendment_is_late = 25,          // what was before an amendment is in force for one day more
  month_ends_where_it_starts = 26,
  whole_is_below_decimals = 27,  // a decimal fact beside a constant whole
};
inline constexpr int fault_count = 27;

#ifdef ELIGO_WITH_FAULTS
inline bool fault(Fault f) {
  static const int planted = [] {
    const char* text = std::getenv("ELIGO_FAULT");
    return text == nullptr ? 0 : std::atoi(text);
  }();
  return planted == static_cast<int>(f);
}
#else
constexpr bool fault(Fault) {
  return false;
}
#endif

}  // namespace eligo::types
