// SPDX-License-Identifier: MIT
// Owns what is known of the gaps between the tokens of one file before it is laid out: where rows begin, where
// columns stop, where a row may be broken.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/statement.hpp"
#include "grammar/tokens.hpp"

namespace eligo::grammar {

/// What a token says of the gap before it.
struct Gap {
  bool begins_row = false;  // a statement, an `end`, or a part of a statement on a line of its own
  bool is_part = false;  // `otherwise`, `ask`, `else` …: belongs to the row above, no blank line before it
  bool is_end = false;
  bool tight = false;       // no blank before it
  std::uint32_t depth = 0;  // of the row that begins here
  std::uint32_t table = 0;  // with `stop`: whose columns these are; 0 is none
  std::uint32_t stop = 0;   // the column that begins here, from 1
  std::uint32_t group = 0;  // a line may be broken here, as this group says; 0 is never
};

/// Tokens of one row that are broken together or not at all.
struct BreakGroup {
  std::size_t first = 0, last = 0;  // tokens, both included
  bool fill = false;                // a list: only as many breaks as are needed; else all at once
  bool hang = false;                // what is broken off stands below the first token
  bool calm = false;                // a comment inside alone does not break it
  bool kept = false;                // broken by the author, who is followed
};

class Sheet {
 public:
  Sheet(std::string_view bytes, const std::vector<Statement>& statements);

  std::vector<Token> tokens;
  std::vector<Gap> gaps;           // one a token
  std::vector<BreakGroup> groups;  // groups[0] is none

  [[nodiscard]] std::string_view view(std::size_t i) const {
    return bytes_.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view written) const {
    return i < tokens.size() && view(i) == written;
  }
  [[nodiscard]] bool is_comment(std::size_t i) const { return tokens[i].kind == Token::Kind::comment; }

  // -- finding; a token that is not there is tokens.size() --
  [[nodiscard]] std::size_t none() const { return tokens.size(); }
  [[nodiscard]] std::size_t first_of(Span span) const;
  [[nodiscard]] std::size_t last_of(Span span) const;
  /// The tokens before and after, comments passed over.
  [[nodiscard]] std::size_t before(std::size_t i) const;
  [[nodiscard]] std::size_t after(std::size_t i) const;
  /// The last token of the row that i stands in, trailing comments not counted.
  [[nodiscard]] std::size_t row_end(std::size_t i) const;
  [[nodiscard]] std::size_t row_begin(std::size_t i) const;

  // -- marking --
  /// A row that belongs to the statement around it, `deeper` levels further in. Nothing where one begins anyway.
  void part(std::size_t i, std::uint32_t deeper = 1);
  [[nodiscard]] std::uint32_t new_table() { return ++tables_; }
  void stop(std::size_t i, std::uint32_t table, std::uint32_t column);
  void tight(std::size_t i);
  [[nodiscard]] std::uint32_t group(BreakGroup made);
  void break_before(std::size_t i, std::uint32_t group);
  /// The row of i is broken before i if it is too long.
  void row_break(std::size_t i);
  /// A list from first to last: its commas outside inner brackets are where it may be broken. `keep`: where the author
  /// broke it, it stays broken.
  void list(std::size_t first, std::size_t last, bool keep = false);

  /// What stands in brackets with commas is a list, whatever it means: for commas that nobody marked.
  void lists_in_brackets();

 private:
  void pass_over_comments();
  std::string_view bytes_;
  std::vector<std::size_t> before_, after_;  // by token; many comments may stand in a row
  std::uint32_t tables_ = 0;
};

}  // namespace eligo::grammar
