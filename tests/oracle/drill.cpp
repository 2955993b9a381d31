// SPDX-License-Identifier: MIT
// Owns the drill: one operator on one type a line, each as likely as the others, over operands that are told, open or
// invalid; so that a run meets every combination often enough (floors.cpp).
#include "tests/oracle/generator.hpp"

namespace eligo::oracle {

namespace {

using types::Base;

struct Exercise {
  const char* form;  // A, B: operands; L: a literal of the kind; N: what may be none; W: a whole; S: a step
  Kind kind;
};

void add_forms(std::vector<Exercise>& all, const std::vector<Base>& bases,
               const std::vector<const char*>& forms) {
  for (const Base base : bases) {
    for (const char* form : forms) all.push_back({form, {base, 0}});
  }
}

const std::vector<Exercise>& exercises() {
  static const std::vector<Exercise> list = [] {
    std::vector<Exercise> all;
    const std::vector<Base> numbers{Base::whole, Base::decimal, Base::money};
    const std::vector<Base> ordered{Base::whole, Base::decimal, Base::money, Base::date, Base::version};
    const std::vector<Base> every{Base::yes_or_no, Base::whole, Base::decimal,     Base::money, Base::date,
                                  Base::version,   Base::text,  Base::enumeration, Base::key};
    // Some forms stand here twice: they would be rare otherwise.
    add_forms(all, every,
              {"A is L", "A is not L", "A is one of L, L", "A is not one of L, L", "A is not one of L"});
    add_forms(all, every, {"N is none", "N is not none", "N is none", "N is not none"});
    add_forms(all, ordered, {"A < L", "A <= L", "A > L", "A >= L"});
    add_forms(all, ordered, {"max(A, L) <= B", "min(A, B) >= L", "max(B, A) is L", "min(L, A) < B"});
    add_forms(all, numbers, {"A + L >= L", "A - L < L", "A - B is L", "(- A) <= L", "(- A) is not L"});
    add_forms(all, numbers,
              {"A * W >= L", "A * W rounded up to S < L", "A * W rounded down to S is L",
               "A * W rounded half up to S >= L", "A * W rounded up to S is not L"});
    add_forms(all, numbers,
              {"A / W rounded up to S < L", "A / W rounded down to S is L", "A / W rounded half up to S >= L",
               "A / W rounded up to S is not L"});
    add_forms(all, {Base::date},
              {"days from A to L > W", "full months from A to B < W", "full years from L to A is W",
               "days from L to B is W", "full years from A to B >= W", "full months from L to A is W"});
    add_forms(all, {Base::date},
              {"A + W days >= L", "A - W days < L", "A + W months is L", "A - W months > L",
               "A + W years <= L", "A - W years is not L"});
    add_forms(all, {Base::date},
              {"start_of_month(A) >= L", "end_of_month(A) < L", "year_of(A) is W", "start_of_month(A) is L",
               "end_of_month(A) is not L", "year_of(A) <= W"});
    add_forms(
        all, {Base::date},
        {"start_of_year(A) >= L", "end_of_year(A) < L", "start_of_year(A) is L", "end_of_year(A) is not L"});
    add_forms(all, {Base::yes_or_no}, {"A is one of L", "A is not one of L"});
    add_forms(all, {Base::text}, {"A starts with L", "A is L", "A is L", "A is not L"});
    add_forms(all, numbers, {"A * W rounded down to S < L", "A * W rounded half up to S > L"});
    add_forms(all, {Base::date, Base::decimal, Base::money}, {"A is not L"});
    return all;
  }();
  return list;
}

}  // namespace

// Invalid for certain in most cases, whatever is told.
std::string Expressions::broken_operand(Kind kind) {
  const std::string asked = random_.percent(60)
                                ? "(" + atom({Base::date, 0}, false)->text + " + 9999 years > today)"
                                : broken_condition();
  return "(when " + asked + " then " + atom(kind, false)->text + " else " + atom(kind, false)->text + ")";
}

std::string Expressions::drill_operand(Kind kind) {
  return random_.percent(36) ? broken_operand(kind) : atom(kind, false)->text;
}

std::string Expressions::drill_none(Kind kind) {
  const Atom* a = atom(kind, true);
  const std::size_t way = random_.below(10);
  if (a != nullptr && way < 4) return a->text;
  const Kind truth{Base::yes_or_no, 0};
  const std::string asked = way < 7 ? drill_operand(truth) + " is yes" : broken_condition();
  const std::string value = atom(kind, false)->text;
  return "(when " + asked + " then " +
         (random_.percent(50) ? value + " else none)" : "none else " + value + ")");
}

std::string Expressions::drill() {
  const Exercise& exercise = random_.pick(exercises());
  std::string out = "(";
  for (const char* c = exercise.form; *c != '\0'; ++c) {
    const bool stands_alone = (c == exercise.form || c[-1] == ' ' || c[-1] == '(') &&
                              (c[1] == '\0' || c[1] == ' ' || c[1] == ')' || c[1] == ',');
    const char letter = stands_alone ? *c : '\0';
    if (letter == 'A') {
      out += drill_operand(exercise.kind);
    } else if (letter == 'B') {
      out += atom(exercise.kind, false)->text;
    } else if (letter == 'N') {
      out += drill_none(exercise.kind);
    } else if (letter == 'L') {
      const Atom* named =
          exercise.kind.base == Base::decimal && random_.percent(40) ? figure(exercise.kind) : nullptr;
      out += named != nullptr ? named->text : literal(exercise.kind);
    } else if (letter == 'W') {
      out += random_.percent(50) ? literal({Base::whole, 0}) : atom({Base::whole, 0}, false)->text;
    } else if (letter == 'S') {
      out += exercise.kind.base == Base::whole ? "2" : "0.05";
    } else {
      out += *c;
    }
  }
  return out + ")";
}

}  // namespace eligo::oracle
