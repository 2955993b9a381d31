// SPDX-License-Identifier: MIT
// Owns the types of expressions: what a name stands for, which type a literal is read in, what may meet what.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/builtins/function.hpp"
#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Types one whole expression at a time, children before parents, without recursion. A node that has no type
/// of its own (a number, a word, a text, `none`, and what is calculated from numbers alone) stays *open*
/// until the other side, or the declaration, gives it one.
class Typing {
 public:
  explicit Typing(Context& c);

  /// What follows is inside the body of this rule or value (a node of Context::references), or of none.
  void set_node(Index node) { node_ = node; }
  /// A condition of a rule, decision, exception or coverage.
  void condition(ExprId root);
  /// It was told of the whole expression that it gives a value.
  [[nodiscard]] bool gives_value(ExprId root) const { return no_condition_ == root; }
  /// The same, as the whole of an exception: `line` is where it stands.
  void condition(const grammar::Line& line);
  /// An expression that must give `due`; `what` names what it is for: "the value `base`".
  void expression(ExprId root, Type due, const std::string& what);
  /// A literal of a presumption, range, row or test. Nothing where it does not fit, which was said then.
  std::optional<Value> literal(ExprId root, Type due);
  /// Says what concerns all expressions together.
  void finish();

 private:
  /// `mixed`: cases of a `when` that can never meet, such as a word and a text.
  enum class Open : std::uint8_t { no, whole, point, dotted, text, word, none, group, mixed };

  [[nodiscard]] static bool is_number(Open o) { return o == Open::whole || o == Open::point; }
  [[nodiscard]] const grammar::Expr& node(ExprId e) const { return c_.ast[e]; }
  [[nodiscard]] Type type(ExprId e) const { return c_.out.types[e]; }
  [[nodiscard]] bool is_open(ExprId e) const { return open_[e] != Open::no; }
  [[nodiscard]] bool is_error(ExprId e) const { return !is_open(e) && type(e).base == types::Base::error; }
  [[nodiscard]] std::string quote(ExprId e) const { return c_.quote(node(e).span); }
  /// "`id.expires` is a date"
  [[nodiscard]] std::string saying(ExprId e) const { return quote(e) + " is " + c_.words(type(e)); }

  void walk(ExprId root);
  void visit_child(ExprId child, Index scope);
  void infer(ExprId e);
  void set(ExprId e, Type type);
  void set_open(ExprId e, Open open) { open_[e] = open; }
  void set_constant(ExprId e, Value value);
  void fail(ExprId e) { set(e, Type{}); }

  // typing.cpp: what must be yes or no
  struct ConditionPlace {
    const grammar::Line* line = nullptr;  // the condition is the whole of it
    bool is_behind_not = false;           // without brackets
  };
  void as_condition(ExprId e) { as_condition(e, ConditionPlace{}); }
  void as_condition(ExprId e, const ConditionPlace& place);
  void infer_block(ExprId e);
  void infer_logical(ExprId e);
  void not_a_condition(ExprId e, bool is_behind_not);

  // typing_none.cpp
  [[nodiscard]] bool holds_no_text_none(std::span<const ExprId> nodes) const;
  [[nodiscard]] Type declared(ExprId e) const;
  void refuse_text_none(std::span<const ExprId> nodes);
  [[nodiscard]] std::string advice_without_none(ExprId e) const;
  void cannot_be_calculated_with(ExprId e);
  void without_none_in(text::Diagnostic& d, ExprId argument);
  void ask_yes(ExprId e, const ConditionPlace& place);

  // typing_names.cpp
  void infer_name(ExprId e);
  void use(ExprId e, const Entry& entry);
  bool column(ExprId e, const Path& path);
  bool beyond_column(ExprId e, const Path& path);
  /// What follows part `part` of the path, a column, is one too many.
  void columns_end(const Path& path, std::size_t part, const TableDef& table, Index column);
  void unknown_column(ExprId e, const Path& path, Index fact);
  void unknown(ExprId e);
  bool is_stray(const Path& path);
  /// Where a line of that name, or a member of a list, is first named; null where none is.
  [[nodiscard]] const Span* line_named(NameId name);
  [[nodiscard]] const Span* member_named(NameId name);
  void say_strays();
  bool unknown_habit(text::Diagnostic& d, ExprId e);
  bool lost_from_list(text::Diagnostic& d, ExprId e, Index of_enum) const;
  void unknown_value(ExprId e, Type due);
  void list_values(text::Diagnostic& d, Index of_enum) const;

  // typing_lists.cpp
  [[nodiscard]] Index bind(ExprId e, Index outer);
  [[nodiscard]] Index list_of(const grammar::Binding& binding);
  void name_taken(const Word& variable, Index outer);
  [[nodiscard]] Index variable(ExprId e) const;
  [[nodiscard]] std::size_t behind_comma(text::SourceId file, std::size_t at, const RecordDef& record) const;
  void infer_member(ExprId e, Index variable);
  void member_field(ExprId e, const Path& path, Index variable);
  void list_as_value(ExprId e, const Entry& list);
  void infer_each(ExprId e);
  void infer_aggregate(ExprId e, std::string_view name, builtins::Function::Takes takes,
                       const std::vector<ExprId>& arguments);
  void infer_sum(ExprId e, ExprId each);
  void infer_count(ExprId e, ExprId each);
  void count_members(ExprId root);

  // typing_open.cpp: open nodes get their type
  Type settle(ExprId e);
  bool fit(ExprId e, Type due);
  void fit_one(ExprId e, Type due);
  void fit_number(ExprId e, ExprId digits, bool negative, Type due);
  void fit_text(ExprId e, Type due);
  void fit_word(ExprId e, Type due);
  void fit_calculation(ExprId e, Type due);
  void misfit(ExprId e, Type due, const std::string& help);
  void unknown_key(ExprId e, Type due, std::string_view written);
  Open both(Open a, Open b) const { return a == Open::point || b == Open::point ? Open::point : Open::whole; }

  // typing_numbers.cpp
  void infer_negate(ExprId e);
  void infer_arithmetic(ExprId e);
  void date_without_unit(ExprId e, ExprId a, ExprId b);
  [[nodiscard]] bool is_factor_of_product(ExprId e) const;
  void add(ExprId e, ExprId a, ExprId b);
  void multiply(ExprId e, ExprId a, ExprId b);
  void divide(ExprId e, ExprId a, ExprId b);
  bool calculable(ExprId e);
  void infer_shift(ExprId e);
  void infer_between(ExprId e);
  void need_date(ExprId side);
  void infer_of_date(ExprId e, std::string_view name, const builtins::Function& function,
                     const std::vector<ExprId>& arguments);
  void infer_of_values(ExprId e, std::string_view name, const std::vector<ExprId>& arguments);
  void months_need_rule(ExprId e);
  void infer_round(ExprId e);
  bool positive_step(ExprId step);
  void infer_call(ExprId e);
  [[nodiscard]] bool takes_values(ExprId e) const;
  void unknown_function(ExprId e);
  text::Diagnostic& wrong_operator(ExprId e, const std::string& message);
  void name_the_amount(text::Diagnostic& d, ExprId e);

  // typing_compare.cpp
  void infer_compare(ExprId e);
  void infer_membership(ExprId e);
  /// What was said last is that nothing of this type is none: an enum may have lost it.
  void missed_none(Type type);
  void infer_is_none(ExprId e);
  void infer_when(ExprId e);
  void settle_cases(ExprId e);
  bool comparable(Type a, Type b) const;
  bool not_bare_always(ExprId e);
  [[nodiscard]] bool may_be_yes_or_no(ExprId e) const;  // or nothing says yet what it is
  /// The one type of several nodes. Where all are open: error with `open` set; where two differ (said, ending
  /// in `complaint`) or one is in error: error.
  struct United {
    Type type;
    Open open = Open::no;
  };
  United unite(std::span<const ExprId> nodes, bool widen, std::string_view complaint);
  Open unite_open(std::span<const ExprId> nodes) const;
  void fit_all(std::span<const ExprId> nodes, Type due);

  Context& c_;
  ExprId no_condition_ = grammar::ExprId(-1);  // the last one of which it was told
  std::vector<Open> open_;                     // by expression
  std::vector<bool> rounded_;                  // by expression: stands directly inside `rounded`
  std::vector<bool>
      instead_of_comma_;  // by expression: all that stands in the brackets of `max`: `max(a and b)`
  std::vector<ExprId> order_;
  std::vector<std::pair<ExprId, Type>> todo_;
  std::vector<std::uint64_t> asked_;  // by expression, where there are lists: nodes that it stands for
  std::uint64_t asked_in_all_ = 0;
  Index node_ = nowhere;
  struct Stray {
    NameId member = 0;
    Path path;   // the first that begins with it
    Span bound;  // where it is a member
  };
  using NamedAt = std::unordered_map<NameId, Span>;
  std::optional<NamedAt> lines_, members_;  // made when they are first asked: most texts need none
  std::vector<Stray> strays_;               // of one body
  std::set<std::pair<text::SourceId, std::uint32_t>> fields_behind_comma_;  // `m,role`: said at the comma
  std::optional<Span> months_at_;  // the first place that needs the header's `missing days`
};

}  // namespace eligo::check
