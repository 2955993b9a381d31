// SPDX-License-Identifier: MIT
// Owns the types of what is calculated: numbers, money, days (language reference, 2.8 and 2.9).
#include <algorithm>

#include "interpreter/check/typing.hpp"

namespace eligo::check {

using grammar::ExprKind;
using grammar::Op;
using types::Base;

namespace {

constexpr Type whole{Base::whole, false, 0};
constexpr Type decimal{Base::decimal, false, 0};
constexpr Type money{Base::money, false, 0};
constexpr Type date{Base::date, false, 0};

bool is_factor(Type type) {
  return type.base == Base::whole || type.base == Base::decimal;
}
Type wider(Type a, Type b) {
  return a.base == Base::decimal || b.base == Base::decimal ? decimal : whole;
}

}  // namespace

text::Diagnostic& Typing::wrong_operator(ExprId e, const std::string& message) {
  fail(e);
  return c_.say(Code::type_operator, node(e).span, message);
}

// A number that can be calculated with, or an open one. Anything else is told, but for errors.
bool Typing::calculable(ExprId e) {
  if (is_open(e) && !is_number(open_[e]) && open_[e] != Open::dotted) settle(e);
  if (is_error(e)) return false;
  if (is_number(open_[e])) return true;
  const Type found = is_open(e) ? Type{Base::version, false, 0} : type(e);
  if (found.is_number() && !found.or_none) return true;
  if (found.is_number()) {
    cannot_be_calculated_with(e);
    return false;
  }
  auto& d = c_.say(Code::type_operator, node(e).span,
                   "expected a number, but " + quote(e) + " is " + c_.words(found));
  if (found == Type{Base::yes_or_no, false, 0})
    d.help.push_back("a line begins without a dash; what is not so is asked with `not " +
                     std::string(c_.sources.view(node(e).span)) + "`");
  return false;
}

void Typing::infer_negate(ExprId e) {
  const ExprId a = c_.ast.child(node(e), 0);
  if (open_[a] == Open::dotted) return set_open(e, Open::dotted);
  if (!calculable(a)) return fail(e);
  if (is_open(a))
    set_open(e, open_[a]);
  else
    set(e, type(a));
}

void Typing::infer_arithmetic(ExprId e) {
  const grammar::Expr& x = node(e);
  const ExprId a = c_.ast.child(x, 0), b = c_.ast.child(x, 1);
  const bool is_sum = x.op == Op::add || x.op == Op::subtract;
  const bool dates = is_sum && !is_open(a) && type(a).base == Base::date;
  if (dates && !is_error(b)) return date_without_unit(e, a, b);
  const bool left = calculable(a), right = calculable(b);
  if (x.op == Op::divide && !rounded_[e]) {
    auto& d = c_.say(Code::type_rounding, x.span, "a division needs to say how it is rounded");
    const std::string rounded = std::string(c_.sources.view(x.span)) + " rounded down to 0.01";
    d.help.push_back(is_factor_of_product(e) ? "write `(" + rounded + ")`, or divide once, at the end"
                                             : "write `" + rounded + "`, or multiply the other side");
    fit(a, Type{});
    fit(b, Type{});
    return fail(e);
  }
  if (!left || !right) {
    fit(a, Type{});
    fit(b, Type{});
    fail(e);
  } else if (is_open(a) && is_open(b)) {
    set_open(e, both(open_[a], open_[b]));
  } else if (is_sum) {
    add(e, a, b);
  } else if (x.op == Op::multiply) {
    multiply(e, a, b);
  } else {
    divide(e, a, b);
  }
}

// `id.expires - today`, `today + 30`: what is offered is right only where neither may be none.
void Typing::date_without_unit(ExprId e, ExprId a, ExprId b) {
  const bool is_literal = is_open(b) && is_number(open_[b]);
  const bool is_count = is_literal ? open_[b] == Open::whole : settle(b).base == Base::whole;
  const ExprId none = type(a).or_none ? a : (!is_literal && type(b).or_none ? b : 0);
  if (is_literal) fit(b, Type{});
  const bool is_date = !is_literal && type(b).base == Base::date;
  if (none != 0 && (is_date || is_count)) {
    fail(e);
    cannot_be_calculated_with(none);
  } else if (is_date) {
    wrong_operator(e, "two dates cannot be added or subtracted")
        .help.push_back("write `days from " + std::string(c_.sources.view(node(b).span)) + " to " +
                        std::string(c_.sources.view(node(a).span)) + "`");
  } else if (is_count) {
    wrong_operator(e, "a date and a number without a unit")
        .help.push_back("say the unit: `" + std::string(c_.sources.view(node(e).span)) + " days`");
  } else {
    fail(e);
    if (is_literal || !is_error(b))
      c_.say(Code::type_operator, node(b).span,
             "expected a whole number of days" + (is_literal ? ", found " + quote(b) : ", but " + saying(b)));
  }
}

// `a / b` of `a / b / c`: `rounded` behind it would take the rest of the product too.
bool Typing::is_factor_of_product(ExprId e) const {
  return std::any_of(order_.begin(), order_.end(), [&](ExprId other) {
    const grammar::Expr& x = node(other);
    return x.kind == ExprKind::arithmetic && (x.op == Op::multiply || x.op == Op::divide) && x.count == 2 &&
           (c_.ast.child(x, 0) == e || c_.ast.child(x, 1) == e);
  });
}

void Typing::add(ExprId e, ExprId a, ExprId b) {
  if (is_open(a) || is_open(b)) {
    const ExprId open = is_open(a) ? a : b;
    const Type other = type(is_open(a) ? b : a);
    const Type due = other.base == Base::whole && open_[open] == Open::point ? decimal : other;
    fit(open, due);
    return set(e, due);
  }
  if (type(a).base == type(b).base) return set(e, type(a));
  if (is_factor(type(a)) && is_factor(type(b))) return set(e, decimal);
  auto& d = wrong_operator(e, saying(a) + ", " + saying(b) + ": they cannot be added or subtracted");
  d.help.push_back("money is added to money; multiply a number by an amount to get one");
  name_the_amount(d, type(a).base == Base::money ? b : a);
}

void Typing::multiply(ExprId e, ExprId a, ExprId b) {
  if (is_open(a) || is_open(b)) {
    const ExprId open = is_open(a) ? a : b;
    const Type other = type(is_open(a) ? b : a);
    if (other.base == Base::decimal)
      fit(open, decimal);
    else
      settle(open);
    return set(e, other.base == Base::money ? money : wider(other, type(open)));
  }
  const bool first = type(a).base == Base::money, second = type(b).base == Base::money;
  if (!first && !second) return set(e, wider(type(a), type(b)));
  if (first != second) return set(e, money);
  wrong_operator(e, "two amounts of money cannot be multiplied")
      .help.push_back("multiply an amount by a number");
}

void Typing::divide(ExprId e, ExprId a, ExprId b) {
  if (is_open(a)) {
    const Type other = type(b);
    fit(a, other.base == Base::whole && open_[a] == Open::point ? decimal : other);
  } else if (is_open(b)) {
    if (type(a).base == Base::decimal)
      fit(b, decimal);
    else
      settle(b);  // an amount is divided by a number
  }
  const bool first = type(a).base == Base::money, second = type(b).base == Base::money;
  if (first && second) return set(e, decimal);
  if (first) return set(e, money);
  if (!second) return set(e, wider(type(a), type(b)));
  wrong_operator(e, "a number cannot be divided by an amount of money")
      .help.push_back("divide an amount by an amount, or by a number");
}

// `190.28 * n` where an amount is due: beside a number a literal is a number too. Only a name makes it an amount.
void Typing::name_the_amount(text::Diagnostic& d, ExprId e) {
  std::vector<ExprId> left = {e};
  while (!left.empty()) {
    const ExprId next = left.back();
    left.pop_back();
    const grammar::Expr& x = node(next);
    if (next == 0 || !is_factor(type(next))) continue;
    const bool product = x.kind == ExprKind::arithmetic && x.op == Op::multiply;
    for (std::uint32_t i = x.count; i > 0; --i) {
      const ExprId child = c_.ast.child(x, i - 1);
      left.push_back(child);
      if (!product || node(child).kind != ExprKind::number) continue;
      d.help.push_back(
          "a number times a number is a number: if " + quote(child) +
          " is an amount, give it a name, as in `value amount : money`, and write the name here");
      return;
    }
  }
}

void Typing::infer_shift(ExprId e) {
  const grammar::Expr& x = node(e);
  const ExprId a = c_.ast.child(x, 0), b = c_.ast.child(x, 1);
  fit(b, whole);
  const Type left = is_open(a) ? settle(a) : type(a);
  set(e, date);
  if (x.unit != grammar::Unit::days) months_need_rule(e);
  if (!is_error(b) && (type(b).base != Base::whole || type(b).or_none)) {
    std::string_view unit = c_.sources.view({x.span.source, node(b).span.end, x.span.end});
    unit.remove_prefix(std::min(unit.find_last_of(" \t\r\n)") + 1, unit.size()));
    auto& d = c_.say(Code::type_operator, node(b).span,
                     "expected a whole number of " + std::string(unit) + ", but " + saying(b));
    if (type(b).base == Base::whole) without_none_in(d, b);
  }
  if (left.base == Base::error || (left.base == Base::date && !left.or_none)) return;
  if (left.base == Base::date) {
    c_.say(Code::type_may_be_none, node(a).span, quote(a) + " may be none: it cannot be calculated with")
        .help.push_back("compare it directly, or move the days to the other side");
  } else {
    c_.say(Code::type_operator, node(a).span, "expected a date before the days, but " + saying(a))
        .help.push_back("days, months and years are added to a date");
  }
}

void Typing::infer_between(ExprId e) {
  const grammar::Expr& x = node(e);
  set(e, whole);
  if (x.unit != grammar::Unit::days) months_need_rule(e);
  for (std::uint32_t i = 0; i < 2; ++i) need_date(c_.ast.child(x, i));
}

void Typing::need_date(ExprId side) {
  const Type found = is_open(side) ? settle(side) : type(side);
  if (found.base == Base::error || (found.base == Base::date && !found.or_none)) return;
  if (found.base == Base::date)
    cannot_be_calculated_with(side);
  else
    c_.say(Code::type_operator, node(side).span, "expected a date, but " + saying(side));
}

void Typing::months_need_rule(ExprId e) {
  if (c_.missing_days != grammar::RulesetDecl::MissingDays::unsaid) return;
  if (c_.header_decl == nowhere || c_.is_broken(c_.header_decl)) return;
  const Span span = node(e).span;
  const bool earlier = !months_at_ || std::make_pair(span.source, span.begin) <
                                          std::make_pair(months_at_->source, months_at_->begin);
  if (earlier) months_at_ = span;
}

// Said once, where months or years are first counted.
void Typing::finish() {
  if (!months_at_) return;
  auto& d = c_.say(Code::header_missing_days, *months_at_,
                   "the header does not say what becomes of days that a month does not have");
  d.labels.push_back({c_.out.ruleset_span, "the header"});
  d.help.push_back(
      "29 February and 18 years: `missing days roll forward` gives 1 March, `missing days roll back` 28 "
      "February");
  const Span at = c_.out.ruleset_label != 0 ? c_.ast.texts[c_.out.ruleset_label].span : c_.out.ruleset_span;
  for (const std::string way : {"forward", "back"})
    d.fixes.push_back(
        {"let missing days roll " + way, {{{at.source, at.end, at.end}, "\n  missing days roll " + way}}});
}

void Typing::infer_round(ExprId e) {
  const grammar::Expr& x = node(e);
  const ExprId a = c_.ast.child(x, 0), step = c_.ast.child(x, 1);
  const bool step_fits = calculable(step) && positive_step(step);
  const bool is_division = node(a).kind == ExprKind::arithmetic && node(a).op == Op::divide;
  const bool is_product = node(a).kind == ExprKind::arithmetic && node(a).op == Op::multiply;
  if (!is_division && !is_product && !is_error(a)) {
    c_.say(Code::type_rounding, node(a).span,
           "expected a product or a quotient before `rounded`, found " + quote(a))
        .help.push_back(
            "`rounded` takes what stands just before it; round a sum as in `1 * (a + b) rounded up to 1`");
    fit(a, Type{});
  }
  if (!step_fits || is_error(a)) {
    fit(step, Type{});
    fit(a, Type{});
    return fail(e);
  }
  if (is_open(a) && is_open(step)) return set_open(e, both(open_[a], open_[step]));
  if (is_open(a)) fit(a, type(step).base == Base::whole && open_[a] == Open::point ? decimal : type(step));
  Type result = type(a);
  if (result.base == Base::whole) {
    const bool decimal_step = is_open(step) ? open_[step] == Open::point : type(step).base == Base::decimal;
    if (decimal_step && is_division) result = decimal;
  }
  fit(step, result);
  if (is_error(step)) return fail(e);
  const bool widened = type(step).base == Base::whole && result.base == Base::decimal;
  if (type(step).base != result.base && !widened) {
    c_.say(Code::type_rounding, node(step).span,
           "what is rounded is " + c_.words(result) + ", but the step " + saying(step));
    return fail(e);
  }
  set(a, result);
  set(e, result);
}

bool Typing::positive_step(ExprId step) {
  const grammar::Expr& x = node(step);
  const bool is_zero = x.kind == ExprKind::number &&
                       c_.sources.view(x.span).find_first_of("123456789") == std::string_view::npos;
  if (!is_zero && x.kind != ExprKind::negate) return true;
  c_.say(Code::type_rounding, x.span, "expected a step above 0, found " + quote(step))
      .help.push_back("`rounded down to 0.01` keeps two digits after the point, `to 1` none");
  return false;
}

}  // namespace eligo::check
