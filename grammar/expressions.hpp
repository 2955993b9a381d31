// SPDX-License-Identifier: MIT
// Owns the productions of expressions: values, sums, comparisons, chains of and/or.
#pragma once

#include "grammar/lexical.hpp"

namespace eligo::grammar {

struct expression;
struct chain;
struct condition;
struct block_lines;
struct meant_block;

// -- primary --

struct date_value : iso_date {};
struct lost_date : other_date {};
struct number_value : number_literal {};
struct text_value : quoted_text {};
struct path_value : path {};
struct yes_value : word<"yes"> {};
struct no_value : word<"no"> {};
struct none_value : word<"none"> {};
struct always_value : word<"always"> {};
struct never_value : word<"never"> {};
struct today_value : word<"today"> {};
struct word_value : pegtl::sor<yes_value, no_value, none_value, always_value, never_value, today_value> {};

// `true`, `false`, `null` and a text in other quotes: reported, and read as what they stand for.
struct foreign_value {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const char* const e = st.foreign_value_end(p);
    if (e == p) return false;
    if constexpr (A == pegtl::apply_mode::action) {
      st.said_foreign_value(p, e);
      st.push_foreign_value(p, e);
    }
    in.iterator() = e;
    return true;
  }
};

// What must be there and is not: reported; the tree has an error in its place.
template <Letters What>
struct missing {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    st.expected_operand(in.current(), What.view());
    back_to_line(in, st);
    st.push_error(in.current());
    return true;
  }
};
template <typename R, Letters What>
struct operand : pegtl::sor<R, missing<What>> {};

// binding <- name 'in' path
struct some_word : word<"some"> {};
struct every_word : word<"every"> {};
struct bound_name : expect<name, "a name for a member of the list"> {};
struct bound_list : expect<path, "the name of a list"> {};
struct binding
    : pegtl::seq<bound_name, blanks, expect<kw<"in">, "`in` and the name of a list">, bound_list, blanks> {};

// each <- binding ('where' or)? ':' expression
struct each_where : pegtl::seq<kw_on<"where">, operand<chain, "a condition">> {};
struct each : pegtl::seq<pegtl::at<identifier, blanks, word<"in">>, binding, pegtl::opt<each_where>,
                         expect<sign_on<':'>, "`:`">, operand<expression, "a value or a condition">> {};

// arguments <- (argument (',' argument)*)? ; argument <- each / expression
struct argument : pegtl::sor<each, operand<expression, "a value">> {};
struct arguments
    : pegtl::opt<pegtl::not_at<pegtl::one<')'>>, argument, more<separator<',', "`,` or `)`">, argument>> {};
struct brackets : in_brackets<operand<expression, "a condition or a value">> {};
struct argument_list : in_brackets<arguments> {};

// counting <- 'days' 'from' sum 'to' sum / 'full' ('months' / 'years') 'from' sum 'to' sum
struct sum;
struct unit_days : word<"days"> {};
struct unit_months : word<"months"> {};
struct unit_years : word<"years"> {};
struct from_to : pegtl::seq<expect<kw_on<"from">, "`from`">, operand<sum, "a date">,
                            expect<kw_on<"to">, "`to`">, operand<sum, "a date">> {};
struct count_days : pegtl::seq<pegtl::at<word<"days">, blanks, word<"from">>, unit_days, blanks, from_to> {};
struct count_full : pegtl::seq<pegtl::at<word<"full">, blanks, pegtl::sor<word<"months">, word<"years">>>,
                               kw<"full">, pegtl::sor<unit_months, unit_years>, blanks, from_to> {};
struct counting : pegtl::sor<count_days, count_full> {};

// A name before `(` is a function.
struct call_tail : pegtl::seq<argument_list> {};
struct path_or_call : pegtl::seq<path_value, blanks, pegtl::opt<call_tail>> {};

// primary <- number '%'? / date / text / words / counting / name '(' … ')' / path / '(' expression ')'
// Departure: the order; what begins with a letter comes first, since most values do.
struct primary
    : pegtl::sor<pegtl::seq<foreign_value, blanks>, counting, path_or_call,
                 pegtl::seq<pegtl::sor<date_value, lost_date, number_value, text_value, word_value>, blanks>,
                 brackets> {};

// -- sums --

// signed <- '-'* primary                          (a loop: signs never recurse)
struct minus : pegtl::one<'-'> {};
struct signed_value
    : pegtl::sor<pegtl::seq<minus, going_on, pegtl::star<minus, going_on>, operand<primary, "a value">>,
                 primary> {};

// product <- signed ( ('*' / '/') signed )*
struct times : pegtl::one<'*'> {};
struct over : pegtl::one<'/'> {};
struct product_chain
    : pegtl::seq<signed_value,
                 pegtl::star<pegtl::sor<times, over>, going_on, operand<signed_value, "a value">>> {};
// rounding <- 'rounded' ('up' / 'down' / 'half' 'up') 'to' signed
struct round_up : word<"up"> {};
struct round_down : word<"down"> {};
struct round_half_up : pegtl::seq<word<"half">, blanks, expect<word<"up">, "`up`">> {};
struct rounding_way : pegtl::sor<round_up, round_down, round_half_up> {};
struct rounded_word : word<"rounded"> {};
struct rounding : pegtl::seq<rounded_word, blanks, expect<rounding_way, "`up`, `down` or `half up`">, blanks,
                             expect<kw_on<"to">, "`to`">, operand<signed_value, "a step such as `0.01`">> {};
struct product : pegtl::seq<product_chain, pegtl::opt<rounding>> {};

// sum <- product ( ('+' / '-') product ('days' / 'months' / 'years' …)? )*
struct plus_sign : pegtl::one<'+'> {};
struct minus_sign : pegtl::one<'-'> {};
struct shift_days : pegtl::sor<word<"days">, word<"day">> {};
struct shift_months : pegtl::sor<word<"months">, word<"month">> {};
struct shift_years : pegtl::sor<word<"years">, word<"year">> {};
struct shift_unit : pegtl::seq<pegtl::sor<shift_days, shift_months, shift_years>, blanks> {};
struct sum : pegtl::seq<product, pegtl::star<pegtl::sor<plus_sign, minus_sign>, going_on,
                                             operand<product, "a value">, pegtl::opt<shift_unit>>> {};

// -- comparisons --

struct op_less_equal : pegtl::string<'<', '='> {};
struct op_greater_equal : pegtl::string<'>', '='> {};
struct op_less : pegtl::seq<pegtl::one<'<'>, pegtl::not_at<pegtl::one<'>'>>> {};
struct op_greater : pegtl::one<'>'> {};
// `==`, `!=`, `≤` …: reported, and read as ours.
struct op_foreign {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const Foreign* const f = st.foreign_comparison_at(p);
    if (f == nullptr) return false;
    if constexpr (A == pegtl::apply_mode::action) st.said_foreign(p, *f);
    in.bump_in_this_line(f->spelling.size());
    return true;
  }
};
struct order_sign : pegtl::sor<op_foreign, op_less_equal, op_greater_equal, op_less, op_greater> {};
struct op_starts_with : pegtl::seq<word<"starts">, blanks, expect<word<"with">, "`with`">> {};

// `is` in capitals is read as `is`.
struct word_is {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != 'i' && *p != 'I')) return false;
    const std::string_view w = st.word_at(p);
    if (w != "is" && !differs_in_case(w, "is")) return false;
    if constexpr (A == pegtl::apply_mode::action)
      if (w != "is") st.said_capitals(p, w, "is");
    in.bump_in_this_line(2);
    return true;
  }
};
struct negated : kw_on<"not"> {};
struct of_list : pegtl::seq<operand<sum, "a value">, more<separator<',', "`,`">, operand<sum, "a value">>> {};
// one_of <- 'one' 'of' sum (',' sum)*
struct one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw_on<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw_on<"of">>>,
                 of_list> {};
struct is_none : pegtl::seq<none_value, blanks> {};
// is <- 'is' 'not'? ( one_of / 'none' / sum )
struct is_tail : pegtl::seq<word_is, going_on, pegtl::opt<negated>,
                            pegtl::sor<one_of, is_none, operand<sum, "a value">>> {};
struct order_tail : pegtl::seq<pegtl::sor<order_sign, op_starts_with>, going_on, operand<sum, "a value">> {};

// An operand, or `not`, or `one of`, or `with` at once after an operand: the operator is missing.
struct no_operator {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    st.expected_operator(p);
    return true;
  }
};
struct after_no_operator : pegtl::seq<no_operator, pegtl::opt<kw<"not">>, pegtl::opt<kw<"with">>,
                                      pegtl::sor<one_of, is_none, operand<sum, "a value">>> {};
// Where the operator is missing; or what was read as an operand was to be the opener of a block.
struct lost_tail {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.operator_missing_at(p)) return false;
    if (st.stray_quote_at(p)) {
      st.said_stray_quote(p);
      in.iterator() = st.over_spaces(p + 1);
      return true;
    }
    return st.block_meant_at(p) ? attempt<meant_block, A, Action, Control>(in, st)
                                : attempt<after_no_operator, A, Action, Control>(in, st);
  }
};

// A second comparison after one is an error: reported, and passed over.
struct chained {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing ||
        !ahead<pegtl::sor<order_sign, word<"is">, word<"starts">>, Action, Control>(in, st))
      return false;
    st.said_chained(p);
    return attempt<pegtl::sor<order_tail, is_tail>, A, Action, Control>(in, st);
  }
};

// comparison <- sum ( operator sum / 'starts' 'with' sum / is )?      (one comparison only: a < b < c is an
// error)
struct comparison_tail : pegtl::sor<order_tail, is_tail, lost_tail> {};
struct comparison : pegtl::seq<sum, pegtl::opt<comparison_tail, pegtl::star<chained>>> {};

// -- and, or, not --

// `!` and `NOT` are read as `not`; a second one in a row is reported.
struct word_not {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != 'n' && *p != 'N' && *p != '!')) return false;
    const std::string_view w = *p == '!' ? std::string_view(p, 1) : st.word_at(p);
    if (w != "not" && w != "!" && !differs_in_case(w, "not")) return false;
    if constexpr (A == pegtl::apply_mode::action)
      if (w != "not") *p == '!' ? st.said_foreign(p, *foreign_symbol("!")) : st.said_capitals(p, w, "not");
    in.bump_in_this_line(w.size());
    return true;
  }
};
struct another_not {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!attempt<word_not, pegtl::apply_mode::nothing, Action, Control>(in, st)) return false;
    if constexpr (A == pegtl::apply_mode::action)
      st.said_not(p, in.current(), "one `not` only, found two in a row");
    return true;
  }
};
// negation <- 'not' (path / '(' or ')')
// Departure: a whole comparison is read after `not`; the action reports what is neither a bare name nor a
// bracket.
struct negation : pegtl::seq<word_not, going_on, pegtl::star<another_not, going_on>,
                             operand<comparison, "a yes-or-no name or `(`">> {};
// quantifier <- ('some' / 'every') binding ':' or
struct quantifier_words
    : pegtl::seq<pegtl::sor<some_word, every_word>, blanks, binding, expect<sign_on<':'>, "`:`">> {};
struct quantifier
    : pegtl::seq<quantifier_words,
                 deeper<operand<chain,
                                "a condition on this line (a block stands below a quantifier that is a "
                                "whole line)">>> {};
struct unary : pegtl::sor<quantifier, negation, comparison> {};

// and / or, also at the start of the next line, and what newcomers write for them.
struct junction {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = in.current();
    const char* const q = st.continuation(p);
    if (q == in.end()) return false;
    std::size_t n = 0;
    bool is_or = false;
    switch (*q) {
      case 'a':
        n = st.is_word_at(q, "and") ? 3 : 0;
        break;
      case 'o':
        n = st.is_word_at(q, "or") ? 2 : 0;
        is_or = true;
        break;
      case '&':
      case '|':
      case 'A':
      case 'O':
      case '\xe2':
        n = st.foreign_junction(q, is_or, A == pegtl::apply_mode::action);
        break;
      default:
        break;
    }
    if (n == 0) return false;
    in.iterator() = q + n;
    if constexpr (A == pegtl::apply_mode::action) st.push_junction(is_or, q, q + n);
    return true;
  }
};

// or <- and ('or' and)* ; and <- unary ('and' unary)*
// Departure: one flat chain, since the two may not be mixed on one level; the action reports a mixture.
struct chain : pegtl::seq<unary, pegtl::star<junction, going_on, operand<unary, "a condition">>> {};

}  // namespace eligo::grammar
