// SPDX-License-Identifier: MIT
// Owns the productions of the declarations that make rules, one section each.
#pragma once

#include "grammar/facts.hpp"

namespace eligo::grammar {

// -- ruleset --

struct a_language : pegtl::seq<expect<name, "a language such as `en`">, blanks> {};
struct languages : pegtl::seq<lead_kw<"languages">, twice<"languages">, a_language,
                              more<separator<',', "`,`">, a_language>, declared_end> {};
struct currency_name : pegtl::seq<expect<name, "a currency such as `EUR`">, blanks> {};
struct currency : pegtl::seq<lead_kw<"currency">, twice<"currency">, currency_name, declared_end> {};
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

// -- source, use --

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

// -- table --

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
  ELIGO_MATCH {
    const char* const p = in.current();
    return st.operand_at(p) || (p != in.end() && *p == '-') || st.other_quote_at(p);
  }
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
                                 pegtl::sor<pegtl::one<':', '"', '=', ';'>, identifier, other_quote>> {};
ELIGO_CONTEXT(in_table, "a column such as `name : text`, `rows`, `shown as`, `cites` or `end`", "key",
              "shown", "rows", "cites", "end");
struct table_item
    : pegtl::sor<rows, shown, table_cites, pegtl::seq<pegtl::at<column_ahead>, column>, lost_rows> {};
struct table_body : pegtl::seq<named<"the name of the table">, pegtl::opt<table_from>,
                               eos<"`from` and a path in quotes, or the end of the line">,
                               body_until_end<table_item, in_table>> {};

// -- enum, group --

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

// -- versions and bodies --

struct since_day : a_day {};
struct until_day : a_day {};
struct until_part : pegtl::seq<kw<"until">, until_day> {};
// A second date without `until` before it.
struct misspelt_until : pegtl::seq<misspelt<"until">, until_day> {};
struct lost_until : pegtl::seq<pegtl::at<iso_date>, expect<kw<"until">, "`until` or `:`">, until_day> {};
struct since_version : pegtl::seq<lead_kw<"since">, since_day,
                                  pegtl::opt<pegtl::sor<until_part, lost_until, misspelt_until>>> {};
struct until_version : pegtl::seq<lead_kw<"until">, until_day> {};
// A date at the start of a line, and a `:` further on: `since` or `until` is missing. Without the `:` it is a value.
struct dated_line
    : pegtl::seq<iso_date, pegtl::star<pegtl::not_one<':', '#', '"', '\r', '\n'>>, pegtl::one<':'>> {};
struct lost_since
    : pegtl::seq<pegtl::at<dated_line>, expect<lead_kw<"since">, "`since` or `until` before the date">,
                 since_day, pegtl::opt<until_part>> {};
// days <- 'since' date ('until' date)? / 'until' date
struct version_days : pegtl::sor<since_version, until_version, lost_since> {};
template <bool BeforeIf>
struct misspelt_not_covered : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || !is_name_begin(*p)) return false;
    in.iterator() = st.over_misspelt_not_covered(p, BeforeIf);
    return in.current() != p;
  }
};
struct not_covered
    : pegtl::sor<pegtl::seq<pegtl::at<word<"not">, blanks, word<"covered">>, kw<"not">, kw<"covered">>,
                 pegtl::seq<pegtl::at<word<"covered">>, expect<word<"not">, "`not covered`">, kw<"covered">>,
                 misspelt_not_covered<false>> {};
struct line_condition : operand<condition, "a condition"> {};
struct body_value : pegtl::sor<block, quantified, expression, meant_block> {};
struct line_value : operand<body_value, "a value"> {};
// version(X) <- days ':' ( 'not' 'covered' / X otherwise? cites* ) NL
template <typename X>
struct version_rest
    : pegtl::seq<expect<sign_on<':'>, "`:`">, sign_twice<':'>, pegtl::sor<not_covered, X>, line_tail> {};
template <typename X>
struct version_of : pegtl::seq<version_days, version_rest<X>> {};
// A body of one condition or expression; never a line with a name, and a text alone only where nothing else can be meant.
template <bool TextToo>
struct body_start {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    return (TextToo || !st.lone_text_at(p)) && (!st.head_at(p) || st.block_opener_at(p)) && st.body_at(p);
  }
};
template <typename X>
struct body_rest : pegtl::seq<X, line_tail> {};
template <typename X, bool TextToo = false>
struct body_of : pegtl::seq<body_start<TextToo>, body_rest<X>> {};

struct condition_version : version_of<line_condition> {};
struct condition_body : body_of<line_condition> {};
struct value_version : version_of<line_value> {};
struct value_body_line : body_of<line_value> {};
struct value_whole : body_of<line_value, true> {};
struct unless_line : line {};
struct unless : pegtl::seq<lead<"unless">, going_on, twice<"unless">, unless_line> {};

// -- rule, value, decision --

ELIGO_CONTEXT(in_rule, "a condition, `since`, `until`, `unless`, `cites` or `end`", "since", "until",
              "unless", "cites", "end");
struct body_cites : pegtl::seq<cites, declared_end> {};
struct rule_item : pegtl::sor<condition_version, unless, body_cites, condition_body> {};
struct rule_body : pegtl::seq<named<"the name of the rule">, pegtl::star<cites>, label_end,
                              body_until_end<rule_item, in_rule>> {};

ELIGO_CONTEXT(in_value, "a value, `since`, `until`, `cites` or `end`", "since", "until", "cites", "end");
struct value_item : pegtl::sor<value_version, body_cites, value_whole> {};
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
          pegtl::seq<pegtl::at<word<"covered">>, expect<word<"not">, "`not covered if`">, kw<"covered">>,
          misspelt_not_covered<true>> {};
struct coverage_line : line {};
struct coverage : pegtl::seq<coverage_start, expect<kw_on<"if">, "`if`">, twice<"if">, coverage_line> {};
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
struct steps_word : lead_kw<"steps"> {};
struct steps : pegtl::seq<steps_word, declared_end, steps_lines> {};
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

}  // namespace eligo::grammar
