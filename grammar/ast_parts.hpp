// SPDX-License-Identifier: MIT
// Owns the parts that declarations are made of: words, texts, expressions, lines, blocks, versions and types.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
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
/// Index into Ast::paths; 0 is "no path".
using PathId = std::uint32_t;
/// Index into Ast::blocks.
using BlockId = std::uint32_t;

/// One word. A missing one (optional, or lost to a syntax error) has id 0 and an empty span.
struct Word {
  NameId id = 0;
  Span span;
  explicit operator bool() const { return id != 0; }
};

/// Words joined by dots: `id.kind`, `department.open_since`. It is a word itself: the whole spelling. Most are one word and
/// nothing else.
struct Path : Word {
  std::vector<Word> dotted;  // its words, where it has several
  [[nodiscard]] std::span<const Word> parts() const {
    return dotted.empty() ? std::span<const Word>(static_cast<const Word*>(this), 1)
                          : std::span<const Word>(dotted);
  }
};

/// A piece of a text: characters (escapes resolved, after NFC), or a placeholder {path}.
struct TextPiece {
  std::string_view characters;  // where `path` is 0; of the source, or of Ast::resolved
  PathId path = 0;              // where not
};

/// Its pieces are Ast::pieces[first .. first + count).
struct Text {
  Span span;  // with the quotes
  std::uint32_t first = 0, count = 0;
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

}  // namespace eligo::grammar
