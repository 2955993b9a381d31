// SPDX-License-Identifier: MIT
// Owns what is said of a group in one line: what kind of other answer, and which values.
#include "tools/diff/account.hpp"
#include "tools/diff/phrases.hpp"

namespace eligo::diff {

namespace {

std::string answer_of(const Phrases& phrases, const Group& group) {
  const Verdict before = group.before, after = group.after;
  if (before == Verdict::yes && after == Verdict::no) return std::string(phrases.newly_refused);
  if (before == Verdict::no && after == Verdict::yes) return std::string(phrases.newly_accepted);
  const std::string another = phrases.another(group.kind);
  if (group.value_before && group.value_after) {
    if (!group.found) return phrases.perhaps(another);
    const bool larger = group.change == Change::larger, by_size = larger || group.change == Change::smaller;
    const std::string what = by_size ? phrases.by_size(group.kind, larger) : another;
    return group.everybody ? what : phrases.for_some(what);
  }
  // Of values of their own, everybody has another one.
  const bool had_own = group.calculated && group.value_before,
             has_own = group.calculated && group.value_after;
  const std::string was = had_own              ? ""
                          : group.value_before ? group.value_before->printed
                                               : std::string(phrases.verdict(before));
  const std::string is = has_own             ? another
                         : group.value_after ? group.value_after->printed
                                             : std::string(phrases.verdict(after));
  if (after == Verdict::not_covered) return phrases.no_longer_covered(was);
  if (before == Verdict::not_covered) return phrases.newly_covered(has_own ? "" : is);
  return phrases.now(is, was);
}

}  // namespace

std::string heading(const Phrases& phrases, const Group& group) {
  const std::string answer = answer_of(phrases, group);
  return group.tried ? phrases.tried(answer) : answer;
}

std::string values_of(const Phrases& phrases, const Group& group) {
  const std::string was = group.value_before ? group.value_before->printed : "",
                    is = group.value_after ? group.value_after->printed : "";
  if (!group.value_before && !group.value_after) return "";
  if (!group.value_before || !group.value_after) return group.calculated ? phrases.in_example(was, is) : "";
  if (!group.found) return phrases.perhaps_as_it_was(was);
  return group.calculated ? phrases.in_example(was, is) : phrases.values(was, is);
}

}  // namespace eligo::diff
