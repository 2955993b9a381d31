// SPDX-License-Identifier: MIT
// Owns the oracle: a slow and obvious evaluator of checked rulesets, written from language.md sections 2 and 3
// alone, by another hand than the engine's, to be compared with it.
//
// Readings taken where the text leaves room, by paragraph:
//
// 2.4   Wholes and dates: a range is clipped to the type and might be invalid where it leaves it; it is invalid
//       for certain where all of it lies outside. Untold: all 64-bit numbers, years 1 to 9999, all versions;
//       decimals have no ends.
// 2.5   A fact told as `one_of` of an ordered type has the range from the least to the largest of them; needs
//       and settled ask about exactly the values told.
// 2.6   none `is` none; none is no value; every order comparison with none is no.
// 2.7   The column of a key that is none is none.
// 2.8   Told decimals have at most 10 digits after the point and 20 before it. A possible decimal has, beside
//       its range, a bound on its digits after the point: exact for single values; of columns the largest among
//       the rows still possible; 10 for what is open (also told as `one_of`). A product adds, a sum takes the
//       larger, a rounded result has the digits of STEP. An operation might be invalid when the digits before
//       the point (of the range's larger end) and that bound exceed 34, or a side is missing. It is invalid for
//       certain only when both operands are single values and the result does not fit. Negation, max and min
//       need no more digits than their operands, so they are never invalid.
// 2.8   In `a * b / c rounded …` only the last operator is X; what stands inside is an ordinary product.
// 2.8   A divisor that may be 0 may be invalid; its other values give the ends: the wholes next to 0 are 1 and -1, no decimal
//       is next to 0. Certainly 0: invalid. `rounded up` of what comes as near to 0 as one likes is one STEP.
// 2.11  A list has a length, told exactly or from 0 to N, and its members stand at positions. A member is there
//       when the list is as long as its position. `some` is `any of` over all positions of `there and C`,
//       `every` is `all of` of `not there or C`; `count` and `sum` add up, from the first position on,
//       `when there and C then 1 else 0` and `when there and where then E else 0`. `max` and `min` choose among
//       the members that are there and whose `where` is yes, together with those that may be so, each in and out.
// 3.11  So the length of the list is a leaf beside the fields. Of a list that is not told nothing but the list
//       can be asked for: it stands for its members' fields, at the leaves and among the needs (3.12).
// 3.5   `when C`, C invalid: invalid. C open: both branches together, which may be invalid if a branch or C may.
// 3.5   A comparison is invalid for certain if a side is; else open if a side may be invalid; else as all
//       combinations say. `is one of` is one comparison; a range of wholes, dates or versions is in a list that
//       has its every member.
// 3.7   "Refers to, directly or not" is what can be reached through the versions in force on the law day; the
//       coverage condition and the exceptions count, texts and steps do not. It comes before `not covered if`.
// 3.7   When the coverage condition is no, its line is no reason, and no presumption rests on it.
// 3.8   All completions invalid, or all not covered, is settled too: they agree with one another.
// 3.8   The open facts are those that can be reached as in 3.7, are not told exactly and not presumed.
// 3.9   A presumption is used only where nothing at all is told of the fact.
// 3.11  `and`, `or` explain like `all of`, `any of` over their operands. The body of a rule or yes-or-no decision
//       that is a block gives its deciding lines as the rule's own; another body is the one line. An open or
//       invalid comparison or calculation explains by all its operands. A `when` that is open explains by all
//       conditions that may be asked and all branches that may be taken. A typed decision has no lines of its
//       own: those that its conditions name stand among all reasons only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "interpreter/check/checked.hpp"
#include "tests/oracle/values.hpp"

namespace eligo::oracle {

using check::Checked;
using check::Index;
using grammar::ExprId;

enum class State : std::uint8_t { no, invalid, open, yes };

/// A condition: its state by the tables of 3.6; where it is open, whether invalid is among what it may turn
/// out to be.
struct Condition {
  State state = State::open;
  bool may_be_invalid = false;
};

/// What is told of one person, by fact, and the two days.
struct Profile {
  std::vector<std::optional<types::Told>> told;
  types::Date as_of, law_day;
};

using check::VerdictWord;

struct Answer {
  VerdictWord verdict = VerdictWord::undetermined;
  Value value;                // of `value`
  std::set<std::string> own;  // ids of the decision's own deciding lines
  std::set<std::string> all;  // and of those at every level
  std::set<Index> leaves;     // facts at the leaves, told or not
  std::set<Index> presumed;   // those that were presumed
};

/// Counts what every operator came to; see tally.hpp.
class Tally;

[[nodiscard]] Answer evaluate(const Checked& program, Index decision, const Profile& profile,
                              Tally* tally = nullptr);

/// The same without reasons.
[[nodiscard]] Answer verdict(const Checked& program, Index decision, const Profile& profile);

/// What every completion of the open facts says together. Nothing where they are more than `limit`, or cannot
/// be listed.
struct Completed {
  std::optional<VerdictWord> settled;
  Value value;  // where settled is `value`
  std::set<Index> needs;
  std::size_t completions = 0;
};
[[nodiscard]] std::optional<Completed> complete(const Checked& program, Index decision,
                                                const Profile& profile, std::size_t limit);

/// The facts that a decision can reach through the versions in force; and whether one of these is `not
/// covered`.
struct Reach {
  std::set<Index> facts;
  std::vector<ExprId> expressions;  // every node, once
  bool not_covered = false;
};
[[nodiscard]] Reach reach(const Checked& program, Index decision, types::Date law_day);

/// What a fact may be, by what is told of it, its presumption, its range and its type.
[[nodiscard]] Possible possible_of_fact(const Checked& program, Index fact, const Profile& profile);

/// The version that is in force; there is exactly one.
[[nodiscard]] const check::VersionDef& in_force(const std::vector<check::VersionDef>& versions,
                                                types::Date law_day);

/// Evaluates expressions for one profile.
class Walk {
 public:
  Walk(const Checked& program, const Profile& profile, Tally* tally)
      : program_(program), profile_(profile), tally_(tally) {}

  /// The same walk, in which the variable is the member at this position (from 0). This one must outlive it.
  [[nodiscard]] Walk about(Index variable, std::uint32_t member) const;

  [[nodiscard]] Possible value(ExprId id) const;
  [[nodiscard]] Condition condition(ExprId id) const;
  [[nodiscard]] Condition rule(const check::RuleDef& rule) const;
  /// The body and the exceptions as one `all of`.
  [[nodiscard]] Condition with_exceptions(ExprId body, const std::vector<Index>& exceptions) const;
  [[nodiscard]] Condition line(Index line) const { return condition(program_.lines[line].condition); }

  /// The list of a quantifier, or of what is asked of each member.
  [[nodiscard]] const check::ListDef& list_of(ExprId id) const;
  [[nodiscard]] Condition is_there(const check::ListDef& list, std::uint32_t member) const;
  /// The fact that `m.income` is.
  [[nodiscard]] Index fact_of(const check::Ref& member) const;
  /// The line that speaks of the members that the variables around it are.
  [[nodiscard]] Index instance(Index line) const;

 private:
  /// What one member, or one plain value, gives to an aggregate.
  struct Share {
    Condition counts;
    Possible value;
  };
  [[nodiscard]] Possible name(ExprId id) const;
  [[nodiscard]] Possible column(Index fact, Index column) const;
  [[nodiscard]] Possible call(const grammar::Expr& e, ExprId id) const;
  [[nodiscard]] Possible aggregate(const grammar::Expr& e, ExprId id) const;
  [[nodiscard]] std::vector<Share> shares(ExprId each, Base base, bool counted) const;
  [[nodiscard]] static Possible choice(bool largest, Base base, const std::vector<Share>& all);
  [[nodiscard]] Condition quantifier(const grammar::Expr& e, ExprId id) const;
  [[nodiscard]] std::uint32_t member_of(Index variable) const;
  [[nodiscard]] Possible when(const grammar::Expr& e, std::uint32_t at, Base base) const;
  [[nodiscard]] Possible compute(const grammar::Expr& e, ExprId id) const;
  [[nodiscard]] Condition comparison(const grammar::Expr& e) const;
  [[nodiscard]] Condition block(const grammar::Block& block, Index first_line) const;
  [[nodiscard]] Condition logic(const grammar::Expr& e, ExprId id) const;

  const Checked& program_;
  const Profile& profile_;
  Tally* tally_;
  // The variable bound last, and where those around it are.
  const Walk* outer_ = nullptr;
  Index variable_ = check::nowhere;
  std::uint32_t member_ = 0;
};

/// The question that can be put to learn this fact: of a member's field the list itself, while it is not told.
[[nodiscard]] Index askable(const Checked& program, Index fact, const Profile& profile);
/// A field of a member that a told list does not have.
[[nodiscard]] bool is_absent(const Checked& program, Index fact, const Profile& profile);
/// It asks the members of a list: `max(m in household : …, 0)`.
[[nodiscard]] bool asks_members(const Checked& program, const grammar::Expr& e);

[[nodiscard]] Condition negated(Condition c);
[[nodiscard]] Condition all_of(const std::vector<Condition>& parts);
[[nodiscard]] Condition any_of(const std::vector<Condition>& parts);
/// What is asked of a member that is there; `absent` of one that is not. Of one that may be there it is both (2.11, 3.5).
[[nodiscard]] Condition of_member(const Condition& there, const Condition& asked, State absent);
[[nodiscard]] Condition at_least(std::size_t n, const std::vector<Condition>& parts);
[[nodiscard]] Condition condition_of(const Possible& p);
[[nodiscard]] Possible possible_of(const Condition& c);

}  // namespace eligo::oracle
