// SPDX-License-Identifier: MIT
// Owns what is said of a group in one line: what kind of other answer, and which values.
#include "tools/diff/account.hpp"

namespace eligo::diff {

namespace {

std::string compared_values(const Group& group) {
  const bool larger = group.change == Change::larger;
  switch (group.kind) {
    case FactKind::money:
      return larger ? "a larger amount" : "a smaller amount";
    case FactKind::date:
      return larger ? "a later day" : "an earlier day";
    case FactKind::version:
      return larger ? "a later version" : "an earlier version";
    default:
      return larger ? "a larger number" : "a smaller number";
  }
}

std::string another_value(FactKind kind) {
  switch (kind) {
    case FactKind::money:
      return "another amount";
    case FactKind::whole:
    case FactKind::decimal:
      return "another number";
    case FactKind::date:
      return "another day";
    case FactKind::enumeration:
      return "another outcome";
    default:
      return "another value";
  }
}

std::string answer_of(const Group& group) {
  const Verdict before = group.before, after = group.after;
  if (before == Verdict::yes && after == Verdict::no) return "newly refused";
  if (before == Verdict::no && after == Verdict::yes) return "newly accepted";
  if (group.value_before && group.value_after) {
    if (!group.found) return "perhaps " + another_value(group.kind);
    const bool by_size = group.change == Change::larger || group.change == Change::smaller;
    return (by_size ? compared_values(group) : another_value(group.kind)) +
           (group.everybody ? "" : " for some of them");
  }
  // Of values of their own, everybody has another one.
  const bool had_own = group.calculated && group.value_before,
             has_own = group.calculated && group.value_after;
  const std::string was =
      had_own ? ""
              : " (was " +
                    (group.value_before ? group.value_before->printed : std::string(to_string(before))) + ")";
  const std::string is = has_own             ? another_value(group.kind)
                         : group.value_after ? group.value_after->printed
                                             : std::string(to_string(after));
  if (after == Verdict::not_covered) return "no longer covered" + was;
  if (before == Verdict::not_covered) return has_own ? "newly covered" : "newly covered: " + is;
  return "now " + is + was;
}

}  // namespace

std::string heading(const Group& group) {
  return (group.tried ? "found by trying, " : "") + answer_of(group);
}

std::string values_of(const Group& group) {
  if (!group.value_before || !group.value_after) {
    if (!group.calculated || (!group.value_before && !group.value_after)) return "";
    return group.value_before ? "; in the example was " + group.value_before->printed
                              : "; in the example is " + group.value_after->printed;
  }
  if (!group.found)
    return "; whether anybody gets another one is not known, in the example it is " +
           group.value_before->printed;
  return std::string(group.calculated ? "; in the example" : ":") + " was " + group.value_before->printed +
         ", is " + group.value_after->printed;
}

}  // namespace eligo::diff
