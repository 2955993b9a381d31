// SPDX-License-Identifier: MIT
// Owns the account of how two rulesets differ, as data and in words: what they ask, and who gets another answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"

namespace eligo::diff {

struct Phrases;

struct Days {
  std::optional<Date> from, to;  // nothing: as far as the calendar goes
  std::string words;             // "from 1 June 2026 until 30 June 2026"
};

struct Part {
  enum class Of : std::uint8_t { both, before, after } of = Of::both;  // of what is calculated
  bool calculated = false;          // from all members of a list: a value of the rules, or a part of one
  std::string name;                 // of the fact
  std::string label;                // in the language of the account; the name where there is none
  bool is_plain = false;            // its values need no code beside their labels: yes and no, texts
  std::vector<Choice> values;       // of enums, tables, yes or no, texts
  std::vector<Choice> others;       // the values that it must not have, where these are fewer; else empty
  std::vector<std::string> ranges;  // of numbers, days, versions, in English: "16 or more", "from 2025-01-01"
  std::vector<std::string> printed;         // the same as people write them in the language of the account
  std::vector<std::string> others_printed;  // beside `others`: "what begins with CD"
  bool none = false;                        // none is one of the values
};

struct Condition {
  enum class Of : std::uint8_t { both, before, after } of = Of::both;
  std::string name;   // of the rule or line: "activate/recent_phone"; "" where it has none
  std::string label;  // what people read; its text where there is none
  std::string text;   // as it is written, where it is short and not the label
  std::string owner;  // of one that has no name: what it is a part of
  enum class State : std::uint8_t { no, yes, invalid } state = State::yes;
};

/// A value that a decision gives: as programs have it, and as people read it.
struct Came {
  std::string value, printed;
};

/// Of two values: by number, day or version, else `other`.
enum class Change : std::uint8_t { nothing, larger, smaller, other };

/// People and days, everybody of whom has one answer before and one after.
struct Group {
  Verdict before = Verdict::no, after = Verdict::no;
  std::optional<Came> value_before, value_after;  // where the verdict is a value
  Change change = Change::nothing;                // of two values
  FactKind kind = FactKind::yes_or_no;            // of the decision
  bool calculated = false;   // everybody has values of their own: those above are of the example
  bool everybody = true;     // false: of some in the group the two values are the same after all
  bool found = true;         // false: it is not known whether anybody in the group gets another value
  bool tried = false;        // not everybody of a kind, but somebody who was found by trying
  std::vector<Days> days;    // empty: every day
  bool days_settled = true;  // false: there may be somebody on other days, too
  std::vector<Part> facts;
  std::vector<Condition> conditions;
  Date day;                       // of one of them:
  std::vector<std::string> told;  // as in a test: "citizenship FR"
  std::string test;               // a block that the ruleset after passes
};

struct DecisionAccount {
  std::string name, label;
  std::vector<Group> groups;  // refused first, then accepted, then the rest
  bool complete = true;       // everybody who is in no group gets the same answer
  std::string why_not;        // where it is not complete: in English, as data
  std::string reason;         // the same as a sentence begins, ready to print
};

struct Account {
  std::string language;              // of labels and, where there are any, of phrases
  const Phrases* phrases = nullptr;  // of all sentences in it
  std::string before, after;         // titles
  std::string before_at, after_at;   // where they were found
  std::vector<std::string> changes;  // of facts, values, decisions: one sentence each
  std::vector<std::string> figures;  // values of another amount, day …: one sentence each
  std::vector<std::string> rows;     // that tables have, have not, or have otherwise: one sentence each
  // Of people that only one of them can decide about (a new department) nothing is compared, nor of decisions that only one has.
  bool only_before = false, only_after = false;
  bool gone = false, added = false;  // decisions
  // Whoever is in a group tells what matters: who does not may get another answer for what is presumed then.
  bool presumes_otherwise = false;
  bool other_currency = false;
  std::vector<DecisionAccount> decisions;
};

struct Options {
  std::string before, after;  // where the two were found: "rules/pool"
  std::string revision;       // of the one before: "HEAD"
  std::string language;       // a code; "": the first of the ruleset after that has phrases, else its first
  Date about;                 // groups are shown on people near this day: usually today
  std::string decision;       // "": each that both have
  std::size_t most_groups = 200;
};

[[nodiscard]] Account compare(const Program& before, const Program& after, const Options& options);

/// How many real people are concerned, by verdicts: see `eligo diff --profiles`.
struct Affected {
  std::string decision;
  Verdict before = Verdict::no, after = Verdict::no;
  std::size_t count = 0;
};
struct Count {
  std::size_t profiles = 0;
  Date as_of;
  std::vector<Affected> affected;
};

/// Asks both about each profile of JSON Lines, one object a line. A fact that one of them does not know is not told to
/// it. Nothing where a line is refused by both: `why` then says which, and why.
[[nodiscard]] std::optional<Count> count_affected(const Program& before, const Program& after,
                                                  const Account& account, const std::string& lines,
                                                  Date as_of, std::string& why);

[[nodiscard]] std::string to_text(const Account& account, const std::optional<Count>& count, bool color);
[[nodiscard]] std::string to_markdown(const Account& account, const std::optional<Count>& count);
[[nodiscard]] std::string to_json(const Account& account, const std::optional<Count>& count);

/// "newly refused", "a larger amount", with the verdicts where these words do not say them.
[[nodiscard]] std::string heading(const Phrases& phrases, const Group& group);
/// ": was €400, is €450"; "" where the heading says all.
[[nodiscard]] std::string values_of(const Phrases& phrases, const Group& group);
/// "1 group of people gets another answer; everybody else gets the same".
[[nodiscard]] std::string summary_of(const Account& account, const DecisionAccount& decision);

}  // namespace eligo::diff
