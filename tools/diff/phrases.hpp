// SPDX-License-Identifier: MIT
// Owns the shape of a language of the account: every phrase that `eligo diff` writes and the rule files do not have. A
// language is one file that fills one Phrases, and one name in phrases.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/include/eligo/eligo.hpp"
#include "interpreter/words/language.hpp"

namespace eligo::check {
struct Checked;
}

namespace eligo::diff {

/// Names, conditions and keywords of rules are put in as they are written; nothing that is put in changes an article or a
/// gender. Spaces that must not break a line are U+00A0 or U+202F. A pointer to a day may be null, not both.
struct Phrases {
  using Text = const std::string&;
  using Day = const std::string*;

  const words::Language* language;  // of days, amounts, yes and no

  // headings
  std::string (*at_revision)(Text path, Text revision);
  std::string_view asked, figures, tables;
  std::string_view meet, fail, incalculable;  // … the conditions below
  std::string_view example, example_on_page;

  // days
  std::string_view any_day;
  std::string (*on)(Text day);
  std::string (*days)(Day from, Day to);
  std::string (*law_days)(Day from, Day to);  // of a figure
  std::string (*either)(const std::vector<std::string>& days);
  std::string (*at_least)(Text days);

  // who gets another answer, and which
  std::string_view newly_refused, newly_accepted;
  std::string (*another)(FactKind);
  std::string (*by_size)(FactKind, bool larger);
  std::string (*perhaps)(Text what);
  std::string (*for_some)(Text what);
  std::string (*tried)(Text what);
  std::string_view (*verdict)(Verdict);
  std::string (*now)(Text is, Text was);  // `was` may be empty, here and below
  std::string (*no_longer_covered)(Text was);
  std::string (*newly_covered)(Text is);         // `is` may be empty
  std::string (*values)(Text was, Text is);      // behind the days, as the next two
  std::string (*in_example)(Text was, Text is);  // one of them may be empty
  std::string (*perhaps_as_it_was)(Text value);

  // what a group has in common
  std::string (*about)(Text number);
  std::string (*or_more)(Text least);
  std::string (*more_than)(Text number);
  std::string (*at_most)(Text most);
  std::string (*less_than)(Text number);
  std::string (*from_to)(Text least, Text most);
  std::string (*but)(Text least, Text most);  // two of the above
  std::string_view any, none;
  std::string (*any_but)(Text values);
  std::string (*what_begins)(Text beginning);
  std::string (*another_that_begins)(Text beginning);
  std::string (*but_with_none_of)(Text what,
                                  Text beginnings);  // one of the two above, that begins with none of these
  std::string_view any_other_text, empty_text;
  std::string_view or_else;  // between ranges
  std::string (*and_more)(Text values, std::size_t);
  std::string (*as_it_was)(Text condition);
  std::string (*as_it_is)(Text condition);
  std::string (*condition_about)(Text fact);
  std::string_view the_day;

  // how many groups, and whether there are others
  std::string (*groups)(std::size_t);
  std::string (*examples)(std::size_t);
  std::string_view between;  // sentences
  std::string_view others_the_same, all_the_same, all_of_both_the_same, all_told_the_same;
  std::string_view others_too;  // before a reason
  std::string (*not_settled)(std::size_t groups);
  std::string_view given_up, nobody_tried;
  std::string (*at_condition)(Text condition);
  std::string (*too_many)(std::size_t groups);
  std::string (*not_compared)(Text was, Text is);
  std::string_view with_reasons;  // what a decision by yes or no gives
  std::string (*kind)(const check::Checked&, types::Type);

  // what is asked; `names` are a list, and so many
  std::string (*another_type)(Text name);
  std::string (*another_range)(Text name);
  std::string (*no_longer_asked)(Text names, std::size_t);
  std::string (*newly_asked)(Text names, std::size_t);
  std::string (*no_longer_decided)(Text names, std::size_t);
  std::string (*newly_decided)(Text names, std::size_t);
  std::string (*no_longer_among)(Text name, Text values);
  std::string (*newly_among)(Text name, Text values);
  std::string (*no_longer_presumed)(Text name, Text was);
  std::string (*newly_presumed)(Text name, Text is);
  std::string (*presumed_otherwise)(Text name, Text was, Text is);
  std::string (*another_currency)(Text was, Text is);
  std::string (*no_longer_none)(Text name);
  std::string (*newly_none)(Text name);

  // figures and rows
  std::string (*figure)(Text label, Text was, Text is);
  std::string_view nothing, not_covered;
  std::string (*more_figures)(std::size_t);
  std::string (*cell)(Text column, Text was, Text is);
  std::string (*cell_filled)(Text column, Text none, Text is);  // where nothing stood before
  std::string (*row_changed)(Text rows, Text cells);
  std::string (*row_gone)(Text rows, std::size_t);
  std::string (*row_added)(Text rows, std::size_t);
  std::string (*more_rows)(std::size_t);

  // real people
  std::string (*profiles)(std::size_t, const Date& day);
  std::string (*profiles_on_page)(std::size_t, const Date& day);
  std::string (*affected)(Text decision, std::size_t, Verdict before, Verdict after);
  std::string_view nobody_affected;
};

/// Before a reason in the JSON, where reasons are English whatever the language.
inline constexpr std::string_view there_may_be_more = "there may be more: ";

extern const Phrases english;
extern const Phrases french;

/// Those that go with the words of an answer; English where there are none.
[[nodiscard]] const Phrases& phrases_of(const words::Language& language);

}  // namespace eligo::diff
