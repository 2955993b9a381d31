// SPDX-License-Identifier: MIT
// Owns random questions about the members of lists, in the midst of other expressions and as a drill.
#include "tests/oracle/generator.hpp"

namespace eligo::oracle {

namespace {

using types::Base;

const Kind whole_number{Base::whole, 0};

bool is_number(Kind kind) {
  return kind.base == Base::whole || kind.base == Base::decimal || kind.base == Base::money;
}

}  // namespace

std::string Expressions::enter() {
  const Members& members = random_.pick(lists_);
  const std::string variable = "m" + std::to_string(scopes_.size());
  std::vector<Atom> scope;
  for (const Atom& field : members.fields)
    scope.push_back({variable + field.text, field.kind, field.or_none});
  scopes_.push_back(std::move(scope));
  return variable + " in " + members.list;
}

std::string Expressions::where(unsigned depth) {
  return random_.percent(50) ? " where " + condition(depth > 0 ? depth - 1 : 0) : "";
}

std::string Expressions::quantifier(unsigned depth) {
  std::string out = random_.percent(50) ? "(some " : "(every ";
  out += enter() + " : ";
  out += condition(depth) + ")";
  leave();
  return out;
}

// Something of an ordered type that never is none.
std::string Expressions::aggregate(Kind kind, unsigned depth) {
  if (!is_number(kind) || random_.percent(40)) return extreme_of_members(kind, depth, true);
  const bool counts = kind == whole_number && random_.percent(50);
  std::string out = (counts ? "count(" : "sum(") + enter();
  if (!counts) out += where(depth);
  out += " : " + (counts ? condition(depth) : typed(kind, depth)) + ")";
  leave();
  return out;
}

std::string Expressions::extreme_of_members(Kind kind, unsigned depth, bool mixed) {
  std::string members = enter();
  members += where(depth);
  members += " : " + typed(kind, depth);
  leave();
  const std::string name = random_.percent(50) ? "max(" : "min(";
  if (!mixed) return name + members + ")";
  const std::string other = operand(kind, 0);
  return name + (random_.percent(50) ? members + ", " + other : other + ", " + members) + ")";
}

// -- few answers
// ------------------------------------------------------------------------------------------------------

std::string Expressions::few_asked() {
  std::vector<const Atom*> few;
  for (const Atom& a : scopes_.back()) {
    if (a.kind.base == Base::yes_or_no || a.kind.base == Base::enumeration) few.push_back(&a);
  }
  const Atom& asked = *random_.pick(few);
  if (asked.kind.base == Base::yes_or_no && !asked.or_none && random_.percent(40)) return asked.text;
  return "(" + asked.text + (random_.percent(50) ? " is " : " is not ") + literal(asked.kind) + ")";
}

std::string Expressions::few_members() {
  static const std::vector<std::string> bounds{" >= 1)", " < 2)", " is 1)", " is not 0)", " > 1)", " <= 0)"};
  static const std::vector<std::string> quantifiers{"(some ", "(every "};
  const std::size_t way = random_.below(5);
  const std::string members = enter();
  std::string out;
  if (way < 2) {
    out = random_.pick(quantifiers) + members + " : " + few_asked() + ")";
  } else if (way == 2) {
    out = "(count(" + members + " : " + few_asked() + ")" + random_.pick(bounds);
  } else if (way == 3) {
    static const std::vector<std::string> functions{"(sum(", "(max(", "(min("};
    out = random_.pick(functions) + members + " where " + few_asked() + " : ";
    out += "when " + few_asked() + " then 1 else 2)" + random_.pick(bounds);
  } else {
    out = random_.pick(quantifiers) + members + " : ";
    out += random_.pick(quantifiers).substr(1) + enter() + " : (m0.p0 is m1.p0))";
    leave();
  }
  leave();
  return out;
}

// -- the drill
// ------------------------------------------------------------------------------------------------------

std::string Expressions::drill_comparison(Kind kind, const std::string& left) {
  static const std::vector<std::string> orders{" < ", " <= ", " > ", " >= ", " is ", " is not "};
  const std::string order = random_.pick(orders);
  if (random_.percent(25)) return "(" + literal(kind) + order + left + ")";
  return "(" + left + order + literal(kind) + ")";
}

// One comparison of a field of any type.
std::string Expressions::drill_asked() {
  const Kind kind = random_.pick(scopes_.back()).kind;
  const std::string left = drill_operand(kind);
  return "(" + left + (random_.percent(50) ? " is " : " is not ") + literal(kind) + ")";
}

std::string Expressions::drill_members() {
  static const std::vector<Kind> numbers{whole_number, {Base::decimal, 0}, {Base::money, 0}};
  static const std::vector<Kind> ordered{
      whole_number, {Base::decimal, 0}, {Base::money, 0}, {Base::date, 0}, {Base::version, 0}};
  const std::size_t way = random_.below(14);
  const std::string members = enter();
  const std::string where = random_.percent(50) ? " where " + drill_asked() : "";
  std::string out;
  if (way < 2) {
    out = "(" + std::string(way == 0 ? "some " : "every ") + members + " : " + drill_asked() + ")";
  } else if (way < 4) {
    out = drill_comparison(whole_number, "count(" + members + " : " + drill_asked() + ")");
  } else if (way < 6) {
    const Kind kind = random_.pick(numbers);
    out = drill_comparison(kind, "sum(" + members + where + " : " + drill_operand(kind) + ")");
  } else {
    const Kind kind = random_.pick(ordered);
    const std::string name = random_.percent(50) ? "max(" : "min(";
    const std::string mixed = way < 10 ? "" : ", " + literal(kind);
    out = drill_comparison(kind, name + members + where + " : " + drill_operand(kind) + mixed + ")");
  }
  leave();
  return out;
}

}  // namespace eligo::oracle
