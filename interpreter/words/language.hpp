// SPDX-License-Identifier: MIT
// Owns the shape of a language: every phrase of an answer that is not in the rule file, and how values are
// spelled. A language is one file that fills one Language, and one line in languages.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/include/eligo/eligo.hpp"
#include "interpreter/types/date.hpp"
#include "interpreter/types/value.hpp"

namespace eligo::words {

/// Phrases are whole sentences, or are joined by a colon: no article, gender or case ever depends on what is
/// put in. Plain text, no markup; spaces that must not break a line are U+00A0 or U+202F.
struct Language {
  std::string_view code;  // as `languages` of a ruleset names it

  // values
  std::string_view yes, no;
  std::string_view point, thousands;
  std::string (*none)(types::Base);  // told, and nothing there
  std::string (*date)(types::Date);
  /// `number` is grouped and has no sign; an empty `currency` means that the ruleset names none.
  std::string (*money)(const std::string& number, bool negative, std::string_view currency);
  std::string (*all_of)(const std::vector<std::string>&);  // a, b and c
  std::string (*any_of)(const std::vector<std::string>&);  // a, b or c
  /// At least one side is there; each is printed already.
  std::string (*range)(types::Base, const std::string* from, const std::string* to);

  // inside a sentence of the rule file
  std::string_view not_told;                        // where a placeholder has no value
  std::string_view withheld;                        // where its value is private and the reader is a program
  std::string (*in_part)(const std::string& what);  // where it is told in part

  // verdicts
  std::string (*titled)(const std::string& title, const std::string& what);  // Title: what
  /// One member of a list (from 1): of what its members are called, or, where they have no name of their own, of the list's.
  std::string (*member)(const std::string& kind, std::uint32_t position);
  std::string (*member_of)(const std::string& list, std::uint32_t position);
  std::string (*after_question)(const std::string& question, const std::string& answer);
  std::string_view cannot_tell, certain_anyway, perhaps_certain, not_covered, invalid, contact, not_decided;
  std::string (*not_covered_on)(const std::string& day);  // no version covers that law day
  std::string_view coverage;                              // a line of `not covered if` without a label
  std::string (*possible)(const std::string& what);

  // reasons
  std::string_view why, still_open, answers, went_wrong, steps;
  // headings over the open lines of an answer that is settled all the same
  std::string_view some_not_met, some_met, all_together;
  std::string (*not_met)(const std::string& label);
  std::string (*exception)(const std::string& label);       // a line of `none of` or `unless` that is yes
  std::string (*does_not_apply)(const std::string& label);  // … that is no
  std::string (*does_not_apply_inside)(const std::string& label);  // the same among the items of `detail`
  std::string (*detail)(const std::string& label,
                        const std::vector<std::string>& inner);  // label (inner; inner)
  std::string (*may_help)(const std::vector<std::string>& what);
  std::string (*mishap)(Mishap);

  // headings that count what follows
  std::string (*assumed)(std::size_t);
  std::string (*missing)(std::size_t, bool all_needed);
  std::string (*sources)(std::size_t);

  std::string (*perhaps)(const std::string& question);
  std::string (*so_far)(const std::string& question, const std::string& told);
  std::string (*source)(const std::string& title, const std::vector<std::string>& places,
                        const std::string& publisher);

  // days
  std::string (*as_of)(const std::string& day);
  std::string (*as_of_law)(const std::string& day, const std::string& law_day);
};

extern const Language english;
extern const Language french;

/// The language of that code, or nullptr.
[[nodiscard]] const Language* find_language(std::string_view code);
/// All that are known, English first.
[[nodiscard]] const std::vector<const Language*>& languages();

}  // namespace eligo::words
