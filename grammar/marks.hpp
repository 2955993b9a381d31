// SPDX-License-Identifier: MIT
// Owns how each construct of the language is laid out: it reads the tree and marks the tokens of the sheet. What it
// does not know of flows on one line; a new construct adds one function.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/sheet.hpp"

namespace eligo::grammar {

class Marks {
 public:
  Marks(const Ast& ast, Sheet& sheet) : ast_(ast), sheet_(sheet) {}
  void all();

 private:
  // One for each declaration (marks.cpp).
  void mark(const RulesetDecl& d);
  void mark(const SourceDecl& d);
  void mark(const UseDecl& d);
  void mark(const TableDecl& d);
  void mark(const EnumDecl& d);
  void mark(const GroupDecl& d);
  void mark(const FactDecl& d);
  void mark(const RecordDecl& d);
  void mark(const RuleDecl& d);
  void mark(const ValueDecl& d);
  void mark(const DecisionDecl& d);
  void mark(const AmendDecl& d);
  void mark(const TestsFromDecl& d);
  void mark(const PresumeDecl& d);
  void mark(const TestDecl& d);
  void mark(const TextsDecl& d);

  // What declarations share (marks_lines.cpp).
  void type(const TypeExpr& t);
  void versions(const std::vector<Version>& all);
  void exceptions(const std::vector<Line>& all);
  std::size_t named(Span name, TextId label, std::uint32_t table);
  void head(const Line& line, std::uint32_t table);
  void tail(const Line& line);
  void body(std::size_t colon, ExprId condition);
  void part_before(TextId text, std::size_t words);
  void cites(const std::vector<Citation>& all);
  void items(const std::vector<Span>& all, bool keep = false);
  void given(const Given& g);
  void one_name(Span span);

  // Expressions (marks_expressions.cpp).
  void expression(ExprId root);
  void node(const Expr& e);
  void members(const Expr& e, std::size_t first, std::size_t last);
  void operands(const Expr& e, std::size_t first, std::size_t last);
  void junctions(const Expr& e, std::string_view word);
  void cases(ExprId id, std::uint32_t deeper);
  void inline_cases(const Expr& e);
  [[nodiscard]] std::size_t word_after(ExprId child, std::string_view word) const;
  [[nodiscard]] std::size_t text(TextId id) const;
  [[nodiscard]] bool starts_row_of_cases(ExprId id) const;

  const Ast& ast_;
  Sheet& sheet_;
  ExprId in_rows_ = 0;  // the cases that stand in rows, one below the other
};

}  // namespace eligo::grammar
