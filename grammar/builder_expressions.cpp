// SPDX-License-Identifier: MIT
// Owns how operands and operators become expressions, and blocks.
#include <utility>

#include "grammar/builder.hpp"
#include "grammar/days.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

ExprId Builder::add(const Expr& e) {
  if (ast.exprs.size() > limits.nodes)
    stop(Code::limit_nodes, first + e.span.begin, first + e.span.end,
         "expected at most " + std::to_string(limits.nodes) + " expressions, found more (limit `nodes`)");
  ast.exprs.push_back(e);
  return static_cast<ExprId>(ast.exprs.size() - 1);
}

ExprId Builder::add(ExprKind kind, Span s, Span focus, std::span<const ExprId> children) {
  Expr e;
  e.kind = kind;
  e.span = s;
  e.focus = focus;
  e.first = static_cast<std::uint32_t>(ast.children.size());
  e.count = static_cast<std::uint32_t>(children.size());
  ast.children.insert(ast.children.end(), children.begin(), children.end());
  return add(e);
}

// -- leaves --

void Builder::push(ExprKind kind, Span s) {
  Expr e;
  e.kind = kind;
  e.span = e.focus = s;
  operands_.push(add(e));
}

void Builder::push_name(Span s) {
  const PathId made = add_path(s);
  push(ExprKind::name, s);
  ast.exprs.back().value = made;
}

void Builder::push_text(Span s) {
  const TextId made = make_text(s);
  push(ExprKind::text, s);
  ast.exprs.back().value = made;
}

void Builder::push_date(Span s) {
  set_day(s);
  const auto made = take_day();
  push(made ? ExprKind::date : ExprKind::error, s);
  if (made) ast.exprs.back().value = static_cast<std::uint32_t>(*made);
}

void Builder::push_number(Span s) {
  push(ExprKind::number, s);
  if (first[s.end - 1] == '%') ast.exprs.back().op = Op::percent;
}

void Builder::push_error(const char* p) {
  push(ExprKind::error, span(p, p));
}

void Builder::push_foreign_value(const char* b, const char* e) {
  const Foreign* f = is_name_begin(*b) ? foreign_word(word_at(b)) : nullptr;
  push(f == nullptr       ? ExprKind::error
       : f->ours == "yes" ? ExprKind::yes
       : f->ours == "no"  ? ExprKind::no
                          : ExprKind::none,
       span(b, e));
}

// -- operators --

void Builder::push_junction(bool is_or, const char* b, const char* e) {
  ops_.push({Op::nothing, Unit::nothing, Rounding::nothing, is_or, span(b, e)});
}

void Builder::set_foreign_op(Span s) {
  const string_view ours = foreign_symbol({first + s.begin, s.size()})->ours;
  push_op(ours == "<="   ? Op::less_equal
          : ours == ">=" ? Op::greater_equal
          : ours == "is" ? Op::is
                         : Op::is_not,
          s);
}

void Builder::negate_op() {
  ops_.back().op = Op::is_not;
}

void Builder::set_member() {
  ops_.back().op = ops_.back().op == Op::is_not ? Op::is_not_one_of : Op::is_one_of;
}

void Builder::set_is_none() {
  operands_.pop();  // the node of `none` itself
  ops_.back().other = true;
}

void Builder::set_unit(Unit unit) {
  ops_.back().unit = unit;
}

ExprId Builder::pop(const Mark& m) {
  if (operands_.size() <= m.operands) return 0;
  const ExprId id = operands_.back();
  operands_.cut(m.operands);
  return id;
}

void Builder::finish_bracket(const Mark& m, const char*) {
  last_bracket_ = operands_.size() > m.operands ? operands_.back() : 0;
}

void Builder::finish_signed(const Mark& m, const char* e) {
  if (minuses_.size() == m.minuses || operands_.size() <= m.operands) return;
  if (minuses_.size() - m.minuses + depth > limits.nesting) {
    const Span deep = minuses_[m.minuses];
    stop(Code::limit_nesting, first + deep.begin, first + deep.end,
         "expected at most " + std::to_string(limits.nesting) +
             " levels of brackets, blocks, cases or signs inside one another, found more (limit `nesting`)");
  }
  ExprId inner = operands_.back();
  const Span whole = trimmed_span(m.begin, e);
  while (minuses_.size() > m.minuses) {
    const Span s = minuses_.back();
    minuses_.pop();
    inner = add(ExprKind::negate, {s.source, s.begin, whole.end}, s, {&inner, 1});
  }
  operands_.back() = inner;
}

void Builder::finish_fold(const Mark& m, const char* e) {
  if (ops_.size() == m.ops) return;
  if (ops_.size() - m.ops >= limits.operands) {
    const Span s = ops_[m.ops + limits.operands - 1].span;
    stop(Code::limit_nesting, first + s.begin, first + s.end,
         "expected at most " + std::to_string(limits.operands) +
             " operands in one sum or product, found more (limit `operands`)");
  }
  ExprId left = operands_[m.operands];
  for (std::size_t i = m.ops; i < ops_.size(); ++i) {
    const Operator& op = ops_[i];
    const char* const stop_at = i + 1 < ops_.size() ? first + ops_[i + 1].span.begin : e;
    const std::size_t right = m.operands + 1 + (i - m.ops);
    const ExprId both[] = {left, right < operands_.size() ? operands_[right] : 0};
    left = add(op.unit == Unit::nothing ? ExprKind::arithmetic : ExprKind::shift,
               trimmed_span(m.begin, stop_at), op.span, both);
    ast.exprs[left].op = op.op;
    ast.exprs[left].unit = op.unit;
  }
  operands_.cut(m.operands);
  operands_.push(left);
  ops_.cut(m.ops);
}

void Builder::finish_rounding(const Mark& m, const char* e) {
  if (ops_.size() == m.ops) return;
  const Operator op = ops_.back();
  ops_.cut(m.ops);
  const ExprId both[] = {operands_[m.operands],
                         operands_.size() > m.operands + 1 ? operands_[m.operands + 1] : 0};
  operands_.cut(m.operands);
  operands_.push(add(ExprKind::round, trimmed_span(m.begin, e), op.span, both));
  ast.exprs.back().rounding = op.rounding;
}

void Builder::finish_between(const Mark& m, const char* e) {
  const Operator op = ops_.back();
  ops_.cut(m.ops);
  const ExprId both[] = {operands_.size() > m.operands ? operands_[m.operands] : 0,
                         operands_.size() > m.operands + 1 ? operands_[m.operands + 1] : 0};
  operands_.cut(m.operands);
  operands_.push(
      add(ExprKind::between, trimmed_span(m.begin, e), trimmed_span(m.begin, first + op.span.end), both));
  ast.exprs.back().unit = op.unit;
}

void Builder::finish_call(const Mark& m, const char* e) {
  // m stands before the arguments; below it is the name.
  const ExprId callee = operands_[m.operands - 1];
  const Expr name = ast.exprs[callee];
  const ExprId made =
      add(ExprKind::call, trimmed_span(first + name.span.begin, e), name.span, operands_.from(m.operands));
  ast.exprs[made].value = name.value;
  operands_.cut(m.operands);
  operands_.back() = made;
}

// -- lists --

void Builder::begin_binding(Span s) {
  bindings_.push({});
  const std::size_t letters = word_at(first + s.begin).size();
  bindings_.back().span = span(first + s.begin, first + s.begin + letters);
  if (letters == 0) return;
  refuse_name(first + s.begin);
  bindings_.back().variable = word(bindings_.back().span);
}

void Builder::bind_list(Span s) {
  const char* const e = trimmed(first + s.end);
  if (e <= first + s.begin) return;
  bindings_.back().list = path(span(first + s.begin, e));
  bindings_.back().span = text::join(bindings_.back().span, bindings_.back().list.span);
}

// What stands on the stack above the mark is below the binding.
ExprId Builder::add_bound(ExprKind kind, const Mark& m, const char* e) {
  ast.bindings.push_back(std::move(bindings_.back()));
  bindings_.cut(m.bindings);
  const ExprId made =
      add(kind, trimmed_span(m.begin, e), ast.bindings.back().span, operands_.from(m.operands));
  ast.exprs[made].value = static_cast<std::uint32_t>(ast.bindings.size() - 1);
  operands_.cut(m.operands);
  operands_.push(made);
  return made;
}

void Builder::finish_each(const Mark& m, const char* e) {
  (void)add_bound(ExprKind::each, m, e);
}

void Builder::finish_quantifier(const Mark& m, const char* e) {
  const Operator op = ops_[m.ops];
  ops_.cut(m.ops);
  const ExprId made = add_bound(ExprKind::quantifier, m, e);
  ast.exprs[made].op = op.op;
  ast.exprs[made].focus = op.span;
}

void Builder::finish_comparison(const Mark& m, const char* e) {
  if (ops_.size() == m.ops) return;
  const Operator op = ops_[m.ops];
  const Span whole = trimmed_span(m.begin, e);
  const std::size_t count = operands_.size() - m.operands;
  ExprId made = 0;
  if (op.other) {
    made = add(ExprKind::is_none, whole, op.span, operands_.from(m.operands).first(1));
  } else if (op.op == Op::nothing) {
    made = add(ExprKind::error, whole, op.span, {});
  } else if (op.op == Op::is_one_of || op.op == Op::is_not_one_of) {
    made = add(ExprKind::member, whole, op.span, operands_.from(m.operands));
  } else {
    const ExprId both[] = {operands_[m.operands], count > 1 ? operands_[m.operands + 1] : 0};
    made = add(ExprKind::compare, whole, op.span, both);
  }
  ast.exprs[made].op = op.op;
  operands_.cut(m.operands);
  operands_.push(made);
  ops_.cut(m.ops);
}

void Builder::finish_not(const Mark& m, const char* e) {
  const ExprId inner = operands_.size() > m.operands ? operands_.back() : 0;
  const Expr& x = ast.exprs[inner];
  const Span word = span(m.begin, m.begin + (*m.begin == '!' ? 1 : 3));
  if (inner != last_bracket_ && x.kind != ExprKind::name && x.kind != ExprKind::error) {
    const bool comparison =
        x.kind == ExprKind::compare || x.kind == ExprKind::member || x.kind == ExprKind::is_none;
    said_not(m.begin, first + word.end,
             comparison ? "a name or a bracket after `not`, found a comparison"
                        : "a name or a bracket after `not`, found something else");
  }
  const Span whole = trimmed_span(m.begin, e);
  operands_.cut(m.operands);
  operands_.push(add(ExprKind::logical_not, whole, word, {&inner, 1}));
}

void Builder::finish_chain(const Mark& m, const char* e) {
  if (ops_.size() == m.ops) return;
  const bool is_or = ops_[m.ops].other;
  for (std::size_t i = m.ops + 1; i < ops_.size(); ++i) {
    if (ops_[i].other == is_or) continue;
    const Span s = ops_[i].span;
    text::Diagnostic* d =
        say_soft(Code::syntax_mixed, first + s.begin, first + s.end,
                 is_or ? "expected `or` as before, found `and`: the two are not mixed on one level"
                       : "expected `and` as before, found `or`: the two are not mixed on one level");
    if (d != nullptr) {
      d->labels.push_back({ops_[m.ops].span, is_or ? "the first `or`" : "the first `and`"});
      d->help.push_back("put brackets around one of them, or write a block: `any of … end`");
    }
    break;
  }
  const ExprId made = add(is_or ? ExprKind::logical_or : ExprKind::logical_and, trimmed_span(m.begin, e),
                          ops_[m.ops].span, operands_.from(m.operands));
  operands_.cut(m.operands);
  operands_.push(made);
  ops_.cut(m.ops);
}

void Builder::finish_cases(const Mark& m, const char* e) {
  if (operands_.size() == m.operands) return;
  // condition, result, …, else: a count that is even has lost its else.
  if ((operands_.size() - m.operands) % 2 == 0) push_error(trimmed(e));
  const ExprId made =
      add(ExprKind::when, trimmed_span(m.begin, e), span(m.begin, m.begin + 4), operands_.from(m.operands));
  operands_.cut(m.operands);
  operands_.push(made);
}

// -- blocks --

void Builder::set_at_least(Span s) {
  block_kind_ = BlockKind::at_least;
  at_least_span_ = s;
  at_least_ = number_of(s);
}

void Builder::set_meant_block(const MeantOpener& meant) {
  const string_view ours = meant.ours;
  block_kind_ = ours == "all of"    ? BlockKind::all_of
                : ours == "any of"  ? BlockKind::any_of
                : ours == "none of" ? BlockKind::none_of
                                    : BlockKind::at_least;
  at_least_ = 1;
  at_least_span_ = span(meant.begin, meant.end);
}

void Builder::begin_block() {
  Block b;
  b.kind = block_kind_;
  b.opener = span(opener_begin, opener_end);
  b.lines.reserve(4);  // as most have
  if (b.kind == BlockKind::at_least) {
    b.at_least = at_least_;
    b.at_least_span = at_least_span_;
  }
  block_kind_ = BlockKind::all_of;
  blocks_.push_back(std::move(b));
}

void Builder::finish_block(const Mark& m, const char* e) {
  Block b = std::move(blocks_.back());
  blocks_.pop_back();
  b.span = trimmed_span(first + b.opener.begin, e);
  ast.blocks.push_back(std::move(b));
  operands_.cut(m.operands);
  push(ExprKind::block, ast.blocks.back().span);
  ast.exprs.back().focus = ast.blocks.back().opener;
  ast.exprs.back().value = static_cast<std::uint32_t>(ast.blocks.size() - 1);
}

}  // namespace eligo::grammar
