// SPDX-License-Identifier: MIT
// Owns the productions of declarations, one section each, and of the whole file.
#pragma once

#include "grammar/expressions.hpp"

namespace eligo::grammar {

// -- shared
// -----------------------------------------------------------------------------------------------------------

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
    if (st.correct(p, Context::what, Context::words)) {
      if (st.corrected == "end" || attempt<Items, A, Action, Control>(in, st)) return true;
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

// -- literals
// ---------------------------------------------------------------------------------------------------------

// literal <- '-'? number '%'? / date / text / 'yes' / 'no' / 'none' / path
struct literal_word : pegtl::sor<yes_value, no_value, none_value> {};
struct literal_primary : pegtl::seq<pegtl::sor<path_value, date_value, lost_date, number_value, text_value,
                                               literal_word, foreign_value>,
                                    blanks> {};
struct signed_literal : pegtl::seq<pegtl::opt<minus, blanks>, literal_primary> {};
template <Letters What>
struct literal : operand<signed_literal, What> {};

// -- types
// ------------------------------------------------------------------------------------------------------------

struct type_yes_or_no : pegtl::seq<kw<"yes">, expect<kw<"or">, "`or no`">, expect<kw<"no">, "`no`">> {};
struct enum_word : pegtl::sor<name, word<"none">, reserved_item> {};
struct inline_value : pegtl::seq<expect<enum_word, "a word">, blanks> {};
struct type_one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw_on<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw_on<"of">>>,
                 inline_value, more<separator<',', "`,`">, inline_value>> {};
struct type_whole : word<"whole"> {};
struct type_decimal : word<"decimal"> {};
struct type_money : word<"money"> {};
struct type_date : word<"date"> {};
struct type_version : word<"version"> {};
struct type_text : word<"text"> {};
struct type_name : name {};
struct scalar : pegtl::sor<type_whole, type_decimal, type_money, type_date, type_version, type_text> {};
struct range_from : literal<"a lowest value"> {};
struct range_to : literal<"a highest value"> {};
// range <- 'from' literal ('to' literal)? / 'to' literal
struct range : pegtl::sor<pegtl::seq<kw_on<"from">, range_from, pegtl::opt<kw_on<"to">, range_to>>,
                          pegtl::seq<kw_on<"to">, range_to>> {};
struct type_or_none : pegtl::seq<kw<"or">, expect<word<"none">, "`none`">> {};
// type <- ( 'yes' 'or' 'no' / 'one' 'of' word (',' word)* / scalar range? / name ) ('or' 'none')?
struct type
    : pegtl::seq<pegtl::sor<type_yes_or_no, type_one_of, pegtl::seq<scalar, blanks, pegtl::opt<range>>,
                            pegtl::seq<type_name, blanks>>,
                 pegtl::opt<type_or_none, blanks>> {};
struct a_type : expect<type, "a type such as `yes or no`, `whole`, `date` or the name of an enum or table"> {
};
struct typed : pegtl::seq<expect<sign_on<':'>, "`:` and a type">, a_type> {};

// -- ruleset
// ----------------------------------------------------------------------------------------------------------

struct a_language : pegtl::seq<expect<name, "a language such as `en`">, blanks> {};
struct languages
    : pegtl::seq<lead_kw<"languages">, a_language, more<separator<',', "`,`">, a_language>, declared_end> {};
struct currency_name : pegtl::seq<expect<name, "a currency such as `EUR`">, blanks> {};
struct currency : pegtl::seq<lead_kw<"currency">, currency_name, declared_end> {};
struct roll_forward : word<"forward"> {};
struct roll_back : word<"back"> {};
struct roll_way : pegtl::sor<roll_forward, roll_back> {};
struct missing_days_line
    : pegtl::seq<lead_kw<"missing">, expect<kw<"days">, "`days`">, expect<kw<"roll">, "`roll`">,
                 expect<roll_way, "`forward` or `back`">, blanks> {};
struct missing_days : pegtl::seq<missing_days_line, declared_end> {};
ELIGO_CONTEXT(in_ruleset, "`languages`, `currency`, `missing days roll` or `end`", "languages", "currency",
              "missing", "end");
struct ruleset_item : pegtl::sor<languages, currency, missing_days> {};
struct ruleset_body
    : pegtl::seq<named<"the name of the ruleset">, label_end, body_until_end<ruleset_item, in_ruleset>> {};

// -- source, use
// ------------------------------------------------------------------------------------------------------

struct source_title : quoted<"the title of the source in quotes"> {};
struct publisher_text : quoted<"a text in quotes"> {};
struct url_text : quoted<"a text in quotes"> {};
struct checked_day : a_day {};
struct publisher : pegtl::seq<lead_kw<"publisher">, publisher_text, declared_end> {};
struct url : pegtl::seq<lead_kw<"url">, url_text, declared_end> {};
struct checked : pegtl::seq<lead_kw<"checked">, checked_day, declared_end> {};
ELIGO_CONTEXT(in_source, "`publisher`, `url`, `checked` or `end`", "publisher", "url", "checked", "end");
struct source_item : pegtl::sor<publisher, url, checked> {};
struct source_body : pegtl::seq<pegtl::seq<expect<decl_name, "the name of the source">, blanks>, source_title,
                                declared_end, body_until_end<source_item, in_source>> {};

struct use_path : quoted<"the path of a file or folder in quotes"> {};
struct use_body : pegtl::seq<use_path, declared_end> {};

// -- table
// ------------------------------------------------------------------------------------------------------------

struct table_from_text : quoted<"the path of a CSV file in quotes"> {};
struct table_from : pegtl::seq<kw<"from">, table_from_text> {};
struct column_key : pegtl::seq<pegtl::at<word<"key">, blanks, identifier>, kw<"key">> {};
struct column_name : pegtl::sor<name, reserved_name> {};
struct column_label : label {};
// column <- 'key'? name text? ':' type
struct column_line
    : pegtl::seq<pegtl::opt<column_key>, column_name, blanks, pegtl::opt<column_label>, typed> {};
struct column : pegtl::seq<column_line, declared_end> {};
struct shown_name : pegtl::seq<expect<name, "the name of a column">, blanks> {};
struct shown : pegtl::seq<pegtl::at<word<"shown">, blanks, identifier>, kw<"shown">, expect<kw<"as">, "`as`">,
                          shown_name, declared_end> {};
struct table_cites : pegtl::seq<cites, declared_end> {};
// rows <- 'rows' NL (literal (',' literal)* NL)* 'end' NL
struct row_cell : literal<"a value"> {};
struct row_cells : pegtl::seq<row_cell, more<separator<',', "`,`">, row_cell>> {};
struct row_start {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH { return st.operand_at(in.current()) || (in.current() != in.end() && *in.current() == '-'); }
};
struct row : pegtl::seq<row_start, row_cells, eos<"`,` and a value, or the end of the line">> {};
struct rows_closer : pegtl::sor<pegtl::seq<word<"shown">, blanks, word<"as">>,
                                pegtl::seq<pegtl::opt<word<"key">>, blanks, name, blanks,
                                           pegtl::opt<quoted_text, blanks>, pegtl::one<':'>>> {};
ELIGO_CONTEXT(in_rows, "a row of values, or `end`", "end");
struct rows_word : lead<"rows"> {};
struct rows_lines : body_until_end<row, in_rows, rows_closer> {};
struct rows : pegtl::seq<pegtl::at<lead<"rows">, blanks, pegtl::not_at<pegtl::one<':', '"'>>>, rows_word,
                         declared_end, rows_lines> {};
// Rows without the word `rows`.
struct lost_rows {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.rows_at(p)) return false;
    st.expected(p, "`rows` before the first row");
    st.opener_begin = p;
    st.opener_end = st.found(p).end;
    return attempt<rows_lines, A, Action, Control>(in, st);
  }
};
struct column_ahead : pegtl::seq<pegtl::opt<word<"key">, blanks, pegtl::at<identifier>>, identifier, blanks,
                                 pegtl::sor<pegtl::one<':', '"'>, identifier>> {};
ELIGO_CONTEXT(in_table, "a column such as `name : text`, `rows`, `shown as`, `cites` or `end`", "key",
              "shown", "rows", "cites", "end");
struct table_item
    : pegtl::sor<rows, shown, table_cites, pegtl::seq<pegtl::at<column_ahead>, column>, lost_rows> {};
struct table_body : pegtl::seq<named<"the name of the table">, pegtl::opt<table_from>,
                               eos<"`from` and a path in quotes, or the end of the line">,
                               body_until_end<table_item, in_table>> {};

// -- enum, group
// ------------------------------------------------------------------------------------------------------

struct enum_value_name : pegtl::sor<name, word<"none">, reserved_name> {};
struct enum_value_label : label {};
struct enum_value_line : pegtl::seq<enum_value_name, blanks, pegtl::opt<enum_value_label>> {};
struct enum_item
    : pegtl::seq<enum_value_line, eos<"a label in quotes, or the end of the line (one value a line)">> {};
ELIGO_CONTEXT(in_enum, "a value or `end`", "end");
struct enum_body : pegtl::seq<named<"the name of the enum">, label_end, body_until_end<enum_item, in_enum>> {
};

struct group_of : pegtl::seq<expect<name, "the name of an enum">, blanks> {};
struct group_value : pegtl::seq<expect<enum_word, "a value of the enum">, blanks> {};
struct group_item
    : pegtl::seq<pegtl::at<enum_word>, group_value, more<separator<',', "`,`">, group_value>, declared_end> {
};
ELIGO_CONTEXT(in_group, "values of the enum, or `end`", "end");
struct group_body : pegtl::seq<named<"the name of the group">, expect<kw<"of">, "`of`">, group_of,
                               declared_end, body_until_end<group_item, in_group>> {};

// -- fact
// -------------------------------------------------------------------------------------------------------------

struct fact_path : pegtl::sor<path, reserved_name> {};
struct fact_name : pegtl::seq<expect<fact_path, "the name of the fact">, blanks> {};
struct fact_private : kw<"private"> {};
struct ask_text : quoted<"the question in quotes"> {};
struct change_text : quoted<"the words in quotes"> {};
struct cost_number : pegtl::plus<pegtl::digit> {};
struct cost : pegtl::seq<kw<"cost">, expect<cost_number, "a whole number">, blanks> {};
struct fact_ask : pegtl::seq<belonging_kw<"ask">, ask_text> {};
struct fact_change : pegtl::seq<belonging_kw<"can">, expect<kw<"change">, "`change by`">,
                                expect<kw<"by">, "`by`">, change_text, pegtl::opt<cost>> {};
// fact <- 'fact' path text? ':' type 'private'? ( 'ask' text / 'can' 'change' 'by' text ('cost' number)? /
// cites )* NL
struct fact_parts : pegtl::star<pegtl::sor<fact_ask, fact_change, cites>> {};
// Junk on the line of a fact: reported here, so that what hangs on the fact is still read.
struct fact_junk {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.over_spaces(in.current());
    if (st.at_line_end(p)) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    st.expected(p, "`private`, `ask`, `can change by`, `cites` or the end of the line");
    in.iterator() = st.skip_line(p);
    return attempt<fact_parts, A, Action, Control>(in, st);
  }
};
struct fact_body : pegtl::seq<fact_name, pegtl::opt<decl_label>, typed, pegtl::opt<fact_private>, fact_parts,
                              fact_junk, declared_end> {};

// -- versions and bodies
// ----------------------------------------------------------------------------------------------

struct since_day : a_day {};
struct until_day : a_day {};
struct until_part : pegtl::seq<kw<"until">, until_day> {};
// A second date without `until` before it.
struct lost_until : pegtl::seq<pegtl::at<iso_date>, expect<kw<"until">, "`until` or `:`">, until_day> {};
struct since_version
    : pegtl::seq<lead_kw<"since">, since_day, pegtl::opt<pegtl::sor<until_part, lost_until>>> {};
struct until_version : pegtl::seq<lead_kw<"until">, until_day> {};
// A date at the start of a line: `since` or `until` is missing.
struct lost_since
    : pegtl::seq<pegtl::at<iso_date>, expect<lead_kw<"since">, "`since` or `until` before the date">,
                 since_day, pegtl::opt<until_part>> {};
// days <- 'since' date ('until' date)? / 'until' date
struct version_days : pegtl::sor<since_version, until_version, lost_since> {};
struct not_covered
    : pegtl::sor<
          pegtl::seq<pegtl::at<word<"not">, blanks, word<"covered">>, kw<"not">, kw<"covered">>,
          pegtl::seq<pegtl::at<word<"covered">>, expect<word<"not">, "`not covered`">, kw<"covered">>> {};
struct line_condition : operand<condition, "a condition"> {};
struct body_value : pegtl::sor<block, expression> {};
struct line_value : operand<body_value, "a value"> {};
// version(X) <- days ':' ( 'not' 'covered' / X otherwise? cites* ) NL
template <typename X>
struct version_rest : pegtl::seq<expect<sign_on<':'>, "`:`">, pegtl::sor<not_covered, X>, line_tail> {};
template <typename X>
struct version_of : pegtl::seq<version_days, version_rest<X>> {};
// A body of one condition or expression; never a text alone, never a line with a name.
struct body_start {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    return !st.lone_text_at(p) && (!st.head_at(p) || st.block_opener_at(p)) && st.body_at(p);
  }
};
template <typename X>
struct body_rest : pegtl::seq<X, line_tail> {};
template <typename X>
struct body_of : pegtl::seq<body_start, body_rest<X>> {};

struct condition_version : version_of<line_condition> {};
struct condition_body : body_of<line_condition> {};
struct value_version : version_of<line_value> {};
struct value_body_line : body_of<line_value> {};
struct unless_line : line {};
struct unless : pegtl::seq<lead<"unless">, going_on, unless_line> {};

// -- rule, value, decision
// --------------------------------------------------------------------------------------------

ELIGO_CONTEXT(in_rule, "a condition, `since`, `until`, `unless`, `cites` or `end`", "since", "until",
              "unless", "cites", "end");
struct body_cites : pegtl::seq<cites, declared_end> {};
struct rule_item : pegtl::sor<condition_version, unless, body_cites, condition_body> {};
struct rule_body : pegtl::seq<named<"the name of the rule">, pegtl::star<cites>, label_end,
                              body_until_end<rule_item, in_rule>> {};

ELIGO_CONTEXT(in_value, "a value, `since`, `until`, `cites` or `end`", "since", "until", "cites", "end");
struct value_item : pegtl::sor<value_version, body_cites, value_body_line> {};
struct value_body : pegtl::seq<named<"the name of the value">, typed, pegtl::star<cites>, declared_end,
                               body_until_end<value_item, in_value>> {};

struct yes_text : quoted<"a sentence in quotes"> {};
struct no_text : quoted<"a sentence in quotes"> {};
struct yes_part : pegtl::seq<lead_kw<"yes">, yes_text, declared_end> {};
struct no_part : pegtl::seq<lead_kw<"no">, no_text, declared_end> {};
struct coverage_start
    : pegtl::sor<
          pegtl::seq<pegtl::at<word<"not">, blanks, pegtl::sor<word<"covered">, word<"if">>>, kw<"not">,
                     expect<kw<"covered">, "`covered if`">>,
          pegtl::seq<pegtl::at<word<"covered">>, expect<word<"not">, "`not covered if`">, kw<"covered">>> {};
struct coverage_line : line {};
struct coverage : pegtl::seq<coverage_start, expect<kw_on<"if">, "`if`">, coverage_line> {};
struct step_text : pegtl::seq<pegtl::sor<quoted_text, other_text>, blanks> {};
struct step_when : pegtl::seq<kw<"when">, expect<name, "the name of a rule">, blanks> {};
struct step : pegtl::seq<step_text, pegtl::opt<step_when>, eos<"`when` and a rule, or the end of the line">> {
};
ELIGO_CONTEXT(in_steps, "a step in quotes, or `end`", "end");
// What a decision holds beside its steps.
struct steps_closer
    : pegtl::sor<part_ahead, pegtl::seq<pegtl::sor<word<"all">, word<"any">, word<"when">>, pegtl::success>> {
};
struct steps_lines : body_until_end<step, in_steps, steps_closer> {};
struct steps : pegtl::seq<lead_kw<"steps">, declared_end, steps_lines> {};
// Texts that stand alone: `steps` is missing, or `yes` or `no`.
struct lost_steps {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.steps_at(p)) return false;
    st.expected(p, "`steps` before the first step");
    st.opener_begin = p;
    st.opener_end = p + 1;
    return attempt<steps_lines, A, Action, Control>(in, st);
  }
};
ELIGO_CONTEXT(in_decision,
              "a condition, `yes`, `no`, `steps`, `unless`, `since`, `until`, `not covered if` or `end`",
              "yes", "no", "steps", "unless", "since", "until", "cites", "end");
struct decision_item : pegtl::sor<yes_part, no_part, steps, value_version, unless, coverage, body_cites,
                                  lost_steps, value_body_line> {};
struct decision_type
    : pegtl::opt<pegtl::sor<sign_on<':'>, pegtl::seq<pegtl::at<pegtl::sor<word<"one">, scalar>>,
                                                     expect<sign_on<':'>, "`:`">>>,
                 a_type> {};
struct decision_body : pegtl::seq<named<"the name of the decision">, decision_type, pegtl::star<cites>,
                                  label_end, body_until_end<decision_item, in_decision>> {};

// -- presume
// ----------------------------------------------------------------------------------------------------------

struct presumed_fact : pegtl::seq<expect<path, "the name of a fact">, blanks> {};
struct presumed_value : literal<"a value"> {};
struct presume_body : pegtl::seq<presumed_fact, expect<kw_on<"is">, "`is`">, presumed_value,
                                 pegtl::star<cites>, declared_end> {};

// -- test
// -------------------------------------------------------------------------------------------------------------

struct test_title : quoted<"the title of the test in quotes"> {};
struct as_of_day : a_day {};
struct law_of_day : a_day {};
struct law_of : pegtl::seq<kw<"law">, expect<kw<"of">, "`of`">, law_of_day> {};
struct given_fact : path {};
struct given_lowest : literal<"a lowest value"> {};
struct given_highest : literal<"a highest value"> {};
struct given_value : literal<"a value"> {};
struct given_range
    : pegtl::sor<pegtl::seq<kw_on<"from">, given_lowest, pegtl::opt<kw_on<"to">, given_highest>>,
                 pegtl::seq<kw_on<"to">, given_highest>> {};
struct given_list : in_brackets<pegtl::seq<given_value, more<separator<',', "`,`">, given_value>>> {};
struct given_one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw<"of">>>,
                 expect<given_list, "`(` and values">> {};
// given <- path ( 'from' literal ('to' literal)? / 'to' literal / 'one' 'of' '(' literal (',' literal)* ')' /
// literal )
struct given : pegtl::seq<given_fact, blanks, pegtl::sor<given_range, given_one_of, given_value>> {};
struct a_given : expect<given, "a fact and its value"> {};
struct givens : pegtl::seq<a_given, more<separator<',', "`,`">, a_given>> {};
struct everyone_in_text : quoted<"the title of a test in quotes"> {};
struct but : pegtl::seq<separator<',', "`, but`">, expect_through<kw_on<"but">, "`but`">, givens> {};
struct lost_but : pegtl::seq<pegtl::at<word<"but">>, expect<sign<','>, "`,`">, kw_on<"but">, givens> {};
struct everyone : pegtl::seq<kw<"everyone">, expect<kw<"in">, "`in`">, everyone_in_text,
                             pegtl::opt<pegtl::sor<but, lost_but>>> {};
struct given_line : pegtl::seq<lead_kw<"given">, pegtl::sor<everyone, givens>,
                               eos<"`,` and a fact, or the end of the line">> {};
// Facts without `given`, or after a comma that is missing at the end of the line above.
struct lost_given {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.given_at(p)) return false;
    st.expected_given(p);
    return attempt<pegtl::seq<givens, eos<"the end of the line">>, A, Action, Control>(in, st);
  }
};
// lineref <- (name '/')? name ('@' date)?
struct ref_owner : name {};
struct ref_line : pegtl::sor<name, reserved_name> {};
struct ref_since : pegtl::seq<pegtl::one<'@'>, expect<day, "a date">> {};
struct lineref : pegtl::seq<pegtl::opt<pegtl::at<identifier, pegtl::one<'/'>>, ref_owner, pegtl::one<'/'>>,
                            expect<ref_line, "the name of a line">, pegtl::opt<ref_since>, blanks> {};
struct refs
    : pegtl::seq<lineref,
                 more<pegtl::seq<pegtl::not_at<word<"needs">>, separator<',', "`,` or `needs`">>, lineref>> {
};
struct because : pegtl::seq<kw_on<"because">, refs> {};
struct needed : path {};
struct a_need : pegtl::seq<expect<needed, "the name of a fact">, blanks> {};
struct needs_word : kw_on<"needs"> {};
struct needs : pegtl::seq<needs_word, a_need, more<separator<',', "`,`">, a_need>> {};
struct verdict_word : pegtl::sor<word<"undetermined">, word<"not_covered">, word<"invalid">> {};
struct expect_name : pegtl::seq<expect<name, "the name of a decision">, blanks> {};
struct expect_result
    : pegtl::sor<
          pegtl::seq<verdict_word, blanks>,
          operand<signed_literal, "`yes`, `no`, `undetermined`, `not_covered`, `invalid` or a value">> {};
// expect <- 'expect' name result ('because' lineref (',' lineref)*)? ('needs' path (',' path)*)?
struct expect_parts : pegtl::seq<expect_name, expect_result, pegtl::opt<because>, pegtl::opt<needs>> {};
struct expect_line
    : pegtl::seq<lead_kw<"expect">, expect_parts, eos<"`because`, `needs` or the end of the line">> {};
ELIGO_CONTEXT(in_test, "`given`, `expect` or `end`", "given", "expect", "end");
// References to lines after a comma that is missing at the end of the line above.
struct refs_ahead : pegtl::seq<path, pegtl::opt<pegtl::one<'/'>, name>, pegtl::opt<pegtl::one<'@'>, iso_date>,
                               blanks, pegtl::sor<pegtl::one<',', '#'>, word<"needs">, pegtl::eolf>> {};
struct lost_refs {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !ahead<refs_ahead, Action, Control>(in, st)) return false;
    st.expected_given(p);
    return attempt<pegtl::seq<refs, pegtl::opt<needs>, eos<"the end of the line">>, A, Action, Control>(in,
                                                                                                        st);
  }
};
struct test_item : pegtl::sor<given_line, expect_line, lost_refs, lost_given> {};
struct test_body
    : pegtl::seq<test_title, expect<kw<"as">, "`as of` and a date">, expect<kw<"of">, "`of`">, as_of_day,
                 pegtl::opt<law_of>, declared_end, body_until_end<test_item, in_test>> {};

// -- texts
// ------------------------------------------------------------------------------------------------------------

struct texts_language : pegtl::seq<expect<name, "a language such as `fr`">, blanks> {};
struct entry_owner : path {};
struct entry_line_name : name {};
struct entry_line : pegtl::seq<pegtl::one<'/'>, expect<entry_line_name, "the name of a line">> {};
struct entry_since : pegtl::seq<pegtl::one<'@'>, expect<day, "a date">> {};
struct entry_ask : kw<"ask"> {};
struct entry_change : pegtl::seq<kw<"can">, expect<kw<"change">, "`change by`">, expect<kw<"by">, "`by`">> {};
struct entry_yes : kw<"yes"> {};
struct entry_no : kw<"no"> {};
struct entry_otherwise : kw<"otherwise"> {};
struct entry_words : pegtl::seq<entry_owner, pegtl::opt<entry_line>, pegtl::opt<entry_since>, blanks> {};
struct entry_what : pegtl::opt<pegtl::sor<entry_ask, entry_change, entry_yes, entry_no, entry_otherwise>> {};
struct entry_step : step_text {};
struct entry_step_line : pegtl::seq<entry_step, declared_end> {};
struct closed_lone_text {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    return st.lone_text_at(p) && st.closed_text(p) != nullptr;
  }
};
struct entry_closer
    : pegtl::seq<path, pegtl::opt<pegtl::one<'/'>, name>, pegtl::opt<pegtl::one<'@'>, iso_date>, blanks,
                 pegtl::sor<closed_lone_text,
                            pegtl::seq<pegtl::sor<word<"ask">, word<"can">, word<"yes">, word<"no">,
                                                  word<"otherwise">, word<"steps">>>>> {};
struct entry_steps_lines : until_end<entry_step_line, entry_closer, stray<entry_step_line, in_steps>> {};
struct entry_steps : pegtl::seq<lead_kw<"steps">, declared_end, entry_steps_lines> {};
// The owner alone on its line, and a text below: `steps` is missing.
struct lost_entry_steps {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const char* const next = st.continuation(p);
    if (A == pegtl::apply_mode::nothing || next == p || next == in.end() || *next != '"') return false;
    st.expected(p, "a text in quotes, or `steps`");
    in.iterator() = next;
    st.opener_begin = st.statement;
    st.opener_end = st.trimmed(p);
    return attempt<entry_steps_lines, A, Action, Control>(in, st);
  }
};
struct entry_text : quoted<"a text in quotes"> {};
// entry <- path ('/' name)? ('@' date)? ( 'steps' NL (text NL)* 'end' / ('ask' / 'can' 'change' 'by' / 'yes'
// / 'no' / 'otherwise')? text )
struct entry
    : pegtl::seq<entry_words, pegtl::sor<entry_steps, lost_entry_steps, pegtl::seq<entry_what, entry_text>>> {
};
struct entry_item : pegtl::seq<entry, declared_end> {};
ELIGO_CONTEXT(in_texts, "the name of what is translated, or `end`", "end");
struct texts_body : pegtl::seq<texts_language, declared_end, body_until_end<entry_item, in_texts>> {};

// -- the file
// ---------------------------------------------------------------------------------------------------------

// The first word of a declaration, at the start of a line.
template <Letters W>
struct top {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!attempt<lead<W>, A, Action, Control>(in, st)) return false;
    if constexpr (A == pegtl::apply_mode::action) st.begin_declaration(p, in.current());
    in.iterator() = st.over_spaces(in.current());
    return true;
  }
};
template <Letters W, typename Body>
struct declared : pegtl::seq<top<W>, Body> {};

// declaration <- ruleset / source / use / table / enum / group / fact / rule / value / decision / presume /
// test / texts Departure: the order; the most frequent first.
struct declaration
    : pegtl::sor<declared<"fact", fact_body>, declared<"rule", rule_body>,
                 declared<"decision", decision_body>, declared<"test", test_body>,
                 declared<"value", value_body>, declared<"enum", enum_body>, declared<"table", table_body>,
                 declared<"source", source_body>, declared<"texts", texts_body>,
                 declared<"group", group_body>, declared<"use", use_body>, declared<"presume", presume_body>,
                 declared<"ruleset", ruleset_body>> {};

// What begins no declaration: reported; a misspelt keyword is read as the right one; all else is passed over
// up to the next line that begins a declaration.
struct stray_declaration {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end()) return false;
    st.statement = p;
    if (st.correct_top(p) && attempt<declaration, A, Action, Control>(in, st)) return true;
    in.iterator() = st.skip_to_top(p);
    return in.current() != p;
  }
};
struct file_start {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = in.current();
    if (std::string_view(p, static_cast<std::size_t>(in.end() - p)).substr(0, 3) == "\xef\xbb\xbf") p += 3;
    in.iterator() = st.over_lines(p);
    return true;
  }
};
// file <- (NL / declaration)* EOF
struct file : pegtl::seq<file_start, pegtl::star<pegtl::sor<declaration, stray_declaration>>, pegtl::eof> {};

}  // namespace eligo::grammar
