// SPDX-License-Identifier: MIT
// Owns the productions of cases: `when … then … else …`, and what newcomers write for them.
#pragma once

#include "grammar/comparisons.hpp"

namespace eligo::grammar {

struct case_condition : operand<chain, "a condition"> {};
struct case_result : operand<expression, "a value"> {};
struct then_word : pegtl::seq<belonging<"then">, going_on> {};
struct one_case : pegtl::seq<case_condition, expect<then_word, "`then` and a value">, case_result> {};
struct when_word : word<"when"> {};

// else, and what newcomers write for it: `otherwise`, `elif`, `else if`; an `else` that is missing before
// `when` or before the last value. What it consumes includes the `when`.
struct else_when : pegtl::seq<belonging<"else">, going_on, word<"when">, going_on> {};
struct else_word : pegtl::seq<belonging<"else">, going_on> {};
struct other_else_when {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    const char* const e = A == pegtl::apply_mode::nothing ? p : st.other_else_when(p);
    if (e == p) return false;
    in.iterator() = e;
    return attempt<going_on, A, Action, Control>(in, st);
  }
};
struct other_else {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    const char* const e = A == pegtl::apply_mode::nothing ? nullptr : st.other_else(p, in.current());
    if (e == nullptr) return false;
    in.iterator() = e;
    return attempt<going_on, A, Action, Control>(in, st);
  }
};
// `else C then V`: a `when` is missing after `else`.
struct lost_when {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    if (A == pegtl::apply_mode::nothing || !st.is_word_at(p, "then")) return false;
    st.expected_when(p);
    return attempt<pegtl::seq<then_word, case_result>, A, Action, Control>(in, st);
  }
};
// What takes the place of an `else` that is missing; silent where a mistake before it may have taken it.
struct missing_else {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    if (st.errors() == st.errors_before_cases) st.expected_operand(in.current(), "`else` and a value");
    back_to_line(in, st);
    st.push_error(in.current());
    return true;
  }
};
// cases <- 'when' or 'then' expression ('else' 'when' or 'then' expression)* 'else' expression
struct last_else : pegtl::sor<pegtl::seq<pegtl::sor<else_word, other_else>, case_result>, missing_else> {};
// `else V` after a last `else`, where a mistake before it took that one from its own `when`.
struct another_else {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if (A == pegtl::apply_mode::nothing || st.errors() == st.errors_before_cases) return false;
    return attempt<pegtl::seq<else_word, case_result>, A, Action, Control>(in, st);
  }
};
struct more_cases : pegtl::seq<pegtl::sor<else_when, other_else_when>, one_case> {};
struct cases_tail : pegtl::seq<one_case, pegtl::star<more_cases>, last_else,
                               pegtl::star<lost_when, pegtl::star<more_cases>, pegtl::opt<last_else>>> {};
// The outermost `when` of a statement keeps how much was said before it.
struct outermost_cases {
  using rule_t = may_consume<cases_tail, another_else>;
  using subs_t = pegtl::type_list<cases_tail, another_else>;
  ELIGO_MATCH {
    if (st.cases++ == 0) st.errors_before_cases = st.errors();
    const bool result = attempt<cases_tail, A, Action, Control>(in, st);
    if (--st.cases == 0) (void)attempt<pegtl::star<another_else>, A, Action, Control>(in, st);
    return result;
  }
};
struct cases : pegtl::seq<when_word, going_on, deeper<outermost_cases>> {};

// expression <- cases / or
struct expression : pegtl::sor<cases, chain> {};

}  // namespace eligo::grammar
