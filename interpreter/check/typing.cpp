// SPDX-License-Identifier: MIT
// Owns the walk over an expression, and what can stand where a condition is due.
#include "interpreter/check/typing.hpp"

#include "interpreter/types/nfc.hpp"

namespace eligo::check {

using grammar::ExprKind;
using types::Base;

Typing::Typing(Context& c) : c_(c) {
  const std::size_t count = c.ast.exprs.size();
  c.out.types.resize(count);
  c.out.refs.resize(count);
  c.out.constants.assign(count, nowhere);
  open_.assign(count, Open::no);
  rounded_.assign(count, false);
  instead_of_comma_.assign(count, false);
  if (c.ast.bindings.empty()) return;
  c.out.scopes.assign(count, nowhere);
  asked_.assign(count, 0);
}

void Typing::set(ExprId e, Type type) {
  c_.out.types[e] = type;
  open_[e] = Open::no;
}

void Typing::set_constant(ExprId e, Value value) {
  c_.out.constants[e] = static_cast<Index>(c_.out.constant_values.size());
  c_.out.constant_values.push_back(std::move(value));
}

void Typing::condition(ExprId root) {
  walk(root);
  as_condition(root);
}

void Typing::condition(const grammar::Line& line) {
  walk(line.condition);
  as_condition(line.condition, {&line});
}

void Typing::expression(ExprId root, Type due, const std::string& what) {
  walk(root);
  if (root == 0) return;
  if (is_open(root)) {
    fit(root, due);
    return;
  }
  const Type found = type(root);
  if (found.base == Base::error || due.base == Base::error) return;
  if (due.base == Base::yes_or_no && !not_bare_always(root)) return;
  const bool widened = found.base == Base::whole && due.base == Base::decimal;
  if (!widened && (found.base != due.base || found.of != due.of)) {
    auto& d = c_.say(Code::type_mismatch, node(root).span,
                     what + " must be " + c_.words(due) + ", but " + saying(root));
    if (due.base == Base::money) name_the_amount(d, root);
  } else if (found.or_none && !due.or_none) {
    auto& d = c_.say(Code::type_may_be_none, node(root).span,
                     what + " is never none, but " + quote(root) + " may be none");
    const std::string advice = advice_without_none(root);
    d.help.push_back("declare it `or none`" + (advice.empty() ? "" : ", or " + advice));
  }
}

std::optional<Value> Typing::literal(ExprId root, Type due) {
  if (root == 0) return std::nullopt;
  if (node(root).kind == ExprKind::name)
    set_open(root, Open::word);
  else
    walk(root);
  if (is_open(root)) {
    if (!fit(root, due)) return std::nullopt;
  } else if (type(root).base != due.base) {
    if (!is_error(root) && due.base != Base::error) misfit(root, due, "");
    return std::nullopt;
  }
  if (due.base == Base::text && due.or_none) refuse_text_none({&root, 1});
  if (is_error(root)) return std::nullopt;
  const Value* value = c_.out.constant(root);
  return value == nullptr ? std::nullopt : std::optional<Value>(*value);
}

void Typing::walk(ExprId root) {
  order_.clear();
  visit_child(root, nowhere);
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const grammar::Expr& e = node(order_[i]);
    Index scope = c_.out.scope(order_[i]);
    if (e.kind == ExprKind::quantifier || e.kind == ExprKind::each) scope = bind(order_[i], scope);
    for (std::uint32_t k = 0; k < e.count; ++k) visit_child(c_.ast.child(e, k), scope);
    if (e.kind == ExprKind::call && e.count == 1 && takes_values(order_[i]))
      instead_of_comma_[c_.ast.child(e, 0)] = true;
    if (e.kind == ExprKind::round) rounded_[c_.ast.child(e, 0)] = true;
    if (e.kind != ExprKind::block) continue;
    for (const grammar::Line& line : c_.ast.blocks[e.value].lines) visit_child(line.condition, scope);
  }
  for (std::size_t i = order_.size(); i-- > 0;) infer(order_[i]);
  say_strays();
  if (!c_.ast.bindings.empty()) count_members(root);
}

void Typing::visit_child(ExprId child, Index scope) {
  if (child == 0) return;
  order_.push_back(child);
  if (!c_.out.scopes.empty()) c_.out.scopes[child] = scope;
}

void Typing::infer(ExprId e) {
  const grammar::Expr& x = node(e);
  switch (x.kind) {
    case ExprKind::error:
      break;
    case ExprKind::number: {
      std::size_t dots = 0;
      for (const char c : c_.sources.view(x.span)) dots += c == '.';
      const bool percent = x.op == grammar::Op::percent;
      set_open(e, dots > 1 ? Open::dotted : (dots == 1 || percent ? Open::point : Open::whole));
      break;
    }
    case ExprKind::date:
      set(e, {Base::date, false, 0});
      set_constant(e, types::Date{static_cast<std::int32_t>(x.value)});
      break;
    case ExprKind::today:
      set(e, {Base::date, false, 0});
      break;
    case ExprKind::text:
      set_open(e, Open::text);
      break;
    case ExprKind::none:
      set_open(e, Open::none);
      break;
    case ExprKind::yes:
    case ExprKind::no:
    case ExprKind::always:
    case ExprKind::never:
      set(e, {Base::yes_or_no, false, 0});
      set_constant(e, x.kind == ExprKind::yes || x.kind == ExprKind::always);
      break;
    case ExprKind::name:
      infer_name(e);
      break;
    case ExprKind::negate:
      infer_negate(e);
      break;
    case ExprKind::arithmetic:
      infer_arithmetic(e);
      break;
    case ExprKind::shift:
      infer_shift(e);
      break;
    case ExprKind::between:
      infer_between(e);
      break;
    case ExprKind::round:
      infer_round(e);
      break;
    case ExprKind::call:
      infer_call(e);
      break;
    case ExprKind::compare:
      infer_compare(e);
      break;
    case ExprKind::member:
      infer_membership(e);
      break;
    case ExprKind::is_none:
      infer_is_none(e);
      break;
    case ExprKind::logical_not:
    case ExprKind::logical_and:
    case ExprKind::logical_or:
      infer_logical(e);
      break;
    case ExprKind::quantifier:
      as_condition(c_.ast.child(x, 0));
      set(e, {Base::yes_or_no, false, 0});
      break;
    case ExprKind::each:
      infer_each(e);
      break;
    case ExprKind::when:
      infer_when(e);
      break;
    case ExprKind::block:
      infer_block(e);
      break;
  }
}

void Typing::infer_logical(ExprId e) {
  const grammar::Expr& x = node(e);
  set(e, {Base::yes_or_no, false, 0});
  for (std::uint32_t i = 0; i < x.count; ++i) {
    const ExprId operand = c_.ast.child(x, i);
    if (instead_of_comma_[e] && x.kind != ExprKind::logical_not) {
      fit(operand, Type{});
      continue;
    }
    const bool is_behind_not =
        x.kind == ExprKind::logical_not && operand != 0 && x.span.end == node(operand).span.end;
    as_condition(operand, {nullptr, is_behind_not});
    if (x.kind == ExprKind::logical_not && operand != 0 && is_error(operand)) fail(e);
  }
}

void Typing::infer_block(ExprId e) {
  const grammar::Block& block = c_.ast.blocks[node(e).value];
  for (const grammar::Line& line : block.lines) as_condition(line.condition, {&line});
  set(e, {Base::yes_or_no, false, 0});
  const std::size_t lines = block.lines.size();
  if (lines == 0) {
    c_.say(Code::block_count, block.opener, "the block " + c_.quote(block.opener) + " has no lines")
        .help.push_back("write its conditions, one on a line, before `end`");
  } else if (block.kind == grammar::BlockKind::at_least && (block.at_least == 0 || block.at_least > lines)) {
    const std::string count = std::to_string(lines) + (lines == 1 ? " line" : " lines");
    c_.say(Code::block_count, block.at_least_span,
           "expected a number from 1 to " + std::to_string(lines) + ", since the block has " + count +
               ", found " + c_.quote(block.at_least_span));
  }
}

void Typing::as_condition(ExprId e, const ConditionPlace& place) {
  if (e == 0 || is_error(e)) return;
  const ExprKind kind = node(e).kind;
  if (kind == ExprKind::when || kind == ExprKind::yes || kind == ExprKind::no || is_open(e)) {
    not_a_condition(e, place.is_behind_not);
    return;
  }
  const Type found = type(e);
  if (found.base != Base::yes_or_no)
    not_a_condition(e, place.is_behind_not);
  else if (found.or_none)
    ask_yes(e, place);
}

void Typing::not_a_condition(ExprId e, bool is_behind_not) {
  const grammar::Expr& x = node(e);
  if (x.kind == ExprKind::yes || x.kind == ExprKind::no) {
    const std::string right = x.kind == ExprKind::yes ? "always" : "never";
    auto& d = c_.say(Code::type_condition, x.span, "expected a condition, found " + quote(e));
    if (std::string_view line = c_.sources.line_before(x.span);
        line.ends_with(" is yes or ") || line.ends_with(" is no or ") || line.ends_with(" is not yes or ") ||
        line.ends_with(" is not no or ")) {
      d.help.emplace_back("what is yes or no is always one of the two: ask for one, or `is none`");
      return;
    }
    d.help.push_back("a condition that always gives " + quote(e) + " is written `" + right + "`");
    d.fixes.push_back({"write `" + right + "`", {{x.span, right}}});
    return;
  }
  no_condition_ = e;
  if (x.kind == ExprKind::when) {
    settle(e);
    c_.say(Code::type_condition, x.focus, "`when` gives a value, expected a condition")
        .help.push_back("write a block: `any of` with a line for each case");
    return;
  }
  if (open_[e] == Open::word || open_[e] == Open::group) {
    settle(e);  // the word itself is the mistake
    return;
  }
  const Type found = settle(e);
  if (found.base == Base::error) return;
  auto& d = c_.say(Code::type_condition, x.span, "expected a condition, but " + saying(e));
  const std::string_view before = c_.sources.line_before(x.span);
  if ((x.kind == ExprKind::text || x.kind == ExprKind::number) && before.ends_with(" or ")) {
    const bool negated = before.find(" is not ") != std::string_view::npos;
    d.help.push_back(negated ? "several values stand behind `is not one of`, between commas"
                             : "several values stand behind `is one of`, between commas");
  }
  if (x.kind != ExprKind::name) return;
  const std::string asked = std::string(c_.sources.view(x.span)) + (found.is_ordered() ? " >= …" : " is …");
  d.help.push_back("compare it, as in `" + (is_behind_not ? "not (" + asked + ")" : asked) + "`");
}

}  // namespace eligo::check
