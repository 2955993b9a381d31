// SPDX-License-Identifier: MIT
// Owns the tree of a rule file: what was written, with places, and nothing about types or values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "grammar/text/names.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

using text::NameId;
using text::Span;

/// Index into Ast::exprs; 0 is "no expression" (Ast::exprs[0] is always of kind `error`).
using ExprId = std::uint32_t;
/// Index into Ast::texts; 0 is "no text".
using TextId = std::uint32_t;
/// Index into Ast::blocks.
using BlockId = std::uint32_t;

/// One word. A missing one (optional, or lost to a syntax error) has id 0 and an empty span.
struct Word {
  NameId id = 0;
  Span span;
  explicit operator bool() const { return id != 0; }
};

/// Words joined by dots: `id.kind`, `department.open_since`. `joined` is the interned whole spelling.
struct Path {
  std::vector<Word> parts;
  NameId joined = 0;
  Span span;
  explicit operator bool() const { return joined != 0; }
};

/// A piece of a text: characters (escapes resolved, after NFC), or a placeholder {path}.
struct TextPiece {
  std::string characters;  // where `path` is empty
  Path path;               // where not
};

struct Text {
  Span span;  // with the quotes
  std::vector<TextPiece> pieces;
};

enum class ExprKind : std::uint8_t {
  error,   // lost to a syntax error that was reported; has every type
  number,  // span holds the digits as written: `16.10`, `80 %` (percent: op = percent), never a sign
  date,    // value = days as types::Date counts them (day 0 is 1970-01-01), stored as uint32 of the int32
  text,    // value = TextId (no placeholders allowed: checked)
  yes,
  no,
  none,
  always,  // as a condition: yes
  never,   // as a condition: no
  today,
  name,        // value = index into Ast::paths: a fact, column, enum value, group, rule or value
  negate,      // - a
  arithmetic,  // a op b: op = add, subtract, multiply, divide
  shift,       // a op b UNIT: op = add, subtract; unit = days, months, years; a is a date, b a whole
  between,     // `days|full months|full years from a to b`: unit
  round,       // a rounded (rounding) to b
  call,        // value = index into Ast::paths (one part: the function's name); children = arguments
  each,        // `x in L where C : E`, an argument of a call: value = index into Ast::bindings; children: C
               // (if there is one), E
  compare,     // a op b: op = is, is_not, less, less_equal, greater, greater_equal, starts_with
  member,      // op = is_one_of, is_not_one_of: children[0] is asked, the others are the list
  is_none,     // op = is, is_not: a
  logical_not,
  logical_and,  // two or more children
  logical_or,   // two or more children
  quantifier,   // op = some, every: value = index into Ast::bindings; children: the condition
  when,         // children: condition, result, condition, result, …, else
  block,        // value = BlockId
};

enum class Op : std::uint8_t {
  nothing,
  percent,
  add,
  subtract,
  multiply,
  divide,
  is,
  is_not,
  less,
  less_equal,
  greater,
  greater_equal,
  starts_with,
  is_one_of,
  is_not_one_of,
  some,
  every,
};
enum class Unit : std::uint8_t { nothing, days, months, years };
enum class Rounding : std::uint8_t { nothing, up, down, half_up };

/// One node. Brackets leave no node. Children are Ast::children[first .. first + count).
struct Expr {
  ExprKind kind = ExprKind::error;
  Op op = Op::nothing;
  Unit unit = Unit::nothing;
  Rounding rounding = Rounding::nothing;
  Span span;   // the whole expression, brackets around it not included
  Span focus;  // the operator or keyword that makes it what it is; for leaves the same as span
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t value = 0;  // as the kind says
};

/// `x in L`: a name for each member of a list in turn.
struct Binding {
  Word variable;
  Path list;
  Span span;
};

/// `cites SOURCE "place"`
struct Citation {
  Word source;
  TextId place = 0;
  Span span;
};

/// `[name ["label"] :] condition [otherwise "…"] [cites …]`, in a block, after `unless` or after `not covered
/// if`.
struct Line {
  Word name;  // as written; a line that is just a rule or fact takes its name in the checker
  TextId label = 0;
  ExprId condition = 0;
  TextId otherwise = 0;
  std::vector<Citation> cites;
  Span span;
};

enum class BlockKind : std::uint8_t { all_of, any_of, none_of, at_least };

struct Block {
  BlockKind kind = BlockKind::all_of;
  std::uint32_t at_least = 0;  // N of `at least N of`
  Span at_least_span;
  Span opener;  // `all of`
  std::vector<Line> lines;
  Span span;  // with its `end`
};

/// One version of a rule, value or decision: the condition or expression that holds on law days since ..
/// until, both included. Days are as types::Date counts them. A body without a day is in force from the
/// beginning.
struct Version {
  std::optional<std::int32_t> since;
  std::optional<std::int32_t> until;
  Span days;  // `since 2025-05-26 until …`; empty where no day is written
  bool not_covered = false;
  Line body;  // single conditions count as a block of one line; .name is empty for a version
};

enum class TypeKind : std::uint8_t {
  error,
  yes_or_no,
  whole,
  decimal,
  money,
  date,
  version,
  text,
  named,
  inline_enum,
  list
};

struct TypeExpr {
  TypeKind kind = TypeKind::error;
  Word name;                 // named: an enum, table or record; list: its record
  std::vector<Word> values;  // inline_enum: `one of a, b`
  bool or_none = false;
  ExprId from = 0, to = 0;    // declared range, literals
  std::uint32_t at_most = 0;  // list: the number of members that it may have
  Span at_most_span;
  Span span;
};

// -- declarations --

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

/// What one or more files say. All files of a compile are parsed into one Ast, so an id means one thing.
/// Flat: nodes are in vectors and refer to one another by index; a child's index is below its parent's.
struct Ast {
  Ast() : exprs(1), texts(1) {}

  std::vector<Expr> exprs;
  std::vector<ExprId> children;
  std::vector<Path> paths;
  std::vector<Text> texts;
  std::vector<Block> blocks;
  std::vector<Binding> bindings;
  std::vector<Decl> decls;     // in the order of files and of lines
  std::vector<Span> comments;  // `#` to the end of the line, without it
  std::vector<Span> lost;      // bytes passed over by recovery: a name that stands there is never "unknown"

  [[nodiscard]] const Expr& operator[](ExprId id) const { return exprs[id]; }
  [[nodiscard]] ExprId child(const Expr& e, std::uint32_t i) const { return children[e.first + i]; }
};

}  // namespace eligo::grammar
