// SPDX-License-Identifier: MIT
// Owns the tree while it grows: stacks of what has been read and not yet been placed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/scan.hpp"
#include "grammar/text/names.hpp"

namespace eligo::grammar {

/// A vector that is cut back again and again, and asked for its size more often.
template <typename T>
class Stack {
 public:
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  void push(T made) {
    items_.push_back(std::move(made));
    ++size_;
  }
  void pop() { cut(size_ - 1); }
  /// To what it held when it was of that size.
  void cut(std::uint32_t size) {
    if (size == size_) return;
    items_.resize(size);
    size_ = size;
  }
  [[nodiscard]] T& back() { return items_.back(); }
  [[nodiscard]] T& operator[](std::size_t i) { return items_[i]; }
  /// Those above the mark.
  [[nodiscard]] std::span<const T> from(std::uint32_t mark) const {
    return std::span<const T>(items_).subspan(mark);
  }

 private:
  std::vector<T> items_;
  std::uint32_t size_ = 0;
};

/// Where a production began: what it leaves on the stacks above is its own.
struct Mark {
  const char* begin = nullptr;
  std::uint32_t operands = 0;
  std::uint32_t ops = 0;
  std::uint32_t minuses = 0;
  std::uint32_t cites = 0;
  std::uint32_t bindings = 0;
  std::uint32_t givens = 0;

  friend bool operator==(const Mark& a, const Mark& b) {
    return a.begin == b.begin && a.operands == b.operands && a.ops == b.ops && a.minuses == b.minuses &&
           a.cites == b.cites && a.bindings == b.bindings && a.givens == b.givens;
  }
};

class Builder : public Scan {
 public:
  Builder(const text::SourceSet& sources, text::SourceId id, text::Names& all_names, const Limits& all_limits,
          Ast& into)
      : Scan(sources, id, all_limits), names(all_names), ast(into) {
    reserve(sources.bytes(id).size());
  }

  text::Names& names;
  Ast& ast;

  [[nodiscard]] Mark mark(const char* p) const {
    return {
        p, operands_.size(), ops_.size(), minuses_.size(), cites_.size(), bindings_.size(), givens_.size()};
  }
  /// Mostly nothing has been put there since: then nothing is done.
  void undo(const Mark& m) {
    if (!(mark(m.begin) == m)) cut_back(m);
  }
  [[nodiscard]] Span trimmed_span(const char* b, const char* e) const { return span(b, trimmed(e)); }

  // -- leaves --
  [[nodiscard]] Word word(Span s);
  [[nodiscard]] Path path(Span s);
  /// A dotted name as one word: the name of a line that is just a fact.
  [[nodiscard]] Word joined(Span s) { return {path(s).id, s}; }
  void set_word(Span s) { word_ = word(s); }
  void set_path(Span s) { path_ = path(s); }
  void set_day(Span s);
  void set_text(Span s) { text_ = make_text(s); }
  void set_other_text(const char* p);
  [[nodiscard]] Word take_word();
  [[nodiscard]] Path take_path();
  [[nodiscard]] TextId take_text();
  [[nodiscard]] std::optional<std::int32_t> take_day();
  Span day_span;

  // -- expressions --
  void push(ExprKind kind, Span s);
  void push_name(Span s);
  void push_text(Span s);
  void push_date(Span s);
  void push_number(Span s);
  void push_error(const char* p);
  void push_foreign_value(const char* b, const char* e);
  void push_junction(bool is_or, const char* b, const char* e);
  void push_op(Op op, Span s) { ops_.push({op, Unit::nothing, Rounding::nothing, false, s}); }
  void set_foreign_op(Span s);
  void negate_op();
  void set_member();
  void set_is_none();
  void set_unit(Unit unit);
  void set_rounding(Rounding way) { ops_.back().rounding = way; }
  void push_minus(Span s) { minuses_.push(s); }
  [[nodiscard]] ExprId pop(const Mark& m);
  [[nodiscard]] bool has_operators(const Mark& m) const {
    return ops_.size() != m.ops || minuses_.size() != m.minuses;
  }

  void finish_bracket(const Mark& m, const char* e);
  void finish_signed(const Mark& m, const char* e);
  void finish_fold(const Mark& m, const char* e);  // sum and product
  void finish_rounding(const Mark& m, const char* e);
  void finish_between(const Mark& m, const char* e);
  void finish_call(const Mark& m, const char* e);
  void begin_binding(Span s);
  void bind_list(Span s);
  void finish_each(const Mark& m, const char* e);
  void finish_quantifier(const Mark& m, const char* e);
  void finish_comparison(const Mark& m, const char* e);
  void finish_not(const Mark& m, const char* e);
  void finish_chain(const Mark& m, const char* e);
  void finish_cases(const Mark& m, const char* e);

  // -- blocks and lines --
  void set_block(BlockKind kind) { block_kind_ = kind; }
  void set_at_least(Span s);
  void set_meant_block(const MeantOpener& meant);
  void begin_block();
  void finish_block(const Mark& m, const char* e);
  void begin_line() { lines_.emplace_back(); }
  void set_line_name(Span s) { lines_.back().name = word(s); }
  void set_line_label() { lines_.back().label = take_text(); }
  void set_otherwise() { lines_.back().otherwise = take_text(); }
  [[nodiscard]] Line finish_line(const Mark& m, const char* e);
  void finish_citation(const Mark& m, const char* e);
  [[nodiscard]] std::vector<Citation> take_cites(const Mark& m);

  // -- types --
  TypeExpr type;
  bool has_type = false;
  void begin_type();
  void finish_type(const Mark& m, const char* e);
  void set_list_record(Span s);
  void set_at_most_members(Span s);

  // -- declarations --
  Decl decl;
  bool in_declaration = false;
  template <typename T>
  [[nodiscard]] T& as() {
    return std::get<T>(decl.body);
  }
  template <typename T>
  void begin_decl() {
    begin_decl();
    decl.body.emplace<T>();
  }
  void finish_decl(const Mark& m, const char* e);
  void leave_declaration();  // where a limit was passed
  [[nodiscard]] bool broken() const { return errors() != errors_before_; }
  /// Puts a text into its place; a second one is reported. `what`: "`yes`".
  void once(TextId& place, TextId made, std::string_view what);
  /// The same; where the first line of a fact is lost, its parts stand a second time below the fact before it: told once.
  void part_of_fact(TextId& place, TextId made, std::string_view what);
  /// Where a part begins that stands once; a second one is reported.
  void set_once(Span& place, Span s, std::string_view what);
  text::Diagnostic* twice(Span second, Span first_one, std::string_view what);
  void add_version(Version v);
  void days_below(const Version& old, const Version& v);
  void set_amended(AmendDecl::What what, Span s);
  [[nodiscard]] bool amends_without_day(const Version& v);
  void add_line(Line line);
  void add_unless(Line line);
  void add_coverage(Line line);
  void add_cites();
  void set_decl_name(Span s);
  /// The name of a value: one that can be used, or said to be none.
  [[nodiscard]] Word usable_word(Span s);
  void add_inline_value();
  void set_scalar(TypeKind kind, std::string_view word);
  void set_decl_label();
  void add_language(Span s);
  void set_currency(Span s);
  void set_missing_days(Span s);
  void set_checked();
  void begin_column() { column = ColumnDecl{}; }
  void finish_column(const Mark& m, const char* e);
  void set_shown(Span s);
  void add_row(const Mark& m);
  void add_enum_value();
  void set_group_of(Span s);
  void set_cost(Span s);
  /// The fact that is read, or the field of a record.
  [[nodiscard]] FactDecl& fact();
  void begin_field();
  void finish_field(const Mark& m);
  void set_step_when(Span s);
  void set_presumed(Span s);
  [[nodiscard]] Given& given() { return givens_.back(); }
  void begin_given() { givens_.push({}); }
  void add_given(const Mark& m, const char* e);
  void add_line_ref(const Mark& m, const char* e);
  void add_ref_member(Span s);
  void set_expected_decision(Span s);
  void add_expectation(const Mark& m, const char* e);
  void set_texts_language(Span s);
  void end_entry_words(Span s);
  void add_entry_step();
  void add_entry();
  Version version;  // its days; the body is its line
  void finish_version(const Mark& m, const char* e);
  ColumnDecl column;
  EnumValueDecl enum_value;
  LineRef line_ref;
  Expect expectation;
  TextEntry entry;

 private:
  struct Operator {
    Op op = Op::nothing;
    Unit unit = Unit::nothing;
    Rounding rounding = Rounding::nothing;
    bool other = false;  // in a chain: `or`; in a comparison: `is none`
    Span span;
  };
  void reserve(std::size_t bytes);
  void cut_back(const Mark& m);
  ExprId add(const Expr& e);
  ExprId add(ExprKind kind, Span s, Span focus, std::span<const ExprId> children);
  void begin_decl();
  void finish_body(const char* e);
  [[nodiscard]] bool condition_for_type();
  [[nodiscard]] ExprId add_bound(ExprKind kind, const Mark& m, const char* e);
  [[nodiscard]] std::uint32_t number_of(Span s) const;
  [[nodiscard]] TextId make_text(Span s);
  [[nodiscard]] PathId placeholder(const char* b, const char* e);
  PathId add_path(Span s);
  void add_piece(const char* b, const char* e, std::string& resolved);

  Stack<ExprId> operands_;
  Stack<Operator> ops_;
  Stack<Span> minuses_;
  Stack<Citation> cites_;
  Stack<Binding> bindings_;
  Stack<Given> givens_;  // a member of a list has some of its own
  std::vector<Line> lines_;
  std::vector<Block> blocks_;
  BlockKind block_kind_ = BlockKind::all_of;
  std::uint32_t at_least_ = 0;
  Span at_least_span_;
  ExprId last_bracket_ = 0;
  Word word_;
  Path path_;
  TextId text_ = 0;
  TextId last_doubled_ = 0;  // a part of a fact
  std::optional<std::int32_t> day_;
  std::size_t errors_before_ = 0;
};

}  // namespace eligo::grammar
