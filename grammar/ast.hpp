// SPDX-License-Identifier: MIT
// Owns the tree of a rule file: what was written, with places, and nothing about types or values.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "grammar/ast_parts.hpp"

namespace eligo::grammar {

struct RulesetDecl {
  Word name;
  TextId label = 0;
  std::vector<Word> languages;  // the first is the language of the texts in the rule files
  Word currency;
  enum class MissingDays : std::uint8_t {
    unsaid,
    roll_forward,
    roll_back
  } missing_days = MissingDays::unsaid;
  Span missing_days_span;
};

struct SourceDecl {
  Word name;
  TextId title = 0, publisher = 0, url = 0;
  std::optional<std::int32_t> checked;
  Span checked_span;
};

struct UseDecl {
  TextId path = 0;
};

struct ColumnDecl {
  Word name;
  TextId label = 0;
  TypeExpr type;
  bool is_key = false;
  Span span;
};

struct TableDecl {
  Word name;
  TextId label = 0;
  TextId from = 0;                  // the CSV's path; 0 with inline rows
  std::vector<ColumnDecl> columns;  // as declared, the key among them
  Word shown_as;
  std::vector<std::vector<ExprId>> rows;  // inline rows: literals, in the order of the columns
  Span rows_span;                         // `rows`, where rows are inline
  std::vector<Citation> cites;
};

struct EnumValueDecl {
  Word name;  // `none` is a Word with its own id
  TextId label = 0;
};
struct EnumDecl {
  Word name;
  TextId label = 0;
  std::vector<EnumValueDecl> values;
};

struct GroupDecl {
  Word name;
  TextId label = 0;
  Word of;
  std::vector<Word> values;
};

/// Also a field of a record: its name has one part then.
struct FactDecl {
  Path name;
  TextId label = 0;
  TypeExpr type;
  bool is_private = false;
  TextId ask = 0;
  TextId can_change_by = 0;
  std::optional<std::uint32_t> cost;
  Span cost_span;
  std::vector<Citation> cites;
};

struct RecordDecl {
  Word name;
  TextId label = 0;
  std::vector<FactDecl> fields;
};

struct RuleDecl {
  Word name;
  TextId label = 0;
  std::vector<Citation> cites;
  std::vector<Version> versions;
  std::vector<Line> unless;
};

struct ValueDecl {
  Word name;
  TextId label = 0;
  TypeExpr type;
  std::vector<Citation> cites;
  std::vector<Version> versions;
};

struct Step {
  TextId text = 0;
  Word when;  // a rule
};

struct DecisionDecl {
  Word name;
  TextId label = 0;
  std::optional<TypeExpr> type;  // none: yes or no
  TextId yes = 0, no = 0;
  std::vector<Citation> cites;
  std::optional<Line> not_covered_if;  // its line is called `coverage`
  std::vector<Version> versions;
  std::vector<Line> unless;
  std::vector<Step> steps;
  Span steps_span;  // `steps`
};

/// `amend rule X`: versions that are added to a rule, value or decision which is declared elsewhere.
struct AmendDecl {
  enum class What : std::uint8_t { nothing, rule, value, decision } what = What::nothing;
  Span what_span;  // `rule`
  Word name;
  std::vector<Citation> cites;
  std::vector<Version> versions;  // each with a day
};

struct PresumeDecl {
  Path fact;
  ExprId value = 0;
  std::vector<Citation> cites;
};

/// What a test tells of a fact. `exactly`: a. `range`: from a to b (0: that side is absent). `one_of`:
/// children. `list`: of each member, what is told of its fields.
struct Given {
  Path fact;
  enum class Kind : std::uint8_t { exactly, range, one_of, list } kind = Kind::exactly;
  ExprId a = 0, b = 0;
  std::vector<ExprId> values;
  std::vector<std::vector<Given>> members;
  Span span;
};

/// `[rule/]line[@day]` in `because`; `line[2]` is that line as asked about the second member of a list.
struct LineRef {
  Word owner;                          // the rule or decision before the slash, if written
  Word line;                           // perhaps with dots: a line that is just a fact has its name
  std::vector<std::uint32_t> members;  // from 1; one a quantifier around the line
  std::optional<std::int32_t> since;
  Span span;
};

struct Expect {
  Word decision;
  ExprId result = 0;  // a literal or word; verdict words are names with that spelling
  std::vector<LineRef> because;
  bool has_because = false;
  std::vector<Path> needs;
  bool has_needs = false;
  Span span;
};

struct TestDecl {
  TextId title = 0;
  std::optional<std::int32_t> as_of, law_of;
  TextId everyone_in = 0;  // `given everyone in "…", but …`
  std::vector<Given> given;
  std::vector<Expect> expects;
};

/// `tests from "cases.csv"`
struct TestsFromDecl {
  TextId path = 0;
};

/// One entry of `texts LANG`: the words that say what is translated, as written, then the text (or texts of
/// `steps`).
struct TextEntry {
  Path owner;                         // `carte_vitale`, `id_kind.national_id`, `citizenship`, `activate`
  Word line;                          // after a slash; perhaps with dots
  std::optional<std::int32_t> since;  // after `@`
  enum class What : std::uint8_t { label, ask, can_change_by, yes, no, otherwise, steps } what = What::label;
  std::vector<TextId> texts;  // exactly one, but for steps
  Span span;                  // what stands before the text
};
struct TextsDecl {
  Word language;
  std::vector<TextEntry> entries;
};

using DeclBody = std::variant<RulesetDecl, SourceDecl, UseDecl, TableDecl, EnumDecl, GroupDecl, FactDecl,
                              RecordDecl, RuleDecl, ValueDecl, DecisionDecl, AmendDecl, PresumeDecl, TestDecl,
                              TestsFromDecl, TextsDecl>;

struct Decl {
  DeclBody body;
  Span span;    // the whole declaration
  Span header;  // its first word: `rule`
  bool broken =
      false;  // a syntax error inside was reported: later passes say nothing that may follow from it
};

/// What one or more files say. All files of a compile are parsed into one Ast, so an id means one thing. Refers to the bytes
/// of the sources, which must outlive it.
/// Flat: nodes are in vectors and refer to one another by index; a child's index is below its parent's.
struct Ast {
  // Made and destroyed in ast.cpp: everybody reads a tree, and the code for that is long.
  Ast();
  Ast(const Ast&);
  Ast(Ast&&);  // may throw: a deque is never without memory
  Ast& operator=(const Ast&);
  Ast& operator=(Ast&&) noexcept;
  ~Ast();

  std::vector<Expr> exprs;
  std::vector<ExprId> children;
  std::vector<Path> paths;
  std::vector<Text> texts;
  std::vector<TextPiece> pieces;
  std::deque<std::string> resolved;  // characters of texts with escapes; a deque: they never move
  std::vector<Block> blocks;
  std::vector<Binding> bindings;
  std::vector<Decl> decls;     // in the order of files and of lines
  std::vector<Span> comments;  // `#` to the end of the line, without it
  std::vector<Span> lost;      // bytes passed over by recovery: a name that stands there is never "unknown"
  /// Names that can be declared and never be used, said where they are declared: in all files nothing more is said of them.
  std::vector<std::string> refused;

  [[nodiscard]] const Expr& operator[](ExprId id) const { return exprs[id]; }
  [[nodiscard]] std::span<const TextPiece> pieces_of(TextId id) const {
    return std::span<const TextPiece>(pieces).subspan(texts[id].first, texts[id].count);
  }
  [[nodiscard]] ExprId child(const Expr& e, std::uint32_t i) const { return children[e.first + i]; }
};

}  // namespace eligo::grammar
