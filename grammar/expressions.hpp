// SPDX-License-Identifier: MIT
// Owns the productions of values and sums.
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
// R behind a word or sign that stands twice.
template <typename R>
struct behind_twice : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    const char* const e = st.over_twice(p);
    if (e == p) return false;
    in.iterator() = e;
    if (!attempt<R, A, Action, Control>(in, st)) st.push_error(e);
    return true;
  }
};
template <typename R, Letters What>
struct operand : pegtl::sor<R, behind_twice<R>, missing<What>> {};

// binding <- name 'in' path
struct some_word : word<"some"> {};
struct every_word : word<"every"> {};
struct in_follows : pegtl::at<blanks, identifier, blanks, word<"in">> {};
// `any m in list`, `all m in list`, `each m in list`.
template <Letters Word, Letters Meant>
struct other_quantifier : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing ||
        !ahead<pegtl::seq<word<Word>, in_follows>, Action, Control>(in, st))
      return false;
    st.said_misspelt(p, "`" + std::string(Meant.view()) + "`", Meant.view());
    in.iterator() = p + st.word_at(p).size();
    return true;
  }
};
struct other_some : other_quantifier<"any", "some"> {};
struct other_every : pegtl::sor<other_quantifier<"all", "every">, other_quantifier<"each", "every">> {};
struct bound_name : expect<name, "a name for a member of the list"> {};
struct bound_list : expect<path, "the name of a list"> {};
struct binding
    : pegtl::seq<bound_name, blanks, expect<kw<"in">, "`in` and the name of a list">, bound_list, blanks> {};

// each <- binding ('where' or)? ':' expression
struct each_where : pegtl::seq<kw_on<"where">, operand<chain, "a condition">> {};
struct misspelt_where : pegtl::seq<misspelt<"where">, operand<chain, "a condition">> {};
struct each : pegtl::seq<pegtl::at<identifier, blanks, word<"in">>, binding,
                         pegtl::opt<pegtl::sor<each_where, misspelt_where>>, expect<sign_on<':'>, "`:`">,
                         operand<expression, "a value or a condition">> {};

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
struct over : pegtl::seq<pegtl::one<'/'>, pegtl::not_at<pegtl::one<'/'>>> {};
struct product_chain
    : pegtl::seq<signed_value,
                 pegtl::star<pegtl::sor<times, over>, going_on, operand<signed_value, "a value">>> {};
// rounding <- 'rounded' ('up' / 'down' / 'half' 'up') 'to' signed
struct round_up : word<"up"> {};
struct round_down : word<"down"> {};
struct round_half_up : pegtl::seq<word<"half">, blanks, expect<word<"up">, "`up`">> {};
struct rounding_way : pegtl::sor<round_up, round_down, round_half_up> {};
struct rounded_word : word<"rounded"> {};
struct rounding_rest
    : pegtl::seq<blanks, expect<rounding_way, "`up`, `down` or `half up`">, blanks,
                 expect<kw_on<"to">, "`to`">, operand<signed_value, "a step such as `0.01`">> {};
struct rounding : pegtl::seq<rounded_word, rounding_rest> {};
struct product : pegtl::seq<product_chain, pegtl::opt<rounding>> {};

// sum <- product ( ('+' / '-') product ('days' / 'months' / 'years' …)? )*
struct plus_sign : pegtl::one<'+'> {};
struct minus_sign : pegtl::one<'-'> {};
struct shift_days : pegtl::sor<word<"days">, word<"day">> {};
struct shift_months : pegtl::sor<word<"months">, word<"month">> {};
struct shift_years : pegtl::sor<word<"years">, word<"year">> {};
struct shift_unit : pegtl::seq<pegtl::sor<shift_days, shift_months, shift_years>, blanks> {};
struct misspelt_unit : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || !is_name_begin(*p)) return false;
    in.iterator() = st.over_misspelt_unit(p);
    return in.current() != p;
  }
};
struct sum : pegtl::seq<product,
                        pegtl::star<pegtl::sor<plus_sign, minus_sign>, going_on, operand<product, "a value">,
                                    pegtl::opt<pegtl::sor<shift_unit, misspelt_unit>>>> {};

}  // namespace eligo::grammar
