// SPDX-License-Identifier: MIT
// Owns how a cell of a table of tests is read: the spelling of a `test`, but for texts and keys, which stand without
// quotes as in every table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/table.hpp"
#include "interpreter/check/csv.hpp"
#include "interpreter/check/expectations.hpp"

namespace eligo::check {

/// Characters of a cell, with their place.
struct Piece {
  std::string_view text;
  Span span;
  bool is_exact = false;  // the place has these very characters: a part of it has its own place

  [[nodiscard]] Piece part(std::size_t begin, std::size_t end) const;
  /// Without blanks at both ends.
  [[nodiscard]] Piece trimmed() const;
};

/// The whole cell, without its quotes.
[[nodiscard]] Piece piece_of(const grammar::CsvCell& cell);

class TestCells {
 public:
  TestCells(Context& c, Findings& findings) : c_(c), findings_(findings), expectations_(c) {}

  /// The column that the next cell stands in, for what is said of it.
  void set_column(Index column) { column_ = column; }

  // Nothing where the cell cannot be read, which was said then, or follows from what was said.
  [[nodiscard]] std::optional<types::Told> told(Index fact, const Piece& cell);
  [[nodiscard]] std::optional<types::Date> day(const Piece& cell);
  /// A decision and its result; `decision` where the column names it already.
  [[nodiscard]] bool expect(const Piece& cell, Index decision, TestDef::Expectation& to);
  [[nodiscard]] Index decision(const Piece& name);
  void because(const Piece& cell, TestDef::Expectation& to);
  void needs(const Piece& cell, TestDef::Expectation& to);

 private:
  [[nodiscard]] std::optional<Value> value(const Piece& written, Type type);
  [[nodiscard]] std::optional<Value> value_of(Index fact, const Piece& written);
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
