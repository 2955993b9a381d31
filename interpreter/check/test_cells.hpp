// SPDX-License-Identifier: MIT
// Owns how a cell of a table of tests is read: the spelling of a `test`, but for texts and keys, which stand without
// quotes as in every table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/check/csv.hpp"
#include "interpreter/check/expectations.hpp"
#include "interpreter/check/pieces.hpp"

namespace eligo::check {

class TestCells {
 public:
  TestCells(Context& c, Findings& findings) : c_(c), findings_(findings), expectations_(c) {}

  /// The column that the next cell stands in, for what is said of it.
  void set_column(Index column) { column_ = column; }

  /// Adds what the cell tells of the fact; of a list how long it is, and what is told of its members.
  void tell(Index fact, const Piece& cell, std::vector<TestDef::Telling>& to);
  // Nothing where the cell cannot be read, which was said then, or follows from what was said.
  [[nodiscard]] std::optional<types::Date> day(const Piece& cell);
  /// A decision and its result; `decision` where the column names it already.
  [[nodiscard]] bool expect(const Piece& cell, Index decision, TestDef::Expectation& to);
  [[nodiscard]] Index decision(const Piece& name);
  [[nodiscard]] Path path(const Piece& written);
  void because(const Piece& cell, TestDef::Expectation& to);
  void needs(const Piece& cell, TestDef::Expectation& to);

 private:
  [[nodiscard]] std::optional<Value> value(const Piece& written, Type type);
  [[nodiscard]] std::optional<Value> value_of(Index fact, const Piece& written);
  [[nodiscard]] std::optional<types::Told> told(Index fact, const Piece& written);
  void tell_list(Index fact, const Piece& cell, std::vector<TestDef::Telling>& to);
  void tell_member(const ListDef& list, std::uint32_t member, const Piece& written,
                   std::vector<TestDef::Telling>& to);
  [[nodiscard]] std::optional<types::Told> range(Index fact, const Piece& cell);
  [[nodiscard]] std::optional<types::Told> one_of(Index fact, const Piece& inside);
  void line(const Piece& written, TestDef::Expectation& to);
  [[nodiscard]] Word word(const Piece& written);
  void refuse(const Piece& written, std::string message, std::string help);

  Context& c_;
  Findings& findings_;
  Expectations expectations_;
  Index column_ = nowhere;
};

}  // namespace eligo::check
