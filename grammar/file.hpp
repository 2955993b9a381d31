// SPDX-License-Identifier: MIT
// Owns the productions of presumptions, tests and texts, and of the whole file.
#pragma once

#include "grammar/amendments.hpp"

namespace eligo::grammar {

// -- presume --

struct presumed_fact : pegtl::seq<expect<path, "the name of a fact">, blanks> {};
struct presumed_value : literal<"a value"> {};
// What stands on the line behind the value, but for sources.
struct presume_junk {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || st.at_line_end(p) || st.is_word_at(p, "cites")) return true;
    if (st.part_meant_at(p, p) == "cites") return true;
    st.expected(p, "`cites` or the end of the line");
    in.iterator() = st.skip_line(p);
    return true;
  }
};
struct misspelt_cites : said_only {
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    if (st.part_meant_at(p, in.current()) != "cites") return false;
    st.said_misspelt(p, "`cites`", "cites");
    in.iterator() = p + st.word_at(p).size();
    return attempt<cites_part, A, Action, Control>(in, st);
  }
};
struct presume_body : pegtl::seq<presumed_fact, expect<kw_on<"is">, "`is`">, presumed_value, presume_junk,
                                 pegtl::star<pegtl::sor<cites, misspelt_cites>>, declared_end> {};

// -- test --

struct test_title : quoted<"the title of the test in quotes"> {};
struct as_of_day : a_day {};
struct law_of_day : a_day {};
struct law_of : pegtl::seq<pegtl::sor<kw<"law">, misspelt<"law">>, expect<kw<"of">, "`of`">, law_of_day> {};
struct given_fact : path {};
struct given_lowest : literal<"a lowest value"> {};
struct given_highest : literal<"a highest value"> {};
struct given_value : literal<"a value"> {};
struct given_range
    : pegtl::sor<pegtl::seq<kw_on<"from">, given_lowest,
                            pegtl::opt<pegtl::sor<kw_on<"to">, misspelt<"to">>, given_highest>>,
                 pegtl::seq<kw_on<"to">, given_highest>> {};
struct given_list : in_brackets<pegtl::seq<given_value, more<separator<',', "`,`">, given_value>>> {};
// members <- '[' (member (',' member)*)? ']' ; member <- '(' (given (',' given)*)? ')'
struct field_given;
struct member_fields : pegtl::opt<pegtl::not_at<pegtl::one<')'>>, field_given,
                                  more<separator<',', "`,` or `)`">, field_given>> {};
struct given_member : in_brackets<member_fields, '(', "`,` or `)`"> {};
// A member whose `(` is missing.
struct lost_member : said_only {
  ELIGO_MATCH {
    return st.said_lost_bracket(in.current()) && attempt<given_member, A, Action, Control>(in, st);
  }
};
struct a_member
    : pegtl::sor<given_member, lost_member, expect<given_member, "`(` and the fields of a member">> {};
struct member_list
    : pegtl::opt<pegtl::not_at<pegtl::one<']'>>, a_member, more<separator<',', "`,` or `]`">, a_member>> {};
struct given_members : in_brackets<member_list, '[', "`,` or `]`"> {};
struct given_one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw<"of">>>,
                 expect<given_list, "`(` and values">> {};
// `age = 4`: the sign is said, and what follows it is read.
struct given_plain : pegtl::seq<signed_literal> {};
struct given_after_sign
    : pegtl::seq<needless_sign, pegtl::sor<given_range, given_one_of, given_members, given_value>> {};
// `age form 3 to 5`, `age ot 5`, `age oen of (3, 5)`: the misspelt word reads as the value.
struct misspelt_range : pegtl::seq<given_lowest, pegtl::opt<kw_on<"to">, given_highest>> {};
struct misspelt_one_of : pegtl::seq<kw<"of">, expect<given_list, "`(` and values">> {};
struct behind_given : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (st.at_line_end(p) || *p == ',') return false;
    if (st.said_misspelt_range(p)) return attempt<misspelt_range, A, Action, Control>(in, st);
    if (st.said_misspelt_one(p)) return attempt<misspelt_one_of, A, Action, Control>(in, st);
    return false;
  }
};
// given <- path ( 'from' literal ('to' literal)? / 'to' literal / 'one' 'of' '(' literal (',' literal)* ')' /
// members / literal )
struct given
    : pegtl::seq<
          given_fact, blanks,
          pegtl::sor<given_range, given_one_of, given_members,
                     pegtl::seq<given_plain, pegtl::opt<behind_given>>, given_after_sign, given_value>> {};
struct a_given : expect<given, "a fact and its value"> {};
struct field_given : expect<given, "a fact and its value, or `)`"> {};
struct givens : pegtl::seq<a_given, more<separator<',', "`,`">, a_given>> {};
struct everyone_in_text : quoted<"the title of a test in quotes"> {};
struct but : pegtl::seq<separator<',', "`, but`">, expect_through<kw_on<"but">, "`but`">, givens> {};
struct lost_but : pegtl::seq<pegtl::at<word<"but">>, expect<sign<','>, "`,`">, kw_on<"but">, givens> {};
struct misspelt_everyone {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || p == in.end()) return false;
    return (*p == 'e' || *p == 'E' || *p == 'v') && st.everyone_meant_at(p);
  }
};
// A fact that is called like the keyword.
struct everyone_fact : pegtl::seq<word<"everyone">, blanks,
                                  pegtl::sor<pegtl::digit, pegtl::one<'-', '['>, word<"yes">, word<"no">,
                                             word<"none">, word<"from">, word<"to">, word<"one">>> {};
struct everyone_words
    : pegtl::sor<pegtl::seq<pegtl::not_at<everyone_fact>, kw<"everyone">, expect<kw<"in">, "`in`">>,
                 pegtl::seq<pegtl::at<word<"in">>, expect<kw<"everyone">, "a fact, or `everyone`">, kw<"in">>,
                 pegtl::seq<misspelt_everyone, misspelt<"everyone">, kw<"in">>> {};
struct everyone : pegtl::seq<everyone_words, everyone_in_text, pegtl::opt<pegtl::sor<but, lost_but>>> {};
struct given_line : pegtl::seq<lead_kw<"given">, twice<"given">, pegtl::sor<everyone, givens>,
                               eos<"`,` and a fact, or the end of the line">> {};
// Facts without `given`, or after a comma that is missing at the end of the line above.
struct lost_given {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const bool all = st.is_word_at(p, "everyone");
    if (A == pegtl::apply_mode::nothing || !(all || st.given_at(p)) || st.misspelt_part_of_test_at(p))
      return false;
    all ? st.expected(p, "`given`, `expect` or `end`") : st.expected_given(p);
    return attempt<pegtl::seq<pegtl::sor<everyone, givens>, eos<"the end of the line">>, A, Action, Control>(
        in, st);
  }
};
// lineref <- (name '/')? path ('[' number ']')* ('@' date)?   (a path: a line that is just a dotted fact has its name)
struct ref_owner : name {};
struct ref_line : pegtl::sor<path, reserved_name> {};
struct ref_number : pegtl::plus<pegtl::digit> {};
struct ref_member
    : pegtl::seq<pegtl::one<'['>, expect<ref_number, "a number">, expect<pegtl::one<']'>, "`]`">> {};
struct ref_since : pegtl::seq<pegtl::one<'@'>, expect<day, "a date">> {};
struct lineref
    : pegtl::seq<
          sign_twice<','>, pegtl::opt<pegtl::at<identifier, pegtl::one<'/'>>, ref_owner, pegtl::one<'/'>>,
          expect<ref_line, "the name of a line">, pegtl::star<ref_member>, pegtl::opt<ref_since>, blanks> {};
struct refs
    : pegtl::seq<lineref,
                 more<pegtl::seq<pegtl::not_at<word<"needs">>, separator<',', "`,` or `needs`">>, lineref>> {
};
struct because : pegtl::seq<kw_on<"because">, twice<"because">, refs> {};
// needed <- path ('[' number ']' ('.' identifier)?)?      (a field of a told member: `household[1].income`)
struct needed
    : pegtl::seq<path, pegtl::opt<pegtl::one<'['>, expect<pegtl::plus<pegtl::digit>, "a number">,
                                  expect<pegtl::one<']'>, "`]`">, pegtl::opt<pegtl::one<'.'>, identifier>>> {
};
struct a_need : pegtl::seq<expect<needed, "the name of a fact">, blanks> {};
struct needs_word : kw_on<"needs"> {};
struct needs : pegtl::seq<needs_word, twice<"needs">, a_need, more<separator<',', "`,`">, a_need>> {};
struct verdict_word : pegtl::sor<word<"undetermined">, word<"not_covered">, word<"invalid">> {};
struct expect_name : pegtl::seq<expect<name, "the name of a decision">, blanks> {};
struct no_result : missing<"`yes`, `no`, `undetermined`, `not_covered`, `invalid` or a value"> {};
struct told_result : pegtl::sor<pegtl::seq<verdict_word, blanks>, signed_literal> {};
struct expect_result
    : pegtl::sor<told_result, pegtl::seq<needless_sign, pegtl::sor<told_result, no_result>>, no_result> {};
// expect <- 'expect' name result ('because' lineref (',' lineref)*)? ('needs' needed (',' needed)*)?
struct expect_parts : pegtl::seq<expect_name, expect_result, pegtl::opt<because>, pegtl::opt<needs>> {};
struct expect_line
    : pegtl::seq<lead_kw<"expect">, expect_parts, eos<"`because`, `needs` or the end of the line">> {};
ELIGO_CONTEXT(in_test, "`given`, `expect` or `end`", "given", "expect", "end");
// References to lines after a comma that is missing at the end of the line above.
struct refs_ahead : pegtl::seq<path, pegtl::opt<pegtl::one<'/'>, path>, pegtl::opt<pegtl::one<'@'>, iso_date>,
                               blanks, pegtl::sor<pegtl::one<',', '#'>, word<"needs">, pegtl::eolf>> {};
struct lost_refs {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || st.misspelt_part_of_test_at(p) ||
        !ahead<refs_ahead, Action, Control>(in, st))
      return false;
    st.expected_given(p);
    return attempt<pegtl::seq<refs, pegtl::opt<needs>, eos<"the end of the line">>, A, Action, Control>(in,
                                                                                                        st);
  }
};
struct test_item : pegtl::sor<given_line, expect_line, lost_refs, lost_given> {};
struct test_body
    : pegtl::seq<test_title, expect<kw<"as">, "`as of` and a date">, expect<kw<"of">, "`of`">, as_of_day,
                 pegtl::opt<law_of>, declared_end, body_until_end<test_item, in_test>> {};

// -- tests from --

struct tests_path : quoted<"the path of a CSV file in quotes"> {};
// tests <- 'tests' 'from' text NL
struct tests_body : pegtl::seq<expect<kw<"from">, "`from` and the path of a CSV file in quotes">, tests_path,
                               declared_end> {};

// -- texts --

struct texts_language : pegtl::seq<expect<name, "a language such as `fr`">, blanks> {};
struct entry_owner : path {};
struct entry_line_name : path {};
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
    : pegtl::seq<path, pegtl::opt<pegtl::one<'/'>, path>, pegtl::opt<pegtl::one<'@'>, iso_date>,
                 pegtl::at<pegtl::one<' ', '\t'>>, blanks,
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
struct entry_change_rest
    : pegtl::seq<expect<kw<"change">, "`change by`">, expect<kw<"by">, "`by`">, entry_text> {};
struct misspelt_entry_steps : pegtl::seq<declared_end, entry_steps_lines> {};
// `d yse "…"`: said, and its text is read.
struct misspelt_entry : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || !is_name_begin(*p)) return false;
    const std::string_view meant = st.entry_word_meant_at(p);
    if (meant.empty()) return false;
    st.said_misspelt(p, "`" + std::string(meant) + "`", meant);
    in.iterator() = st.over_spaces(p + st.word_at(p).size());
    if (meant == "can") return attempt<entry_change_rest, A, Action, Control>(in, st);
    if (meant != "steps") return attempt<entry_text, A, Action, Control>(in, st);
    st.opener_begin = p;
    st.opener_end = in.current();
    return attempt<misspelt_entry_steps, A, Action, Control>(in, st);
  }
};
// entry <- path ('/' path)? ('@' date)? ( 'steps' NL (text NL)* 'end' / ('ask' / 'can' 'change' 'by' / 'yes'
// / 'no' / 'otherwise')? text )
struct entry_right : pegtl::seq<pegtl::at<pegtl::one<'"'>>, entry_text> {};
struct entry_rest : pegtl::seq<entry_what, pegtl::sor<entry_right, misspelt_entry, entry_text>> {};
struct entry : pegtl::seq<entry_words, pegtl::sor<entry_steps, lost_entry_steps, entry_rest>> {};
// Steps, of which the first line is missing.
struct unnamed_steps : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!st.steps_at(p)) return false;
    st.expected(p, "the name of what is translated, and `steps`, above the first one", {}, true);
    st.opener_begin = p;
    st.opener_end = st.after_text(p);
    return attempt<entry_steps_lines, A, Action, Control>(in, st);
  }
};
struct entry_item : pegtl::sor<pegtl::seq<entry, declared_end>, pegtl::seq<unnamed_steps, declared_end>> {};
ELIGO_CONTEXT(in_texts, "the name of what is translated, or `end`", "end");
struct texts_body : pegtl::seq<texts_language, declared_end, body_until_end<entry_item, in_texts>> {};

// -- the file --

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

// declaration <- ruleset / source / use / table / enum / group / fact / record / rule / value / decision / amend / presume /
// test / tests / texts Departure: the order; the most frequent first.
struct declaration
    : pegtl::sor<declared<"fact", fact_body>, declared<"rule", rule_body>,
                 declared<"decision", decision_body>, declared<"test", test_body>,
                 declared<"value", value_body>, declared<"enum", enum_body>, declared<"table", table_body>,
                 declared<"source", source_body>, declared<"texts", texts_body>,
                 declared<"group", group_body>, declared<"record", record_body>, declared<"use", use_body>,
                 declared<"presume", presume_body>, declared<"amend", amend_body>,
                 declared<"tests", tests_body>, declared<"ruleset", ruleset_body>> {};

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
// `tests "a title" as of 2025-01-01` is read as `test`.
struct tests_for_test : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || *p != 't' || !st.said_tests_for_test(p)) return false;
    return attempt<declaration, A, Action, Control>(in, st);
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
struct file : pegtl::seq<file_start, pegtl::star<pegtl::sor<tests_for_test, declaration, stray_declaration>>,
                         pegtl::eof> {};

}  // namespace eligo::grammar
