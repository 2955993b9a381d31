// SPDX-License-Identifier: MIT
// Owns the lines of a rule or decision: their names, ids and what they are explained under (language
// reference, 2.3).
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Fills Checked::lines for one rule or decision after another. Expressions must have been typed before,
/// since a line that is just a rule or fact takes its name.
class Lines {
 public:
  explicit Lines(Context& c);

  void begin(NameId owner, bool is_decision);
  /// An exception, or the line of `not covered if`, which is called `coverage`.
  Index add_outside(const grammar::Line& line, bool is_coverage);
  /// The whole body of a version and every line in it.
  Index add_body(const grammar::Line& line, types::Date from);
  /// Gives the lines since `begin` their ids.
  LineRange end();

 private:
  struct Seen {
    std::uint32_t stamp = 0;
    Index line = nowhere;
  };

  Index push(const grammar::Line& line, Index near);
  void add_block(grammar::BlockId block, Index near, bool outermost);
  void enter(Index line);
  void enter_in_block(Index line);
  void twice(Index line, Index before, std::string help);
  void need_name(Index line, bool outermost);
  [[nodiscard]] LineRange give_ids();
  void instantiate(Index line);
  [[nodiscard]] Index near_instance(const LineDef& line) const;

  Context& c_;
  NameId owner_ = 0;
  bool is_decision_ = false;
  Index first_ = 0;
  Index version_ = nowhere;                // of the line that is added, counted in this rule
  std::vector<types::Date> version_days_;  // of this rule
  std::vector<Index> outside_;             // exceptions and coverage of this rule
  std::vector<Seen> seen_;                 // by NameId
  std::uint32_t stamp_ = 0;
  std::vector<Seen> in_block_;  // by NameId: lines without a name of their own
  std::uint32_t block_stamp_ = 0;
};

/// A line of these is called by a name that is unknown, and the word is nearly that name: which of the two is meant was said.
[[nodiscard]] bool is_near_unknown_line(const Context& context, LineRange range, std::string_view word);

}  // namespace eligo::check
