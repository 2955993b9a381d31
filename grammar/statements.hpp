// SPDX-License-Identifier: MIT
// Owns what all declarations share: names, labels, bodies until `end`, literals and types.
#pragma once

#include "grammar/slips.hpp"

namespace eligo::grammar {

// -- shared --

// The end of a line that no block can follow.
struct no_lines : pegtl::success {};
template <Letters What>
struct eos : line_end<no_lines, What> {};

struct decl_name : pegtl::sor<name, reserved_name> {};
struct decl_label : label {};
// `NAME "label"?`
template <Letters What>
struct named : pegtl::seq<expect<decl_name, What>, blanks, pegtl::opt<decl_label>> {};
struct declared_end : eos<"the end of the line"> {};
struct label_end : eos<"a label in quotes, or the end of the line"> {};

// A date where the grammar knows that one is due.
struct day : pegtl::sor<iso_date, other_date> {};
struct a_day : pegtl::seq<expect<day, "a date such as `2025-05-26`">, blanks> {};

// A stray line inside a declaration: reported with the words that could stand there; a misspelt one is read
// as the right one, if Items takes it.
template <typename Items, typename Context>
struct stray {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const bool is_block = Context::what.starts_with("a condition,") && st.lost_opener_at(p);
    if (st.correct(p, Context::what, Context::words)) {
      if (st.corrected == "end" || attempt<Items, A, Action, Control>(in, st)) return true;
    }
    if (is_block) {
      in.iterator() = st.over_unopened_block(p);
      return true;
    }
    pass_over<block_lines, A, Action, Control>(in, st, p);
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};
// Nothing but `end` and a top-level word closes it.
struct never_closed : pegtl::failure {};

template <typename Items, typename Context, typename Closer = never_closed>
struct body_until_end : pegtl::seq<until_end<Items, Closer, stray<Items, Context>>, declared_end> {};

#define ELIGO_CONTEXT(name, says, ...)                              \
  struct name {                                                     \
    static constexpr std::string_view what = says;                  \
    static constexpr std::string_view list[] = {__VA_ARGS__};       \
    static constexpr std::span<const std::string_view> words{list}; \
  }

// -- literals --

// literal <- '-'? number '%'? / date / text / 'yes' / 'no' / 'none' / path
struct literal_word : pegtl::sor<yes_value, no_value, none_value> {};
struct literal_primary : pegtl::seq<pegtl::sor<path_value, date_value, lost_date, number_value, text_value,
                                               literal_word, foreign_value>,
                                    blanks> {};
struct signed_literal : pegtl::seq<pegtl::opt<minus, blanks>, literal_primary> {};
template <Letters What>
struct literal : operand<signed_literal, What> {};

// A sign or an `is` between a name and its value, where they stand side by side.
struct needless_sign : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    const char* const e = st.needless_sign_end(p);
    if (e == p) return false;
    st.said_needless_sign(p, e);
    in.iterator() = e;
    return attempt<blanks, A, Action, Control>(in, st);
  }
};

// -- types --

struct type_yes_or_no : pegtl::seq<kw<"yes">, expect<kw<"or">, "`or no`">, expect<kw<"no">, "`no`">> {};
// `one of yes, no` is `yes or no`.
struct listed_yes_or_no : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || *p != 'o') return false;
    const char* const e = st.listed_yes_or_no_end(p);
    if (e == p) return false;
    st.said_listed_yes_or_no(p, e);
    in.iterator() = e;
    return attempt<blanks, A, Action, Control>(in, st);
  }
};
struct enum_word : pegtl::sor<name, word<"none">, reserved_item> {};
struct inline_value : pegtl::seq<expect<enum_word, "a word">, blanks> {};
struct inline_values
    : pegtl::seq<inline_value,
                 more<pegtl::seq<pegtl::not_at<word<"private">>, separator<',', "`,`">>, inline_value>> {};
struct type_one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw_on<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw_on<"of">>>,
                 inline_values> {};
struct listed_values : pegtl::seq<kw_on<"of">, inline_values> {};
struct type_whole : word<"whole"> {};
struct type_decimal : word<"decimal"> {};
struct type_money : word<"money"> {};
struct type_date : word<"date"> {};
struct type_version : word<"version"> {};
struct type_text : word<"text"> {};
struct type_name : name {};
// list <- 'list' 'of' name ',' 'at' 'most' number
struct list_record : pegtl::seq<expect<name, "the name of a record">, blanks> {};
struct list_number : pegtl::plus<pegtl::digit> {};
struct list_most
    : pegtl::seq<pegtl::sor<sign_on<','>, pegtl::seq<pegtl::at<word<"at">>, expect<sign_on<','>, "`,`">>>,
                 sign_twice<','>, expect<kw<"at">, "`at most`">, expect<kw<"most">, "`most`">,
                 expect<list_number, "a number">, blanks> {};
struct list_rest : pegtl::seq<list_record, expect<list_most, "`, at most` and a number">> {};
struct type_list : pegtl::seq<pegtl::at<word<"list">, blanks, word<"of">>, kw<"list">, kw<"of">, list_rest> {
};
struct scalar : pegtl::sor<type_whole, type_decimal, type_money, type_date, type_version, type_text> {};
struct range_from : literal<"a lowest value"> {};
struct range_to : literal<"a highest value"> {};
// range <- 'from' literal ('to' literal)? / 'to' literal
struct range : pegtl::sor<pegtl::seq<pegtl::sor<kw_on<"from">, misspelt<"from">>, range_from,
                                     pegtl::opt<pegtl::sor<kw_on<"to">, misspelt<"to">>, range_to>>,
                          pegtl::seq<pegtl::sor<kw_on<"to">, misspelt<"to">>, range_to>> {};
// `yse or no`: the first word reads as the name of a type.
struct or_no : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!st.said_misspelt_yes(p)) return false;
    in.iterator() = p + 2;
    return true;
  }
};
struct type_or_none : pegtl::seq<pegtl::sor<kw<"or">, misspelt<"or">>,
                                 pegtl::sor<word<"none">, or_no, expect<word<"none">, "`none`">>> {};
// A misspelt `whole` before its range, and `list fo`.
struct behind_type_name : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || !is_name_begin(*p)) return false;
    if (st.said_misspelt_one(p)) return attempt<listed_values, A, Action, Control>(in, st);
    if (st.said_misspelt_scalar(p)) return attempt<range, A, Action, Control>(in, st);
    if (!st.is_word_at(st.word_before(p), "list") || !attempt<misspelt<"of">, A, Action, Control>(in, st))
      return false;
    return attempt<list_rest, A, Action, Control>(in, st);
  }
};

// type <- ( 'yes' 'or' 'no' / 'one' 'of' word (',' word)* / scalar range? / list / name ) ('or' 'none')?
struct type : pegtl::seq<pegtl::sor<type_yes_or_no, listed_yes_or_no, type_one_of,
                                    pegtl::seq<scalar, blanks, pegtl::opt<range>>, type_list,
                                    pegtl::seq<type_name, blanks, pegtl::opt<behind_type_name>>>,
                         pegtl::opt<type_or_none, blanks>> {};
struct a_type
    : expect<type, "a type such as `yes or no`, `whole`, `date` or the name of an enum, table or record"> {};
struct typed
    : pegtl::seq<pegtl::sor<sign_on<':'>, other_colon, expect<sign_on<':'>, "`:` and a type">>, a_type> {};

}  // namespace eligo::grammar
