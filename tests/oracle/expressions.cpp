// SPDX-License-Identifier: MIT
// Owns random expressions: one way of writing for each operator, literals near what is told, and now and then
// one that no type can hold.
#include "tests/oracle/generator.hpp"

namespace eligo::oracle {

namespace {

using types::Base;

const Kind whole_kind{Base::whole, 0};
const Kind decimal_kind{Base::decimal, 0};
const Kind money_kind{Base::money, 0};
const Kind date_kind{Base::date, 0};
const Kind version_kind{Base::version, 0};
const Kind text_kind{Base::text, 0};
const Kind truth_kind{Base::yes_or_no, 0};

const std::string huge_whole = "9223372036854775807";
// 34 digits, with a point so that it is no whole beside an amount.
const std::string huge_decimal = "999999999999999999999999999999999.9";

std::string joined(const std::vector<std::string>& parts, const std::string& with) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : with) + part;
  return out;
}

}  // namespace

const std::vector<std::vector<std::string>>& enum_values() {
  static const std::vector<std::vector<std::string>> values{{"red", "green", "blue"}, {"small", "large"}};
  return values;
}

const std::vector<std::vector<std::string>>& table_keys() {
  static const std::vector<std::vector<std::string>> keys{{"\"01\"", "\"02\"", "\"k's\""}, {"1", "2"}};
  return keys;
}

Kind Expressions::any_kind() {
  static const std::vector<Kind> kinds{whole_kind,     decimal_kind,           money_kind,
                                       date_kind,      version_kind,           text_kind,
                                       truth_kind,     {Base::enumeration, 0}, {Base::enumeration, 1},
                                       {Base::key, 0}, {Base::key, 1}};
  return random_.pick(kinds);
}

std::string Expressions::type_name(Kind kind) const {
  switch (kind.base) {
    case Base::whole:
      return "whole";
    case Base::decimal:
      return "decimal";
    case Base::money:
      return "money";
    case Base::date:
      return "date";
    case Base::version:
      return "version";
    case Base::text:
      return "text";
    case Base::enumeration:
      return kind.of == 0 ? "colour" : "size";
    case Base::key:
      return kind.of == 0 ? "places" : "levels";
    default:
      return "yes or no";
  }
}

std::string Expressions::literal(Kind kind) {
  static const std::vector<std::string> wholes{"0", "1", "1", "2", "2", "3", "-1"};
  static const std::vector<std::string> decimals{"0", "0.5", "0.5", "1", "2", "0.4999999999", "50 %", "-1.5"};
  static const std::vector<std::string> amounts{"0", "100", "100", "300.50", "100.01", "-5"};
  static const std::vector<std::string> dates{"2024-02-28", "2024-02-29", "2024-03-01", "2024-02-27",
                                              "2023-02-28"};
  static const std::vector<std::string> versions{"9", "9.0.0.1", "9.0", "16.10", "16.9", "16.1.2"};
  static const std::vector<std::string> texts{"\"ab\"", "\"abc\"", "\"b\"", "\"\xc3\xa9t\xc3\xa9\""};
  switch (kind.base) {
    case Base::whole:
      return random_.pick(wholes);
    case Base::decimal:
      return random_.pick(decimals);
    case Base::money:
      return random_.pick(amounts);
    case Base::date:
      return random_.percent(15) ? "today" : random_.pick(dates);
    case Base::version:
      return random_.pick(versions);
    case Base::text:
      return random_.pick(texts);
    case Base::enumeration:
      return random_.pick(enum_values()[kind.of]);
    case Base::key:
      return random_.pick(table_keys()[kind.of]);
    default:
      return random_.percent(50) ? "yes" : "no";
  }
}

const Atom* Expressions::atom(Kind kind, bool or_none) {
  const bool lists_none = kind == Kind{Base::enumeration, 1};
  std::vector<const Atom*> fitting;
  const auto collect = [&](const std::vector<Atom>& from) {
    for (const Atom& a : from) {
      if (a.kind == kind && (a.or_none == or_none || lists_none)) fitting.push_back(&a);
    }
  };
  if (!scopes_.empty() && random_.percent(75)) {
    for (const std::vector<Atom>& scope : scopes_) collect(scope);
  }
  if (fitting.empty()) collect(atoms_);
  return fitting.empty() ? nullptr : random_.pick(fitting);
}

const Atom* Expressions::figure(Kind kind) {
  std::vector<const Atom*> fitting;
  for (const Atom& one : figures_)
    if (one.kind == kind || (kind == decimal_kind && one.kind == whole_kind)) fitting.push_back(&one);
  return fitting.empty() ? nullptr : random_.pick(fitting);
}

std::string Expressions::typed(Kind kind, unsigned depth) {
  if (depth > 0 && random_.percent(10)) return when(kind, depth - 1);
  if (depth > 0 && random_.percent(55)) {
    const std::string made = computed(kind, depth - 1);
    if (!made.empty()) return made;
  }
  const Atom* a = atom(kind, false);
  return a != nullptr ? a->text : when(kind, depth == 0 ? 0 : depth - 1);
}

std::string Expressions::operand(Kind kind, unsigned depth) {
  if (random_.percent(60)) return literal(kind);
  const Atom* named = random_.percent(kind == decimal_kind ? 70 : 40) ? figure(kind) : nullptr;
  if (named != nullptr) return named->text;
  if (kind == decimal_kind && random_.percent(25)) return typed(whole_kind, depth);  // it may stand there
  return typed(kind, depth);
}

// A condition that is invalid for some of the facts told, or always.
std::string Expressions::broken_condition() {
  const std::string w = atom(whole_kind, false)->text;
  switch (random_.below(4)) {
    case 0:
      return "(" + w + " + " + huge_whole + " > 0)";
    case 1:
      return "(3 / " + w + " rounded down to 1 >= 1)";
    case 2:
      return "(" + atom(date_kind, false)->text + " + 9999 years > today)";
    default:
      return "(" + atom(decimal_kind, false)->text + " * " + huge_decimal + " < 1)";
  }
}

std::string Expressions::when(Kind kind, unsigned depth) {
  const std::string asked = random_.percent(40) ? broken_condition() : condition(depth > 0 ? depth - 1 : 0);
  const Atom* a = atom(kind, false);
  const std::string first = a != nullptr ? a->text : literal(kind);
  std::string out = "(when " + asked + " then " + first;
  if (random_.percent(25)) out += " else when " + condition(0) + " then " + operand(kind, 0);
  return out + " else " + operand(kind, 0) + ")";
}

std::string Expressions::computed(Kind kind, unsigned depth) {
  const bool ordered = types::Type{kind.base, false, 0}.is_ordered();
  if (ordered && can_enter() && random_.percent(15)) return aggregate(kind, depth);
  switch (kind.base) {
    case Base::whole:
      return whole(depth);
    case Base::decimal:
      return decimal(depth);
    case Base::money:
      return money(depth);
    case Base::date:
      return date(depth);
    case Base::version:
      return extreme(kind, depth);
    case Base::yes_or_no:
      return random_.percent(40) ? comparison(depth) : "";
    default:
      return "";
  }
}

std::string Expressions::extreme(Kind kind, unsigned depth) {
  std::string out =
      (random_.percent(50) ? "max(" : "min(") + typed(kind, depth) + ", " + operand(kind, depth);
  if (random_.percent(30)) out += ", " + operand(kind, 0);
  return out + ")";
}

std::string Expressions::sum(Kind kind, unsigned depth) {
  const std::string huge = kind == whole_kind ? huge_whole : huge_decimal;
  const std::string right = random_.percent(25) ? huge : operand(kind, depth);
  return "(" + typed(kind, depth) + (random_.percent(50) ? " + " : " - ") + right + ")";
}

// Decimals are multiplied by decimals or wholes, amounts by either.
std::string Expressions::product(Kind kind, unsigned depth) {
  if (kind == whole_kind) {
    return typed(kind, depth) + " * " + (random_.percent(30) ? huge_whole : operand(kind, depth));
  }
  const Kind factor = random_.percent(50) ? whole_kind : decimal_kind;
  const std::string huge = factor == whole_kind ? huge_whole : huge_decimal;
  const std::string right = random_.percent(25) ? huge : typed(factor, depth);
  if (kind == money_kind && random_.percent(30) && right != huge) return right + " * " + typed(kind, depth);
  return typed(kind, depth) + " * " + right;
}

std::string Expressions::rounded(const std::string& x, const std::string& step) {
  static const std::vector<std::string> ways{" rounded up to ", " rounded down to ", " rounded half up to "};
  return "(" + x + random_.pick(ways) + step + ")";
}

std::string Expressions::divisor(Kind kind, unsigned depth) {
  return random_.percent(40) ? operand(kind, 0) : typed(kind, depth);
}

std::string Expressions::whole(unsigned depth) {
  static const std::vector<std::string> steps{"1", "1", "2", "10", "9223372036854775807"};
  static const std::vector<std::string> counts{"days", "full months", "full years"};
  switch (random_.below(8)) {
    case 0:
    case 1:
      return sum(whole_kind, depth);
    case 2:
      return "(" + product(whole_kind, depth) + ")";
    case 3:
      return "(- " + typed(whole_kind, depth) + ")";
    case 4:
      return extreme(whole_kind, depth);
    case 5:
      return rounded(product(whole_kind, depth), random_.pick(steps));
    case 6:
      return rounded(typed(whole_kind, depth) + " / " + divisor(whole_kind, depth), random_.pick(steps));
    default: {
      if (random_.percent(20)) return "year_of(" + typed(date_kind, depth) + ")";
      const std::string from = typed(date_kind, depth);
      const std::string to = operand(date_kind, depth);
      return "(" + random_.pick(counts) +
             (random_.percent(50) ? " from " + from + " to " + to : " from " + to + " to " + from) + ")";
    }
  }
}

std::string Expressions::decimal(unsigned depth) {
  static const std::vector<std::string> steps{"0.1", "0.5", "1", "0.0000000001",
                                              "0.000000000000000000000000000001"};
  switch (random_.below(8)) {
    case 0:
    case 1:
      return sum(decimal_kind, depth);
    case 2:
      return "(" + product(decimal_kind, depth) + ")";
    case 3:
      return "(- " + typed(decimal_kind, depth) + ")";
    case 4:
      return extreme(decimal_kind, depth);
    case 5:
      return rounded(product(decimal_kind, depth), random_.pick(steps));
    case 6:
      return rounded(typed(decimal_kind, depth) + " / " + divisor(decimal_kind, depth), random_.pick(steps));
    default:
      if (random_.percent(50)) {
        return rounded(typed(whole_kind, depth) + " / " + divisor(whole_kind, depth), "0.01");
      }
      return rounded(typed(money_kind, depth) + " / " + typed(money_kind, depth), random_.pick(steps));
  }
}

std::string Expressions::money(unsigned depth) {
  static const std::vector<std::string> steps{"0.01", "10", "0.05", "0.000000000000000000000000000001"};
  switch (random_.below(7)) {
    case 0:
    case 1:
      return sum(money_kind, depth);
    case 2:
      return "(" + product(money_kind, depth) + ")";
    case 3:
      return "(- " + typed(money_kind, depth) + ")";
    case 4:
      return extreme(money_kind, depth);
    case 5:
      return rounded(product(money_kind, depth), random_.pick(steps));
    default: {
      const Kind by = random_.percent(50) ? whole_kind : decimal_kind;
      return rounded(typed(money_kind, depth) + " / " + typed(by, depth), random_.pick(steps));
    }
  }
}

std::string Expressions::date(unsigned depth) {
  static const std::vector<std::string> units{"days", "months", "years"};
  static const std::vector<std::string> of_date{"start_of_month", "end_of_month", "start_of_year",
                                                "end_of_year"};
  if (random_.percent(10)) return extreme(date_kind, depth);
  if (random_.percent(15)) return random_.pick(of_date) + "(" + typed(date_kind, depth) + ")";
  static const std::vector<std::string> far{"4000000", "99999999", "9223372036854775807"};
  const std::string count = random_.percent(25) ? random_.pick(far) : operand(whole_kind, depth);
  return "(" + typed(date_kind, depth) + (random_.percent(50) ? " + " : " - ") + count + " " +
         random_.pick(units) + ")";
}

// -- conditions
// -----------------------------------------------------------------------------------------------------

std::string Expressions::maybe_none(Kind kind, unsigned depth) {
  const Atom* a = atom(kind, true);
  if (a != nullptr && random_.percent(60)) return a->text;
  if (types::Type{kind.base, false, 0}.is_ordered() && can_enter() && random_.percent(20))
    return extreme_of_members(kind, depth, false);
  const std::string asked = random_.percent(40) ? broken_condition()
                            : depth == 0        ? atom(truth_kind, false)->text
                                                : condition(depth - 1);
  return "(when " + asked + " then " + atom(kind, false)->text + " else none)";
}

std::string Expressions::comparison(unsigned depth) {
  static const std::vector<std::string> orders{" < ", " <= ", " > ", " >= "};
  static const std::vector<Kind> ordered{whole_kind, decimal_kind, money_kind, date_kind, version_kind};
  const std::size_t way = random_.below(10);
  if (way == 0) {
    return "(" + typed(text_kind, depth) + " starts with " + operand(text_kind, depth) + ")";
  }
  if (way == 1) {
    return "(" + maybe_none(any_kind(), depth) + (random_.percent(50) ? " is none)" : " is not none)");
  }
  const Kind kind = way < 6 ? random_.pick(ordered) : any_kind();
  const std::string left = random_.percent(20) ? maybe_none(kind, depth) : typed(kind, depth);
  const std::string sign = way < 6 ? random_.pick(orders) : (random_.percent(50) ? " is " : " is not ");
  if (kind == whole_kind && random_.percent(15)) {
    const Atom* named = random_.percent(50) ? figure(decimal_kind) : nullptr;
    return "(" + left + sign + (named != nullptr ? named->text : typed(decimal_kind, depth)) + ")";
  }
  return "(" + left + sign + operand(kind, depth) + ")";
}

std::string Expressions::membership(unsigned depth) {
  const Kind kind = any_kind();
  const bool or_none = random_.percent(25);
  const std::string left = or_none ? maybe_none(kind, depth) : typed(kind, depth);
  std::vector<std::string> list;
  const std::size_t count = 1 + random_.below(3);
  for (std::size_t i = 0; i < count; ++i) list.push_back(operand(kind, random_.percent(20) ? depth : 0));
  if (or_none && random_.percent(30)) list.push_back("none");
  if (kind == Kind{Base::enumeration, 0} && !groups_.empty() && random_.percent(40)) {
    list[0] = random_.pick(groups_);
  }
  return "(" + left + (random_.percent(50) ? " is one of " : " is not one of ") + joined(list, ", ") + ")";
}

std::string Expressions::bare() {
  if (!rules_.empty() && random_.percent(60)) return random_.pick(rules_);
  if (random_.percent(9)) return random_.percent(50) ? "always" : "never";
  return atom(truth_kind, false)->text;
}

std::string Expressions::logic(unsigned depth) {
  if (random_.percent(30)) return "(not (" + condition(depth - 1) + "))";
  std::vector<std::string> parts;
  const std::size_t count = 2 + random_.below(2);
  for (std::size_t i = 0; i < count; ++i) parts.push_back(condition(depth - 1));
  return "(" + joined(parts, random_.percent(50) ? " and " : " or ") + ")";
}

std::string Expressions::condition(unsigned depth) {
  const std::size_t way = random_.below(100);
  if (way < 5) return broken_condition();
  if (way < 18) return bare();
  if (way < 35) return membership(depth);
  if (way < 52 && depth > 0) return logic(depth);
  if (way < 60 && depth > 0 && can_enter()) return quantifier(depth - 1);
  return comparison(depth);
}

}  // namespace eligo::oracle
