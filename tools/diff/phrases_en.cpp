// SPDX-License-Identifier: MIT
// Owns the English of the account.
#include "interpreter/host/told_value.hpp"
#include "interpreter/words/phrase.hpp"
#include "tools/diff/day.hpp"
#include "tools/diff/phrases.hpp"
#include "tools/render/plural.hpp"

namespace eligo::diff {

namespace {

using Text = Phrases::Text;
using Day = Phrases::Day;
using render::plural;

std::string more(const std::string& before, std::size_t count, const std::string& after) {
  return before + std::to_string(count) + after;
}

std::string english_another(FactKind kind) {
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

std::string english_by_size(FactKind kind, bool larger) {
  switch (kind) {
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

std::string english_since(std::string_view since, Day from, Day to) {
  std::string out;
  if (from != nullptr) (out += since) += *from;
  if (to != nullptr) out += (from != nullptr ? " until " : "until ") + *to;
  return out;
}

std::string english_in_example(Text was, Text is) {
  return "; in the example" + (was.empty() ? "" : " was " + was) + (was.empty() || is.empty() ? "" : ",") +
         (is.empty() ? "" : " is " + is);
}

std::string english_now(Text is, Text was) {
  return "now " + is + (was.empty() ? "" : " (was " + was + ")");
}

}  // namespace

constinit const Phrases english = {
    .language = &words::english,

    .at_revision = [](Text path, Text revision) { return path + " at " + revision; },
    .asked = "What is asked",
    .figures = "What figures come to",
    .tables = "What stands in tables",
    .meet = "who meet",
    .fail = "who do not meet",
    .incalculable = "for whom this cannot be calculated",
    .example = "for example",
    .example_on_page = "For example",

    .any_day = "on any day",
    .on = [](Text day) { return "on " + day; },
    .days = [](Day from, Day to) { return english_since("from ", from, to); },
    .law_days = [](Day from, Day to) { return english_since("since ", from, to); },
    .either = [](const std::vector<std::string>& days) { return words::chain(days, " or "); },
    .at_least = [](Text days) { return "at least " + days; },

    .newly_refused = "newly refused",
    .newly_accepted = "newly accepted",
    .another = english_another,
    .by_size = english_by_size,
    .perhaps = [](Text what) { return "perhaps " + what; },
    .for_some = [](Text what) { return what + " for some of them"; },
    .tried = [](Text what) { return "found by trying, " + what; },
    .verdict = [](Verdict verdict) { return std::string_view(to_string(verdict)); },
    .now = english_now,
    .no_longer_covered =
        [](Text was) { return "no longer covered" + (was.empty() ? "" : " (was " + was + ")"); },
    .newly_covered = [](Text is) { return "newly covered" + (is.empty() ? "" : ": " + is); },
    .values = [](Text was, Text is) { return ": was " + was + ", is " + is; },
    .in_example = english_in_example,
    .perhaps_as_it_was =
        [](Text value) {
          return "; whether anybody gets another one is not known, in the example it is " + value;
        },

    .about = [](Text number) { return "about " + number; },
    .or_more = [](Text least) { return least + " or more"; },
    .more_than = [](Text number) { return "more than " + number; },
    .at_most = [](Text most) { return "at most " + most; },
    .less_than = [](Text number) { return "less than " + number; },
    .from_to = [](Text least, Text most) { return least + " to " + most; },
    .but = [](Text least, Text most) { return least + ", but " + most; },
    .any = "any",
    .none = "none",
    .any_but = [](Text values) { return "any but " + values; },
    .what_begins = [](Text beginning) { return "what begins with " + beginning; },
    .another_that_begins = [](Text beginning) { return "another that begins with " + beginning; },
    .but_with_none_of = [](Text what, Text beginnings) { return what + " but not with " + beginnings; },
    .any_other_text = "any other",
    .empty_text = "an empty text",
    .or_else = "; or ",
    .and_more = [](Text values, std::size_t count) { return more(values + " and ", count, " more"); },
    .as_it_was = [](Text condition) { return condition + ", as it was"; },
    .as_it_is = [](Text condition) { return condition + ", as it is now"; },
    .condition_about = [](Text fact) { return "a condition of " + fact; },
    .the_day = "the day",

    .groups =
        [](std::size_t count) {
          return plural(count, "group") + " of people " + (count == 1 ? "gets" : "get") + " another answer";
        },
    .examples = [](std::size_t count) { return plural(count, "example") + " found by trying"; },
    .between = "; ",
    .others_the_same = "everybody else gets the same",
    .all_the_same = "the same for everybody, on every day",
    .all_of_both_the_same = "the same on every day, for everybody whom both decide about",
    .all_told_the_same = "the same on every day, for everybody who tells what is asked",
    .others_too = "not complete, there may be others: ",
    .not_settled =
        [](std::size_t groups) {
          return "whether there is anybody in " + plural(groups, "other group") + " could not be settled";
        },
    .given_up = "the comparison was given up",
    .nobody_tried =
        "not analysed: the comparison was given up, and nobody was found by trying who gets "
        "another answer; there may be somebody",
    .at_condition = [](Text condition) { return ", at the condition `" + condition + "`"; },
    .too_many =
        [](std::size_t groups) { return more("more groups than ", groups, ": the rest is not shown"); },
    .not_compared = [](Text was, Text is) { return "not compared: it gave " + was + ", and gives " + is; },
    .with_reasons = "yes or no, with reasons",
    .kind = host::words_of,

    .another_type =
        [](Text name) {
          return "the fact `" + name + "` has another type: for the comparison it is two facts";
        },
    .another_range =
        [](Text name) { return "the range of `" + name + "` is another one: compared is what both allow"; },
    .no_longer_asked = [](Text names, std::size_t) { return "no longer asked: " + names; },
    .newly_asked = [](Text names, std::size_t) { return "newly asked: " + names; },
    .no_longer_decided = [](Text names, std::size_t) { return "no longer decided: " + names; },
    .newly_decided = [](Text names, std::size_t) { return "newly decided: " + names; },
    .no_longer_among = [](Text name, Text values) { return "`" + name + "` can no longer be " + values; },
    .newly_among = [](Text name, Text values) { return "`" + name + "` can newly be " + values; },
    .no_longer_presumed =
        [](Text name, Text was) {
          return "`" + name + "` is no longer presumed where it is not told: was " + was;
        },
    .newly_presumed = [](Text name,
                         Text is) { return "`" + name + "` is newly presumed where it is not told: " + is; },
    .presumed_otherwise =
        [](Text name, Text was, Text is) {
          return "`" + name + "` is presumed otherwise where it is not told: was " + was + ", is " + is;
        },
    .another_currency = [](Text was, Text is) { return "amounts are in " + is + ", and were in " + was; },
    .no_longer_none = [](Text name) { return "`" + name + "` can no longer be none"; },
    .newly_none = [](Text name) { return "`" + name + "` can newly be none"; },

    .figure = [](Text label, Text was, Text is) { return label + ": " + was + " becomes " + is; },
    .nothing = "nothing",
    .not_covered = "not covered",
    .more_figures =
        [](std::size_t count) {
          return more("and ", count, count == 1 ? " change of figures more" : " changes of figures more");
        },
    .cell = [](Text column, Text was, Text is) { return column + " " + was + ", now " + is; },
    .cell_filled = [](Text column, Text none,
                      Text is) { return column + " " + is + ", " + none + " before"; },
    .row_changed = [](Text rows, Text cells) { return rows + ": " + cells; },
    .row_gone = [](Text rows, std::size_t) { return rows + ": no longer in the table"; },
    .row_added = [](Text rows, std::size_t) { return rows + ": new in the table"; },
    .more_rows =
        [](std::size_t count) {
          return more("and ", count, count == 1 ? " change of rows more" : " changes of rows more");
        },

    .profiles = [](std::size_t count,
                   const Date& day) { return "Of " + plural(count, "profile") + ", on " + iso(day) + ":"; },
    .profiles_on_page = [](std::size_t count,
                           const Date& day) { return plural(count, "profile") + " on " + iso(day); },
    .affected =
        [](Text decision, std::size_t count, Verdict before, Verdict after) {
          return "`" + decision + "`: " + plural(count, "profile") + " from " +
                 std::string(to_string(before)) + " to " + std::string(to_string(after));
        },
    .nobody_affected = "each gets the same answer",
};

}  // namespace eligo::diff
