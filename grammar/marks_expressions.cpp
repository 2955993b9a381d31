// SPDX-License-Identifier: MIT
// Owns where an expression may be broken: before `and`, `or`, `then`, `else`, after commas and operators.
#include "grammar/marks.hpp"
#include "grammar/walk.hpp"

namespace eligo::grammar {

void Marks::expression(ExprId root) {
  if (root == 0) return;
  visit(ast_, root, [&](ExprId id, const Expr& e) {
    if (id != in_rows_) node(e);
  });
}

void Marks::node(const Expr& e) {
  const std::size_t first = sheet_.first_of(e.span), last = sheet_.last_of(e.span);
  switch (e.kind) {
    case ExprKind::error:
    case ExprKind::number:
    case ExprKind::date:
    case ExprKind::text:
    case ExprKind::yes:
    case ExprKind::no:
    case ExprKind::none:
    case ExprKind::always:
    case ExprKind::never:
    case ExprKind::today:
    case ExprKind::name:
    case ExprKind::between:
    case ExprKind::is_none:
    case ExprKind::logical_not:
    case ExprKind::round:
      return;
    case ExprKind::negate:
    case ExprKind::call:  // `-a`, `max(`
      return sheet_.tight(sheet_.after(sheet_.first_of(e.focus)));
    case ExprKind::arithmetic:
    case ExprKind::shift:
    case ExprKind::compare:
      return operands(e, first, last);
    case ExprKind::member:
      return sheet_.list(sheet_.after(word_after(ast_.child(e, 0), "of")), last);
    case ExprKind::logical_and:
      return junctions(e, "and");
    case ExprKind::logical_or:
      return junctions(e, "or");
    case ExprKind::when:
      return inline_cases(e);
    case ExprKind::quantifier:
    case ExprKind::each:
      return members(e, first, last);
    case ExprKind::block: {
      const std::uint32_t table = sheet_.new_table();
      for (const Line& one : ast_.blocks[e.value].lines) head(one, table);
      return;
    }
  }
}

// `some x in household : C`, `x in household where W : E`: what is asked of a member may go to the next line. Lines of a
// block below are statements of their own.
void Marks::members(const Expr& e, std::size_t first, std::size_t last) {
  const std::size_t list = sheet_.last_of(ast_.bindings[e.value].list.span);
  const std::uint32_t all = sheet_.group({first, last, true, false, false, false});
  const std::size_t where = sheet_.after(list);
  if (sheet_.is(where, "where")) sheet_.break_before(where, all);
  if (e.count == 0) return;
  std::size_t colon = sheet_.first_of(ast_[ast_.child(e, e.count - 1)].span);
  while (colon != sheet_.none() && colon > list && !sheet_.is(colon, ":")) colon = sheet_.before(colon);
  if (sheet_.is(colon, ":")) sheet_.break_before(sheet_.after(colon), all);
}

// `a + b`: what stands after the operator may go to the next line.
void Marks::operands(const Expr& e, std::size_t first, std::size_t last) {
  const std::size_t right = sheet_.after(sheet_.last_of(e.focus));
  sheet_.break_before(right, sheet_.group({first, last, true, false, false, false}));
}

void Marks::junctions(const Expr& e, std::string_view word) {
  const std::uint32_t all =
      sheet_.group({sheet_.first_of(e.span), sheet_.last_of(e.span), false, false, false, false});
  for (std::uint32_t i = 0; i + 1 < e.count; ++i)
    sheet_.break_before(word_after(ast_.child(e, i), word), all);
}

std::size_t Marks::word_after(ExprId child, std::string_view word) const {
  std::size_t i = sheet_.last_of(ast_[child].span);
  while (i != sheet_.none() && !sheet_.is(i, word)) i = sheet_.after(i);
  return i;
}

// Cases that are all of a body stand in rows, one below the other.
bool Marks::starts_row_of_cases(ExprId id) const {
  return ast_[id].kind == ExprKind::when && sheet_.tokens[sheet_.first_of(ast_[id].span)].depth == 0;
}

void Marks::cases(ExprId id, std::uint32_t deeper) {
  const Expr& e = ast_[id];
  const std::uint32_t table = sheet_.new_table();
  sheet_.part(sheet_.first_of(e.span), deeper);
  for (std::uint32_t i = 1; i < e.count; i += 2) sheet_.part(word_after(ast_.child(e, i), "else"), deeper);
  for (std::uint32_t i = 0; i + 1 < e.count; i += 2) {
    const std::size_t then = word_after(ast_.child(e, i), "then");
    sheet_.stop(then, table, 1);
    sheet_.row_break(then);
  }
  in_rows_ = id;
}

void Marks::inline_cases(const Expr& e) {
  const std::uint32_t all =
      sheet_.group({sheet_.first_of(e.span), sheet_.last_of(e.span), false, false, false, false});
  for (std::uint32_t i = 0; i + 1 < e.count; ++i)
    sheet_.break_before(word_after(ast_.child(e, i), i % 2 == 0 ? "then" : "else"), all);
}

}  // namespace eligo::grammar
