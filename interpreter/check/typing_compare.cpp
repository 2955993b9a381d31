// SPDX-License-Identifier: MIT
// Owns what can be compared with what, membership, `is none`, and the one type of the cases of a `when`.
#include <algorithm>

#include "interpreter/check/typing.hpp"

namespace eligo::check {

using grammar::ExprKind;
using grammar::Op;
using types::Base;

namespace {

constexpr std::string_view one_type_of_cases = ": the cases of one `when` have one type";

}  // namespace

bool Typing::comparable(Type a, Type b) const {
  if (a.base == b.base && a.of == b.of) return true;
  return (a.base == Base::whole && b.base == Base::decimal) ||
         (a.base == Base::decimal && b.base == Base::whole);
}

Typing::Open Typing::unite_open(std::span<const ExprId> nodes) const {
  Open all = Open::none;
  for (const ExprId e : nodes) {
    const Open o = open_[e];
    if (o == Open::none || o == Open::no) continue;
    if (all == Open::none)
      all = o;
    else if (is_number(all) && is_number(o))
      all = both(all, o);
    else if ((all == Open::dotted && is_number(o)) || (o == Open::dotted && is_number(all)))
      all = Open::dotted;
    else if (all != o)
      return Open::group;  // kinds that can never meet
  }
  return all;
}

Typing::United Typing::unite(std::span<const ExprId> nodes, bool widen, std::string_view complaint) {
  ExprId first = 0;
  bool failed = false, decimal = false, none = false, point = false;
  for (const ExprId e : nodes) {
    if (e == 0 || is_error(e)) {
      failed = true;
      continue;
    }
    none = none || open_[e] == Open::none;
    point = point || open_[e] == Open::point;
    if (is_open(e)) continue;
    none = none || type(e).or_none;
    decimal = decimal || type(e).base == Base::decimal;
    if (first == 0) {
      first = e;
    } else if (!comparable(type(first), type(e))) {
      auto& d = c_.say(Code::type_mismatch, node(e).span,
                       saying(first) + ", " + saying(e) + std::string(complaint));
      d.labels.push_back({node(first).span, c_.words(type(first))});
      if (type(first).base == Base::money) name_the_amount(d, e);
      if (type(e).base == Base::money) name_the_amount(d, first);
      failed = true;
    }
  }
  if (failed) return {};
  if (first == 0) return {Type{}, unite_open(nodes)};
  Type all = type(first);
  if (decimal || (widen && point && all.base == Base::whole)) all = {Base::decimal, false, 0};
  all.or_none = none;
  return {all, Open::no};
}

bool Typing::may_be_yes_or_no(ExprId e) const {
  return e == 0 || is_open(e) || is_error(e) || type(e).base == Base::yes_or_no;
}

// `always` is a condition; compared, or given as a value, it is `yes`.
bool Typing::not_bare_always(ExprId e) {
  const ExprKind kind = node(e).kind;
  if (kind != ExprKind::always && kind != ExprKind::never) return true;
  const std::string right = kind == ExprKind::always ? "yes" : "no";
  auto& d = c_.say(Code::type_condition, node(e).span, quote(e) + " is a condition, expected a value");
  d.help.push_back("write `" + right + "`");
  d.fixes.push_back({"write `" + right + "`", {{node(e).span, right}}});
  return false;
}

void Typing::infer_compare(ExprId e) {
  const grammar::Expr& x = node(e);
  const ExprId sides[] = {c_.ast.child(x, 0), c_.ast.child(x, 1)};
  set(e, {Base::yes_or_no, false, 0});
  for (std::size_t i = 0; i < 2; ++i)
    if (sides[i] != 0 && may_be_yes_or_no(sides[1 - i]) && !not_bare_always(sides[i])) fail(sides[i]);
  const bool ordered = x.op != Op::is && x.op != Op::is_not && x.op != Op::starts_with;
  const ExprId none = node(sides[0]).kind == ExprKind::none ? sides[0] : sides[1];
  if (ordered && node(none).kind == ExprKind::none) {
    auto& d = c_.say(Code::type_order, x.span, "`none` is neither before nor after anything");
    const ExprId other = none == sides[0] ? sides[1] : sides[0];
    const bool is_never_none = other != 0 && !is_open(other) && !is_error(other) && !type(other).or_none;
    d.help.push_back(is_never_none ? quote(other) + " is never none" : "ask with `is none` or `is not none`");
    return fit_all(sides, Type{});
  }
  const United all = unite(sides, false, ": they cannot be compared");
  Type found = all.type;
  if (all.open == Open::dotted) {
    found = {Base::version, false, 0};
  } else if (is_number(all.open)) {
    found = {all.open == Open::point ? Base::decimal : Base::whole, false, 0};
  } else if (all.open != Open::no) {
    const Type a = settle(sides[0]);
    if (a.base == Base::error) return fit_all(sides, a);  // one word is blamed, not both
    if (settle(sides[1]).base != Base::error &&
        unite(sides, false, ": they cannot be compared").type.base != Base::error)
      found = a;
  }
  if (x.op == Op::starts_with && found.base != Base::error) {
    const bool is_text = found.base == Base::text;
    const bool second = is_open(sides[0]) || (is_text && !type(sides[0]).or_none);
    const ExprId culprit = sides[second ? 1 : 0];
    if (!is_text || found.or_none) {
      auto& d = c_.say(is_text ? Code::type_may_be_none : Code::type_operator, node(culprit).span,
                       is_text ? quote(culprit) + " may be none: a text test cannot ask it"
                               : "`starts with` asks a text, but " + saying(culprit));
      if (found.base == Base::key) d.help.push_back("ask a column that is a text");
      if (is_text) without_none_in(d, culprit);
      return fit_all(sides, Type{});
    }
  }
  if (ordered && found.base != Base::error && !found.is_ordered()) {
    const ExprId typed = is_open(sides[0]) ? sides[1] : sides[0];
    auto& d = c_.say(Code::type_order, x.span, saying(typed) + ", which has no order");
    d.help.push_back("ask with `is`, `is not` or `is one of`");
    return fit_all(sides, Type{});
  }
  fit_all(sides, found);
  if (found.base == Base::text && holds_no_text_none(sides)) refuse_text_none(sides);
}

void Typing::infer_membership(ExprId e) {
  const grammar::Expr& x = node(e);
  std::vector<ExprId> all;
  for (std::uint32_t i = 0; i < x.count; ++i) {
    const ExprId child = c_.ast.child(x, i);
    if (child == 0) continue;
    if (i > 0 && open_[child] == Open::group) {
      const GroupDef& group = c_.out.groups[c_.out.refs[child].index];
      const bool known = group.of != nowhere;
      set(child, known ? Type{Base::enumeration, c_.out.enums[group.of].lists_none, group.of} : Type{});
    } else if (may_be_yes_or_no(c_.ast.child(x, i == 0 ? 1 : 0)) && !not_bare_always(child)) {
      fail(child);
    }
    all.push_back(child);
  }
  set(e, {Base::yes_or_no, false, 0});
  const United united = unite(all, false, ": they cannot be compared");
  Type due = united.type;
  if (united.open == Open::dotted) {
    due = {Base::version, false, 0};
  } else if (is_number(united.open)) {
    due = {united.open == Open::point ? Base::decimal : Base::whole, false, 0};
  } else if (united.open != Open::no) {
    if (settle(all[0]).base == Base::error) return fit_all(all, Type{});
    for (const ExprId child : all) settle(child);
    return;
  }
  const bool is_asked_of_type = !all.empty() && !is_open(all[0]) && !is_error(all[0]);
  if (is_asked_of_type && due.base == Base::error)
    due = type(all[0]);  // a member that does not fit was said: the others are read
  if (is_asked_of_type) due.or_none = type(all[0]).or_none;
  fit_all(all, due);
  if (due.base == Base::text && holds_no_text_none(all)) refuse_text_none(all);
}

void Typing::missed_none(Type type) {
  if (type.base != Base::enumeration) return;
  const NameId of = c_.out.enums[type.of].name;
  if (of != 0) c_.missed(Among::values, of, "none");
}

void Typing::infer_is_none(ExprId e) {
  const ExprId a = c_.ast.child(node(e), 0);
  set(e, {Base::yes_or_no, false, 0});
  if (a == 0) return;
  const Type found = settle(a);
  if (found.base == Base::error || found.or_none || c_.may_list_none(found) || c_.misspells_none(found))
    return;
  auto& d =
      c_.say(Code::type_never_none, node(e).span, quote(a) + " is never none: it is " + c_.words(found));
  const Ref::Kind kind = c_.out.refs[a].kind;
  const bool is_declared = kind == Ref::Kind::fact || kind == Ref::Kind::value || kind == Ref::Kind::member ||
                           kind == Ref::Kind::column;
  d.help.push_back(std::string("a fact that is not told is not none") +
                   (is_declared ? "; declare it `or none` if nothing may be there" : ""));
  missed_none(found);
}

// Nothing says which type is due: the cases say one another's.
void Typing::settle_cases(ExprId e) {
  const grammar::Expr& x = node(e);
  std::vector<ExprId> results;
  for (std::uint32_t i = 1; i < x.count; i += 2) results.push_back(c_.ast.child(x, i));
  results.push_back(c_.ast.child(x, x.count - 1));
  for (const ExprId result : results) settle(result);
  unite(results, true, one_type_of_cases);
}

void Typing::infer_when(ExprId e) {
  const grammar::Expr& x = node(e);
  std::vector<ExprId> results;
  for (std::uint32_t i = 0; i + 1 < x.count; i += 2) {
    as_condition(c_.ast.child(x, i));
    results.push_back(c_.ast.child(x, i + 1));
  }
  if (x.count > 0) results.push_back(c_.ast.child(x, x.count - 1));
  for (const ExprId result : results)
    if (result != 0 && !not_bare_always(result)) fail(result);
  const United all = unite(results, true, one_type_of_cases);
  // A word here, a text or number there: the type that is due says which of them is wrong.
  if (all.open != Open::no) return set_open(e, all.open == Open::group ? Open::mixed : all.open);
  fit_all(results, all.type);
  set(e, all.type);
}

}  // namespace eligo::check
